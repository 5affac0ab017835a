"""The cells of a table out of its borders: places between neighbouring borders, joined where no border parts them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.intake.pdf.ruling import MEET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.intake.drawing.shapes import Box
    from sopkit.intake.pdf.ruling import Grid, Rule

_PARTED = 0.55


@dataclass(frozen=True, slots=True)
class Area:
    """A cell before it has text: its first row and column, how many it covers, and its box."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class _Walls:
    """Whether a border stands right of, and below, each place between neighbouring borders; and what is taken."""

    right: list[list[bool]]
    below: list[list[bool]]
    taken: set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The table of one page: where its columns and rows part (`xs`, `ys`, ascending), and its cells."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def box(self) -> Box:
        """The outer border."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def at(self, x: float, y: float) -> int | None:
        """The index of the cell that holds a point; None outside of the table."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        if not (0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1):
            return None
        for index, area in enumerate(self.areas):
            if (
                area.row <= row < area.row + area.rowspan
                and area.column <= column < area.column + area.colspan
            ):
                return index
        return None


def lattice(grid: Grid, page: int) -> Lattice:
    """The cells within the borders of a grid."""
    xs = _steps(rule.place for rule in grid.vertical)
    ys = _steps(rule.place for rule in grid.horizontal)
    rows, columns = range(len(ys) - 1), range(len(xs) - 1)
    walls = _Walls(
        [[_parts(grid.vertical, xs[c + 1], ys[r], ys[r + 1]) for c in columns] for r in rows],
        [[_parts(grid.horizontal, ys[r + 1], xs[c], xs[c + 1]) for c in columns] for r in rows],
        set(),
    )
    areas: list[Area] = []
    for r in rows:
        for c in columns:
            if (r, c) not in walls.taken:
                last, bottom = _grow(r, c, walls)
                box = (xs[c], ys[r], xs[last + 1], ys[bottom + 1])
                areas.append(Area(r, c, bottom - r + 1, last - c + 1, box))
                walls.taken.update((i, j) for i in range(r, bottom + 1) for j in range(c, last + 1))
    return Lattice(page, xs, ys, tuple(areas))


def _steps(places: Iterable[float]) -> tuple[float, ...]:
    """The places in order, near ones (a double border, two cells' borders) as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= MEET:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(sum(group) / len(group) for group in groups)


def _parts(rules: Sequence[Rule], place: float, start: float, end: float) -> bool:
    """Whether borders near `place` cover more than half of the way from start to end."""
    covered = 0.0
    for rule in rules:
        if abs(rule.place - place) <= MEET:
            covered = max(covered, min(rule.end, end) - max(rule.start, start))
    return covered >= _PARTED * (end - start)


def _grow(row: int, column: int, walls: _Walls) -> tuple[int, int]:
    """The last column and the last row of the rectangle from here that no border parts."""
    last = column
    while (
        last + 1 < len(walls.right[row]) and not walls.right[row][last] and (row, last + 1) not in walls.taken
    ):
        last += 1
    bottom = row
    while bottom + 1 < len(walls.right) and _goes_on(bottom, column, last, walls):
        bottom += 1
    return last, bottom


def _goes_on(row: int, first: int, last: int, walls: _Walls) -> bool:
    """Whether a cell of these columns goes on into the row after `row`."""
    columns = range(first, last + 1)
    if any(walls.below[row][c] or (row + 1, c) in walls.taken for c in columns):
        return False
    following = walls.right[row + 1]
    if any(following[c] for c in range(first, last)):
        return False
    return following[last] and (first == 0 or following[first - 1])


def near_any(place: float, steps: Iterable[float], tolerance: float) -> bool:
    """Whether one of the steps lies within the tolerance of a place."""
    return any(abs(place - step) <= tolerance for step in steps)
