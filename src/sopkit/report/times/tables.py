"""The tables of reports about times: the steps of one SOP, two SOPs side by side, many SOPs in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.style import Style
from sopkit.report.times.amounts import elapsed_words, minutes_number, short_moment
from sopkit.report.times.facts import random
from sopkit.report.times.grid import Column, Row, Table
from sopkit.report.times.steps import NO_TEXT, one_line
from sopkit.report.times.words import (
    ACTIVITY,
    AFTER,
    BEFORE,
    CRITICAL,
    DEADLINE,
    DIFFERENCE,
    FILE,
    FINISH,
    MARGIN,
    MINUTES,
    NAME,
    NUMBER,
    ROLE,
    SHORT_CRITICAL,
    SHORT_MET,
    SHORT_MISSED,
    SHORT_OPEN,
    SLACK,
    START,
    TIME,
    TOTAL,
    UNKNOWN,
    kind_words,
)
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from sopkit.errors import Language
    from sopkit.report.times.steps import StepRow
    from sopkit.report.times.timed import TimedSop
    from sopkit.timing.scenarios import ScenarioTime

CRITICAL_MARK = "*"
"""Behind the number of a step on the critical path."""


def step_columns(language: Language) -> tuple[Column, ...]:
    """The columns of the table of steps, as `step_cells` fills them."""
    return (
        Column(NUMBER.pick(language), right=True),
        Column(ACTIVITY.pick(language), least=14),
        Column(ROLE.pick(language), least=8),
        Column(TIME.pick(language), least=8),
        Column(MINUTES.pick(language), right=True),
        Column(START.pick(language), right=True),
        Column(FINISH.pick(language), right=True),
        Column(SLACK.pick(language), right=True),
    )


def step_cells(row: StepRow, language: Language) -> tuple[str, ...]:
    """One step: start and finish are dates where there is a start, else minutes of work since the beginning."""
    usual = row.length.usual
    length = "?" if row.length.unknown else minutes_number(usual.work, language)
    if usual.elapsed:
        length = NO_TEXT if not usual.work else f"{length}+"
    return (
        row.nomor + (CRITICAL_MARK if row.critical else ""),
        row.kegiatan,
        row.roles,
        row.waktu,
        length,
        *_when(row, language),
        NO_TEXT if row.timed is None else minutes_number(row.timed.slack, language),
    )


def _when(row: StepRow, language: Language) -> tuple[str, str]:
    if row.placed is not None:
        return short_moment(row.placed.start, language), short_moment(row.placed.finish, language)
    if row.timed is None:
        return NO_TEXT, NO_TEXT
    ends = (row.timed.earliest_start, row.timed.earliest_finish)
    return minutes_number(ends[0], language), minutes_number(ends[1], language)


def comparison(before: TimedSop, after: TimedSop, language: Language) -> Table:
    """The main figures of an SOP as it is and as it would be, in minutes of work."""
    heading = Text(id="Bila diubah (menit kerja)", en="What if (minutes of work)")
    figures = (Column(text.pick(language), right=True) for text in (BEFORE, AFTER, DIFFERENCE))
    rows = tuple(Row(cells) for cells in _compared(before, after, language))
    return Table((Column(heading.pick(language), least=20), *figures), rows)


def _compared(before: TimedSop, after: TimedSop, language: Language) -> Iterator[tuple[str, ...]]:
    named = {Kind.AS_WRITTEN: TOTAL.pick(language), Kind.LONGEST: CRITICAL.pick(language)}
    both = (before, after)
    for kind in (Kind.AS_WRITTEN, Kind.LONGEST, Kind.SMOOTH, Kind.REWORK):
        name = named.get(kind) or kind_words(kind, after.analysis.scenarios.rounds, language)
        old, new = (one.analysis.scenarios.of(kind) for one in both)
        if kind not in named and all(_same_as_longest(one, kind) for one in both):
            continue
        lengths = (_short_length(old, language), _short_length(new, language))
        yield (name, *lengths, _change(new.span.order - old.span.order, language))
    expected = [one.analysis.forecast.expected for one in both]
    if expected[0] is not None and expected[1] is not None and any(random(one.analysis) for one in both):
        name = Text(id="Rata-rata", en="Expected").pick(language)
        lengths = (minutes_number(expected[0], language), minutes_number(expected[1], language))
        yield (name, *lengths, _change(expected[1] - expected[0], language))
    if after.deadline is not None:
        verdicts = [_VERDICTS[_rank(one)].pick(language) for one in both]
        yield (DEADLINE.pick(language), *verdicts, "")
        margins = [one.verdict.margin if one.verdict else None for one in both]
        if margins[0] is not None and margins[1] is not None:
            words = [minutes_number(margin, language) for margin in margins if margin is not None]
            yield (MARGIN.pick(language), *words, _change(margins[1] - margins[0], language))


def _same_as_longest(timed: TimedSop, kind: Kind) -> bool:
    found = timed.analysis.scenarios
    return found.of(kind).steps == found.longest.steps


def _change(seconds: Fraction | int, language: Language) -> str:
    return f"{'+' if seconds > 0 else ''}{minutes_number(seconds, language)}"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One SOP in the table of many: what is shown, and `order`, by which the table is sorted."""

    order: tuple[int, int, str]
    cells: tuple[str, ...]
    missed: bool


