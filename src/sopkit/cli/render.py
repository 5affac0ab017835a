"""`sopkit render`: printable sheets."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sopkit.cli.destination import Destination, destination
from sopkit.cli.options import ConfigOption, LangOption, Paths, TemplatesOption
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell
from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.app.project import Project
    from sopkit.app.sheets import Batch, Drawing
    from sopkit.files import InputFile


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
            "--to",
            metavar="FORMAT",
            help="html (default), md, pdf, svg (a file a page) or json (the drawing); may be repeated.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="FILE|DIR",
            help="The folder to write to; for one SOP in one format the file, as in --out izin.pdf.",
        ),
    ] = "build",
    paper: Annotated[
        PaperSize | None,
        typer.Option(
            "--paper", help="The paper. Default: `kertas` in sopkit.toml, else F4.", show_default=False
        ),
    ] = None,
    combine: Annotated[
        str | None,
        typer.Option(
            "--combine",
            metavar="FILE.pdf",
            help="Write one PDF of all SOPs with a contents page; without --to nothing else.",
            show_default=False,
        ),
    ] = None,
    templates: TemplatesOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Show the first file written.")] = False,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> None:
    """Write SOPs as printable sheets named after their sources; for the HTML of a folder also an index page.

    A file that is no SOP, or whose flow cannot be drawn legally, is reported and the others are written. Exit status: 0 all
    written, 1 some file was not, 2 wrong usage, or a file or folder that cannot be read or written.
    """
    with Shell(lang) as shell:
        formats = _formats(to or ([] if combine else ["html"]))
        project = shell.open(paths or [], config)
        from sopkit.app.project import input_files  # noqa: PLC0415 - keeps --help fast

        files = input_files(paths or [], project)
        place = destination(out, formats, len(files), combine)
        batch = _batch(files, formats, place, project, paper, templates)
        written = _write_all(batch, project, place, shell)
        shell.say(_said(written, place))
        if open_ and written:
            typer.launch(str(written[0]))


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


def _batch(
    files: Sequence[InputFile],
    formats: Sequence[str],
    place: Destination,
    project: Project,
    paper: PaperSize | None,
    templates: str | None,
) -> Batch:
    from sopkit.app.project import is_whole  # noqa: PLC0415 - keeps --help fast
    from sopkit.app.sheets import Batch, Job  # noqa: PLC0415 - the same
    from sopkit.render import RenderOptions  # noqa: PLC0415 - the same
    from sopkit.sheet.paper import LayoutOptions  # noqa: PLC0415 - the same

    chosen = project.settings.lembar
    layout = LayoutOptions(paper.value if paper else chosen.kertas, chosen.identitas)
    options = RenderOptions(Path(templates) if templates else None)
    job = Job(tuple(formats), layout, options, combined=place.combined is not None)
    listed = "html" in formats and is_whole(files) and place.name is None
    return Batch(files, job, listed, place.name)


def _write_all(batch: Batch, project: Project, place: Destination, shell: Shell) -> list[Path]:
    """Write everything, say what stood in the way, and return the files written, in order."""
    from sopkit.app.sheets import draw_all  # noqa: PLC0415 - keeps --help fast
    from sopkit.files import write_whole  # noqa: PLC0415 - the same

    written = []
    for drawing in watched(draw_all(batch, project), len(batch.files)):
        _tell(drawing, shell)
        for output in drawing.outputs:
            path = place.path(output.path)
            write_whole(path, output.data)
            written.append(path)
    return written


def _tell(drawing: Drawing, shell: Shell) -> None:
    for found in drawing.findings:
        shell.tell(found)
    if drawing.failed:
        shell.raise_to(Status.FOUND)
    for problem in drawing.problems:
        shell.refuse(problem)


def _said(written: list[Path], place: Destination) -> Text:
    where = written[0] if len(written) == 1 else place.folder
    return Text(f"{len(written)} berkas ditulis ke {where}", f"{len(written)} files written to {where}")
