"""The ink of a table's rows for HTML: ruled lines, connectors and outlines as SVG that stretches with its row.

Each row gets the inside of an `<svg>` as wide as the table and as high as the row, whatever height the browser gives it: what
`sopkit.sheet.stretch` anchors at the row's top, middle or bottom stands in a group of its own there, and a stroke from one
anchor to another is as long as the row makes it. No text in here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from sopkit.render.html.lengths import css_mm, css_place, mm
from sopkit.render.shapes import STROKE, corners
from sopkit.render.strokes import arrowheads, strokes
from sopkit.sheet.routing.problem import Shape
from sopkit.sheet.stretch import anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.render.strokes import Stroke
    from sopkit.sheet.model import Page, PlacedSymbol, Rule, Table
    from sopkit.sheet.routing.problem import Point
    from sopkit.sheet.stretch import Zone

_PIXELS: Final = "3.7795276"
"""CSS pixels in a millimetre."""
_TOP, _MIDDLE, _BOTTOM = 0, 50, 100


@dataclass(slots=True)
class _Group:
    """What is anchored at one height of a row, in the order of painting; `runs` are the strokes, in one path."""

    runs: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)

    def markup(self, percent: int) -> str:
        """All of it, around the height `percent` of the row; empty when there is nothing."""
        parts = [f'<path class="line" d="{"".join(self.runs)}"/>'] if self.runs else []
        if self.heads:
            parts.append(f'<path class="head" d="{"".join(self.heads)}"/>')
        inside = f'<g transform="scale({_PIXELS})">{"".join((*parts, *self.shapes))}</g>'
        if not parts and not self.shapes:
            return ""
        return f'<svg y="{percent}%">{inside}</svg>' if percent else inside


@dataclass(slots=True)
class _Row:
    rules: list[str] = field(default_factory=list)
    long: list[str] = field(default_factory=list)
    groups: dict[int, _Group] = field(
        default_factory=lambda: {percent: _Group() for percent in (_TOP, _MIDDLE, _BOTTOM)}
    )

    def markup(self) -> str:
        groups = (group.markup(percent) for percent, group in self.groups.items())
        return "".join((*self.rules, *self.long, *groups))


def row_inks(page: Page, table: Table, of: Sequence[Zone]) -> tuple[Markup, ...]:
    """For each row of the page's table, whose zones are `of`, the inside of its `<svg>`."""
    left = table.edges[0]
    rows = [_Row() for _ in table.rows]
    for rule in page.rules:
        _rule(rule, table, rows)
    for stroke in strokes(page.connectors):
        (_upright if stroke.upright else _level)(stroke, left, of, rows)
    for head in arrowheads(page.connectors):
        at = anchor(head[0][1], of)
        rows[at.row].groups[at.percent].heads.append(_outline(head, left, head[0][1] - at.offset))
    for symbol in page.symbols:
        at = anchor(symbol.y, of)
        rows[at.row].groups[at.percent].shapes.append(_shape(symbol, left, symbol.y - at.offset))
    return tuple(Markup(row.markup()) for row in rows)  # noqa: S704 - holds no text


def _rule(rule: Rule, table: Table, rows: Sequence[_Row]) -> None:
    """Write a ruled line into the rows that it belongs to: a level one to the row above it, the uppermost to the first."""
    left, kind = table.edges[0], rule.weight.value
    if rule.x1 == rule.x2:
        x = css_mm(rule.x1 - left)
        line = f'<line class="{kind}" x1="{x}" x2="{x}" y2="100%"/>'
        for row, here in zip(table.rows, rows, strict=True):
            if rule.y1 < row.bottom and rule.y2 > row.top:
                here.rules.append(line)
        return
    ends = f'x1="{css_mm(rule.x1 - left)}" x2="{css_mm(rule.x2 - left)}"'
    for row, here in zip(table.rows, rows, strict=True):
        if rule.y1 == row.bottom:
            here.rules.append(f'<line class="{kind}" {ends} y1="100%" y2="100%"/>')
    if rule.y1 == table.top:
        rows[0].rules.append(f'<line class="{kind}" {ends}/>')


def _level(stroke: Stroke, left: int, of: Sequence[Zone], rows: Sequence[_Row]) -> None:
    at = anchor(stroke.at, of)
    run = f"M{mm(stroke.start - left)} {mm(at.offset)}H{mm(stroke.end - left)}"
    rows[at.row].groups[at.percent].runs.append(run)


def _upright(stroke: Stroke, left: int, of: Sequence[Zone], rows: Sequence[_Row]) -> None:
    for row, zone in zip(rows, of, strict=True):
        start, end = max(stroke.start, zone.top), min(stroke.end, zone.bottom)
        if start < end:
            _part(stroke.at - left, (start, end), zone, row)


def _part(x: int, stretch: tuple[int, int], zone: Zone, row: _Row) -> None:
    """The part of an upright stroke that lies in one row; ends as square as those of other strokes."""
    first, last = anchor(stretch[0], (zone,)), anchor(stretch[1], (zone,))
    if first.percent == last.percent:
        row.groups[first.percent].runs.append(f"M{mm(x)} {mm(first.offset)}V{mm(last.offset)}")
        return
    y = css_place(first.percent, first.offset - STROKE // 2)
    height = css_place(last.percent - first.percent, last.offset - first.offset + STROKE)
    row.long.append(f'<rect class="run" style="x:{css_mm(x - STROKE // 2)};y:{y};height:{height}"/>')


def _outline(points: Sequence[Point], left: int, top: int) -> str:
    return "M" + "L".join(f"{mm(x - left)} {mm(y - top)}" for x, y in points) + "z"


def _shape(symbol: PlacedSymbol, left: int, top: int) -> str:
    kind = symbol.shape.value
    if symbol.shape is Shape.KAPSUL:
        return (
            f'<rect class="{kind}" x="{mm(symbol.x - left)}" y="{mm(symbol.y - top)}" '
            f'width="{mm(symbol.w)}" height="{mm(symbol.h)}" rx="{mm(symbol.h // 2)}"/>'
        )
    return f'<path class="{kind}" d="{_outline(corners(symbol), left, top)}"/>'