_MISSED, _OPEN, _MET, _WITHOUT = range(4)
_VERDICTS = {
    _MISSED: SHORT_MISSED,
    _OPEN: SHORT_OPEN,
    _MET: SHORT_MET,
    _WITHOUT: Text(id=NO_TEXT, en=NO_TEXT),
}


def summary_columns(language: Language) -> tuple[Column, ...]:
    """The columns of the table of many SOPs."""
    return (
        Column(FILE.pick(language), least=40, both_ends=True),
        Column(NAME.pick(language), least=14),
        Column(TOTAL.pick(language), right=True),
        Column(SHORT_CRITICAL.pick(language), right=True),
        Column(DEADLINE.pick(language)),
        Column(MARGIN.pick(language), right=True),
        Column(UNKNOWN.pick(language), least=6),
    )


def summary_row(timed: TimedSop, language: Language) -> SummaryRow:
    """One SOP, everything that its line needs and nothing more, so that thousands do not fill the memory."""
    verdict, scenarios = timed.verdict, timed.analysis.scenarios
    margin = verdict.margin if verdict else None
    lengths = [_short_length(scenario, language) for scenario in (scenarios.as_written, scenarios.longest)]
    return SummaryRow(
        order=(_rank(timed), margin or 0, timed.file),
        cells=(
            timed.file,
            one_line(timed.sop.nama),
            *lengths,
            _VERDICTS[_rank(timed)].pick(language),
            NO_TEXT if margin is None else minutes_number(margin, language),
            ", ".join(timed.numbers(timed.analysis.unknown)),
        ),
        missed=timed.met is False,
    )


def _short_length(scenario: ScenarioTime, language: Language) -> str:
    """Minutes of work, calendar time behind them; `≥` where a step has no known length."""
    span = scenario.span
    words = minutes_number(span.work, language) + (
        f" + {elapsed_words(span.elapsed, language)}" if span.elapsed else ""
    )
    return f"≥ {words}" if scenario.unknown else words


def _rank(timed: TimedSop) -> int:
    if timed.deadline is None:
        return _WITHOUT
    return {False: _MISSED, None: _OPEN, True: _MET}[timed.met]


def summary_table(timed: Iterable[TimedSop], language: Language) -> Table:
    """Many SOPs: those that miss their deadline first, then by margin, then by file.

    Deadline and margin are left out where no SOP has a deadline, and the last column where every length is known.
    """
    rows = sorted((summary_row(one, language) for one in timed), key=lambda row: row.order)
    columns = summary_columns(language)
    shown = list(range(len(columns)))
    if all(row.order[0] == _WITHOUT for row in rows):
        shown = shown[:-3] + shown[-1:]
    if not any(row.cells[-1] for row in rows):
        shown = shown[:-1]
    return Table(
        tuple(columns[i] for i in shown),
        tuple(Row(tuple(row.cells[i] for i in shown), Style.ERROR if row.missed else None) for row in rows),
    )
