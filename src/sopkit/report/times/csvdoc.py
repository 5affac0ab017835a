"""The report of times for spreadsheets: CSV as RFC 4180 has it, one line for each step, the figures of its SOP behind it.

Column names are those of the JSON. A text that a spreadsheet would take as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from sopkit.printable import well_formed
from sopkit.report.times.amounts import minutes
from sopkit.report.times.steps import NO_TEXT, step_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.report.times.steps import StepRow
    from sopkit.report.times.timed import TimedSop, TimesOptions

COLUMNS = (
    "file", "nama", "nomor", "kegiatan", "pelaksana", "waktu", "minutes", "elapsed_minutes", "critical",
    "earliest_start", "earliest_finish", "latest_start", "latest_finish", "slack", "start", "finish",
    "total_minutes", "critical_path_minutes", "expected_minutes", "deadline_minutes", "margin_minutes", "met",
)  # fmt: skip
"""The heading."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula somewhere: the usual signs, blanks before one, and the wide forms of East Asian sheets."""

Cell = str | int | float | bool | None


def render_csv(timed: Iterable[TimedSop], options: TimesOptions) -> str:  # noqa: ARG001 - the signature of writers
    """All steps of all SOPs, lines ended by CR LF; unknown figures are empty cells."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in timed:
        behind = [_cell(value) for value in _sop(one)]
        for row in step_rows(one):
            writer.writerow([_cell(value) for value in (one.file, one.sop.nama, *_step(row))] + behind)
    return out.getvalue()


def _step(row: StepRow) -> tuple[Cell, ...]:
    timed, placed, length = row.timed, row.placed, row.length
    times = (
        (timed.earliest_start, timed.earliest_finish, timed.latest_start, timed.latest_finish, timed.slack)
        if timed
        else (None,) * 5
    )
    return (
        row.nomor,
        _text(row.kegiatan),
        _text(row.roles),
        _text(row.waktu),
        None if length.unknown else minutes(length.usual.work),
        minutes(length.usual.elapsed) if length.usual.elapsed else None,
        row.critical,
        *(None if value is None else minutes(value) for value in times),
        placed.start.isoformat(timespec="minutes") if placed else None,
        placed.finish.isoformat(timespec="minutes") if placed else None,
    )


def _sop(timed: TimedSop) -> tuple[Cell, ...]:
    analysis, verdict, outcome = timed.analysis, timed.verdict, timed.analysis.outcome
    available = outcome.tightest.frame.available if outcome else None
    return (
        minutes(analysis.scenarios.as_written.span.work),
        minutes(analysis.scenarios.longest.span.work),
        None if analysis.forecast.expected is None else minutes(analysis.forecast.expected),
        None if available is None else minutes(available),
        None if verdict is None or verdict.margin is None else minutes(verdict.margin),
        timed.met,
    )


def _text(text: str) -> str:
    return "" if text == NO_TEXT else text


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    safe = well_formed(value)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe
