"""The cheapest legal way for one line among those already laid: A* over points and headings.

The estimate is the way on an empty page, bends included, so that a line with nothing in its way is found almost without
search. Which ports a line may use, and which lines it may join, is decided by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import ANY, TURNS, fewest_bends, sign
from sopkit.sheet.routing.traffic import HELD, STRAIGHT, Trail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.routing.grid import Grid, Port
    from sopkit.sheet.routing.measures import Costs
    from sopkit.sheet.routing.traffic import Traffic

UNLIMITED = 1 << 60
_STATE_BITS = 24
_STATE_MASK = (1 << _STATE_BITS) - 1


@dataclass(frozen=True, slots=True)
class Exit:
    """A port that the line may leave by, and what that costs."""

    port: Port
    charge: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A port that the line may enter by, and what that costs.

    `way` are the points of the last straight run, ending in the gate. It may be met at any of the first `meets` of them: at
    only one when the port is free, anywhere on the run of the lines `joins` that already enter there.
    """

    port: Port
    charge: int
    way: tuple[int, ...]
    meets: int
    joins: bool


def find_way(
    traffic: Traffic, exits: Sequence[Exit], goals: Sequence[Goal], limit: int = UNLIMITED, push: int = 0
) -> Trail | None:
    """The cheapest way from one of `exits` to one of `goals` that costs less than `limit`; None when there is none.

    With `push`, places that other lines hold may be taken, each for that cost.
    """
    if not exits or not goals:
        return None
    search = _Search(traffic, goals, limit, push)
    for exit_ in exits:
        search.reach(exit_.port.gate << 2 | exit_.port.side, exit_.charge, ~exit_.port.side)
    end = search.run()
    if end is None:
        return None
    return _trail(search, end, exits)


class _Search:
    """One search; `came` maps each state reached to the one before, or to the complement of the side left by."""

    def __init__(self, traffic: Traffic, goals: Sequence[Goal], limit: int, push: int) -> None:
        self.traffic = traffic
        self.goals = goals
        self.limit = limit
        self.push = push
        self.wide = len(traffic.grid.xs)
        self.first_end = len(traffic.grid.price)
        self.meetings = _meetings(goals)
        self.bounds = [_bound(goal, traffic.grid, traffic.costs) for goal in goals]
        self.spent: dict[int, int] = {}
        self.came: dict[int, int] = {}
        self.estimates: dict[int, int] = {}
        self.heap: list[int] = []

    def reach(self, state: int, cost: int, before: int) -> None:
        """Note that `state` can be had for `cost`, unless it was had for less."""
        known = self.spent.get(state)
        if known is None:
            self.estimates[state] = self._estimate(state)
        elif known <= cost:
            return
        total = cost + self.estimates[state]
        if total < self.limit:
            self.spent[state] = cost
            self.came[state] = before
            heappush(self.heap, total << _STATE_BITS | state)

    def run(self) -> int | None:
        """The cheapest end: `first_end` + 4 · the number of the goal + the heading; None when none can be had."""
        heap, done = self.heap, set[int]()
        while heap:
            state = heappop(heap) & _STATE_MASK
            if state in done:
                continue
            if state >= self.first_end:
                return state
            done.add(state)
            if state >> 2 in self.meetings:
                self._meet(state)
            self._go_on(state)
        return None

    def _go_on(self, state: int) -> None:
        traffic, push = self.traffic, self.push
        price, taken, strides = traffic.grid.price, traffic.taken, traffic.grid.strides
        point, heading, spent = state >> 2, state & 3, self.spent[state]
        used = traffic.used[point]
        if price[state] and (push or not (used & HELD or taken[state])):
            cost = spent + price[state]
            if used & STRAIGHT[heading ^ 1]:
                cost += traffic.costs.crossing
            if push and (used & HELD or taken[state]):
                cost += push
            self.reach((point + strides[heading]) << 2 | heading, cost, state)
        if used and not push:
            return
        for turn in TURNS[heading]:
            step = point << 2 | turn
            if price[step] and (push or not taken[step]):
                cost = spent + price[step] + traffic.costs.bend + (push if used else 0)
                self.reach((point + strides[turn]) << 2 | turn, cost, state)

    def _meet(self, state: int) -> None:
        """Go in from `state`, which lies on the last run of one or more goals, wherever that is legal."""
        point, heading = state >> 2, state & 3
        used, costs = self.traffic.used[point], self.traffic.costs
        for number in self.meetings[point]:
            goal = self.goals[number]
            inward = goal.port.side ^ 2
            if heading == goal.port.side:
                continue
            across = used & STRAIGHT[inward ^ 1]
            cost = self.spent[state] + goal.charge
            if heading != inward:
                blocked = bool(across) if goal.joins else bool(used)
                cost += costs.bend
            else:
                blocked = bool(across) if goal.joins else bool(used & HELD)
                cost += costs.crossing if across else 0
            if blocked and not self.push:
                continue
            cost += self.push if blocked else 0
            if not goal.joins:
                cost += self._rest(goal)
            end = self.first_end + 4 * number + heading
            if cost < self.limit and cost < self.spent.get(end, UNLIMITED):
                self.spent[end] = cost
                self.came[end] = state
                heappush(self.heap, cost << _STATE_BITS | end)

    def _rest(self, goal: Goal) -> int:
        """The cost of the approach of a free port."""
        price, used, taken = self.traffic.grid.price, self.traffic.used, self.traffic.taken
        inward, cost = goal.port.side ^ 2, 0
        for here, then in zip(goal.way, goal.way[1:], strict=False):
            cost += price[here << 2 | inward]
            if used[then] or taken[here << 2 | inward]:
                cost += self.push or UNLIMITED
        return cost

    def _estimate(self, state: int) -> int:
        row, column = divmod(state >> 2, self.wide)
        heading, best = state & 3, UNLIMITED
        for across, down, bends in self.bounds:
            mixed = across[column] + down[row]
            bound = (mixed >> 4) + bends[heading][mixed & 15]
            best = min(best, bound)
        return best


