"""The strokes of one page as a network, and which symbols it leads from and to.

Strokes may be whole connectors or loose pieces of them. An end of a stroke lies at a symbol, or on another stroke
(a corner, or one line running into another), or nowhere. Strokes with an arrowhead lead one way only. Lines that
merely cross do not meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.drawing.geometry import ahead, away, distance, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.intake.drawing.shapes import Box, Point, Shape, Stroke

TOUCH = 1.6
"""Points: an end this near to a symbol ends at it, whatever else is near."""

_JOIN = 2.6
_NEAR = 5.0
_REACH = 14.0
_FAR = 45.0
_ASIDE = 2.5
_MOST_ENDS = 16


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one symbol to another, by shape ids.

    `points` run from the source to the target. `arrow` is false where no arrowhead tells the direction, `both` true
    where there is one at either end, `crowded` where several symbols at both ends share the line, `far` where an
    end stops short of its symbol by more than programs do.
    """

    source: str
    target: str
    points: tuple[Point, ...]
    arrow: bool = True
    both: bool = False
    crowded: bool = False
    far: bool = False


@dataclass(slots=True)
class _Net:
    """Nodes are points; `ways` lead on from a node; `ends` are the nodes at a symbol."""

    points: list[Point] = field(default_factory=list)
    ways: list[list[int]] = field(default_factory=list)
    ends: dict[int, _End] = field(default_factory=dict)

    def node(self, point: Point) -> int:
        self.points.append(point)
        self.ways.append([])
        return len(self.points) - 1


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a stroke at a symbol: whether it has an arrowhead, and whether the other end has one too."""

    shape: str
    arrow: bool
    both: bool
    far: bool


def links(shapes: Sequence[Shape], strokes: Sequence[Stroke]) -> tuple[Link, ...]:
    """The ways between the symbols of one page, in the order of the symbols they start from."""
    net = _net(shapes, _distinct(strokes))
    order = {shape.id: index for index, shape in enumerate(shapes)}
    found = [*_directed(net), *_undirected(net, order)]
    best: dict[tuple[str, str], Link] = {}
    for link in found:
        key = (link.source, link.target)
        if key not in best or _worth(link) > _worth(best[key]):
            best[key] = link
    return tuple(sorted(best.values(), key=lambda link: (order[link.source], order[link.target])))


def _worth(link: Link) -> tuple[bool, bool, bool, bool]:
    return link.arrow, not link.crowded, not link.both, not link.far


def _distinct(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Each stroke once: some programs paint a line twice."""
    kept: list[Stroke] = []
    for stroke in strokes:
        if len(stroke.points) > 1 and not any(_same(stroke, other) for other in kept):
            kept.append(stroke)
    return kept


def _same(one: Stroke, other: Stroke) -> bool:
    if len(one.points) != len(other.points) or one.arrow_at_start != other.arrow_at_start:
        return False
    if one.arrow_at_end != other.arrow_at_end:
        return False
    return all(distance(a, b) <= 1 for a, b in zip(one.points, other.points, strict=True))


def _net(shapes: Sequence[Shape], strokes: Sequence[Stroke]) -> _Net:
    net = _Net()
    places = [[net.node(point) for point in stroke.points] for stroke in strokes]
    boxes = [_box(stroke) for stroke in strokes]
    inserted: dict[tuple[int, int], list[int]] = {}
    for index, stroke in enumerate(strokes):
        for last in (False, True):
            end = places[index][-1 if last else 0]
            at_shape = _shape_end(stroke, shapes, last=last)
            joins = list(_joins(strokes, boxes, index, net.points[end]))
            if at_shape is not None and (
                at_shape[1] <= TOUCH or not joins or _prefers_shape(stroke, at_shape, last)
            ):
                net.ends[end] = _end_of(stroke, at_shape, last=last)
                continue
            for other, segment, spot in joins:
                node = net.node(spot)
                net.ways[end].append(node)
                net.ways[node].append(end)
                inserted.setdefault((other, segment), []).append(node)
    for index, stroke in enumerate(strokes):
        _connect(net, stroke, places[index], index, inserted)
    return net


def _prefers_shape(stroke: Stroke, at_shape: tuple[str, float], last: bool) -> bool:  # noqa: FBT001 which end
    arrow = stroke.arrow_at_end if last else stroke.arrow_at_start
    return arrow and at_shape[1] <= _NEAR


def _end_of(stroke: Stroke, at_shape: tuple[str, float], *, last: bool) -> _End:
    arrow = stroke.arrow_at_end if last else stroke.arrow_at_start
    both = stroke.arrow_at_end and stroke.arrow_at_start
    return _End(at_shape[0], arrow, both, at_shape[1] > _REACH)


