"""Lines that come to a third one from both sides and end there as one: on paper, a line across it.

Where such a line joins the exits of two symbols that have no other way out, and no arrowhead is on it, it leads from
neither to the other: both go on where it crosses a line that has an arrowhead.

Here: finding such crossings and making them places where lines meet. Not here: which way the lines then go.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.drawing.stretches import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sopkit.intake.drawing.net import Net
    from sopkit.intake.drawing.shapes import Point
    from sopkit.intake.drawing.stretches import Piece

_MOST = 4_000
"""Pairs of short lines that are looked at for one line across."""

Side = tuple[int, int]
"""A short line from node to node."""


@dataclass(frozen=True, slots=True)
class _Crossing:
    own: Side
    other: Side
    spot: Point
    goals: frozenset[str]


def meet_at_crossings(
    net: Net, order: Mapping[str, int], decisions: AbstractSet[str], connectors: AbstractSet[str]
) -> None:
    """Let the lines of `net` meet that only seem to cross.

    `order` counts the shapes of the page from the top, `decisions` are those with two exits, `connectors` may be entered
    by a line as well as left. Of several crossings that one is taken where the other line leads to the symbol next to
    one of the two. A line whose arrowhead is missing looks the same, so that what comes of it is `doubtful`.
    """
    found = pieces(net)
    led = [(side, goals) for piece in found if (goals := _goals(piece, net)) for side in _sides(piece)]
    for piece in found:
        starts = [knot for knot in piece.knots if knot in net.ends]
        own = list(_sides(piece))
        if _goals(piece, net) or len(starts) != 2 or len(own) * len(led) > _MOST:  # noqa: PLR2004
            continue
        shapes = {net.ends[start].shape for start in starts}
        if shapes.isdisjoint(connectors) and all(_is_only_way(s, net, decisions) for s in starts):
            _meet(net, list(_crossings(net, own, led)), {order[shape] + 1 for shape in shapes}, order)


def doubt_crossings(net: Net, forking: AbstractSet[str]) -> None:
    """Make `doubtful` what crosses a line of a symbol that forks, where lines of several symbols and to several meet.

    `forking` are the symbols without a decision that lead to more than one. A line of theirs that turns off to both
    sides at the very place where it crosses another looks like a plain crossing.
    """
    found = pieces(net)
    forked = [piece for piece in found if any(net.ends[k].shape in forking for k in _starts(piece, net))]
    led = [(side, piece) for piece in forked for side in _sides(piece)]
    for piece in found:
        own = list(_sides(piece))
        if len(_starts(piece, net)) < 2 or len(_goals(piece, net)) < 2 or len(own) * len(led) > _MOST:  # noqa: PLR2004
            continue
        for one in own:
            for other, crossed in led:
                if _crossing(net, one, other) is not None:
                    for both in (piece, crossed):
                        net.doubtful.update(node for side in _sides(both) for node in side)


def _starts(piece: Piece, net: Net) -> list[int]:
    return [knot for knot in piece.knots if knot in net.ends and not net.ends[knot].arrow]


def _crossings(
    net: Net, own: Sequence[Side], led: Sequence[tuple[Side, frozenset[str]]]
) -> Iterator[_Crossing]:
    for one in own:
        for other, goals in led:
            spot = _crossing(net, one, other)
            if spot is not None:
                yield _Crossing(one, other, spot, goals)


def _meet(
    net: Net, crossings: Sequence[_Crossing], following: AbstractSet[int], order: Mapping[str, int]
) -> None:
    """A node on both lines of the likeliest crossing, and the lines led through it."""
    if not crossings:
        return
    chosen = min(crossings, key=lambda crossing: following.isdisjoint(order[goal] for goal in crossing.goals))
    node = net.node(chosen.spot)
    for first, last in (chosen.own, chosen.other):
        _lead_through(net, first, last, node)
        _lead_through(net, last, first, node)
    net.doubtful.add(node)


def _goals(piece: Piece, net: Net) -> frozenset[str]:
    """The symbols that an arrowhead of a piece points to."""
    return frozenset(
        net.ends[knot].shape for knot in piece.knots if knot in net.ends and net.ends[knot].arrow
    )


def _sides(piece: Piece) -> Iterator[Side]:
    for stretch in piece.stretches:
        yield from pairwise(stretch.nodes)


def _is_only_way(start: int, net: Net, decisions: AbstractSet[str]) -> bool:
    """Whether a symbol has no exit to spare: one, or two where it decides."""
    shape = net.ends[start].shape
    exits = sum(not end.arrow and end.shape == shape for end in net.ends.values())
    return exits <= (2 if shape in decisions else 1)


def _crossing(net: Net, one: Side, other: Side) -> Point | None:
    """Where a level and an upright line cross, well inside of both."""
    level, upright = sorted(
        ((net.points[a], net.points[b]) for a, b in (one, other)),
        key=lambda line: abs(line[0][0] - line[1][0]) < 1,
    )
    (ax, ay), (bx, by) = level
    (cx, cy), (dx, dy) = upright
    if abs(ay - by) > 1 or abs(cx - dx) > 1 or abs(ax - bx) <= 1 or abs(cy - dy) <= 1:
        return None
    inside = min(ax, bx) + 1 < cx < max(ax, bx) - 1 and min(cy, dy) + 1 < ay < max(cy, dy) - 1
    return (cx, ay) if inside else None


def _lead_through(net: Net, first: int, last: int, node: int) -> None:
    if last in net.ways[first]:
        net.ways[first].remove(last)
        net.ways[first].append(node)
        net.ways[node].append(last)
