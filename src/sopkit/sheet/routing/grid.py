"""The page as a grid: points where lines may bend, steps between them and what a step costs.

Nothing here knows which lines there are. A point is a number, `row of the grid * width + column of the grid`; a step is
`point << 2 | direction`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import EAST, NORTH, SOUTH, WEST
from sopkit.sheet.routing.lines import Lane, place, tracks
from sopkit.sheet.routing.ports import find_ports
from sopkit.sheet.routing.problem import BandKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopkit.sheet.routing.lines import Track
    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.ports import Port
    from sopkit.sheet.routing.problem import Node, Page, Point


@dataclass(frozen=True, slots=True)
class Grid:
    """A page ready for search.

    `price` holds for each step what it costs, 0 where there is none; `strides` what to add to a point, by direction.
    """

    xs: tuple[Track, ...]
    ys: tuple[Track, ...]
    price: list[int]
    strides: tuple[int, int, int, int]
    ports: Mapping[str, tuple[Port, ...]]

    def where(self, point: int) -> Point:
        """Where a point of the grid lies on the page."""
        row, column = divmod(point, len(self.xs))
        return self.xs[column].at, self.ys[row].at


def build_grid(page: Page, per_gap: int, distances: Distances, passing: int) -> Grid:
    """The grid of `page` with up to `per_gap` tracks in each gap; `passing` in front of a port costs so much more."""
    xs = tracks(_columns(page), per_gap, distances)
    ys = tracks(_rows(page), per_gap, distances)
    strides = (1, len(xs), -1, -len(xs))
    price = _prices(page, xs, ys, distances)
    ports = find_ports(page, xs, ys, distances)
    _charge_passing(price, strides, ports, passing)
    return Grid(xs, ys, price, strides, ports)


def _columns(page: Page) -> Iterator[Lane]:
    for i, column in enumerate(page.columns):
        nodes = [node for node in page.nodes if node.column == i]
        in_rows = [node for node in nodes if page.rows[node.band].kind is BandKind.ROW]
        centres = [node.centre[0] for node in nodes] or [(column.left + column.right) // 2]
        spans = tuple((node.x, node.right) for node in in_rows)
        yield Lane(column.left, column.right, spans, tuple(centres))


def _rows(page: Page) -> Iterator[Lane]:
    for i, band in enumerate(page.rows):
        if band.kind is BandKind.STRIP:
            continue
        nodes = [node for node in page.nodes if node.band == i]
        centres = [node.centre[1] for node in nodes] or [(band.top + band.bottom) // 2]
        yield Lane(band.top, band.bottom, tuple((n.y, n.bottom) for n in nodes), tuple(centres))


def _prices(page: Page, xs: tuple[Track, ...], ys: tuple[Track, ...], distances: Distances) -> list[int]:
    wide, high = len(xs), len(ys)
    price = [0] * (4 * wide * high)
    across = [xs[i + 1].at - xs[i].at for i in range(wide - 1)]
    down = [ys[i + 1].at - ys[i].at for i in range(high - 1)]
    for row in range(high):
        for column in range(wide):
            step = (row * wide + column) << 2
            if column < wide - 1:
                price[step | EAST] = across[column]
            if column:
                price[step | WEST] = across[column - 1]
            if row < high - 1:
                price[step | SOUTH] = down[row]
            if row:
                price[step | NORTH] = down[row - 1]
    for node in page.nodes:
        _close(price, xs, ys, node, distances.symbol)
    return price


def _close(price: list[int], xs: tuple[Track, ...], ys: tuple[Track, ...], node: Node, clear: int) -> None:
    """Take away the steps that would come nearer than `clear` to `node`."""
    left, right = _inside(xs, node.x - clear, node.right + clear)
    top, bottom = _inside(ys, node.y - clear, node.bottom + clear)
    wide = len(xs)
    for row in range(top, bottom):
        for column in range(left, right + 1):  # steps into, along and out of the closed rectangle
            if 0 < column < wide:
                price[(row * wide + column - 1) << 2 | EAST] = price[(row * wide + column) << 2 | WEST] = 0
    for column in range(left, right):
        for row in range(top, bottom + 1):
            if 0 < row < len(ys):
                price[((row - 1) * wide + column) << 2 | SOUTH] = 0
                price[(row * wide + column) << 2 | NORTH] = 0


def _inside(lines: tuple[Track, ...], low: int, high: int) -> tuple[int, int]:
    """The slice of the lines that lie strictly between."""
    return bisect_right(lines, low, key=place), bisect_left(lines, high, key=place)


def _charge_passing(
    price: list[int], strides: tuple[int, int, int, int], ports: Mapping[str, tuple[Port, ...]], charge: int
) -> None:
    """Make it dearer to pass across the gates of ports."""
    for node_ports in ports.values():
        for port in node_ports:
            for side in ((port.side + 1) & 3, (port.side + 3) & 3):
                step = port.gate << 2 | side
                back = (port.gate + strides[side]) << 2 | side ^ 2
                if price[step]:
                    price[step] += charge
                    price[back] += charge
