"""`sopkit duration`: how long a procedure takes, and whether it meets its deadline."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sopkit.cli.options import ConfigOption, LangOption, Paths
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell, on_terminal
from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from sopkit.app.check import Input
    from sopkit.app.duration import DurationOptions
    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.report.times import TimedSop, TimesOptions
    from sopkit.report.times.text import Page
    from sopkit.timing.due import Start

MOST_IN_DETAIL = 3
"""So many SOPs are told in full; more of them get one line each."""


class TimeFormat(StrEnum):
    """The formats of the report."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class Scenario(StrEnum):
    """The scenarios by the names they have in reports."""

    AS_WRITTEN = "as_written"
    SMOOTH = "smooth"
    SHORTEST = "shortest"
    LONGEST = "longest"
    REWORK = "rework"


def duration(
    paths: Paths = None,
    format_: Annotated[
        TimeFormat, typer.Option("--format", help="text, json, csv (a line for each step) or md.")
    ] = TimeFormat.TEXT,
    deadline: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT|DATE",
            help="In place of the SOP's own tenggat: '14 hari kerja', 2026-02-28, or a window 01-01..02-28.",
            show_default=False,
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="DATE [HH:MM]", help="When the procedure starts: '2026-01-02 08:00'.", show_default=False
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            min=1945,
            max=2199,
            metavar="YEAR",
            help="The year of a yearly window. Default: that of --start, else of --as-of, else the tightest year.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The day that counts as today, for yearly windows.",
            show_default=False,
        ),
    ] = None,
    scenario: Annotated[
        Scenario,
        typer.Option(
            help="Whose verdict on the deadline counts: every row once, no decision leading back, the shortest, the "
            "longest way without repeats, or the longest with rework."
        ),
    ] = Scenario.LONGEST,
    rework: Annotated[
        int, typer.Option(metavar="N", help="Rounds of rework in the scenario of that name.")
    ] = 1,
    items: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="How many items, for times such as '2 menit/berkas'.", show_default=False
        ),
    ] = None,
    runs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Simulated runs where no exact answer exists, 0 for none. Default: 10000; none in the summary of many SOPs.",
            show_default=False,
        ),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="STEP=TEXT",
            help="Try another time for a step: --set 4='2 hari'. May be repeated; nothing is written.",
            show_default=False,
        ),
    ] = None,
    parallel: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STEP,STEP",
            help="Try steps that follow each other at the same time: --parallel 10,11. May be repeated; nothing is written.",
            show_default=False,
        ),
    ] = None,
    gantt: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Draw a Gantt chart: .svg (one SOP) or .html.", show_default=False),
    ] = None,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell how long SOPs take: steps, critical path, scenarios, load of roles, and whether the deadline is met.

    Up to three SOPs are told in full, more of them in a table that begins with the missed deadlines.
    Exit status: 0 all deadlines met or none given, 1 a deadline is missed in the scenario of --scenario (by default the
    longest way without repeats; what would be after --set and --parallel) or a file is no SOP, 2 wrong usage or a path that
    cannot be read or written, 3 internal error.
    """
    with Shell(lang) as shell:
        project = shell.open(paths or [], config)
        from sopkit.app.check import read_inputs  # noqa: PLC0415 - keeps --help fast
        from sopkit.app.duration import DurationOptions  # noqa: PLC0415 - the same
        from sopkit.app.project import input_files  # noqa: PLC0415 - the same
        from sopkit.report.times import TimesOptions  # noqa: PLC0415 - the same
        from sopkit.timing.analysis import AnalysisOptions  # noqa: PLC0415 - the same
        from sopkit.timing.parsing import parse_deadline  # noqa: PLC0415 - the same
        from sopkit.timing.scenarios import Kind  # noqa: PLC0415 - the same

        files = input_files(paths or [], project)
        written = TimesOptions(shell.language, detail=len(files) <= MOST_IN_DETAIL)
        summary = format_ in {TimeFormat.TEXT, TimeFormat.MD} and not written.detail and gantt is None
        options = DurationOptions(
            AnalysisOptions(
                rework=rework,
                items=items,
                start=_start(start, year, as_of),
                deadline=parse_deadline(deadline) if deadline else None,
                runs=(None if summary else AnalysisOptions().runs) if runs is None else runs,
            ),
            Kind(scenario.value),
            _changes(set_ or []),
            tuple(_steps(text) for text in parallel or ()),
        )
        inputs = watched(read_inputs(files, project, shell.refuse), len(files))
        timed: Iterable[TimedSop] = _timed(inputs, project, options, shell)
        if gantt:
            _check_gantt(Path(gantt), len(files))
            timed = _draw(timed, Path(gantt), written)
        _print(timed, format_, written, shell)


def _start(start: str | None, year: int | None, as_of: str | None) -> Start:
    from sopkit.timing.due import Start  # noqa: PLC0415 - keeps --help fast
    from sopkit.timing.parsing import parse_day, parse_start  # noqa: PLC0415 - the same

    return Start(parse_start(start) if start else None, year, parse_day(as_of) if as_of else None)


def _changes(texts: list[str]) -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for text in texts:
        step, _, waktu = (part.strip() for part in text.partition("="))
        if not step or not waktu or step in pairs:
            raise SopkitError(
                Text(
                    f"--set {text} tidak dapat dipakai; tulis sekali untuk setiap langkah, misalnya --set 4='2 hari'",
                    f"--set {text} cannot be used; write it once for a step, such as --set 4='2 hari'",
                )
            )
        pairs[step] = waktu
    return tuple(pairs.items())


def _steps(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _timed(
    inputs: Iterable[Input], project: Project, options: DurationOptions, shell: Shell
) -> Iterator[TimedSop]:
    """Each SOP as it is read; what is none, or misses its deadline, is kept for the exit status."""
    from sopkit.app.duration import time_sop  # noqa: PLC0415 - keeps --help fast
    from sopkit.load.loading import load_bytes  # noqa: PLC0415 - the same
    from sopkit.timing.settings import work_rules  # noqa: PLC0415 - the same

    rules = work_rules(project.settings)
    for item in inputs:
        loaded = load_bytes(item.name, item.data)
        if loaded.sop is None:
            _tell(item.name, loaded.findings, shell)
            continue
        try:
            timed = time_sop(item.name, loaded.sop, rules, options)
        except SopkitError as error:
            shell.refuse(error)
            continue
        if timed.met is False:
            shell.raise_to(Status.FOUND)
        yield timed


def _tell(name: str, findings: Sequence[Finding], shell: Shell) -> None:
    """Say on standard error why a file is no SOP: the first line of each finding."""
    from sopkit.report.result import CheckResult  # noqa: PLC0415 - keeps --help fast
    from sopkit.report.text import finding_text  # noqa: PLC0415 - the same

    result = CheckResult((name,), tuple(findings), {}, shell.language)
    for finding in result.findings:
        shell.note(finding_text(result, finding).split("\n", 1)[0])
    shell.raise_to(Status.FOUND)


def _check_gantt(path: Path, count: int) -> None:
    if path.suffix.lower() not in {".svg", ".html"}:
        raise SopkitError(
            Text(
                f"--gantt {path}: akhiri nama berkas dengan .svg atau .html",
                f"--gantt {path}: end the name of the file with .svg or .html",
            )
        )
    if path.suffix.lower() == ".svg" and count > 1:
        raise SopkitError(
            Text(
                f"--gantt {path}: satu gambar memuat satu SOP; sebutkan satu berkas, atau tulis .html",
                f"--gantt {path}: a picture holds one SOP; name one file, or write .html",
            )
        )


def _draw(timed: Iterable[TimedSop], path: Path, written: TimesOptions) -> list[TimedSop]:
    from sopkit.files import write_whole  # noqa: PLC0415 - keeps --help fast
    from sopkit.report.times.page import render_page  # noqa: PLC0415 - the same
    from sopkit.report.times.svg import render_svg  # noqa: PLC0415 - the same

    sops = list(timed)
    if not sops:
        return sops
    picture = path.suffix.lower() == ".svg"
    text = render_svg(sops[0], written.language) if picture else render_page(sops, written)
    write_whole(path, text.encode("utf-8"))
    return sops


def _print(timed: Iterable[TimedSop], format_: TimeFormat, written: TimesOptions, shell: Shell) -> None:
    from sopkit.report.times import TIME_REPORTERS, render_text  # noqa: PLC0415 - keeps --help fast

    if format_ is TimeFormat.TEXT:
        shell.print(render_text(timed, written, _page()))
    else:
        shell.print(TIME_REPORTERS[format_.value](timed, written))


def _page() -> Page:
    """As wide as the terminal, in the characters it shows; the same everywhere else."""
    from sopkit.cli.paint import terminal_paint  # noqa: PLC0415 - keeps --help fast
    from sopkit.report.times.bars import ASCII, Marks  # noqa: PLC0415 - the same
    from sopkit.report.times.text import LEAST_WIDTH, WIDTH, Page  # noqa: PLC0415 - the same

    if not on_terminal(sys.stdout):
        return Page()
    width = max(shutil.get_terminal_size((WIDTH, 24)).columns, LEAST_WIDTH)
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    return Page(width, terminal_paint(), Marks() if unicode else ASCII)
