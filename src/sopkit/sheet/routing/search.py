"""The cheapest legal way for one line among those already laid: A* over points and headings.

The estimate is the way on an empty page, bends included, so that a line with nothing in its way is found almost without
search. Which ports a line may use, and which lines it may join, is decided by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopkit.sheet.routing.compass import ANY, TURNS, fewest_bends
from sopkit.sheet.routing.traffic import HELD, STRAIGHT, Trail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    """A port that the line may leave by, and what that costs.

    When trails already leave by it, the line forks from one of them: `forks` are these with the number of the last point at
    which it may.
    """

    port: Port
    charge: int
    forks: tuple[tuple[Trail, int], ...] = ()
    tangle: int = 0
    """What it costs besides that this makes a tangle of lines that end as one; the drawing bears it, not the line."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A port that the line may enter by, and what that costs.

    When trails already enter by it, the line joins one of them before the arrowhead: `joints` are these with the number of the
    first point at which it may.
    """

    port: Port
    charge: int
    joints: tuple[tuple[Trail, int], ...] = ()
    tangle: int = 0
    """As of an exit, for lines that begin as one."""

    def meetings(self, strides: tuple[int, int, int, int]) -> dict[int, Meeting]:
        """The points at which the goal is met."""
        approach = self.port.approach
        if not self.joints:
            return {approach[0]: Meeting(self.port.side ^ 2, approach, is_joint=False)}
        found: dict[int, Meeting] = {}
        for trail, first in self.joints:
            last = len(trail.points) - len(approach)
            for i, (point, _, go) in enumerate(trail.headings(strides)):
                if first <= i <= last:
                    found[point] = Meeting(go, trail.points[i:], is_joint=True)
        return found


class Meeting(NamedTuple):
    """Where a line comes upon its last part: the heading of that, and its points from there on."""

    go: int
    way: tuple[int, ...]
    is_joint: bool


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
    search = _Search(traffic, goals, limit, push)
    if not search.goals:
        return None
    for leave in exits:
        search.start(leave)
    trail = None
    while trail is None and (end := search.run()) is not None:
        trail = _trail(search, end, exits)
    patience.left -= len(search.came)
    return trail


class _Search:
    """One search. `spent` and `came` map each state reached to its cost and to the state before it.

    The state before the first is the complement of the side left by. An end is `first_end` + 4 · the number of the goal + the
    heading in which its run is met.
    """

    def __init__(self, traffic: Traffic, goals: Sequence[Goal], limit: int, push: int) -> None:
        self.traffic = traffic
        met = [(goal, goal.meetings(traffic.grid.strides)) for goal in goals]
        met = [(goal, places) for goal, places in met if places]
        self.goals = [goal for goal, _ in met]
        self.limit = limit
        self.push = push
        self.first_end = len(traffic.grid.price)
        self.meetings = _by_point([places for _, places in met])
        self.bounds = [_bound(goal, places, traffic.grid, traffic.costs) for goal, places in met]
        self.spent: dict[int, int] = {}
        self.came: dict[int, int] = {}
        self.heap: list[int] = []
        self.done: set[int] = set()
        self.forks: dict[int, tuple[int, ...]] = {}
        """For states on lines to fork from, the points before."""

    def start(self, leave: Exit) -> None:
        """Begin at a gate, or anywhere on the lines to fork from.

        Where one of those turns straight to its arrowhead, no line goes the other way: that would look like the line's beginning.
        """
        if not leave.forks:
            side = leave.port.side
            self._reach(leave.port.gate << 2 | side, leave.charge, leave.charge, ~side)
        for trail, last in leave.forks:
            cost = leave.charge + leave.tangle
            ways = trail.headings(self.traffic.grid.strides)
            final = trail.last_bend(self.traffic.grid.strides)
            for i, (point, come, go) in enumerate(islice(ways, last + 1)):
                state = point << 2 | come
                is_crossed = come == go and self.traffic.used[point] & STRAIGHT[come ^ 1]
                if not is_crossed and state not in self.forks:
                    self.forks[state] = trail.points[:i]
                    sides = [side for side in (come, *TURNS[come]) if i < final or side != go ^ 2]
                    self._fork(state, cost, leave, sides)
                cost += self.traffic.costs.bend if come != go else 0

    def _fork(self, state: int, spent: int, leave: Exit, towards: Sequence[int]) -> None:
        """Leave the line that comes to `state` there, `towards` a side to which no line goes."""
        traffic, point, come = self.traffic, state >> 2, state & 3
        grid, bend = traffic.grid, traffic.costs.bend
        self.spent[state], self.came[state] = spent, ~leave.port.side
        sides = [go for go in towards if not traffic.makes_cross(point, come ^ 2, go)]
        for go in sides:
            step = point << 2 | go
            if grid.price[step] and not traffic.taken[step]:
                cost = spent + grid.price[step] + (bend if go != come else 0)
                there = point + grid.strides[go]
                self._reach(there << 2 | go, cost, cost + self._at_least(there, go), state)
        for number, meeting in self.meetings.get(point, ()):
            if meeting.go in sides and not meeting.is_joint:
                turn = 0 if come == meeting.go else bend
                cost = spent + self.goals[number].charge + turn + self._rest(meeting)
                self._reach(self.first_end + 4 * number + come, cost, cost, state)

    def _at_least(self, point: int, heading: int) -> int:
        """What the way from `point` on costs at least."""
        row, column = divmod(point, self.traffic.grid.strides[1])
        mixed = [(across[column] + down[row], bends[heading]) for across, down, bends in self.bounds]
        return min((way >> 4) + bends[way & 15] for way, bends in mixed)

    def run(self) -> int | None:
        """The cheapest end not yet found; None when there is none any more."""
        heap, done, meetings, first_end = self.heap, self.done, self.meetings, self.first_end
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
        """Go in from `state`, where the last part of the way to one or more goals begins, wherever that is legal."""
        point, heading = state >> 2, state & 3
        for number, meeting in self.meetings[point]:
            if heading == meeting.go ^ 2:
                continue
            goal = self.goals[number]
            cost = self.spent[state] + goal.charge + goal.tangle + self._meeting_cost(point, heading, meeting)
            if not meeting.is_joint:
                cost += self._rest(meeting)
            self._reach(self.first_end + 4 * number + heading, cost, cost, state)

    def _meeting_cost(self, point: int, heading: int, meeting: Meeting) -> int:
        """The cost of turning, crossing or pushing where the line comes upon its last part."""
        used, costs, inward = self.traffic.used[point], self.traffic.costs, meeting.go
        across = used & STRAIGHT[inward ^ 1]
        cost = 0 if heading == inward else costs.bend
        if meeting.is_joint:
            if self.traffic.makes_cross(point, heading ^ 2, inward):
                return UNLIMITED
            blocked = across
        elif heading == inward:
            blocked = used & HELD
            cost += costs.crossing if across else 0
        else:
            blocked = used
        return cost + ((self.push or UNLIMITED) if blocked else 0)

    def _rest(self, meeting: Meeting) -> int:
        """The cost of the approach of a free port."""
        traffic, inward, cost = self.traffic, meeting.go, 0
        for here, then in pairwise(meeting.way):
            step = here << 2 | inward
            cost += traffic.grid.price[step]
            if traffic.used[then] or traffic.taken[step]:
                cost += self.push or UNLIMITED
        return cost


def _by_point(places: Sequence[Mapping[int, Meeting]]) -> dict[int, list[tuple[int, Meeting]]]:
    """For each point the numbers of the goals that are met there, and how."""
    found: dict[int, list[tuple[int, Meeting]]] = {}
    for number, meetings in enumerate(places):
        for point, meeting in meetings.items():
            found.setdefault(point, []).append((number, meeting))
    return found


def _bound(
    goal: Goal, meetings: Mapping[int, Meeting], grid: Grid, costs: Costs
) -> tuple[list[int], list[int], list[list[int]]]:
    """For each column and row of the grid its distance from the goal · 16 + a code for its side; by heading and code the rest."""
    width = len(grid.xs)
    columns, rows = [point % width for point in meetings], [point // width for point in meetings]
    final = ANY if goal.joints else goal.port.side ^ 2
    bends = [
        [n * costs.bend + goal.charge + goal.tangle for n in fewest_bends(heading, final)]
        for heading in range(4)
    ]
    across = _distances(grid.xs, min(columns), max(columns), _WEST_OF_GOAL)
    down = _distances(grid.ys, min(rows), max(rows), _NORTH_OF_GOAL)
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
    number = (end - search.first_end) // 4
    goal = search.goals[number]
    state = search.came[end]
    points: list[int] = []
    first = state
    while state >= 0:
        first = state
        points.append(state >> 2)
        state = search.came[state]
    points.reverse()
    leave = next(exit_ for exit_ in exits if exit_.port.side == ~state)
    points[:0] = search.forks.get(first, ())
    points += next(meeting.way[1:] for found, meeting in search.meetings[points[-1]] if found == number)
    if len(set(points)) < len(points):
        return None
    return Trail(leave.port, goal.port, tuple(points), leave.charge + goal.charge)
