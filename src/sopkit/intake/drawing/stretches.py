"""The lines of a network as stretches between the places where they meet or end.

Here: nodes that lie on each other made one, dead ends left out. Not here: which way a stretch goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.drawing.geometry import distance
from sopkit.intake.drawing.net import JOIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.intake.drawing.net import Net


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line between two knots; `forth` and `back` tell whether its strokes may be followed that way.

    A knot is the end of a line at a symbol, or a place where three or more stretches meet, named by one of its nodes.
    `nodes` run from the first to the last.
    """

    first: int
    last: int
    nodes: tuple[int, ...]
    forth: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Stretches that hang together, in the order of the strokes, and their knots."""

    stretches: tuple[Stretch, ...]
    knots: tuple[int, ...]


def pieces(net: Net) -> tuple[Piece, ...]:
    """The pieces of a network, in the order of their first nodes."""
    home = _homes(net)
    beside = _neighbours(net, home)
    _without_dead_ends(net, beside)
    knots = {spot for spot, others in beside.items() if spot in net.ends or len(others) > 2}  # noqa: PLR2004 a way through
    found = [stretch for knot in sorted(knots) for stretch in _from(knot, knots, beside, net)]
    return tuple(_gathered(found))


def _homes(net: Net) -> list[int]:
    """For each node the first of those that lie on it; an end at a symbol stays by itself."""
    home = list(range(len(net.points)))

    def root(node: int) -> int:
        while home[node] != node:
            home[node] = home[home[node]]
            node = home[node]
        return node

    for node, ways in enumerate(net.ways):
        for other in ways:
            if node in net.ends or other in net.ends or distance(net.points[node], net.points[other]) > JOIN:
                continue
            one, two = sorted((root(node), root(other)))
            home[two] = one
    return [root(node) for node in range(len(home))]


def _neighbours(net: Net, home: list[int]) -> dict[int, dict[int, tuple[int, int]]]:
    """For each spot the spots that a line leads to or comes from, with the nodes of that line at both."""
    beside: dict[int, dict[int, tuple[int, int]]] = {}
    for node, ways in enumerate(net.ways):
        for other in ways:
            one, two = home[node], home[other]
            if one != two:
                beside.setdefault(one, {}).setdefault(two, (node, other))
                beside.setdefault(two, {}).setdefault(one, (other, node))
    return beside


def _without_dead_ends(net: Net, beside: dict[int, dict[int, tuple[int, int]]]) -> None:
    loose = [spot for spot, others in beside.items() if len(others) == 1 and spot not in net.ends]
    while loose:
        spot = loose.pop()
        for other in beside.pop(spot, {}):
            beside[other].pop(spot)
            if len(beside[other]) == 1 and other not in net.ends:
                loose.append(other)


def _from(
    knot: int, knots: set[int], beside: dict[int, dict[int, tuple[int, int]]], net: Net
) -> Iterator[Stretch]:
    """The stretches that leave a knot, each from the lesser of its two knots."""
    for first in sorted(beside[knot]):
        spots = [knot, first]
        while spots[-1] not in knots:
            spots.append(next(spot for spot in beside[spots[-1]] if spot != spots[-2]))
        if (spots[0], spots[1]) > (spots[-1], spots[-2]):
            continue
        lines = [beside[one][other] for one, other in pairwise(spots)]
        forth = all(_leads(net, one, other) for one, other in lines)
        back = all(_leads(net, other, one) for one, other in lines)
        yield Stretch(knot, spots[-1], tuple(node for line in lines for node in line), forth, back)


def _leads(net: Net, one: int, other: int) -> bool:
    return other in net.ways[one]


def _gathered(found: Sequence[Stretch]) -> Iterator[Piece]:
    """Stretches that share knots put together."""
    at: dict[int, list[int]] = {}
    for position, stretch in enumerate(found):
        at.setdefault(stretch.first, []).append(position)
        at.setdefault(stretch.last, []).append(position)
    done: set[int] = set()
    for knot in at:
        knots, waiting = {knot}, [knot]
        mine: set[int] = set()
        while waiting and knot not in done:
            for position in at[waiting.pop()]:
                mine.add(position)
                new = {found[position].first, found[position].last} - knots
                knots |= new
                waiting.extend(new)
        done |= knots
        if mine:
            yield Piece(tuple(found[position] for position in sorted(mine)), tuple(sorted(knots)))
