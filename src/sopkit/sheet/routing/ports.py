"""The ports of the symbols, and how lines come straight out of them and into them. Where lines go from there is the search's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import EAST, NORTH, SOUTH, WEST
from sopkit.sheet.routing.lines import place
from sopkit.sheet.routing.outline import Box, line_box
from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopkit.sheet.routing.lines import Track
    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.problem import Node, Page, Point


@dataclass(frozen=True, slots=True)
class Port:
    """The middle of a symbol's side, `side` being the direction outward; `at` is its place on the page.

    `gate` is the first point of the grid outside, where a line that leaves may bend; `length` the way to it. `approach` are
    the points of the last straight run of a line that comes in, ending in the gate: an arrowhead has room on it. It is empty
    where there is no such room.
    """

    node: str
    side: int
    at: Point
    gate: int
    length: int
    approach: tuple[int, ...]


def find_ports(
    page: Page, xs: Sequence[Track], ys: Sequence[Track], distances: Distances
) -> Mapping[str, tuple[Port, ...]]:
    """The ports of each node that have a way out between the others, by the node's id."""
    finder = _Finder(page, xs, ys, distances)
    return {node.id: tuple(finder.ports(node)) for node in page.nodes}


@dataclass(frozen=True, slots=True)
class _Finder:
    page: Page
    xs: Sequence[Track]
    ys: Sequence[Track]
    distances: Distances

    def ports(self, node: Node) -> Iterator[Port]:
        for side in _sides(node, self.page):
            at = _middle(node, side)
            first = self._beyond(at, side, self.distances.symbol)
            last = self._beyond(at, side, self.distances.arrow)
            if first is None or not self._is_free(node, at, self._place(at, side, first)):
                continue
            if last is None or not self._is_free(node, at, self._place(at, side, last)):
                approach = range(0)
            else:
                inward = -1 if side in {EAST, SOUTH} else 1
                approach = range(last, first + inward, inward)
            gate = self._place(at, side, first)
            length = abs(gate[0] - at[0]) + abs(gate[1] - at[1])
            points = tuple(self._point(at, side, i) for i in approach)
            yield Port(node.id, side, at, self._point(at, side, first), length, points)

    def _lines(self, side: int) -> Sequence[Track]:
        """The grid lines that a line going out to this side meets."""
        return self.xs if side in {EAST, WEST} else self.ys

    def _beyond(self, at: Point, side: int, clear: int) -> int | None:
        """The first grid line at least `clear` outward; None where there is none any more."""
        lines, start = self._lines(side), at[side & 1]
        if side in {EAST, SOUTH}:
            i = bisect_left(lines, start + clear, key=place)
            return i if i < len(lines) else None
        i = bisect_right(lines, start - clear, key=place) - 1
        return i if i >= 0 else None

    def _place(self, at: Point, side: int, line: int) -> Point:
        reached = self._lines(side)[line].at
        return (reached, at[1]) if side in {EAST, WEST} else (at[0], reached)

    def _point(self, at: Point, side: int, line: int) -> int:
        """The number of the grid point where the way out crosses a grid line."""
        x, y = self._place(at, side, line)
        return bisect_left(self.ys, y, key=place) * len(self.xs) + bisect_left(self.xs, x, key=place)

    def _is_free(self, node: Node, at: Point, end: Point) -> bool:
        """Whether the way straight from the port to `end` keeps clear of all other symbols."""
        way, clear = line_box(at, end), self.distances.symbol
        others = (other for other in self.page.nodes if other is not node)
        return all(Box(o.x, o.y, o.right, o.bottom).gap(way) >= clear for o in others)


def _sides(node: Node, page: Page) -> tuple[int, ...]:
    """The sides with a port; of an off-page connector the one towards the rows."""
    if node.shape is not Shape.SEGILIMA:
        return (EAST, SOUTH, WEST, NORTH)
    return (SOUTH,) if node.band < len(page.rows) - 1 - node.band else (NORTH,)


def _middle(node: Node, side: int) -> Point:
    x, y = node.centre
    return ((node.right, y), (x, node.bottom), (node.x, y), (x, node.y))[side]
