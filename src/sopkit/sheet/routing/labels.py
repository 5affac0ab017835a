"""Where the labels stand: each near the beginning of its line, covering nothing.

Candidates slide along both sides of the line's runs; the cheapest legal one is taken, and others in turn where two labels would
meet. The lines themselves stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.routing.outline import Box, keeps_clear, line_box
from sopkit.sheet.routing.problem import BandKind, LabelBox

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.problem import Connection, Page, Point

_SLIDE = 500
"""Candidates stand this far apart."""
_ENOUGH = 12
"""Legal candidates kept for each label."""
_TRIES = 500
"""Choices looked at before labels that meet are given up."""
_CROWDED = 1_200
"""Nearer than this to a strange line a label looks as if it belonged to that."""


def place_labels(
    page: Page, lines: Mapping[int, tuple[Point, ...]], distances: Distances
) -> dict[int, LabelBox]:
    """The labels by number of the connection; one that has no legal place is missing."""
    room = _Room(page, lines, distances)
    wanted = [edge for edge in page.edges if edge.label is not None and edge.id in lines]
    choices = {edge.id: room.best_boxes(edge) for edge in wanted}
    chosen = _choose({number: boxes for number, boxes in choices.items() if boxes}, distances)
    return {
        edge.id: LabelBox(edge.label, box.left, box.top, edge.label_w, edge.label_h)
        for edge in wanted
        if edge.label is not None and (box := chosen.get(edge.id)) is not None
    }


class _Room:
    """What labels must keep clear of."""

    def __init__(self, page: Page, lines: Mapping[int, tuple[Point, ...]], distances: Distances) -> None:
        self.page = page
        self.lines = lines
        self.distances = distances
        self.runs = [
            (number, line_box(a, b))
            for number, points in lines.items()
            for a, b in zip(points, points[1:], strict=False)
        ]
        self.rows = [(band.top, band.bottom) for band in page.rows if band.kind is BandKind.ROW]

    def best_boxes(self, edge: Connection) -> list[Box]:
        """The cheapest legal boxes, best first."""
        found: list[Box] = []
        for _, box in sorted(self._scored(edge), key=lambda pair: pair[0]):
            if self._is_free(box):
                found.append(box)
                if len(found) == _ENOUGH:
                    break
        return found

    def _scored(self, edge: Connection) -> Iterator[tuple[int, Box]]:
        points, passed = self.lines[edge.id], 0
        runs = list(zip(points, points[1:], strict=False))
        for a, b in runs if len(runs) == 1 else runs[:-1]:
            for along, beside, box in _beside(a, b, edge, self.distances.label_to_line):
                if self._in_one_cell(box):
                    yield passed + along + beside + self._crowding(box, edge.id), box
            passed += abs(a[0] - b[0]) + abs(a[1] - b[1])

    def _in_one_cell(self, box: Box) -> bool:
        clear = self.distances.label
        return any(
            column.left + clear <= box.left and box.right <= column.right - clear
            for column in self.page.columns
        ) and any(top + clear <= box.top and box.bottom <= bottom - clear for top, bottom in self.rows)

    def _crowding(self, box: Box, own: int) -> int:
        nearest = min((box.gap(run) for number, run in self.runs if number != own), default=_CROWDED)
        return 2 * max(_CROWDED - nearest, 0)

    def _is_free(self, box: Box) -> bool:
        clear = self.distances
        return all(box.gap(run) >= clear.label_to_line for _, run in self.runs) and all(
            keeps_clear(box, node, clear.label) for node in self.page.nodes
        )


def _beside(a: Point, b: Point, edge: Connection, clear: int) -> Iterator[tuple[int, int, Box]]:
    """Boxes on both sides of the run from `a` to `b`: how far along they begin, what the side costs, the box."""
    w, h = edge.label_w, edge.label_h
    upright = a[0] == b[0]
    length, size = (abs(a[1] - b[1]), h) if upright else (abs(a[0] - b[0]), w)
    forward = 1 if b > a else -1
    for along in range(-size, length + 1, _SLIDE):
        start = a[upright] + forward * along
        low = start if forward > 0 else start - size
        cost = along if along >= 0 else -2 * along
        if upright:
            yield cost, 0, Box(a[0] + clear, low, a[0] + clear + w, low + h)
            yield cost, 300, Box(a[0] - clear - w, low, a[0] - clear, low + h)
        else:
            yield cost, 0, Box(low, a[1] - clear - h, low + w, a[1] - clear)
            yield cost, 600, Box(low, a[1] + clear, low + w, a[1] + clear + h)


def _choose(choices: Mapping[int, Sequence[Box]], distances: Distances) -> dict[int, Box]:
    """One box for each label so that no two meet; the labels with least choice are placed first."""
    order = sorted(choices, key=lambda number: (len(choices[number]), number))
    chosen: dict[int, Box] = {}
    for number in order:
        free = (
            box
            for box in choices[number]
            if all(box.gap(other) >= distances.label for other in chosen.values())
        )
        box = next(free, None)
        if box is not None:
            chosen[number] = box
    return chosen
