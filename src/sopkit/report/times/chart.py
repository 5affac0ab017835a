"""A Gantt chart as data: bars of the longest scenario on an axis, ready to be drawn by any writer."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.times.amounts import END_OF_DAY, clock_words, date_words, moment_words, work_words
from sopkit.report.times.axis import Axis, day_axis, day_position, work_axis
from sopkit.report.times.facts import total_words
from sopkit.report.times.steps import one_line, step_rows
from sopkit.report.times.verdicts import verdict_words
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from sopkit.errors import Language
    from sopkit.report.times.steps import StepRow
    from sopkit.report.times.timed import TimedSop

_FAR = Fraction(8, 5)
"""A deadline up to so many times the length of the work is drawn; one beyond it would leave the bars no room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step: a bar from `begin` to `end` on the axis, and on to `free`, the latest finish, where it has slack.

    `begin` is None for a step that is not on the longest way.
    """

    row: StepRow
    begin: Fraction | None
    end: Fraction
    free: Fraction


@dataclass(frozen=True, slots=True)
class Due:
    """The deadline: where it is on the axis, None when it lies beyond it, and its words."""

    at: Fraction | None
    label: str
    missed: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `lines` stand below the title, `notes` below the chart."""

    title: str
    lines: tuple[str, ...]
    axis: Axis
    bars: tuple[Bar, ...]
    due: Due | None
    notes: tuple[str, ...]


def make_chart(timed: TimedSop, language: Language, most: int) -> Chart:
    """The chart of `timed`; `most` is how many labels of days the axis has room for."""
    rows = step_rows(timed)
    begin = _begin(timed)
    axis, bars, due = (
        _by_work(timed, rows, language) if begin is None else _by_date(timed, rows, begin, language, most)
    )
    notes = [name for shade in axis.shades for name in shade.names]
    off = Text(id="Libur: ", en="Holidays: ").pick(language)
    said = [one_line(note.text.pick(language)) for note in timed.analysis.notes]
    return Chart(
        one_line(timed.sop.nama),
        tuple(_lines(timed, begin, language)),
        axis,
        bars,
        due,
        (*((off + "; ".join(notes),) if notes else ()), *said),
    )


def _begin(timed: TimedSop) -> datetime | None:
    outcome = timed.analysis.outcome
    return outcome.tightest.frame.begin if outcome else None


def _lines(timed: TimedSop, begin: datetime | None, language: Language) -> list[str]:
    longest = Text(id="Jalur terpanjang tanpa perulangan", en="Longest way without repeats").pick(language)
    first = f"{longest}: {total_words(timed, Kind.LONGEST, language)}"
    if begin is not None:
        first += Text(id=", mulai ", en=", starting ").pick(language) + moment_words(begin, language)
    outcome = timed.analysis.outcome
    if outcome is None or timed.deadline is None:
        return [first]
    deadline = Text(id="Tenggat", en="Deadline").pick(language)
    return [first, f"{deadline}: {verdict_words(timed, outcome.verdict(Kind.LONGEST), language)}"]


def _by_work(
    timed: TimedSop, rows: tuple[StepRow, ...], language: Language
) -> tuple[Axis, tuple[Bar, ...], Due | None]:
    length = timed.analysis.critical.schedule.length
    outcome = timed.analysis.outcome
    available = outcome.tightest.frame.available if outcome else None
    due = None
    if available is not None and outcome is not None:
        near = available <= length * _FAR
        label = work_words(available, timed.time, language)
        due = Due(Fraction(available) if near else None, label, outcome.verdict(Kind.LONGEST).met is False)
        length = max(length, available) if near else length
    bars = tuple(
        Bar(
            row,
            Fraction(row.timed.earliest_start),
            Fraction(row.timed.earliest_finish),
            Fraction(row.timed.latest_finish),
        )
        if row.timed
        else Bar(row, None, Fraction(0), Fraction(0))
        for row in rows
    )
    return work_axis(length, timed.time, language), bars, due


def _by_date(
    timed: TimedSop, rows: tuple[StepRow, ...], begin: datetime, language: Language, most: int
) -> tuple[Axis, tuple[Bar, ...], Due | None]:
    first, calendar = begin.date(), timed.calendar
    bars = tuple(_dated(row, begin, timed) for row in rows)
    ends = [row.placed.finish for row in rows if row.placed]
    last = max(ends, default=begin)
    outcome = timed.analysis.outcome
    moment = outcome.tightest.frame.due if outcome else None
    due = None
    if moment is not None and outcome is not None:
        at = day_position(moment, first, calendar)
        near = begin <= moment and (
            moment.date() <= last.date() or at <= ((last.date() - first).days + 1) * _FAR
        )
        late = outcome.verdict(Kind.LONGEST).met is False
        due = Due(at if near else None, _due_words(moment, language), late)
        last = max(last, moment) if near else last
    return day_axis(first, last.date(), calendar, most, language), bars, due


def _due_words(moment: datetime, language: Language) -> str:
    day = date_words(moment.date(), language)
    return day if (moment.hour, moment.minute) == END_OF_DAY else f"{day} {clock_words(moment, language)}"


def _dated(row: StepRow, begin: datetime, timed: TimedSop) -> Bar:
    if row.placed is None:
        return Bar(row, None, Fraction(0), Fraction(0))
    first, calendar = begin.date(), timed.calendar
    start, end = (day_position(moment, first, calendar) for moment in (row.placed.start, row.placed.finish))
    free = end
    if row.timed and row.timed.slack and not any(length.usual.elapsed for length in timed.analysis.times):
        latest = calendar.tambah(begin, row.timed.latest_finish // 60)
        free = max(end, day_position(latest, first, calendar))
    return Bar(row, start, end, free)
