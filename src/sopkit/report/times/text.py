"""The report of times for people, in characters of equal width.

One SOP: a table of its steps with a Gantt chart, then the facts in words. Many: one table. Colours come from outside,
as a `Paint`; nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.printable import visible
from sopkit.report.style import Paint, Style, plain
from sopkit.report.times.bars import Marks, bar
from sopkit.report.times.burden import all_facts
from sopkit.report.times.facts import Tone
from sopkit.report.times.grid import GAP, Column, Row, Table, column_widths, joined, set_table, wrap
from sopkit.report.times.steps import one_line, step_rows
from sopkit.report.times.tables import CRITICAL_MARK, comparison, step_cells, step_columns, summary_table
from sopkit.report.times.words import (
    AFTER,
    LEGEND_CRITICAL,
    LEGEND_OTHER,
    LEGEND_SLACK,
    NOT_ON_WAY,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.errors import Language
    from sopkit.report.times.facts import Fact
    from sopkit.report.times.steps import StepRow
    from sopkit.report.times.timed import TimedSop, TimesOptions

WIDTH = 100
"""The columns where there is no terminal to ask."""

LEAST_WIDTH = 60
_LEAST_BAR, _GOOD_BAR, _MOST_BAR = 8, 14, 60
_TONES = {Tone.GOOD: Style.HELP, Tone.BAD: Style.ERROR}
_LIST_MARK = "- "


@dataclass(frozen=True, slots=True)
class Page:
    """What the text is written on: its width in cells, its colours and its characters."""

    width: int = WIDTH
    paint: Paint = plain
    marks: Marks = field(default_factory=Marks)


def render_text(timed: Iterable[TimedSop], options: TimesOptions, page: Page | None = None) -> str:
    """All of `timed` as text: in detail one after the other, else in one table."""
    on = page or Page()
    if not options.detail:
        return _summary(timed, options.language, on)
    return "\n".join(joined(_detail(one, options.language, on)) for one in timed)


def _summary(timed: Iterable[TimedSop], language: Language, page: Page) -> str:
    table = summary_table(timed, language)
    count = len(table.rows)
    missed = sum(row.style is Style.ERROR for row in table.rows)
    last = Text(
        id=f"{count} SOP dihitung, {missed} melewati tenggat. Semua waktu dalam menit kerja.",
        en=f"{count} SOPs timed, {missed} miss their deadline. All times in minutes of work.",
    )
    lines = set_table(table, page.width, page.paint, page.marks.rule)
    return joined([*lines, "", page.paint(last.pick(language), Style.BOLD)])


def _detail(timed: TimedSop, language: Language, page: Page) -> list[str]:
    lines = [
        page.paint(visible(one_line(timed.sop.nama)), Style.BOLD),
        page.paint(visible(timed.file), Style.PATH),
        "",
    ]
    if timed.before is not None:
        lines += _what_if(timed.before, timed, language, page)
    rows = step_rows(timed)
    lines += [*_steps(timed, rows, language, page), "", _legend(rows, language, page), ""]
    for fact in all_facts(timed, language):
        lines += _fact(fact, page, "")
    return lines


def _what_if(before: TimedSop, after: TimedSop, language: Language, page: Page) -> list[str]:
    table = comparison(before, after, language)
    changes = [f"{_LIST_MARK}{visible(change)}" for change in after.changes]
    heading = page.paint(f"{AFTER.pick(language)}:", Style.BOLD)
    return [*changes, "", *set_table(table, page.width, page.paint, page.marks.rule), "", heading, ""]


def _steps(timed: TimedSop, rows: tuple[StepRow, ...], language: Language, page: Page) -> list[str]:
    """The table of steps; its last column is the chart, left out where the page is too narrow for it."""
    cells = [_marked(row, step_cells(row, language)) for row in rows]
    styles = [Style.WARNING if row.critical else None for row in rows]
    table = Table(step_columns(language), tuple(map(Row, cells, styles)))
    wanted = _GOOD_BAR if page.width >= WIDTH else _LEAST_BAR
    widths = column_widths(table, page.width - wanted - len(GAP))
    room = page.width - sum(widths) - len(GAP) * len(widths)
    if room >= _LEAST_BAR:
        length = timed.analysis.critical.schedule.length
        bars = (bar(row, length, min(room, _MOST_BAR), page.marks) for row in rows)
        charted = tuple(
            Row((*cell, drawn), style) for cell, drawn, style in zip(cells, bars, styles, strict=True)
        )
        table = Table((*table.columns, Column("", exactly=min(room, _MOST_BAR))), charted)
    return set_table(table, page.width, page.paint, page.marks.rule)


def _marked(row: StepRow, cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a step, its number in line with those that have a mark behind them."""
    return cells if row.critical else (cells[0] + " " * len(CRITICAL_MARK), *cells[1:])


def _legend(rows: tuple[StepRow, ...], language: Language, page: Page) -> str:
    marks = page.marks
    parts = [f"{CRITICAL_MARK} {marks.critical} {LEGEND_CRITICAL.pick(language)}"]
    if any(row.timed and not row.critical for row in rows):
        parts.append(f"{marks.other} {LEGEND_OTHER.pick(language)}")
    if any(row.timed and row.timed.slack for row in rows):
        parts.append(f"{marks.slack} {LEGEND_SLACK.pick(language)}")
    if any(row.length.unknown for row in rows):
        parts.append(
            f"{marks.unknown} " + Text(id="lama tidak diketahui", en="length unknown").pick(language)
        )
    if any(row.timed is None for row in rows):
        parts.append(f"– {NOT_ON_WAY.pick(language)}")
    return GAP.join(parts)


def _fact(fact: Fact, page: Page, indent: str) -> list[str]:
    mark = _LIST_MARK if indent else ""
    head = f"{fact.label}:" if fact.label else ""
    text = f"{head} {fact.value}".strip()
    room = max(page.width - len(indent) - len(mark), LEAST_WIDTH // 2)
    first, *more = wrap(text, room)
    style = _TONES.get(fact.tone)
    if style is None and not indent and first.startswith(head):
        first = page.paint(head, Style.BOLD) + first.removeprefix(head)
    lines = [f"{indent}{mark}{first}", *(f"{indent}{' ' * max(len(mark), 2)}{line}" for line in more)]
    if style is not None:
        lines = [page.paint(line, style) for line in lines]
    for item in fact.items:
        lines += _fact(item, page, indent + "  ")
    return lines
