"""Where the labels stand: each near the beginning of its line, covering nothing.

Candidates slide along both sides of a line's runs; the cheapest legal one is taken. The lines themselves stay as they are.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import sign
from sopkit.sheet.routing.outline import Box, line_box, shadow
from sopkit.sheet.routing.problem import BandKind, LabelBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.outline import Stretch
    from sopkit.sheet.routing.problem import Connection, Node, Page, Point

_SLIDE = 200
"""Candidates stand so far apart at least."""
_ALONG = (0, 500, 1_000, 2_000, 4_000)
"""How far from the nearest free place along a run others are tried: a little farther on there may be more room."""
_REACH = 3_500
"""Farther than this from its line no label stands."""
_ORDERS = 3
"""Times that the labels left over are placed first instead."""
_CROWDED = 1_200
"""Nearer than this to a strange line a label looks as if it belonged to that."""
_MISTAKABLE = 6_000
"""What it costs to stand nearer to a strange line than to one's own."""
_SIDES = ((0, 600), (300, 0))
"""What a place costs above and below a level run, left and right of an upright one; a micrometre from its beginning costs 1."""
_BEYOND = 1_500
"""What it costs to stand beyond a line of the table."""


def place_labels(
    page: Page, lines: Mapping[int, tuple[Point, ...]], distances: Distances
) -> dict[int, LabelBox]:
    """The labels by number of the connection; one that has no legal place is missing."""
    room = _Room(page, lines, distances)
    wanted = [edge for edge in page.edges if edge.label is not None and edge.id in lines]
    wanted.sort(key=lambda edge: -edge.label_w)
    boxes: dict[int, Box] = {}
    for _ in range(_ORDERS):
        boxes = _place_in_order(wanted, room)
        if len(boxes) == len(wanted):
            break
        wanted.sort(key=lambda edge: edge.id in boxes)
    return {
        edge.id: LabelBox(
            edge.label or "", boxes[edge.id].left, boxes[edge.id].top, edge.label_w, edge.label_h
        )
        for edge in wanted
        if edge.id in boxes
    }


def _place_in_order(wanted: Sequence[Connection], room: _Room) -> dict[int, Box]:
    """Each label at the best place that those before it have left."""
    boxes: dict[int, Box] = {}
    for edge in wanted:
        box = room.best_box(edge, list(boxes.values()))
        if box is not None:
            boxes[edge.id] = box
    return boxes


class _Room:
    """What labels must keep clear of."""

    def __init__(self, page: Page, lines: Mapping[int, tuple[Point, ...]], distances: Distances) -> None:
        self.nodes = page.nodes
        self.lines = lines
        self.distances = distances
        self.runs = [
            (number, line_box(a, b)) for number, points in lines.items() for a, b in pairwise(points)
        ]
        self.columns = [(column.left, column.right) for column in page.columns]
        self.rows = [(band.top, band.bottom) for band in page.rows if band.kind is BandKind.ROW]

    def best_box(self, edge: Connection, labels: Sequence[Box]) -> Box | None:
        """The cheapest legal box among the `labels` placed so far; None when there is none."""
        runs = self._runs_beside(edge)
        near = self._near(edge, runs, labels)
        found = sorted(self._candidates(edge, runs, near, everywhere=False))
        found = found or sorted(self._candidates(edge, runs, near, everywhere=True))
        best: tuple[int, Box] | None = None
        for cost, x, y in found:
            if best is not None and cost >= best[0]:
                break
            box = Box(x, y, x + edge.label_w, y + edge.label_h)
            total = cost + near.crowding(box)
            if best is None or total < best[0]:
                best = total, box
        return best[1] if best else None

    def _near(
        self, edge: Connection, runs: Sequence[tuple[Point, Point]], labels: Sequence[Box]
    ) -> _Neighbours:
        """What stands where the label may come."""
        reach = _REACH + _CROWDED + max(edge.label_w, edge.label_h)
        own = [line_box(a, b) for a, b in runs]
        return _Neighbours(
            [(number == edge.id, run) for number, run in self.runs if any(run.gap(o) < reach for o in own)],
            [n for n in self.nodes if any(Box(n.x, n.y, n.right, n.bottom).gap(o) < reach for o in own)],
            [box for box in labels if any(box.gap(o) < reach for o in own)],
            self.distances.label,
        )

    def _runs_beside(self, edge: Connection) -> list[tuple[Point, Point]]:
        """The runs that a label may stand beside: not where others have joined the line, for it would be theirs too."""
        points = self.lines[edge.id]
        joints = [
            _parting(points[::-1], line[::-1])
            for number, line in self.lines.items()
            if number != edge.id and line[-1] == points[-1]
        ]
        runs: list[tuple[Point, Point]] = []
        for a, b in pairwise(points):
            ends = [
                joint for joint in joints if line_box(a, b).gap(line_box(joint, joint)) <= 0 and joint != a
            ]
            if ends and runs:
                end = _nearest(a, ends)
                return [*runs, (a, end)]
            runs.append((a, b))
        return runs

    def _candidates(
        self,
        edge: Connection,
        runs: Sequence[tuple[Point, Point]],
        near: _Neighbours,
        *,
        everywhere: bool,
    ) -> Iterator[tuple[int, int, int]]:
        """Cost, x and y of free places beside `runs`, in cells of the table; with `everywhere` at any distance that counts."""
        passed = 0
        for a, b in runs:
            upright = a[0] == b[0]
            size, broad = (edge.label_h, edge.label_w) if upright else (edge.label_w, edge.label_h)
            axes = _Axes(self, near, upright=upright)
            start, end, at = (a[1], b[1], a[0]) if upright else (a[0], b[0], a[1])
            for side_cost, side in axes.beside(at, broad, everywhere=everywhere):
                for cost, low in axes.along((start, end), size, (side, side + broad)):
                    total = passed + side_cost + cost
                    yield (total, side, low) if upright else (total, low, side)
            passed += abs(end - start)


