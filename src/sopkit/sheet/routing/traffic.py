"""The lines laid so far: which steps and points of the grid they hold, and what the drawing costs. No search."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.measures import Costs
    from sopkit.sheet.routing.ports import Port

ALONG, DOWN, HELD = 1, 2, 4
"""What a point is used for, as bits: passed straight from side to side, straight up or down, or held by one line alone."""

CROSSED = ALONG | DOWN

STRAIGHT = (ALONG, DOWN, ALONG, DOWN)
"""The bit of a line that passes, by direction."""


@dataclass(frozen=True, slots=True)
class Trail:
    """A line on the grid: every point from the gate of `leaves` to the gate of `enters`; `charge` is the cost of the ports."""

    leaves: Port
    enters: Port
    points: tuple[int, ...]
    charge: int

    def headings(self, strides: tuple[int, int, int, int]) -> Iterator[tuple[int, int, int]]:
        """Each point with the direction in which the line comes and the one in which it goes on."""
        by_stride = {stride: d for d, stride in enumerate(strides)}
        come = self.leaves.side
        for here, then in pairwise(self.points):
            go = by_stride[then - here]
            yield here, come, go
            come = go
        yield self.points[-1], come, self.enters.side ^ 2

    def first_bend(self, strides: tuple[int, int, int, int]) -> int:
        """The number of the point at which the line first bends, 0 for a straight one."""
        ways = enumerate(self.headings(strides))
        return next((i for i, (_, come, go) in ways if come != go), 0)

    def last_bend(self, strides: tuple[int, int, int, int]) -> int:
        """The number of the point at which the line bends for the last time, 0 for a straight one."""
        ways = enumerate(self.headings(strides))
        return max((i for i, (_, come, go) in ways if come != go), default=0)


def in_common(one: Sequence[int], other: Sequence[int]) -> int:
    """How many points two lines have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))


