"""Distances between points, lines and boxes, in points of the page."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.intake.drawing.shapes import Box, Point


def away(point: Point, box: Box) -> float:
    """How far a point lies outside of a box; 0 inside."""
    dx = max(box[0] - point[0], 0.0, point[0] - box[2])
    dy = max(box[1] - point[1], 0.0, point[1] - box[3])
    return hypot(dx, dy)


def apart(one: Box, other: Box) -> float:
    """The distance of two boxes; 0 where they touch."""
    dx = max(one[0] - other[2], other[0] - one[2], 0.0)
    dy = max(one[1] - other[3], other[1] - one[3], 0.0)
    return hypot(dx, dy)


def ahead(point: Point, towards: Point, box: Box, aside: float) -> float | None:
    """How far to go from a point along a unit vector until within `aside` of a box; None where it is missed."""
    near, far = 0.0, float("inf")
    for here, step, low, high in (
        (point[0], towards[0], box[0] - aside, box[2] + aside),
        (point[1], towards[1], box[1] - aside, box[3] + aside),
    ):
        if abs(step) < 0.02:  # noqa: PLR2004 practically level or upright
            if not low <= here <= high:
                return None
            continue
        first, second = sorted(((low - here) / step, (high - here) / step))
        near, far = max(near, first), min(far, second)
    return near if near <= far else None


def nearest(point: Point, start: Point, end: Point) -> Point:
    """The point of a line from start to end that lies nearest to a point."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    if not square:
        return start
    t = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
    t = min(1.0, max(0.0, t))
    return start[0] + t * dx, start[1] + t * dy


def distance(one: Point, other: Point) -> float:
    """The distance of two points."""
    return hypot(one[0] - other[0], one[1] - other[1])


def gap(box: Box, start: Point, end: Point) -> float:
    """How far a level or upright line from start to end passes from a box, slanted ones by their own box."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    dx = max(box[0] - right, 0.0, left - box[2])
    dy = max(box[1] - bottom, 0.0, top - box[3])
    return hypot(dx, dy)
