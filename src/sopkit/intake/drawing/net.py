"""The strokes of one page as a network of points, with the places where they end at symbols.

Here: which ends lie at a symbol, on another stroke, or nowhere. Not here: which symbols lead to which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.drawing.geometry import ahead, away, distance, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.intake.drawing.shapes import Box, Point, Shape, Stroke

TOUCH = 1.6
"""Points: an end this near to a symbol ends at it, whatever else is near."""

JOIN = 2.6
"""Points: an end this near to a line lies on it."""

_NEAR = 5.0
_REACH = 14.0
_FAR = 45.0
_ASIDE = 2.5


@dataclass(slots=True)
class Net:
    """Nodes are points; `ways` lead on from a node, both ways where nothing tells; `ends` are the nodes at a symbol.

    `loose` are the ends at nothing; `doubtful` are nodes of lines that may as well lead the other way.
    """

    points: list[Point] = field(default_factory=list)
    ways: list[list[int]] = field(default_factory=list)
    ends: dict[int, End] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)

    def node(self, point: Point) -> int:
        """A new node at a point."""
        self.points.append(point)
        self.ways.append([])
        return len(self.points) - 1


@dataclass(frozen=True, slots=True)
class End:
    """The end of a stroke at a symbol: whether it has an arrowhead, and whether the other end has one too."""

    shape: str
    arrow: bool
    both: bool
    far: bool


def network(shapes: Sequence[Shape], painted: Sequence[Stroke]) -> Net:
    """The network of all strokes of one page, each once, however often a program paints it."""
    strokes = _distinct(painted)
    net = Net()
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
            if not joins:
                net.loose.append(end)
            for other, segment, spot in joins:
                node = net.node(spot)
                net.ways[end].append(node)
                net.ways[node].append(end)
                inserted.setdefault((other, segment), []).append(node)
    for index, stroke in enumerate(strokes):
        _connect(net, stroke, places[index], index, inserted)
    return net


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


def _prefers_shape(stroke: Stroke, at_shape: tuple[str, float], last: bool) -> bool:  # noqa: FBT001 which end
    arrow = stroke.arrow_at_end if last else stroke.arrow_at_start
    return arrow and at_shape[1] <= _NEAR


def _end_of(stroke: Stroke, at_shape: tuple[str, float], *, last: bool) -> End:
    arrow = stroke.arrow_at_end if last else stroke.arrow_at_start
    both = stroke.arrow_at_end and stroke.arrow_at_start
    return End(at_shape[0], arrow, both, at_shape[1] > _REACH)


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
        if other == index or away(end, boxes[other]) > JOIN:
            continue
        spots = [
            (distance(end, spot), segment, spot)
            for segment in range(len(stroke.points) - 1)
            for spot in (nearest(end, stroke.points[segment], stroke.points[segment + 1]),)
        ]
        off, segment, spot = min(spots)
        if off <= JOIN:
            yield other, segment, spot


def _box(stroke: Stroke) -> Box:
    xs, ys = [x for x, _ in stroke.points], [y for _, y in stroke.points]
    return min(xs), min(ys), max(xs), max(ys)


def _connect(
    net: Net, stroke: Stroke, places: list[int], index: int, inserted: dict[tuple[int, int], list[int]]
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
