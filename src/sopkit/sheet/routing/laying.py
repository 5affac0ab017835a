"""All lines of a page, laid one after the other in several orders, each improved; the best is taken. Bounded and seeded."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sopkit.sheet.routing.improving import improve
from sopkit.sheet.routing.planner import Planner
from sopkit.sheet.routing.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.sheet.routing.choices import Choices
    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.measures import Effort
    from sopkit.sheet.routing.traffic import Trail


def lay_all(grid: Grid, choices: Choices, effort: Effort) -> Mapping[int, Trail]:
    """The best trails found, by number of the connection; a connection without a legal way has none."""
    planner = Planner(grid, choices, effort)
    order = sorted(planner.ideal, key=planner.ideal.__getitem__)
    best: tuple[int, int] | None = None
    trails: dict[int, Trail] = {}
    for attempt in range(effort.restarts):
        traffic = _lay_in_order(order, planner, effort)
        left_over = len(order) - len(traffic.trails)
        if best is None or (left_over, traffic.cost) < best:
            best, trails = (left_over, traffic.cost), dict(traffic.trails)
        if (not left_over and not traffic.crossings) or planner.patience.left <= 0:
            break
        order = _shuffled(order, attempt)
    return trails


def _shuffled(order: Sequence[int], seed: int) -> list[int]:
    """Another order, much like the old one: each line moves only some places."""
    chance = Random(seed)  # noqa: S311 - a fixed seed, so that the same page gives the same drawing
    places = {number: i + chance.uniform(0, len(order) / 2) for i, number in enumerate(order)}
    return sorted(order, key=places.__getitem__)


def _lay_in_order(order: Sequence[int], planner: Planner, effort: Effort) -> Traffic:
    traffic = Traffic(planner.grid, planner.costs)
    _lay(order, planner, traffic, effort)
    for _ in range(effort.rounds):
        before = traffic.cost
        _lay([number for number in order if number not in traffic.trails], planner, traffic, effort)
        improve(planner, traffic)
        if before - traffic.cost < planner.costs.bend or planner.patience.left <= 0:
            break
    return traffic


def _lay(order: Sequence[int], planner: Planner, traffic: Traffic, effort: Effort) -> None:
    """Lay lines, each by its cheapest way; where there is none, others are pushed away and laid afterwards."""
    waiting, pushes = list(order), effort.pushes
    while waiting:
        number = waiting.pop(0)
        trail = planner.way(number, traffic)
        if trail is None and pushes:
            pushes -= 1
            trail = planner.way(number, traffic, push=planner.costs.push)
            victims = planner.in_the_way(number, trail, traffic) if trail else []
            for victim in victims:
                traffic.lift(victim)
            waiting += victims
        if trail is not None:
            traffic.lay(number, trail)
