"""Boxes and outlines of symbols: how far a label keeps from what is drawn. No lines, no search."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING

from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from sopkit.sheet.routing.problem import Node, Point


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; a straight line is one without width or height."""

    left: int
    top: int
    right: int
    bottom: int

    def gap(self, other: Box) -> int:
        """The greater of the gaps in x and in y, negative when the boxes overlap."""
        return max(
            other.left - self.right,
            self.left - other.right,
            other.top - self.bottom,
            self.top - other.bottom,
        )


def line_box(a: Point, b: Point) -> Box:
    """The box of a straight line."""
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def keeps_clear(box: Box, node: Node, clear: int) -> bool:
    """Whether `box` is at least `clear` away from the outline of `node`; a little more at a diamond's corners."""
    if box.gap(Box(node.x, node.y, node.right, node.bottom)) >= clear:
        return True
    if node.shape is Shape.KETUPAT:
        return _clear_of_diamond(box, node, clear)
    if node.shape is Shape.KAPSUL:
        return _clear_of_capsule(box, node, clear)
    return False


def _clear_of_diamond(box: Box, node: Node, clear: int) -> bool:
    """By the distance of the box's nearest corner from the line through the nearest side."""
    (cx, cy), a, b = node.centre, node.w // 2 + 1, node.h // 2 + 1
    dx = max(box.left - cx, cx - box.right, 0)
    dy = max(box.top - cy, cy - box.bottom, 0)
    return b * dx + a * dy - a * b >= clear * (isqrt(a * a + b * b) + 1)


def _clear_of_capsule(box: Box, node: Node, clear: int) -> bool:
    round_end = min(node.w, node.h) // 2
    core = Box(node.x + round_end, node.y + round_end, node.right - round_end, node.bottom - round_end)
    dx = max(core.left - box.right, box.left - core.right, 0)
    dy = max(core.top - box.bottom, box.top - core.bottom, 0)
    return dx * dx + dy * dy >= (round_end + 1 + clear) ** 2
