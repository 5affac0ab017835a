"""Vertical places as a share of their row and an offset, so that a drawing stretches with rows that a browser makes higher.

Symbols keep their size and stay in the middle; lines above and below them keep their distance from the row's upper and lower line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.model import RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.model import Page, PlacedSymbol, TableRow

_BESIDE: Final = 1_500
"""What is nearer to symbols than this moves with them."""
_TOP, _MIDDLE, _BOTTOM = 0, 50, 100


@dataclass(frozen=True, slots=True)
class Zone:
    """A row of a table: its lines, and the stretch between `low` and `high` that moves with its middle."""

    top: int
    bottom: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A vertical place: the row of the table from 0, percent of its height, and micrometres to be added."""

    row: int
    percent: int
    offset: int


def zones(page: Page) -> tuple[Zone, ...]:
    """The rows of the page's table, from top to bottom; none without a table."""
    return tuple(_zone(row, page.symbols) for row in (page.table.rows if page.table else ()))


def _zone(row: TableRow, symbols: Sequence[PlacedSymbol]) -> Zone:
    here = [symbol for symbol in symbols if row.top <= symbol.y < row.bottom]
    if row.kind not in {RowKind.STEP, RowKind.CAPSULE} or not here:
        return Zone(row.top, row.bottom, row.bottom, row.bottom)
    low = min(symbol.y for symbol in here) - _BESIDE
    return Zone(row.top, row.bottom, low, max(symbol.y + symbol.h for symbol in here) + _BESIDE)


def anchor(y: int, of: Sequence[Zone]) -> Anchor:
    """The place `y` of the page in terms of the rows `of` its table; a line between two rows belongs to the upper one.

    The same `y` always has the same anchor, so that lines that meet still meet in stretched rows.
    """
    row = next((i for i, zone in enumerate(of) if y <= zone.bottom), len(of) - 1)
    zone = of[row]
    if y < zone.low:
        return Anchor(row, _TOP, y - zone.top)
    if y <= zone.high and zone.low < zone.high:
        return Anchor(row, _MIDDLE, y - (zone.top + zone.bottom) // 2)
    return Anchor(row, _BOTTOM, y - zone.bottom)
