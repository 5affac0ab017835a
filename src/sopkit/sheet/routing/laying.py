"""All lines of a page: laid one after the other, taken up and laid again while the drawing gets better. Bounded, seeded."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sopkit.sheet.routing.choices import Choices, crossing_numbers, last_run
from sopkit.sheet.routing.search import UNLIMITED, Patience, find_way
from sopkit.sheet.routing.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.measures import Costs, Effort
    from sopkit.sheet.routing.problem import Page
    from sopkit.sheet.routing.traffic import Trail


def lay_all(
    page: Page, grid: Grid, avoid: frozenset[tuple[int, int]], costs: Costs, effort: Effort
) -> Mapping[int, Trail]:
    """The best trails found, by number of the connection; a connection without a legal way has none.

    `avoid` are pairs of a connection and a side that it should not leave by if it can help it.
    """
    work = _Work(page, grid, Choices(page, avoid, costs), effort)
    best: tuple[int, int] | None = None
    trails: dict[int, Trail] = {}
    order = sorted(work.ideal, key=work.ideal.__getitem__)
    for attempt in range(effort.restarts):
        traffic = work.attempt(order)
        score = (len(work.ideal) - len(traffic.trails), traffic.cost)
        if best is None or score < best:
            best, trails = score, dict(traffic.trails)
        settled = len(trails) == len(work.ideal) and not traffic.crossings
        if settled or work.patience.left <= 0:
            break
        order = _shuffled(order, attempt)
    return trails


def _shuffled(order: Sequence[int], seed: int) -> list[int]:
    """Another order, much like the old one: each line moves only some places."""
    chance = Random(seed)  # noqa: S311 - a fixed seed, so that the same page gives the same drawing
    places = {number: i + chance.uniform(0, len(order) / 2) for i, number in enumerate(order)}
    return sorted(order, key=places.__getitem__)


class _Work:
    """What stays the same over all orders of laying: page, grid, and each line's cost were it alone (`ideal`)."""

    def __init__(self, page: Page, grid: Grid, choices: Choices, effort: Effort) -> None:
        self.edges = {edge.id: edge for edge in page.edges}
        self.grid = grid
        self.choices = choices
        self.costs = choices.costs
        self.effort = effort
        self.patience = Patience(effort.states)
        self.ideal = self._ideal()

    def _ideal(self) -> dict[int, int]:
        ideal = {}
        traffic = Traffic(self.grid, self.costs)
        for number in self.edges:
            trail = self.way(number, traffic)
            if trail is not None:
                traffic.lay(number, trail)
                ideal[number] = traffic.cost
                traffic.lift(number)
        return ideal

    def way(self, number: int, traffic: Traffic, limit: int = UNLIMITED, push: int = 0) -> Trail | None:
        """The cheapest way for a connection among the lines laid."""
        edge = self.edges[number]
        exits, goals = self.choices.exits(edge, traffic, push), self.choices.goals(edge, traffic, push)
        if edge.source != edge.target:
            return find_way(traffic, exits, goals, self.patience, limit=limit, push=push)
        ways = (
            find_way(
                traffic,
                [leave],
                [goal for goal in goals if goal.port is not leave.port],
                self.patience,
                limit=limit,
                push=push,
            )
            for leave in exits
        )
        return min((way for way in ways if way), key=lambda way: way.charge + len(way.points), default=None)

    def attempt(self, order: Sequence[int]) -> Traffic:
        """Lay in this order, then improve."""
        traffic = Traffic(self.grid, self.costs)
        self._lay(order, traffic)
        for _ in range(self.effort.rounds):
            before = traffic.cost
            self._lay([number for number in order if number not in traffic.trails], traffic)
            self._relay_dear_ones(traffic)
            self._part_crossing_ones(traffic)
            if traffic.cost >= before or self.patience.left <= 0:
                break
        return traffic

    def _lay(self, order: Sequence[int], traffic: Traffic) -> None:
        waiting, pushes = list(order), self.effort.pushes
        while waiting:
            number = waiting.pop(0)
            trail = self.way(number, traffic)
            if trail is None and pushes:
                pushes -= 1
                trail = self.way(number, traffic, push=self.costs.push)
                if trail is not None:
                    victims = [
                        other for other in traffic.trails if self._in_conflict(number, trail, other, traffic)
                    ]
                    for other in victims:
                        traffic.lift(other)
                    waiting += victims
            if trail is not None:
                traffic.lay(number, trail)

    def _in_conflict(self, number: int, trail: Trail, other: int, traffic: Traffic) -> bool:
        """Whether `trail` and the line `other` cannot both stand."""
        theirs = traffic.trails[other]
        strides = self.grid.strides
        joined = (
            self.choices.may_join(self.edges[number], self.edges[other]) and trail.enters is theirs.enters
        )
        ports = {(p.node, p.side) for p in (trail.leaves, trail.enters)}
        if not joined and any((p.node, p.side) in ports for p in (theirs.leaves, theirs.enters)):
            return True
        shared = set(trail.points) & set(theirs.points)
        if joined:
            shared -= set(last_run(trail, strides)) & set(last_run(theirs, strides))
        mine = {point: (come, go) for point, come, go in trail.headings(strides)}
        held = set(trail.enters.approach[1:]) | set(theirs.enters.approach[1:])
        return any(
            point in held or not _may_cross(mine[point], (come, go))
            for point, come, go in theirs.headings(strides)
            if point in shared
        )

    def _relay_dear_ones(self, traffic: Traffic) -> None:
        costs = {number: traffic.cost_of(number) for number in traffic.trails}
        for number in sorted(costs, key=lambda n: (-costs[n], n)):
            if traffic.cost_of(number) <= self.ideal[number] or self.patience.left <= 0:
                continue
            before = traffic.cost
            old = traffic.lift(number)
            new = self.way(number, traffic, limit=before - traffic.cost)
            traffic.lay(number, new or old)

    def _part_crossing_ones(self, traffic: Traffic) -> None:
        for one, other in list(crossing_numbers(traffic)):
            if self.patience.left <= 0:
                return
            before = traffic.cost
            for first, second in ((one, other), (other, one)):
                if self._relay_pair(first, second, before, traffic):
                    break

    def _relay_pair(self, first: int, second: int, limit: int, traffic: Traffic) -> bool:
        old_first, old_second = traffic.lift(first), traffic.lift(second)
        new_first = self.way(first, traffic)
        if new_first is not None:
            traffic.lay(first, new_first)
            new_second = self.way(second, traffic, limit=limit - traffic.cost)
            if new_second is not None:
                traffic.lay(second, new_second)
                return True
            traffic.lift(first)
        traffic.lay(first, old_first)
        traffic.lay(second, old_second)
        return False


def _may_cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two lines may pass a point: both straight, at right angles."""
    return one[0] == one[1] and other[0] == other[1] and (one[0] ^ other[0]) & 1 == 1
