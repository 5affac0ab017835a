"""Symbols and the words on branches → tiles of the HTML table: boxes at a share of their row's height and an offset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.render.html.lengths import css_mm, css_place
from sopkit.render.html.text import WordView, top, word_view
from sopkit.sheet.stretch import anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.model import Page, PlacedSymbol, Table
    from sopkit.sheet.stretch import Zone


@dataclass(frozen=True, slots=True)
class TileView:
    """A symbol in its cell: its kind, what it says to who cannot see it, its box, and the words in or beside it.

    The outline itself belongs to the ink of the row.
    """

    kind: str
    name: str
    style: str
    words: tuple[WordView, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a page's table by its number, and the first column of a cell that begins in it."""

    row: int
    column: int


def tile_views(
    page: Page, table: Table, of: Sequence[Zone], roles: Sequence[str]
) -> dict[Place, list[TileView]]:
    """The tiles of each cell that has any; a cell over several roles has those of all of them."""
    found: dict[Place, list[TileView]] = {}
    for symbol in page.symbols:
        at = anchor(symbol.y, of)
        column = table.first_role + symbol.role
        cells = table.rows[at.row].cells
        cell = next(one for one in cells if one.column <= column < one.column + one.columns)
        tile = _tile(symbol, symbol.x - cell.x, css_place(at.percent, at.offset), roles)
        found.setdefault(Place(at.row, cell.column), []).append(tile)
    return found


def _tile(symbol: PlacedSymbol, left: int, height: str, roles: Sequence[str]) -> TileView:
    return TileView(
        kind=symbol.shape.value,
        name=symbol.title if symbol.letter else f"{symbol.title}: {roles[symbol.role]}",
        style=f"left:{css_mm(left)};top:{height};width:{css_mm(symbol.w)};height:{css_mm(symbol.h)}",
        words=tuple(
            word_view(of, symbol.x, f"top:{css_mm(top(of) - symbol.y)}") for of in symbol.caption if of.lines
        ),
    )


def label_views(page: Page, table: Table, of: Sequence[Zone]) -> dict[int, list[WordView]]:
    """The words on branches by the number of their row, measured from the table's left line."""
    found: dict[int, list[WordView]] = {}
    for connector in page.connectors:
        if connector.label:
            lines, at = connector.label.lines, anchor(connector.label.y, of)
            height = css_place(at.percent, at.offset + top(lines) - connector.label.y)
            found.setdefault(at.row, []).append(word_view(lines, table.edges[0], f"top:{height}"))
    return found
