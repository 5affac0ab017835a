"""Which symbol a closed outline is, by its form alone.

The forms are those of the flowchart shapes of Word, Excel, Visio and LibreOffice: a rectangle fills its bounding
box, a diamond half of it with its corners at the middle of the sides, a terminator has round ends, an off-page
connector is a rectangle with a point at one side. How a program wrote the outline (stroked, filled, as a ring) does
not matter here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.drawing.shapes import Box, Kind, Point

SMALLEST = (9.0, 5.5)
"""Points: a symbol is at least this wide and high."""

LARGEST = (240.0, 130.0)
"""Points: and at most this."""

_ROUND = 8


def could_be_symbol(box: Box) -> bool:
    """Whether the size is that of a symbol."""
    width, height = box[2] - box[0], box[3] - box[1]
    return SMALLEST[0] <= width <= LARGEST[0] and SMALLEST[1] <= height <= LARGEST[1]


def form(points: Sequence[Point], box: Box) -> Kind | None:
    """The symbol that an outline within `box` shows; None for a form that is none of the four."""
    width, height = box[2] - box[0], box[3] - box[1]
    share = _area(points) / (width * height)
    corners = _corners(points, 0.03 * (width + height))
    if 0.42 <= share <= 0.58 and _is_diamond(corners, box):  # noqa: PLR2004 half of the box
        return "ketupat"
    if len(corners) == 5 and _is_pentagon(corners, box):  # noqa: PLR2004
        return "segilima"
    if share >= 0.96 and (len(corners) <= 5 or _straight_side(points, box) >= 0.5):  # noqa: PLR2004
        return "kotak"
    if share >= 0.74 and len(corners) >= 6 and len(points) > _ROUND:  # noqa: PLR2004 an ellipse fills 0.785
        return "kotak" if _straight_side(points, box) >= 0.5 else "kapsul"  # noqa: PLR2004
    return None


def _area(points: Sequence[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*points, points[0])))) / 2


def _corners(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points without those that lie on a line with their neighbours, near ones taken together."""
    kept: list[Point] = []
    for p in points:
        if not kept or abs(p[0] - kept[-1][0]) + abs(p[1] - kept[-1][1]) > tolerance / 2:
            kept.append(p)
    if len(kept) > 1 and abs(kept[0][0] - kept[-1][0]) + abs(kept[0][1] - kept[-1][1]) <= tolerance / 2:
        kept.pop()
    changed = True
    while changed and len(kept) > 3:  # noqa: PLR2004 a triangle has nothing to leave out
        changed = False
        for i, p in enumerate(kept):
            if _off_line(kept[i - 1], p, kept[(i + 1) % len(kept)]) < tolerance / 6:
                del kept[i]
                changed = True
                break
    return kept


def _off_line(a: Point, p: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return 0.0
    return float(abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length)


def _is_diamond(corners: list[Point], box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    tips = ((x, box[1]), (box[2], y), (x, box[3]), (box[0], y))
    return all(_has(corners, tip, box) for tip in tips)


def _is_pentagon(corners: list[Point], box: Box) -> bool:
    """A point in the middle of one side, and the corners of the opposite side."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    turns = (
        ((x, bottom), (left, top), (right, top)),
        ((x, top), (left, bottom), (right, bottom)),
        ((right, y), (left, top), (left, bottom)),
        ((left, y), (right, top), (right, bottom)),
    )
    return any(all(_has(corners, spot, box) for spot in turn) for turn in turns)


def _has(corners: list[Point], spot: Point, box: Box) -> bool:
    dx, dy = 0.12 * (box[2] - box[0]), 0.12 * (box[3] - box[1])
    return any(abs(x - spot[0]) <= dx and abs(y - spot[1]) <= dy for x, y in corners)


def _straight_side(points: Sequence[Point], box: Box) -> float:
    """The share of the left and right sides of the box that the outline follows: 1 a rectangle, 0 a terminator."""
    along = 0.0
    for a, b in pairwise((*points, points[0])):
        rise = abs(a[1] - b[1])
        if abs(a[0] - b[0]) <= 0.08 * rise and min(abs(a[0] - box[0]), abs(a[0] - box[2])) < 0.3:  # noqa: PLR2004
            along += rise
    return along / 2 / (box[3] - box[1])