def _meetings(goals: Sequence[Goal]) -> dict[int, list[int]]:
    meetings: dict[int, list[int]] = {}
    for number, goal in enumerate(goals):
        for point in goal.way[: goal.meets]:
            meetings.setdefault(point, []).append(number)
    return meetings


def _bound(goal: Goal, grid: Grid, costs: Costs) -> tuple[list[int], list[int], list[list[int]]]:
    """For each column and row of the grid 16 · its distance from the goal + a code for its side; for a heading and code the rest."""
    wide = len(grid.xs)
    ends = [divmod(goal.way[i], wide) for i in (0, goal.meets - 1)]
    rows, columns = sorted(end[0] for end in ends), sorted(end[1] for end in ends)
    final = ANY if goal.joins else goal.port.side ^ 2
    bends = [[n * costs.bend + goal.charge for n in fewest_bends(heading, final)] for heading in range(4)]
    across = list(_distances([x.at for x in grid.xs], columns[0], columns[1], 3))
    down = list(_distances([y.at for y in grid.ys], rows[0], rows[1], 1))
    return across, down, bends


def _distances(places: Sequence[int], low: int, high: int, weight: int) -> Iterator[int]:
    for i, place in enumerate(places):
        nearest = min(max(i, low), high)
        yield abs(places[nearest] - place) << 4 | (sign(nearest - i) + 1) * weight


def _trail(search: _Search, end: int, exits: Sequence[Exit]) -> Trail | None:
    """The line that ends in `end`; None for one that crosses itself."""
    number, heading = divmod(end - search.first_end, 4)
    goal = search.goals[number]
    state = search.came[end]
    points: list[int] = []
    while state >= 0:
        points.append(state >> 2)
        state = search.came[state]
    points.reverse()
    points += goal.way[goal.way.index(points[-1]) + 1 :]
    if len(set(points)) < len(points):
        return None
    leave = next(e for e in exits if e.port.side == ~state)
    return Trail(leave.port, goal.port, tuple(points), leave.charge + goal.charge)
