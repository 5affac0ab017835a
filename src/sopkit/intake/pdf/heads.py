"""Arrowheads: small filled triangles, or two short open legs, that stand apart from their lines.

Programs write the head as a shape of its own and let the line stop at its base, or anywhere inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.intake.drawing.shapes import Point
    from sopkit.intake.pdf.ink import Outline

LONGEST = 18.0
"""Points: no arrowhead is longer or wider."""

_REACH = 4.0
_THREE = 3


@dataclass(frozen=True, slots=True)
class Head:
    """An arrowhead: its point, and the middle of its base."""

    tip: Point
    base: Point

    @property
    def size(self) -> float:
        """From the base to the point."""
        return hypot(self.tip[0] - self.base[0], self.tip[1] - self.base[1])


def heads(outlines: Iterable[Outline]) -> tuple[tuple[Head, ...], tuple[Outline, ...]]:
    """The arrowheads among the outlines, and the outlines that are none."""
    found: list[Head] = []
    rest: list[Outline] = []
    for outline in outlines:
        head = _head(outline)
        if head is None:
            rest.append(outline)
        elif head not in found:
            found.append(head)
    return tuple(found), tuple(rest)


def _head(outline: Outline) -> Head | None:
    left, top, right, bottom = outline.box
    if max(right - left, bottom - top) > LONGEST:
        return None
    points = outline.points
    if outline.closed and outline.filled:
        if len(points) == _THREE:
            return _triangle(points)
        if len(points) == 4:  # noqa: PLR2004
            return _notched(points)
    elif len(points) == _THREE and not outline.filled:
        return _open(points)
    return None


def _triangle(points: Sequence[Point]) -> Head | None:
    a, b, c = points
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    if area < 1:
        return None
    turns = [(points[i], points[i - 1], points[i - 2]) for i in range(3)]
    tip, one, two = min(turns, key=lambda t: (round(_uneven(*t), 2), not _upright(t[1], t[2])))
    return Head(tip, ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2))


def _uneven(tip: Point, one: Point, two: Point) -> float:
    """How far the two legs are from being equally long, as a share."""
    a, b = hypot(tip[0] - one[0], tip[1] - one[1]), hypot(tip[0] - two[0], tip[1] - two[1])
    return abs(a - b) / max(a, b)


def _upright(one: Point, two: Point) -> bool:
    return min(abs(one[0] - two[0]), abs(one[1] - two[1])) < 0.2  # noqa: PLR2004 points


def _notched(points: Sequence[Point]) -> Head | None:
    """A head with a notch in its base: the point lies opposite the inward corner."""
    signs = []
    for i in range(4):
        a, b, c = points[i - 1], points[i], points[(i + 1) % 4]
        signs.append((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0)
    for i in range(4):
        if signs.count(signs[i]) == 1 and signs[i - 1] != signs[i]:
            return Head(points[(i + 2) % 4], points[i])
    return None


def _open(points: Sequence[Point]) -> Head | None:
    one, tip, two = points
    a, b = hypot(tip[0] - one[0], tip[1] - one[1]), hypot(tip[0] - two[0], tip[1] - two[1])
    if min(a, b) < 1.5 or max(a, b) > 12 or abs(a - b) > 0.25 * max(a, b):  # noqa: PLR2004 points
        return None
    cosine = ((one[0] - tip[0]) * (two[0] - tip[0]) + (one[1] - tip[1]) * (two[1] - tip[1])) / (a * b)
    if not 0.1 <= cosine <= 0.98:  # noqa: PLR2004 legs between 11 and 84 degrees apart
        return None
    return Head(tip, ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2))


def with_heads(
    lines: Sequence[tuple[Point, ...]], arrows: Sequence[Head]
) -> tuple[tuple[tuple[Point, ...], bool, bool], ...]:
    """Each line with the heads at its ends: (points drawn out to the tips, head at the start, head at the end)."""
    ends: dict[tuple[int, int], Point] = {}
    for arrow in arrows:
        fits = [
            (score, index, end)
            for index, line in enumerate(lines)
            for end in (0, -1)
            if (score := _fit(line, end, arrow)) is not None and (index, end) not in ends
        ]
        if fits:
            _, index, end = min(fits)
            ends[index, end] = arrow.tip
    result = []
    for index, line in enumerate(lines):
        start, last = ends.get((index, 0)), ends.get((index, -1))
        points = (start or line[0], *line[1:-1], last or line[-1])
        result.append((points, start is not None, last is not None))
    return tuple(result)


def _fit(line: tuple[Point, ...], end: int, arrow: Head) -> float | None:
    """How badly a head fits the end of a line: the distance; None where it does not."""
    here, before = (line[0], line[1]) if end == 0 else (line[-1], line[-2])
    length = hypot(here[0] - before[0], here[1] - before[1])
    if not length:
        return None
    ux, uy = (here[0] - before[0]) / length, (here[1] - before[1]) / length
    hx, hy = (arrow.tip[0] - arrow.base[0]) / arrow.size, (arrow.tip[1] - arrow.base[1]) / arrow.size
    gap = min(hypot(here[0] - p[0], here[1] - p[1]) for p in (arrow.base, arrow.tip))
    if ux * hx + uy * hy < 0.85 or gap > _REACH + arrow.size / 2:  # noqa: PLR2004 cosine: some thirty degrees
        return None
    return gap
