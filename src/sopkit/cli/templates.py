"""`sopkit templates`: the templates of the sheet, for an office that wants a look of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopkit.cli.options import LangOption
from sopkit.cli.shell import Shell
from sopkit.errors import SopkitError, Text


def templates(
    export: Annotated[
        str,
        typer.Option(
            "--export", metavar="DIR", help="The folder to write them to; what is there already stays."
        ),
    ],
    lang: LangOption = None,
) -> None:
    """Write out the templates and style sheets, to be changed and used with `sopkit render --templates DIR`.

    The colours and the typeface are CSS variables at the top of sheet.css. Exit status: 0 written, 2 a file of that name is
    there already, or the folder cannot be written.
    """
    with Shell(lang) as shell:
        from sopkit.files import write_whole  # noqa: PLC0415 - keeps --help fast
        from sopkit.render.environment import template_files  # noqa: PLC0415 - the same

        folder, files = Path(export), template_files()
        for name in files:
            if (folder / name).exists():
                raise SopkitError(
                    Text(
                        f"{folder / name} sudah ada dan tidak ditimpa; pilih folder lain",
                        f"{folder / name} is there already and is not overwritten; choose another folder",
                    )
                )
        for name, data in files.items():
            write_whole(folder / name, data)
        shell.say(
            Text(
                f"{len(files)} templat ditulis ke {export}; pakai dengan sopkit render --templates {export}",
                f"{len(files)} templates written to {export}; use them with sopkit render --templates {export}",
            )
        )
