"""Outlines that every writer of the drawing needs: corners of symbols, arrowheads, where a line stops short of one.

Whole micrometres, y downward, as in the sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from sopkit.sheet.model import PlacedSymbol
    from sopkit.sheet.routing.problem import Point

ARROW: Final = (2_000, 1_800)
"""Length and width of an arrowhead."""
STROKE: Final = 350
"""The width of lines and outlines of the drawing."""
_POINT_AT: Final = 60
"""Percent of the height of an off-page connector at which its sides begin to meet."""


def before(end: Point, previous: Point, distance: int) -> Point:
    """The point `distance` before `end` on the straight run from `previous`."""
    dx, dy = (_sign(previous[i] - end[i]) for i in (0, 1))
    return end[0] + dx * distance, end[1] + dy * distance


def arrowhead(end: Point, previous: Point) -> tuple[Point, Point, Point]:
    """The corners of the arrowhead with its tip at `end` of the straight run from `previous`."""
    x, y = before(end, previous, ARROW[0])
    half = ARROW[1] // 2
    if previous[0] == end[0]:
        return end, (x - half, y), (x + half, y)
    return end, (x, y - half), (x, y + half)


def corners(symbol: PlacedSymbol) -> tuple[Point, ...]:
    """The corners of a symbol clockwise; of a capsule those of its bounding box."""
    x, y, w, h = symbol.x, symbol.y, symbol.w, symbol.h
    if symbol.shape is Shape.KETUPAT:
        return (x + w // 2, y), (x + w, y + h // 2), (x + w // 2, y + h), (x, y + h // 2)
    if symbol.shape is Shape.SEGILIMA:
        side = y + h * _POINT_AT // 100
        return (x, y), (x + w, y), (x + w, side), (x + w // 2, y + h), (x, side)
    return (x, y), (x + w, y), (x + w, y + h), (x, y + h)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