class Traffic:
    """All lines laid on a grid, by number; changes with `lay` and `lift`.

    `taken` counts the lines on each step, their ways between gate and port included, `used` holds the bits of each point,
    `cost` what the drawing costs: the length of all lines (what is shared once), bends, crossings and ports.
    """

    def __init__(self, grid: Grid, costs: Costs) -> None:
        self.grid = grid
        self.costs = costs
        self.trails: dict[int, Trail] = {}
        self.taken = [0] * len(grid.price)
        self.used = bytearray(len(grid.price) // 4)
        self.cost = 0
        self.crossings = 0
        self._bends: dict[tuple[int, int, int], int] = {}
        self._beginning: dict[int, list[Trail]] = {}
        self._ending: dict[int, list[Trail]] = {}
        self._counts = ([0] * len(self.used), [0] * len(self.used), [0] * len(self.used))

    def lay(self, number: int, trail: Trail) -> None:
        """Add a line."""
        self.trails[number] = trail
        self._change(trail, 1)

    def lift(self, number: int) -> Trail:
        """Take a line away again and return it."""
        trail = self.trails.pop(number)
        self._change(trail, -1)
        return trail

    def begins_as_one(self, trail: Trail) -> bool:
        """Whether other lines leave by the port of a line."""
        return len(self._sharing(trail)[0]) > 1

    def ends_as_one(self, trail: Trail) -> bool:
        """Whether other lines enter by the port of a line."""
        return len(self._sharing(trail)[1]) > 1

    def _sharing(self, trail: Trail) -> tuple[list[Trail], list[Trail]]:
        """The lines that leave, and those that enter, by the ports of a line."""
        leave, enter = trail.leaves, trail.enters
        return (
            self._beginning.setdefault(leave.gate << 2 | leave.side, []),
            self._ending.setdefault(enter.gate << 2 | enter.side, []),
        )

    def _share(self, trail: Trail, by: int) -> None:
        """Note a line more or less at its ports, and what tangles that makes or undoes."""
        shared = self._sharing(trail)
        before = self._tangles(*shared)
        for lines in shared:
            if by > 0:
                lines.append(trail)
            else:
                lines.remove(trail)
        self.cost += self.costs.tangle * (self._tangles(*shared) - before)

    def _tangles(self, starts: Sequence[Trail], ends: Sequence[Trail]) -> int:
        """How many lines begin as one with some and end as one with others, of those that leave or enter by a line's ports."""
        found = sum(len(self._sharing(trail)[1]) > 1 for trail in starts) if len(starts) > 1 else 0
        if len(ends) > 1:
            found += sum(len(self._sharing(trail)[0]) > 1 for trail in ends if trail not in starts)
        return found

    def added_by(self, number: int, trail: Trail) -> int:
        """What a line not laid would add to the cost."""
        before = self.cost
        self.lay(number, trail)
        added = self.cost - before
        self.lift(number)
        return added

    def makes_cross(self, point: int, one: int, other: int) -> bool:
        """Whether a line that goes from side `one` of a point to side `other` would find lines at both other sides.

        Where it parts from those or meets them there, the place would look like one that two lines cross at.
        """
        first, second = (side for side in range(4) if side not in {one, other})
        return self.taken[point << 2 | first] > 0 and self.taken[point << 2 | second] > 0

    def seems_crossed(self, trail: Trail) -> bool:
        """Whether lines go to all four sides from a point of `trail` at which not all of them go straight on."""
        return any(
            self.used[point] & HELD and all(self.taken[point << 2 | side] for side in range(4))
            for point in trail.points
        )

    def _change(self, trail: Trail, by: int) -> None:
        grid, costs, taken = self.grid, self.costs, self.taken
        free = 0 if by > 0 else 1
        last = len(trail.points) - 1
        alone_from = (
            last - len(trail.enters.approach) + 2
        )  # after its first point, an approach is crossed by nobody
        cost = trail.charge
        for i, (point, come, go) in enumerate(trail.headings(grid.strides)):
            if come != go:
                cost += costs.bend if self._bends_alone((point, come, go), by) else 0
                kind = 2
            else:
                kind = 2 if i >= alone_from else come & 1
            self._count(point, kind, by)
            if i < last:
                step = point << 2 | go
                back = (point + grid.strides[go]) << 2 | go ^ 2
                if taken[step] == free:
                    cost += grid.price[step]
                taken[step] += by
                taken[back] += by
        taken[trail.points[0] << 2 | trail.leaves.side ^ 2] += by
        taken[trail.points[-1] << 2 | trail.enters.side ^ 2] += by
        self.cost += by * cost
        self._share(trail, by)

    def _bends_alone(self, bend: tuple[int, int, int], by: int) -> bool:
        """Note a bend more or less; whether no other line bends there in the same way."""
        self._bends[bend] = self._bends.get(bend, 0) + by
        return self._bends[bend] == (1 if by > 0 else 0)

    def _count(self, point: int, kind: int, by: int) -> None:
        crossed = self.used[point] & CROSSED == CROSSED
        self._counts[kind][point] += by
        along, down, held = self._counts
        self.used[point] = (
            (ALONG if along[point] else 0) | (DOWN if down[point] else 0) | (HELD if held[point] else 0)
        )
        change = (self.used[point] & CROSSED == CROSSED) - crossed
        self.crossings += change
        self.cost += change * self.costs.crossing

    def cost_of(self, number: int) -> int:
        """What one line costs by itself, with all its crossings and the whole of what it shares."""
        trail, grid = self.trails[number], self.grid
        cost = trail.charge + self.costs.tangle * self._tangles(*self._sharing(trail))
        for point, come, go in trail.headings(grid.strides):
            if come != go:
                cost += self.costs.bend
            elif self.used[point] & CROSSED == CROSSED:
                cost += self.costs.crossing
            if point != trail.points[-1]:
                cost += grid.price[point << 2 | go]
        return cost
