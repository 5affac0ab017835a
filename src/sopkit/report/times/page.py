"""Gantt charts as an HTML page, complete in itself: for each SOP the picture, the table of steps, the facts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.render.characters import legal
from sopkit.report.style import Style
from sopkit.report.times.burden import all_facts
from sopkit.report.times.facts import Tone
from sopkit.report.times.grid import Row, Table
from sopkit.report.times.steps import one_line, step_rows
from sopkit.report.times.svg import render_svg
from sopkit.report.times.tables import comparison, step_cells, step_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.errors import Language
    from sopkit.report.times.facts import Fact
    from sopkit.report.times.timed import TimedSop, TimesOptions

_STYLE = """\
body { font: 14px/1.45 Arial, Helvetica, sans-serif; color: #1a1a1a; margin: 1.5rem auto; max-width: 1120px; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.25rem; margin: 2rem 0 .2rem } .file { color: #555; margin: 0 0 .8rem; overflow-wrap: anywhere }
svg { max-width: 100%; height: auto; border: 1px solid #ddd }
.scroll { overflow-x: auto }
table { border-collapse: collapse; margin: 1rem 0; font-size: 13px }
th, td { border: 1px solid #bbb; padding: .25rem .5rem; vertical-align: top; text-align: left; overflow-wrap: break-word }
th { background: #f0f0f0; white-space: nowrap } .right { text-align: right; white-space: nowrap } tr.critical td:first-child { font-weight: bold }
ul { padding-left: 1.2rem } .good { color: #0a5d2a } .bad { color: #b00020; font-weight: bold }
@page { size: landscape; margin: 12mm }
@media print { body { margin: 0; max-width: none } section { break-before: page } section:first-of-type { break-before: auto }
  svg { border: 0; max-height: 180mm } tr, li { break-inside: avoid } }"""
_TONES = {Tone.GOOD: "good", Tone.BAD: "bad", Tone.PLAIN: ""}


def render_page(timed: Sequence[TimedSop], options: TimesOptions) -> str:
    """All of `timed` in detail, in order; the page loads nothing and runs nothing."""
    language = options.language
    title = Text(id="Waktu SOP", en="Times of SOPs").pick(language)
    sections = "\n".join(_section(one, f"sopkit-{i}", language) for i, one in enumerate(timed, start=1))
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{_text(title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<h1>{_text(title)}</h1>
{sections}
</body>
</html>
"""


def _section(timed: TimedSop, mark: str, language: Language) -> str:
    parts = [f"<h2>{_text(one_line(timed.sop.nama))}</h2>", f'<p class="file">{_text(timed.file)}</p>']
    if timed.before is not None:
        parts += [_list([f"<li>{_text(change)}</li>" for change in timed.changes])]
        parts += [_table(comparison(timed.before, timed, language))]
    parts += [render_svg(timed, language, mark, titled=False).rstrip("\n"), _table(_steps(timed, language))]
    parts.append(_list([_fact(fact) for fact in all_facts(timed, language)]))
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _steps(timed: TimedSop, language: Language) -> Table:
    rows = (
        Row(step_cells(row, language), Style.WARNING if row.critical else None) for row in step_rows(timed)
    )
    return Table(step_columns(language), tuple(rows))


def _table(table: Table) -> str:
    heading = "".join(f"<th>{_text(column.heading)}</th>" for column in table.columns)
    return f'<div class="scroll"><table>\n<thead><tr>{heading}</tr></thead>\n<tbody>\n{_rows(table)}\n</tbody>\n</table></div>'


def _rows(table: Table) -> str:
    right = [' class="right"' if column.right else "" for column in table.columns]
    return "\n".join(
        ('<tr class="critical">' if row.style else "<tr>")
        + "".join(f"<td{to}>{_text(cell)}</td>" for cell, to in zip(row.cells, right, strict=True))
        + "</tr>"
        for row in table.rows
    )


def _list(items: Sequence[str]) -> str:
    return "<ul>\n" + "\n".join(items) + "\n</ul>"


def _fact(fact: Fact) -> str:
    tone = _TONES[fact.tone]
    label = f"<b>{_text(fact.label)}:</b> " if fact.label else ""
    below = _list([_fact(item) for item in fact.items]) if fact.items else ""
    value = f'<span class="{tone}">{_text(fact.value)}</span>' if tone else _text(fact.value)
    return f"<li>{label}{value}{below}</li>"


def _text(text: str) -> str:
    return escape(legal(text), quote=True)
