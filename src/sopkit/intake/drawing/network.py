"""Which symbols of one page the lines lead from and to.

Strokes may be whole connectors or loose pieces of them. An end of a stroke lies at a symbol, or on another stroke
(a corner, or one line running into another), or nowhere. Strokes with an arrowhead lead one way only. Lines that
merely cross do not meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from sopkit.intake.drawing.crossings import doubt_crossings, meet_at_crossings
from sopkit.intake.drawing.geometry import distance
from sopkit.intake.drawing.junctions import settle
from sopkit.intake.drawing.net import network
from sopkit.intake.drawing.stretches import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from sopkit.intake.drawing.net import Net
    from sopkit.intake.drawing.shapes import Point, Shape, Stroke

_MOST_ENDS = 16


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one symbol to another, by shape ids.

    `points` run from the source to the target. `arrow` is false where no arrowhead tells the direction, `both` true
    where there is one at either end, `crowded` where several symbols at both ends share the line, `far` where an
    end stops short of its symbol by more than programs do. `mates` are the other symbols that lines which meet this one
    come from.
    """

    source: str
    target: str
    points: tuple[Point, ...]
    arrow: bool = True
    both: bool = False
    crowded: bool = False
    far: bool = False
    mates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loose:
    """The end of a line at nothing, and the symbols whose lines lead there."""

    point: Point
    sources: tuple[str, ...]


def links(shapes: Sequence[Shape], strokes: Sequence[Stroke]) -> tuple[tuple[Link, ...], tuple[Loose, ...]]:
    """The ways between the symbols of one page, in the order of the symbols they start from, and the loose ends."""
    net = network(shapes, strokes)
    order = {shape.id: index for index, shape in enumerate(shapes)}
    decisions = {shape.id for shape in shapes if shape.kind == "ketupat"}
    connectors = {shape.id for shape in shapes if shape.kind == "segilima"}
    meet_at_crossings(net, order, decisions, connectors)
    settle(net, decisions)
    doubt_crossings(net, _forking(_directed(net), decisions | connectors))
    found = [*_directed(net), *_undirected(net, order)]
    best: dict[tuple[str, str], Link] = {}
    for link in found:
        key = (link.source, link.target)
        if key not in best or _worth(link) > _worth(best[key]):
            best[key] = link
    ordered = sorted(best.values(), key=lambda link: (order[link.source], order[link.target]))
    return tuple(ordered), tuple(_loose(net))


def _forking(found: Iterable[Link], others: AbstractSet[str]) -> frozenset[str]:
    """The symbols that lead to more than one, `others` left out."""
    targets: dict[str, set[str]] = {}
    for link in found:
        targets.setdefault(link.source, set()).add(link.target)
    return frozenset(
        source for source, reached in targets.items() if len(reached) > 1 and source not in others
    )


def _loose(net: Net) -> Iterator[Loose]:
    """The loose ends, each with the symbols that a line without an arrowhead leads from to it."""
    sources: dict[int, list[str]] = {node: [] for node in net.loose}
    for start, end in net.ends.items() if sources else ():
        if not end.arrow:
            for node in _all_from(net, start) & sources.keys():
                sources[node].append(end.shape)
    for node, shapes in sources.items():
        yield Loose(net.points[node], tuple(dict.fromkeys(shapes)))


def _all_from(net: Net, start: int) -> set[int]:
    """The nodes that can be reached from an end, up to the ends of others."""
    seen, waiting = {start}, [start]
    while waiting:
        for node in net.ways[waiting.pop()]:
            if node not in seen:
                seen.add(node)
                if node not in net.ends:
                    waiting.append(node)
    return seen


def _worth(link: Link) -> tuple[bool, bool, bool, bool]:
    return link.arrow, not link.crowded, not link.both, not link.far


def _directed(net: Net) -> Iterator[Link]:
    """The ways from every end without an arrowhead to all arrowheads it leads to."""
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for start, end in net.ends.items():
        if end.arrow and not end.both:
            continue
        for goal, nodes in _reached(net, start):
            other = net.ends[goal]
            if other.arrow and (other.shape != end.shape or len(nodes) > 3):  # noqa: PLR2004 out and back
                found.append((start, goal, nodes))
    goals: dict[int, set[str]] = {}
    mates = _mates(net)
    for start, goal, _ in found:
        goals.setdefault(start, set()).add(net.ends[goal].shape)
    for start, goal, nodes in found:
        one, other = net.ends[start], net.ends[goal]
        yield Link(
            one.shape,
            other.shape,
            tuple(net.points[node] for node in nodes),
            both=one.both and one.arrow,
            crowded=_is_crowded(net, start, goal, goals) or not net.doubtful.isdisjoint(nodes),
            far=one.far or other.far,
            mates=tuple(shape for shape in mates.get(start, ()) if shape != one.shape),
        )


def _mates(net: Net) -> dict[int, tuple[str, ...]]:
    """For each end without an arrowhead the symbols at all such ends of the lines that meet."""
    found: dict[int, tuple[str, ...]] = {}
    for piece in pieces(net):
        starts = [knot for knot in piece.knots if knot in net.ends and not net.ends[knot].arrow]
        if len(starts) > 1:
            found |= dict.fromkeys(starts, tuple(net.ends[knot].shape for knot in starts))
    return found


def _is_crowded(net: Net, start: int, goal: int, goals: dict[int, set[str]]) -> bool:
    """Whether another symbol leads to the same goal and to a second one, as this one does."""
    shape = net.ends[goal].shape
    return any(
        net.ends[other].shape != net.ends[start].shape
        and shape in reached
        and len(reached & goals[start]) > 1
        for other, reached in goals.items()
    )


def _reached(net: Net, start: int) -> list[tuple[int, tuple[int, ...]]]:
    """The other ends that can be reached from one, each by its shortest way; the nearest ones where they are many."""
    come_from = {start: -1}
    found: list[int] = []
    waiting: list[tuple[float, int, int]] = [(0.0, start, -1)]
    done: set[int] = set()
    while waiting:
        length, node, before = heappop(waiting)
        if node in done:
            continue
        done.add(node)
        come_from[node] = before
        if node in net.ends and node != start:
            found.append(node)
            if len(found) == _MOST_ENDS:
                break
            continue
        for following in net.ways[node]:
            if following not in done:
                step = distance(net.points[node], net.points[following])
                heappush(waiting, (length + step, following, node))
    return [(node, _way(come_from, node)) for node in sorted(found)]


def _way(come_from: dict[int, int], node: int) -> tuple[int, ...]:
    nodes: list[int] = []
    while node >= 0:
        nodes.append(node)
        node = come_from[node]
    return tuple(reversed(nodes))


def _undirected(net: Net, order: dict[str, int]) -> Iterator[Link]:
    """Lines between two symbols on which no arrowhead tells the direction: from the earlier one to the later one."""
    for start, end in net.ends.items():
        if end.arrow:
            continue
        reached = _reached(net, start)
        if any(net.ends[goal].arrow for goal, _ in reached):
            continue
        for goal, nodes in reached:
            other = net.ends[goal]
            if order[end.shape] < order[other.shape]:
                points = tuple(net.points[node] for node in nodes)
                yield Link(end.shape, other.shape, points, arrow=False, far=end.far or other.far)