def _shape_end(stroke: Stroke, shapes: Sequence[Shape], *, last: bool) -> tuple[str, float] | None:
    """The symbol an end of a stroke lies at, and how far from it."""
    glued = stroke.target if last else stroke.source
    if glued is not None and any(shape.id == glued for shape in shapes):
        return glued, 0.0
    end, before = (stroke.points[-1], stroke.points[-2]) if last else (stroke.points[0], stroke.points[1])
    length = distance(end, before) or 1.0
    towards = (end[0] - before[0]) / length, (end[1] - before[1]) / length
    best: tuple[float, str] | None = None
    for shape in shapes:
        off = away(end, shape.box)
        along = ahead(end, towards, shape.box, _ASIDE)
        if off > _NEAR:
            off = along if along is not None and along <= _FAR else float("inf")
        if off < float("inf") and (best is None or off < best[0]):
            best = (off, shape.id)
    return (best[1], best[0]) if best is not None else None


def _joins(
    strokes: Sequence[Stroke], boxes: Sequence[Box], index: int, end: Point
) -> Iterator[tuple[int, int, Point]]:
    """The other strokes an end lies on: (stroke, its segment, the place). `boxes` are those around the strokes."""
    for other, stroke in enumerate(strokes):
        if other == index or away(end, boxes[other]) > _JOIN:
            continue
        spots = [
            (distance(end, spot), segment, spot)
            for segment in range(len(stroke.points) - 1)
            for spot in (nearest(end, stroke.points[segment], stroke.points[segment + 1]),)
        ]
        off, segment, spot = min(spots)
        if off <= _JOIN:
            yield other, segment, spot


def _box(stroke: Stroke) -> Box:
    xs, ys = [x for x, _ in stroke.points], [y for _, y in stroke.points]
    return min(xs), min(ys), max(xs), max(ys)


def _connect(
    net: _Net, stroke: Stroke, places: list[int], index: int, inserted: dict[tuple[int, int], list[int]]
) -> None:
    """The ways along a stroke, through the places where others run into it."""
    forth = stroke.arrow_at_end or not stroke.arrow_at_start
    back = stroke.arrow_at_start or not stroke.arrow_at_end
    row = [places[0]]
    for segment in range(len(places) - 1):
        here = net.points[places[segment]]
        row += sorted(inserted.get((index, segment), []), key=lambda node: distance(here, net.points[node]))
        row.append(places[segment + 1])
    for one, other in pairwise(row):
        if forth:
            net.ways[one].append(other)
        if back:
            net.ways[other].append(one)


def _directed(net: _Net) -> Iterator[Link]:
    """The ways from every end without an arrowhead to all arrowheads it leads to."""
    found: list[tuple[int, int, tuple[Point, ...]]] = []
    for start, end in net.ends.items():
        if end.arrow and not end.both:
            continue
        for goal, points in _reached(net, start):
            other = net.ends[goal]
            if other.arrow and (other.shape != end.shape or len(points) > 3):  # noqa: PLR2004 out and back
                found.append((start, goal, points))
    goals: dict[int, set[str]] = {}
    starts: dict[int, set[str]] = {}
    for start, goal, _ in found:
        goals.setdefault(start, set()).add(net.ends[goal].shape)
        starts.setdefault(goal, set()).add(net.ends[start].shape)
    for start, goal, points in found:
        one, other = net.ends[start], net.ends[goal]
        yield Link(
            one.shape,
            other.shape,
            points,
            both=one.both and one.arrow,
            crowded=len(goals[start]) > 1 and len(starts[goal]) > 1,
            far=one.far or other.far,
        )


def _reached(net: _Net, start: int) -> list[tuple[int, tuple[Point, ...]]]:
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
    return [(node, _way(net, come_from, node)) for node in sorted(found)]


def _way(net: _Net, come_from: dict[int, int], node: int) -> tuple[Point, ...]:
    points: list[Point] = []
    while node >= 0:
        points.append(net.points[node])
        node = come_from[node]
    return tuple(reversed(points))


def _undirected(net: _Net, order: dict[str, int]) -> Iterator[Link]:
    """Lines between two symbols on which no arrowhead tells the direction: from the earlier one to the later one."""
    for start, end in net.ends.items():
        if end.arrow:
            continue
        reached = _reached(net, start)
        if any(net.ends[goal].arrow for goal, _ in reached):
            continue
        for goal, points in reached:
            other = net.ends[goal]
            if order[end.shape] < order[other.shape]:
                yield Link(end.shape, other.shape, points, arrow=False, far=end.far or other.far)
