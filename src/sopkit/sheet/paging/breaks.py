"""Which bands stand on which page: the breaks that cost least, found by dynamic programming.

A band is a row of steps or a capsule that stands alone. Bands are never divided.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from sopkit.sheet.measures import CONNECTOR_COST, PAGE_COST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Crossing:
    """A line of the flow as far as pages are concerned: from one band to another."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Bands:
    """What is to be put on pages: heights of the bands, whether each must stay with the one before it, the lines."""

    heights: tuple[int, ...]
    glued: tuple[bool, ...]
    lines: tuple[Crossing, ...]


@dataclass(frozen=True, slots=True)
class Capacity:
    """What bands and strips of off-page connectors may take together: on the first page, and on each other one.

    `strip` tells how high the strip for a number of off-page connectors is. Each connector of a strip beyond `easy` ones
    costs `crowding`.
    """

    first: int
    other: int
    strip: Callable[[int], int]
    easy: int
    crowding: int


def break_pages(bands: Bands, capacity: Capacity) -> tuple[range, ...]:
    """The bands of each page. A page takes a band that is too tall for it when the band stands there alone.

    Of equal costs the one with the earlier break wins.
    """
    size = len(bands.heights)
    cost: list[int | None] = [0, *[None] * size]
    breaks = [0] * (size + 1)
    outside = _Outside(bands)
    heights = (0, *accumulate(bands.heights))
    for first in range(size):
        before = cost[first]
        if before is None or bands.glued[first]:
            continue
        allowed = capacity.first if first == 0 else capacity.other
        for end, above, below in outside.pages_from(first):
            high = heights[end] - heights[first] + capacity.strip(above) + capacity.strip(below)
            alone = not any(not glued for glued in bands.glued[first + 1 : end])
            if high > allowed and not alone:
                if heights[end] - heights[first] > allowed:
                    break
                continue
            if end < size and bands.glued[end]:
                continue
            crowd = max(above - capacity.easy, 0) + max(below - capacity.easy, 0)
            total = before + _page_cost(high, allowed, above + below) + crowd * capacity.crowding
            known = cost[end]
            if known is None or total < known:
                cost[end], breaks[end] = total, first
    return tuple(_pages(breaks))


def _page_cost(high: int, allowed: int, connectors: int) -> int:
    """A page's share: itself, its empty space, and half of each line that goes over, for the other half is on its other page."""
    slack = max(allowed - high, 0)
    return PAGE_COST + slack * slack // max(allowed, 1) + connectors * CONNECTOR_COST // 2


def _pages(breaks: Sequence[int]) -> list[range]:
    pages: list[range] = []
    end = len(breaks) - 1
    while end:
        pages.append(range(breaks[end], end))
        end = breaks[end]
    return pages[::-1]


class _Outside:
    """How many off-page connectors a page would have above and below its bands."""

    def __init__(self, bands: Bands) -> None:
        self.size = len(bands.heights)
        self.lines: list[list[Crossing]] = [[] for _ in bands.heights]
        for line in bands.lines:
            for band in {line.source, line.target}:
                self.lines[band].append(line)

    def pages_from(self, first: int) -> Iterator[tuple[int, int, int]]:
        """For every page that begins with band `first`, in order: its end, and its connectors above and below."""
        lines: list[Crossing] = []
        for end in range(first + 1, self.size + 1):
            lines += self.lines[end - 1]
            above, below = connectors(lines, range(first, end))
            yield end, above, below


def connectors(lines: Sequence[Crossing], page: range) -> tuple[int, int]:
    """How many off-page connectors `page` has above and below: one for each target and direction, and side it comes from."""
    above: set[tuple[int, bool]] = set()
    below: set[tuple[int, bool]] = set()
    for line in lines:
        here, there = line.source in page, line.target in page
        if here != there:
            other = line.target if here else line.source
            (above if other < page.start else below).add((line.target, here))
    return len(above), len(below)
