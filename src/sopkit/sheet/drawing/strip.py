"""Where off-page connectors stand in their strip: each as near as can be to the column it has to do with, none crossing.

A strip has a place in the middle of every column. Where those are too few, each column gets several places side by side, on
several lines if they would touch, so that every place can be reached straight from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import PENTAGON, PENTAGON_SMALL, PENTAGON_TINY, STRIP, STRIP_CROWDED

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROW: Final = 16_000
"""Columns below this width have the smaller connectors."""
_ROOMY: Final = 20_000
"""In columns below this width captions beside connectors find no room when there is one in every column."""
_APART: Final = 1_000
"""Between connectors on one line."""
_CLEAR: Final = 1_500
"""Between a connector and the line to another, as the router wants it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place: the column it is in, the x of its middle from the left of the first column, its line from 0 at the rows."""

    column: int
    x: int
    line: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The places of a strip, left to right, the size of its connectors, and its height.

    In a `crowded` strip captions stand above or below the connectors instead of beside them.
    """

    slots: tuple[Slot, ...]
    size: tuple[int, int]
    lines: int
    line_height: int
    crowded: bool

    @property
    def height(self) -> int:
        """The height of all its lines."""
        return self.lines * self.line_height


def plan_strip(count: int, columns: int, width: int) -> Strip:
    """The strip for `count` connectors over `columns` columns of `width`; with fewer places where no more are to be had."""
    if count <= columns:
        size = PENTAGON_SMALL if width < _NARROW else PENTAGON
        slots = tuple(Slot(i, width * i + width // 2, 0) for i in range(columns))
        crowded = 1 < count == columns and width < _ROOMY
        high = STRIP_CROWDED if crowded else STRIP
        return Strip(slots, size, 1 if count else 0, high, crowded=crowded)
    each = min(-(-count // columns), width // _least(PENTAGON_TINY))
    pitch = width // each
    size = PENTAGON_SMALL if pitch >= _least(PENTAGON_SMALL) else PENTAGON_TINY
    lines = -(-(size[0] + _APART) // pitch)
    slots = tuple(
        Slot(i, width * i + width * (2 * j + 1) // (2 * each), (i * each + j) % lines)
        for i in range(columns)
        for j in range(each)
    )
    return Strip(slots, size, lines, STRIP_CROWDED, crowded=True)


def _least(size: tuple[int, int]) -> int:
    """From middle to middle where the line to one connector passes another."""
    return size[0] // 2 + _CLEAR


def assign(wishes: Sequence[tuple[int, int]], places: Sequence[int]) -> tuple[int, ...]:
    """For each of `wishes` (where, and how much it counts) the position in `places`: in order, each place once, near by.

    Both ascend. The sum of the distances, each as often as it counts, is the least possible; of equal sums the one more to
    the left is taken. There must be as many places as wishes.
    """
    far = 1 + sum(weight * max(abs(place - wish) for place in places) for wish, weight in wishes)
    least = [[0] * (len(places) + 1)]
    for i, (wish, weight) in enumerate(wishes):
        row = [far * (len(wishes) + 1)]
        for j, place in enumerate(places):
            row.append(min(row[j], least[i][j] + weight * abs(wish - place)))
        least.append(row)
    chosen: list[int] = []
    j = len(places)
    for i in range(len(wishes), 0, -1):
        while j > 1 and least[i][j - 1] == least[i][j]:
            j -= 1
        chosen.append(j - 1)
        j -= 1
    return tuple(reversed(chosen))
