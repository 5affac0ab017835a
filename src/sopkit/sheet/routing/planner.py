"""What stays the same over all orders of laying: each line's way were it alone, its way among others, who is in whose way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.routing.search import UNLIMITED, Patience, find_way
from sopkit.sheet.routing.traffic import Traffic, in_common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.routing.choices import Choices
    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.measures import Effort
    from sopkit.sheet.routing.search import Exit, Goal
    from sopkit.sheet.routing.traffic import Trail


class Planner:
    """The ways of a page's connections on its grid.

    `alone` holds for each connection its way on the empty page, `ideal` what that costs; one with no way at all is in neither.
    `patience` is what all searches of the page draw on.
    """

    def __init__(self, grid: Grid, choices: Choices, effort: Effort) -> None:
        self.grid = grid
        self.choices = choices
        self.costs = choices.costs
        self.patience = Patience(effort.states)
        self.alone: dict[int, Trail] = {}
        self.ideal: dict[int, int] = {}
        empty = Traffic(grid, self.costs)
        for number in choices.edges:
            trail = self.way(number, empty)
            if trail is not None:
                empty.lay(number, trail)
                self.alone[number], self.ideal[number] = trail, empty.cost
                empty.lift(number)

    def way(self, number: int, traffic: Traffic, limit: int = UNLIMITED, push: int = 0) -> Trail | None:
        """The cheapest way for a connection among the lines laid, of those that cost less than `limit`."""
        edge = self.choices.edges[number]
        exits, goals = self.choices.exits(edge, traffic, push), self.choices.goals(edge, traffic, push)
        if edge.source != edge.target:
            trail = find_way(traffic, exits, goals, self.patience, limit=limit, push=push)
            if trail is None or push or not _tangles(trail, exits, goals):
                return trail
            return self._untangled(number, trail, (exits, goals), traffic, limit)
        for leave in exits:  # a loop to its own symbol: in the order of the sides, entering by another
            others = [goal for goal in goals if goal.port is not leave.port]
            trail = find_way(traffic, [leave], others, self.patience, limit=limit, push=push)
            if trail is not None:
                return trail
        return None

    def _untangled(
        self, number: int, tangled: Trail, ends: tuple[list[Exit], list[Goal]], traffic: Traffic, limit: int
    ) -> Trail | None:
        """The cheapest of a way that begins and ends as one with others, and of those that do one of both at most."""
        exits, goals = ends
        alone = [leave for leave in exits if not leave.forks]
        apart = [goal for goal in goals if not goal.joints]
        cost, best = traffic.added_by(number, tangled), None
        if cost < limit:
            best, limit = tangled, cost
        for leaves, enters in ((alone, goals), (exits, apart)):
            trail = find_way(traffic, leaves, enters, self.patience, limit=limit)
            if trail is not None:
                best, limit = trail, traffic.added_by(number, trail)
        return best

    def in_the_way(self, number: int, trail: Trail, traffic: Traffic) -> list[int]:
        """The lines laid that could not stand beside `trail` of the connection `number`."""
        return [other for other in traffic.trails if self._in_conflict(number, trail, other, traffic)]

    def _in_conflict(self, number: int, trail: Trail, other: int, traffic: Traffic) -> bool:
        theirs, strides = traffic.trails[other], self.grid.strides
        edges = self.choices.edges
        joined = trail.enters is theirs.enters and self.choices.may_join(edges[number], edges[other])
        forked = trail.leaves is theirs.leaves and self.choices.may_fork(edges[number], edges[other])
        same = {port for port, shared in ((trail.enters, joined), (trail.leaves, forked)) if shared}
        if {trail.leaves, trail.enters} & {theirs.leaves, theirs.enters} - same:
            return True
        shared = set(trail.points) & set(theirs.points)
        if joined:
            shared -= set(trail.points[-in_common(trail.points[::-1], theirs.points[::-1]) :])
        if forked:
            shared -= set(trail.points[: in_common(trail.points, theirs.points)])
        if not shared:
            return False
        held = {*trail.enters.approach[1:], *theirs.enters.approach[1:]}
        turns = {point: (come, go) for point, come, go in trail.headings(strides)}
        return any(
            point in held or not _may_cross(turns[point], (come, go))
            for point, come, go in theirs.headings(strides)
            if point in shared
        )


def _tangles(trail: Trail, exits: Sequence[Exit], goals: Sequence[Goal]) -> bool:
    """Whether a way found begins as one with other lines and ends as one with others."""
    forks = any(leave.forks for leave in exits if leave.port is trail.leaves)
    return forks and any(goal.joints for goal in goals if goal.port is trail.enters)


def _may_cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two lines may pass a point: both straight, at right angles."""
    return one[0] == one[1] and other[0] == other[1] and (one[0] ^ other[0]) & 1 == 1
