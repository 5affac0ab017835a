"""The cheapest legal way for one line among those already laid: A* over points and headings.

The estimate is the way on an empty page, bends included, so that a line with nothing in its way is found almost without
search. Which ports a line may use, and which lines it may join, is decided by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import ANY, TURNS, fewest_bends
from sopkit.sheet.routing.traffic import HELD, STRAIGHT, Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.lines import Track
    from sopkit.sheet.routing.measures import Costs
    from sopkit.sheet.routing.ports import Port
    from sopkit.sheet.routing.traffic import Traffic

UNLIMITED = 1 << 60
_STATE_BITS = 24
_STATE_MASK = (1 << _STATE_BITS) - 1
_WEST_OF_GOAL, _NORTH_OF_GOAL = 6, 2
"""Codes of the side of a goal on which a point lies: across 0, 3, 6 and down 0, 1, 2, as `fewest_bends` counts."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A port that the line may leave by, and what that costs."""

    port: Port
    charge: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A port that the line may enter by, and what that costs.

    `way` are the points of the last straight run, ending in the gate. It may be met at any of the first `meets` of them: at
    only one when the port is free, anywhere on the run of the lines already there when the line `joins` them.
    """

    port: Port
    charge: int
    way: tuple[int, ...]
    meets: int
    joins: bool


@dataclass(slots=True)
class Patience:
    """How many states may still be looked at; searches use it up, and whoever would only improve stops at 0."""

    left: int


def find_way(
    traffic: Traffic,
    exits: Sequence[Exit],
    goals: Sequence[Goal],
    patience: Patience,
    *,
    limit: int = UNLIMITED,
    push: int = 0,
) -> Trail | None:
    """The cheapest way from one of `exits` to one of `goals` that costs less than `limit`; None when there is none.

    With `push`, places that other lines hold may be taken, each for that cost. A search begun is finished, whatever the
    patience left.
    """
    if not exits or not goals:
        return None
    search = _Search(traffic, goals, limit, push)
    for leave in exits:
        search.start(leave)
    end = search.run()
    patience.left -= len(search.came)
    return None if end is None else _trail(search, end, exits)


class _Search:
    """One search. `spent` and `came` map each state reached to its cost and to the state before it.

    The state before the first is the complement of the side left by. An end is `first_end` + 4 · the number of the goal + the
    heading in which its run is met.
    """

    def __init__(self, traffic: Traffic, goals: Sequence[Goal], limit: int, push: int) -> None:
        self.traffic = traffic
        self.goals = goals
        self.limit = limit
        self.push = push
        self.first_end = len(traffic.grid.price)
        self.meetings = _meetings(goals)
        self.bounds = [_bound(goal, traffic.grid, traffic.costs) for goal in goals]
        self.spent: dict[int, int] = {}
        self.came: dict[int, int] = {}
        self.heap: list[int] = []

    def start(self, leave: Exit) -> None:
        """Begin at a gate."""
        state = leave.port.gate << 2 | leave.port.side
        self._reach(state, leave.charge, leave.charge, ~leave.port.side)

    def run(self) -> int | None:
        """The cheapest end; None when none can be had."""
        heap, done, meetings, first_end = self.heap, set[int](), self.meetings, self.first_end
        while heap:
            state = heappop(heap) & _STATE_MASK
            if state in done:
                continue
            if state >= first_end:
                return state
            done.add(state)
            if state >> 2 in meetings:
                self._meet(state)
            self._go_on(state)
        return None

    def _reach(self, state: int, cost: int, total: int, before: int) -> None:
        """Note that `state` can be had for `cost`, with which the whole line costs at least `total`."""
        if total < self.limit and cost < self.spent.get(state, UNLIMITED):
            self.spent[state] = cost
            self.came[state] = before
            heappush(self.heap, total << _STATE_BITS | state)

    def _go_on(self, state: int) -> None:
        """Reach the next points, straight on and to both sides. The inmost loop: written out rather than divided."""
        traffic, push, all_spent, limit = self.traffic, self.push, self.spent, self.limit
        price, taken, strides = traffic.grid.price, traffic.taken, traffic.grid.strides
        point, heading, spent = state >> 2, state & 3, self.spent[state]
        used = traffic.used[point]
        width = strides[1]
        for go in (heading, *TURNS[heading]):
            step = point << 2 | go
            cost = price[step]
            if not cost:
                continue
            blocked = taken[step] or (used & HELD if go == heading else used)
            if blocked and not push:
                continue
            cost += spent
            if go != heading:
                cost += traffic.costs.bend
            elif used & STRAIGHT[heading ^ 1]:
                cost += traffic.costs.crossing
            if blocked:
                cost += push
            there = point + strides[go]
            then = there << 2 | go
            if cost >= all_spent.get(then, UNLIMITED):
                continue
            row, column = there // width, there % width
            rest = UNLIMITED
            for across, down, bends in self.bounds:
                mixed = across[column] + down[row]
                bound = (mixed >> 4) + bends[go][mixed & 15]
                rest = bound if bound < rest else rest  # noqa: FURB136 - min() is a call, and this is the inmost loop
            if cost + rest < limit:
                all_spent[then] = cost
                self.came[then] = state
                heappush(self.heap, cost + rest << _STATE_BITS | then)

    def _meet(self, state: int) -> None:
        """Go in from `state`, which lies on the last run of one or more goals, wherever that is legal."""
        point, heading = state >> 2, state & 3
        for number in self.meetings[point]:
            goal = self.goals[number]
            if heading == goal.port.side:
                continue
            cost = self.spent[state] + goal.charge + self._meeting_cost(point, heading, goal)
            if not goal.joins:
                cost += self._rest(goal)
            self._reach(self.first_end + 4 * number + heading, cost, cost, state)

    def _meeting_cost(self, point: int, heading: int, goal: Goal) -> int:
        """The cost of turning, crossing or pushing where the line comes upon the last run."""
        used, costs, inward = self.traffic.used[point], self.traffic.costs, goal.port.side ^ 2
        across = used & STRAIGHT[inward ^ 1]
        cost = 0 if heading == inward else costs.bend
        if goal.joins:
            blocked = across
        elif heading == inward:
            blocked = used & HELD
            cost += costs.crossing if across else 0
        else:
            blocked = used
        return cost + ((self.push or UNLIMITED) if blocked else 0)

    def _rest(self, goal: Goal) -> int:
        """The cost of the approach of a free port."""
        traffic, inward, cost = self.traffic, goal.port.side ^ 2, 0
        for here, then in pairwise(goal.way):
            step = here << 2 | inward
            cost += traffic.grid.price[step]
            if traffic.used[then] or traffic.taken[step]:
                cost += self.push or UNLIMITED
        return cost


def _meetings(goals: Sequence[Goal]) -> dict[int, list[int]]:
    meetings: dict[int, list[int]] = {}
    for number, goal in enumerate(goals):
        for point in goal.way[: goal.meets]:
            meetings.setdefault(point, []).append(number)
    return meetings


def _bound(goal: Goal, grid: Grid, costs: Costs) -> tuple[list[int], list[int], list[list[int]]]:
    """For each column and row of the grid its distance from the goal · 16 + a code for its side; by heading and code the rest."""
    width = len(grid.xs)
    one, other = divmod(goal.way[0], width), divmod(goal.way[goal.meets - 1], width)
    final = ANY if goal.joins else goal.port.side ^ 2
    bends = [[n * costs.bend + goal.charge for n in fewest_bends(heading, final)] for heading in range(4)]
    across = _distances(grid.xs, min(one[1], other[1]), max(one[1], other[1]), _WEST_OF_GOAL)
    down = _distances(grid.ys, min(one[0], other[0]), max(one[0], other[0]), _NORTH_OF_GOAL)
    return across, down, bends


def _distances(lines: Sequence[Track], low: int, high: int, code: int) -> list[int]:
    start, end = lines[low].at, lines[high].at
    return [
        *(start - line.at << 4 | code for line in lines[:low]),
        *(code >> 1 for _ in range(low, high + 1)),
        *(line.at - end << 4 for line in lines[high + 1 :]),
    ]


def _trail(search: _Search, end: int, exits: Sequence[Exit]) -> Trail | None:
    """The line that ends in `end`; None for one that crosses itself."""
    goal = search.goals[(end - search.first_end) // 4]
    state = search.came[end]
    points: list[int] = []
    while state >= 0:
        points.append(state >> 2)
        state = search.came[state]
    points.reverse()
    points += goal.way[goal.way.index(points[-1]) + 1 :]
    if len(set(points)) < len(points):
        return None
    leave = next(exit_ for exit_ in exits if exit_.port.side == ~state)
    return Trail(leave.port, goal.port, tuple(points), leave.charge + goal.charge)