class _Axes:
    """The two dimensions of the page as a run sees them: along it, which is down the page when `upright`, and beside it."""

    def __init__(self, room: _Room, near: _Neighbours, *, upright: bool) -> None:
        self.near = near
        self.upright = upright
        self.clear, self.usual = room.distances.label, room.distances.label_to_line
        self.cells_along, self.cells_beside = (
            (room.rows, room.columns) if upright else (room.columns, room.rows)
        )

    def beside(self, at: int, size: int, *, everywhere: bool) -> Iterator[tuple[int, int]]:
        """Cost and low end of places on both sides of a run, from close by to `_REACH`, and beyond a table line."""
        costs = _SIDES[self.upright]
        ends = {end for cell in self.cells_beside for end in cell}
        beyond = {self.clear + abs(end - at) for end in ends if abs(end - at) < _REACH - self.clear}
        usual = {self.clear, *range(self.usual, _REACH, _SLIDE)}
        tight = (
            {self.clear + abs(end - at) for end in self.near.ends(upright=not self.upright)}
            if everywhere
            else set()
        )
        tight = {away for away in tight if self.clear <= away < _REACH}
        for away in sorted(usual | beyond | tight):
            cost = abs(away - self.usual) + (_BEYOND if away in beyond else 0)
            for side_cost, low in zip(costs, (at - away - size, at + away), strict=True):
                if any(a + self.clear <= low and low + size <= b - self.clear for a, b in self.cells_beside):
                    yield side_cost + cost, low

    def along(self, run: Stretch, size: int, band: Stretch) -> Iterator[tuple[int, int]]:
        """Cost and low end of free places along a run, from a little before its beginning to its end."""
        start, end = run
        forward = 1 if end > start else -1
        first = start if forward > 0 else start - size
        lows = (start - size, end) if forward > 0 else (end - size, start)
        shadows = self.near.shadows(band, upright=self.upright)
        for a, b in self.cells_along:
            free = (max(a + self.clear, lows[0]), min(b - self.clear - size, lows[1]))
            for low, high in _free(free, shadows, size):
                nearest = min(max(first, low), high)
                for way in _ALONG:
                    place = nearest + forward * way
                    if low <= place <= high:
                        yield abs(place - first), place


def _free(stretch: Stretch, shadows: Iterable[Stretch], size: int) -> Iterator[Stretch]:
    """The places in `stretch` where something as long as `size` can begin, from low to high, touching no shadow."""
    start, end = stretch
    for low, high in shadows:
        if start > end:
            return
        if high <= start:
            continue
        if low - size >= start:
            yield start, min(low - size, end)
        start = max(start, high)
    if start <= end:
        yield start, end


class _Neighbours:
    """The lines, symbols and labels near a label; a line with whether it is the label's own."""

    def __init__(
        self, runs: Sequence[tuple[bool, Box]], nodes: Sequence[Node], labels: Sequence[Box], clear: int
    ) -> None:
        self.runs = runs
        self.nodes = nodes
        self.labels = labels
        self.clear = clear

    def crowding(self, box: Box) -> int:
        """What it costs that strange lines are near, and more when one is nearer than the label's own."""
        nearest = min((box.gap(run) for own, run in self.runs if not own), default=_CROWDED)
        own = min(box.gap(run) for own, run in self.runs if own)
        return 2 * max(_CROWDED - nearest, 0) + (_MISTAKABLE if nearest < own else 0)

    def shadows(self, band: Stretch, *, upright: bool) -> list[Stretch]:
        """What a label between the ends of `band` must not reach into, sorted; see `shadow`."""
        clear = self.clear
        found: list[Stretch] = []
        for box in (*(run for _, run in self.runs), *self.labels):
            across, along = (box.x, box.y) if upright else (box.y, box.x)
            if band[0] < across[1] + clear and across[0] - clear < band[1]:
                found.append((along[0] - clear, along[1] + clear))
        around = (shadow(node, band, clear, upright=upright) for node in self.nodes)
        found += [stretch for stretch in around if stretch]
        return sorted(found)

    def ends(self, *, upright: bool) -> Iterator[int]:
        """Where what stands near begins and ends, down the page when `upright`, else across it."""
        boxes = (*(run for _, run in self.runs), *self.labels)
        for box in (*boxes, *(Box(n.x, n.y, n.right, n.bottom) for n in self.nodes)):
            yield from box.y if upright else box.x


def _parting(one: Sequence[Point], other: Sequence[Point]) -> Point:
    """Where two lines part that begin at the same place."""
    for (a, b), (_, c) in zip(pairwise(one), pairwise(other), strict=False):
        if b != c:
            return _nearest(a, (b, c)) if _in_line(a, b, c) else a
    return one[min(len(one), len(other)) - 1]


def _nearest(start: Point, points: Iterable[Point]) -> Point:
    return min(points, key=lambda point: abs(point[0] - start[0]) + abs(point[1] - start[1]))


def _in_line(a: Point, b: Point, c: Point) -> bool:
    """Whether `b` and `c` lie in the same direction from `a`."""
    return (sign(b[0] - a[0]), sign(b[1] - a[1])) == (sign(c[0] - a[0]), sign(c[1] - a[1]))
