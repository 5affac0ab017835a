"""Where the labels stand: each near the beginning of its line, covering nothing.

Candidates slide along both sides of a line's runs; the cheapest legal one is taken. The lines themselves stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import sign
from sopkit.sheet.routing.outline import Box, keeps_clear, line_box
from sopkit.sheet.routing.problem import BandKind, LabelBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.problem import Connection, Node, Page, Point

_SLIDES = (500, 100)
"""Candidates stand this far apart; nearer to each other where none of the first is legal."""
_REACH = 3_000
"""Farther than this from its line no label stands."""
_ENOUGH = 16
"""Legal candidates compared for each label."""
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
        near = self._near(edge, labels)
        for slide in _SLIDES:
            found: list[tuple[int, Box]] = []
            for cost, box in sorted(self._candidates(edge, slide), key=_first):
                if near.is_free(box):
                    found.append((cost + near.crowding(box), box))
                    if len(found) == _ENOUGH:
                        break
            if found:
                return min(found, key=_first)[1]
        return None

    def _near(self, edge: Connection, labels: Sequence[Box]) -> _Neighbours:
        """What stands where the label may come."""
        reach = _REACH + _CROWDED + max(edge.label_w, edge.label_h)
        own = [line_box(a, b) for a, b in self._runs_beside(edge)]
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

    def _candidates(self, edge: Connection, slide: int) -> Iterator[tuple[int, Box]]:
        """Boxes inside a cell of the table with their costs."""
        passed, size = 0, (edge.label_w, edge.label_h)
        axes = (_Axis(self.columns, self.distances, slide), _Axis(self.rows, self.distances, slide))
        for a, b in self._runs_beside(edge):
            upright = a[0] == b[0]
            across = list(axes[not upright].beside(a[not upright], size[not upright], _SIDES[upright]))
            for cost, low in axes[upright].along(a[upright], b[upright], size[upright]):
                for side_cost, side in across:
                    x, y = (side, low) if upright else (low, side)
                    yield passed + cost + side_cost, Box(x, y, x + size[0], y + size[1])
            passed += abs(b[0] - a[0]) + abs(b[1] - a[1])


@dataclass(frozen=True, slots=True)
class _Axis:
    """One dimension of the page, x or y: the ends of its `cells` there, and how far apart candidates stand."""

    cells: Sequence[tuple[int, int]]
    distances: Distances
    slide: int

    def along(self, start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
        """Cost and low end of places along a run, from a little before its beginning to its end."""
        forward = 1 if end > start else -1
        for along in range(-size, abs(end - start) + 1, self.slide):
            place = start + forward * along
            low = place if forward > 0 else place - size
            if self._holds(low, size):
                yield abs(along), low

    def beside(self, at: int, size: int, costs: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Cost and low end of places on both sides of a run, from close by to `_REACH`, and beyond a table line.

        `costs` are those of the low side and of the high side.
        """
        clear, usual = self.distances.label, self.distances.label_to_line
        ends = {end for cell in self.cells for end in cell}
        beyond = {clear + abs(end - at) for end in ends if abs(end - at) < _REACH - clear}
        for away in sorted({clear, *range(usual, _REACH, self.slide), *beyond}):
            cost = abs(away - usual) + (_BEYOND if away in beyond else 0)
            for side_cost, low in zip(costs, (at - away - size, at + away), strict=True):
                if self._holds(low, size):
                    yield side_cost + cost, low

    def _holds(self, low: int, size: int) -> bool:
        """Whether one cell holds this stretch and its distance from the table lines."""
        clear = self.distances.label
        return any(a + clear <= low and low + size <= b - clear for a, b in self.cells)


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

    def is_free(self, box: Box) -> bool:
        """Whether the box covers and touches nothing."""
        return (
            all(box.gap(run) >= self.clear for _, run in self.runs)
            and all(box.gap(label) >= self.clear for label in self.labels)
            and all(keeps_clear(box, node, self.clear) for node in self.nodes)
        )


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


def _first(pair: tuple[int, Box]) -> int:
    return pair[0]
