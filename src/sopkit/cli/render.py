"""`sopkit render`: printable sheets."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sopkit.cli.options import ConfigOption, LangOption, Paths
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell
from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from sopkit.app.sheets import Drawing


class PaperSize(StrEnum):
    """The papers that offices print on, always landscape."""

    A4 = "A4"
    F4 = "F4"
    LEGAL = "Legal"
    LETTER = "Letter"


def render(
    paths: Paths = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to", metavar="FORMAT", help="html (default) or md; may be repeated.", show_default=False
        ),
    ] = None,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="The folder to write to.")] = "build",
    paper: Annotated[
        PaperSize | None,
        typer.Option(
            "--paper", help="The paper. Default: `kertas` in sopkit.toml, else F4.", show_default=False
        ),
    ] = None,
    templates: Annotated[
        str | None,
        typer.Option(
            "--templates",
            metavar="DIR",
            help="An office's own templates in place of ours.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> None:
    """Write SOPs as printable sheets named after their sources; for the HTML of a folder also an index page.

    A file that is no SOP is reported and the others are written. Exit status: 0 all written, 1 some file is no SOP, 2 wrong
    usage, or a file or folder that cannot be read or written.
    """
    with Shell(lang) as shell:
        formats = _formats(to or ["html"])
        project = shell.open(paths or [], config)
        from sopkit.app.project import input_files, is_whole  # noqa: PLC0415 - keeps --help fast
        from sopkit.app.sheets import draw_all  # noqa: PLC0415 - the same
        from sopkit.render import RenderOptions  # noqa: PLC0415 - the same

        options = RenderOptions(
            paper=paper.value if paper else project.settings.lembar.kertas,
            templates=Path(templates) if templates else None,
        )
        files = input_files(paths or [], project)
        written = 0
        drawings = draw_all(files, project, formats, options, whole=is_whole(files))
        for drawing in watched(drawings, len(files)):
            written += _write(drawing, Path(out), shell)
        shell.say(Text(f"{written} berkas ditulis ke {out}", f"{written} files written to {out}"))


def _formats(to: list[str]) -> list[str]:
    from sopkit.render import RENDERERS  # noqa: PLC0415 - keeps --help fast

    known = ", ".join(RENDERERS)
    for name in to:
        if name not in RENDERERS:
            raise SopkitError(
                Text(
                    f"format {name} tidak dikenal; pilih {known}",
                    f"unknown format {name}; choose one of {known}",
                )
            )
    return list(dict.fromkeys(to))


def _write(drawing: Drawing, folder: Path, shell: Shell) -> int:
    """Write the files of one drawing, say what stood in the way, and return how many were written."""
    from sopkit.files import write_whole  # noqa: PLC0415 - keeps --help fast

    for found in drawing.refused:
        shell.tell(found)
        shell.raise_to(Status.FOUND)
    for problem in drawing.problems:
        shell.refuse(problem)
    for output in drawing.outputs:
        write_whole(folder / output.path, output.data)
    return len(drawing.outputs)
