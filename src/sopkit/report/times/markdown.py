"""The report of times as Markdown with the tables of GitHub, readable raw and on a forge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.render.characters import legal
from sopkit.render.markdown import markdown_text
from sopkit.report.times.burden import all_facts
from sopkit.report.times.grid import Row, Table
from sopkit.report.times.steps import step_rows
from sopkit.report.times.tables import CRITICAL_MARK, comparison, step_cells, step_columns, summary_table
from sopkit.report.times.words import AFTER, LEGEND_CRITICAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.errors import Language
    from sopkit.report.times.facts import Fact
    from sopkit.report.times.timed import TimedSop, TimesOptions


def render_markdown(timed: Iterable[TimedSop], options: TimesOptions) -> str:
    """All of `timed`: in detail one section for each, else one table."""
    if not options.detail:
        return _table(summary_table(timed, options.language))
    return "\n".join(_section(one, options.language) for one in timed)


def _section(timed: TimedSop, language: Language) -> str:
    parts = [f"## {_text(timed.sop.nama)}\n\n{_text(timed.file)}\n"]
    if timed.before is not None:
        parts.append("".join(f"- {_text(change)}\n" for change in timed.changes))
        parts += [_table(comparison(timed.before, timed, language)), f"### {AFTER.pick(language)}\n"]
    parts.append(_table(_steps(timed, language)))
    parts.append(f"\\{CRITICAL_MARK} {LEGEND_CRITICAL.pick(language)}\n")
    parts.append("".join(line for fact in all_facts(timed, language) for line in _fact(fact, "")))
    return "\n".join(parts)


def _steps(timed: TimedSop, language: Language) -> Table:
    return Table(step_columns(language), tuple(Row(step_cells(row, language)) for row in step_rows(timed)))


def _table(table: Table) -> str:
    marks = tuple("---:" if column.right else "---" for column in table.columns)
    heading = _line(tuple(_text(column.heading) for column in table.columns))
    return heading + _line(marks) + "".join(_line(tuple(map(_text, row.cells))) for row in table.rows)


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _fact(fact: Fact, indent: str) -> list[str]:
    label = f"**{_text(fact.label)}:** " if fact.label else ""
    lines = [f"{indent}- {label}{_text(fact.value)}".rstrip() + "\n"]
    for item in fact.items:
        lines += _fact(item, indent + "  ")
    return lines


def _text(text: str) -> str:
    return markdown_text(legal(text))
