"""A page of the sheet → the operators that draw it: what lies below its pictures, and what lies above."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from sopkit.render.pdf.glyphs import runs, width
from sopkit.render.pdf.operators import capsule, extent, on_page, polygon, rectangle, show, texts
from sopkit.render.shapes import corners
from sopkit.render.strokes import arrowheads, strokes
from sopkit.sheet.model import Weight
from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.render.pdf.operators import FontName
    from sopkit.sheet.model import Cell, Connector, Page, PlacedSymbol, Stamp

_BOLD: Final = "Helvetica-Bold"
_TINT: Final = ".9255 g"
_STAMP: Final = "q .5 w .78 G 1 Tr"
"""Outlined letters, so pale that the text above stays legible in black and white."""
_STROKES: Final = {Weight.FRAME: "0 G .25 w", Weight.HAIR: ".6 G .12 w"}
_LINE: Final = "0 G 0 g .35 w 2 J"
"""Strokes reach half their width beyond their ends, which closes the corners."""
_SYMBOL: Final = "1 g 0 G .35 w"
_MIDDLE: Final = 693
"""Twice the height of a line's middle above its base line, in thousandths of the type size: see `Style.ascent`."""


def below(page: Page, font: FontName) -> str:
    """Shaded cells, and the word across the page that everything else covers."""
    return on_page(page.height, _below(page, font))


def _below(page: Page, font: FontName) -> Iterator[str]:
    yield _TINT
    yield from (rectangle((cell.x, cell.y, cell.w, cell.h), "f") for cell in _cells(page) if cell.tinted)
    if page.stamp:
        yield from _stamp(page.stamp, font)


def above(page: Page, font: FontName) -> str:
    """Ruled lines, the text of cells in reading order, the drawing, the footer."""
    return on_page(page.height, _above(page, font))


def _above(page: Page, font: FontName) -> Iterator[str]:
    for weight, look in _STROKES.items():
        yield look
        for rule in page.rules:
            if rule.weight is weight:
                yield polygon(((rule.x1, rule.y1), (rule.x2, rule.y2)), "S")
    yield "0 g 0 G"
    yield from texts((paragraph for cell in _cells(page) for paragraph in cell.paragraphs), font)
    yield from _lines(page.connectors)
    for connector in page.connectors:
        if connector.label:
            yield from texts((connector.label.lines,), font)
    for symbol in page.symbols:
        yield from _symbol(symbol, font)
    yield from texts(page.footer, font)


def _cells(page: Page) -> list[Cell]:
    rows = page.table.rows if page.table else ()
    return [*page.identity, *(cell for row in rows for cell in row.cells)]


def _lines(connectors: Sequence[Connector]) -> Iterator[str]:
    """What several lines share is drawn once, or it would look heavier on a screen than the rest."""
    yield _LINE
    for stroke in strokes(connectors):
        ends = [(stroke.start, stroke.at), (stroke.end, stroke.at)]
        yield polygon([(at, along) for along, at in ends] if stroke.upright else ends, "S")
    yield from (polygon(head, "h f") for head in arrowheads(connectors))


def _symbol(symbol: PlacedSymbol, font: FontName) -> Iterator[str]:
    if symbol.shape is Shape.KAPSUL:
        outline = capsule((symbol.x, symbol.y, symbol.w, symbol.h), "B")
    else:
        outline = polygon(corners(symbol), "h B")
    yield f"{_SYMBOL} {outline} 0 g"
    yield from texts(symbol.caption, font)


def _stamp(stamp: Stamp, font: FontName) -> Iterator[str]:
    """The word turned about its middle; in these coordinates y grows downward, so that up is negative."""
    found = runs(stamp.text)
    half, lift = extent(width(found, bold=True), stamp.size) / 2, extent(_MIDDLE, stamp.size) / 2
    along, up = cos(radians(stamp.angle)), sin(radians(stamp.angle))
    x = stamp.x - half * along + lift * up
    y = stamp.y + half * up + lift * along
    yield f"{_STAMP} BT"
    yield f"{along:.6f} {-up:.6f} {-up:.6f} {-along:.6f} {x / 1000:.4f} {y / 1000:.4f} Tm"
    # as one word, or programs that take the text out would strew its letters over the lines that they stand in
    whole = replace(found[0], meaning=stamp.text)
    yield from (show(run, _BOLD, stamp.size, font) for run in (whole, *found[1:]))
    yield "ET Q"
