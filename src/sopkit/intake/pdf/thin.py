"""Lines that a program wrote as filled outlines, brought back to their centre lines.

Excel and LibreOffice write a stroke of a shape as the polygon around it: a thin rectangle, or eight and more
points around a line with corners. The two long sides of each piece run in opposite directions a line width apart;
pairing them gives the centre line back, whatever the number of corners and whatever the angle.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.drawing.shapes import Point

WIDEST = 3.2
"""Points: thicker than this is a bar, not a line."""

_JOIN = 2.5
_MOST_SIDES = 60


@dataclass(frozen=True, slots=True)
class _Side:
    start: Point
    end: Point

    @property
    def length(self) -> float:
        return hypot(self.end[0] - self.start[0], self.end[1] - self.start[1])


def centre_lines(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """The polylines a filled outline stands for; none where it is a form and no line."""
    if not 4 <= len(points) <= _MOST_SIDES or _mean_width(points) > WIDEST:  # noqa: PLR2004 a line has four corners
        return ()
    sides = [_Side(a, b) for a, b in pairwise((*points, points[0]))]
    pieces = _pieces(sides)
    return _chains(pieces)


def _mean_width(points: Sequence[Point]) -> float:
    ring = list(pairwise((*points, points[0])))
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in ring)) / 2
    around = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in ring) / 2
    return area / around if around else 0.0


def _pieces(sides: list[_Side]) -> list[tuple[Point, Point]]:
    found: list[tuple[Point, Point]] = []
    free = sorted(range(len(sides)), key=lambda i: (-sides[i].length, i))
    used: set[int] = set()
    for i in free:
        if i in used:
            continue
        partners = [(_apart(sides[i], sides[j]), j) for j in free if j != i and j not in used]
        apart, j = min(((gap, j) for gap, j in partners if gap is not None), default=(None, -1))
        if apart is not None:
            used |= {i, j}
            found.append(_middle(sides[i], sides[j]))
    return found


def _apart(one: _Side, other: _Side) -> float | None:
    """The distance of two sides that run against each other side by side; None where they do not."""
    a, b = one.length, other.length
    if a < 1.2 or b < 0.3 * a:  # noqa: PLR2004 points: the short sides at the ends are no pieces
        return None
    ux, uy = (one.end[0] - one.start[0]) / a, (one.end[1] - one.start[1]) / a
    vx, vy = (other.end[0] - other.start[0]) / b, (other.end[1] - other.start[1]) / b
    if ux * vx + uy * vy > -0.95:  # noqa: PLR2004 cosine: against each other
        return None
    near = [(p[0] - one.start[0]) * ux + (p[1] - one.start[1]) * uy for p in (other.start, other.end)]
    if min(max(near), a) - max(min(near), 0.0) < 0.3 * min(a, b):
        return None
    middle = ((other.start[0] + other.end[0]) / 2, (other.start[1] + other.end[1]) / 2)
    gap = abs((middle[0] - one.start[0]) * uy - (middle[1] - one.start[1]) * ux)
    return gap if gap <= WIDEST and gap < a else None


def _middle(one: _Side, other: _Side) -> tuple[Point, Point]:
    """The line half-way between two sides, as long as the longer one."""
    a = one.length
    ux, uy = (one.end[0] - one.start[0]) / a, (one.end[1] - one.start[1]) / a
    middle = ((other.start[0] + other.end[0]) / 2, (other.start[1] + other.end[1]) / 2)
    off = (middle[0] - one.start[0]) * uy - (middle[1] - one.start[1]) * ux
    dx, dy = uy * off / 2, -ux * off / 2
    return (one.start[0] + dx, one.start[1] + dy), (one.end[0] + dx, one.end[1] + dy)


def _chains(pieces: list[tuple[Point, Point]]) -> tuple[tuple[Point, ...], ...]:
    chains: list[list[Point]] = [list(piece) for piece in pieces]
    joined = True
    while joined and len(chains) > 1:
        joined = False
        for i, one in enumerate(chains):
            for j in range(i + 1, len(chains)):
                path = _linked(one, chains[j])
                if path is not None:
                    chains[i] = path
                    del chains[j]
                    joined = True
                    break
            if joined:
                break
    return tuple(tuple(chain) for chain in chains)


def _linked(one: list[Point], other: list[Point]) -> list[Point] | None:
    for first in (one, one[::-1]):
        for second in (other, other[::-1]):
            if hypot(first[-1][0] - second[0][0], first[-1][1] - second[0][1]) <= _JOIN:
                return [*first[:-1], second[0], *second[1:]]
    return None
