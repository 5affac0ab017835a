"""`sopkit import`: old documents become YAML drafts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sopkit.cli.options import ConfigOption, LangOption
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell
from sopkit.cli.status import Status
from sopkit.errors import Text

if TYPE_CHECKING:
    from sopkit.intake.result import TakenFile

MOST_IN_DETAIL = 3
"""So many files are told in full; of more of them the summary is shown, and the drafts hold the notes."""


class ReportFormat(StrEnum):
    """The formats of the report."""

    TEXT = "text"
    JSON = "json"


def import_documents(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Documents (.txt, .md, .html, .docx, .xlsx, .pdf) and folders of them.",
            show_default=False,
        ),
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="The folder to write to.")] = "draf",
    split: Annotated[
        bool,
        typer.Option(
            "--split",
            help="Begin a new SOP at every table that counts from 1 again, also where nothing else says so.",
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace drafts that are already there.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Write nothing; show the drafts, or with --report json tell of them."),
    ] = False,
    report: Annotated[ReportFormat, typer.Option("--report", help="text or json.")] = ReportFormat.TEXT,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> None:
    """Read old documents and write YAML drafts, with `# periksa: …` beside everything that a person must look at.

    Drafts are named after their sources; several SOPs in one file become several drafts. Nothing is overwritten without
    --force. Exit status: 0 all taken in, 2 some file cannot be read or written (the others are), 3 internal error.
    """
    with Shell(lang) as shell:
        project = shell.open([], config)
        from sopkit.app.take_in import IntakeOptions, source_files, take_in  # noqa: PLC0415 - keeps --help fast
        from sopkit.report.taken import render_taken, render_taken_json  # noqa: PLC0415 - the same

        files = source_files(paths)
        options = IntakeOptions(Path(out), everywhere=split, force=force, dry_run=dry_run)
        taken = []
        for one in watched(take_in(files, project, options), len(files)):
            taken.append(one)
            if one.problem is not None:
                shell.warn(one.problem)
                shell.raise_to(Status.INTERNAL if one.internal else Status.USAGE)
        if report is ReportFormat.JSON:
            shell.print(render_taken_json(taken, shell.language))
            return
        if dry_run:
            _show(taken, shell)
        shell.print(render_taken(taken, shell.language, detail=len(files) <= MOST_IN_DETAIL))
        _sum_up(taken, out, shell, dry_run=dry_run)


def _show(taken: list[TakenFile], shell: Shell) -> None:
    for file in taken:
        for draft in file.drafts:
            shell.print(f"# {draft.path}\n{draft.text}\n")


def _sum_up(taken: list[TakenFile], out: str, shell: Shell, *, dry_run: bool) -> None:
    count = 0 if dry_run else sum(len(file.drafts) for file in taken if file.problem is None)
    failed = sum(1 for file in taken if file.problem is not None)
    rest = Text(f"; {failed} sumber gagal", f"; {failed} sources failed") if failed else Text("", "")
    shell.say(
        Text(f"{count} draf ditulis ke {out}{rest.id}", f"{count} drafts written to {out}{rest.en}"),
    )
