"""Taking up lines that lie well enough and laying them better. Every move lowers the cost of the drawing or is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.routing.choices import crossing_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.routing.planner import Planner
    from sopkit.sheet.routing.traffic import Traffic, Trail

_MOST_VICTIMS = 4
"""A line that is in the way of more others than this is not given its ideal way at their cost."""


def improve(planner: Planner, traffic: Traffic) -> None:
    """One round: each dear line again by itself, then crossing ones two by two, then dear ones at the cost of others."""
    for number in _dearest_first(planner, traffic):
        if planner.patience.left > 0:
            _lay_again(number, planner, traffic)
    for one, other in list(crossing_numbers(traffic)):
        if planner.patience.left > 0 and not _lay_in_order((one, other), planner, traffic):
            _lay_in_order((other, one), planner, traffic)
    for number in _dearest_first(planner, traffic):
        if planner.patience.left > 0:
            _insist(number, planner, traffic)


def _dearest_first(planner: Planner, traffic: Traffic) -> list[int]:
    """The lines that cost more than they would alone, by how much more."""
    excess = {number: traffic.cost_of(number) - planner.ideal[number] for number in traffic.trails}
    return sorted((number for number in excess if excess[number] > 0), key=lambda n: (-excess[n], n))


def _lay_again(number: int, planner: Planner, traffic: Traffic) -> None:
    before = traffic.cost
    old = traffic.lift(number)
    traffic.lay(number, planner.way(number, traffic, limit=before - traffic.cost) or old)


def _lay_in_order(numbers: Sequence[int], planner: Planner, traffic: Traffic) -> bool:
    """Lay lines again in this order; whether that was better."""
    before, old = traffic.cost, {number: traffic.lift(number) for number in numbers}
    return _lay_or_restore(numbers, before, old, planner, traffic)


def _insist(number: int, planner: Planner, traffic: Traffic) -> None:
    """Give a line the way it would have alone, and those that are in its way another."""
    trail, before = planner.alone[number], traffic.cost
    if trail.points == traffic.trails[number].points:
        return
    old = {number: traffic.lift(number)}
    victims = planner.in_the_way(number, trail, traffic)
    old |= {victim: traffic.lift(victim) for victim in victims[: _MOST_VICTIMS + 1]}
    if len(victims) > _MOST_VICTIMS:
        _restore(old, traffic)
        return
    traffic.lay(number, trail)
    if traffic.seems_crossed(trail):
        _restore(old, traffic)
        return
    victims.sort(key=lambda victim: (planner.ideal[victim], victim))
    _lay_or_restore(victims, before, old, planner, traffic)


def _lay_or_restore(
    numbers: Sequence[int], before: int, old: dict[int, Trail], planner: Planner, traffic: Traffic
) -> bool:
    """Lay `numbers` for less than the drawing cost `before`, or bring back the `old` lines; whether it was better."""
    for number in numbers:
        trail = planner.way(number, traffic, limit=before - traffic.cost)
        if trail is None:
            break
        traffic.lay(number, trail)
    better = traffic.cost < before and all(number in traffic.trails for number in numbers)
    if not better:
        _restore(old, traffic)
    return better


def _restore(old: dict[int, Trail], traffic: Traffic) -> None:
    for number in old.keys() & traffic.trails.keys():
        traffic.lift(number)
    for number, trail in old.items():
        traffic.lay(number, trail)
