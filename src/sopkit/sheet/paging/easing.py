"""Rows that are only as high as their symbols need are given a little more where their page has it to spare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sopkit.sheet.measures import EASE
from sopkit.sheet.paging.breaks import connectors
from sopkit.sheet.paging.sizing import STEP
from sopkit.sheet.table.row import symbols_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.paging.breaks import Capacity, Crossing
    from sopkit.sheet.paging.sizing import SizedBand


def eased(
    bands: Sequence[SizedBand],
    pages: Sequence[range],
    lines: Sequence[Crossing],
    capacity: Capacity,
    symbol: int,
) -> tuple[SizedBand, ...]:
    """`bands` with more room above and below symbols of the height `symbol`; every page holds the same bands as before."""
    return tuple(
        band for page in pages for band in _page(bands, page, _spare(bands, page, lines, capacity), symbol)
    )


def _spare(bands: Sequence[SizedBand], page: range, lines: Sequence[Crossing], capacity: Capacity) -> int:
    allowed = capacity.first if page.start == 0 else capacity.other
    strips = sum(map(capacity.strip, connectors(lines, page)))
    return max(allowed - strips - sum(bands[number].height for number in page), 0)


def _page(bands: Sequence[SizedBand], page: range, spare: int, symbol: int) -> Iterator[SizedBand]:
    """Each band gets what it lacks, or all the same part of that."""
    lacks = {number: _lack(bands[number], symbol) for number in page}
    total = sum(lacks.values())
    for number, lack in lacks.items():
        more = lack if total <= spare else lack * spare // total
        yield replace(bands[number], height=bands[number].height + more // STEP * STEP)


def _lack(band: SizedBand, symbol: int) -> int:
    return max(symbols_height(band.band.levels, symbol) + 2 * EASE - band.height, 0)
