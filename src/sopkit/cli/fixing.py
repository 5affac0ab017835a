"""The `--fix` side of `sopkit validate`: mend files in place, or show how they would be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.app.check import CheckOptions
    from sopkit.app.fix import Fixed
    from sopkit.app.project import Project
    from sopkit.cli.shell import Shell
    from sopkit.files import InputFile


def fix_files(
    files: Sequence[InputFile],
    project: Project,
    options: CheckOptions,
    shell: Shell,
    *,
    unsafe: bool,
    diff: bool,
) -> None:
    """Mend each of `files`; with `diff` print the changes instead of writing them."""
    from sopkit.app.check import read_input  # noqa: PLC0415 - keeps --help fast
    from sopkit.app.fix import fix  # noqa: PLC0415 - the same

    mended = changed = 0
    for file in files:
        try:
            fixed = fix(read_input(file, project), project, options, unsafe=unsafe)
            if not fixed.changed:
                continue
            _show_or_write(fixed, file, shell, diff=diff)
        except SopkitError as error:
            shell.refuse(error)
            continue
        changed += 1
        mended += len(fixed.applied)
    if not diff:
        shell.warn(
            Text(
                f"{mended} temuan diperbaiki dalam {changed} berkas",
                f"mended {mended} findings in {changed} files",
            )
        )


def _show_or_write(fixed: Fixed, file: InputFile, shell: Shell, *, diff: bool) -> None:
    from sopkit.files import STANDARD_INPUT, write_if_unchanged  # noqa: PLC0415 - keeps --help fast

    if diff:
        shell.print(fixed.diff())
        shell.raise_to(Status.FOUND)
    elif file.name == STANDARD_INPUT:
        raise SopkitError(
            Text(
                "masukan standar tidak dapat diperbaiki di tempat; pakai --diff",
                "standard input cannot be mended in place; use --diff",
            )
        )
    else:
        write_if_unchanged(file.path, fixed.before, fixed.after)
