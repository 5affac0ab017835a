"""Boxes and outlines of symbols: how far a label keeps from what is drawn. No lines, no search."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING

from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from sopkit.sheet.routing.problem import Node, Point


Stretch = tuple[int, int]
"""Low and high end in one dimension."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; a straight line is one without width or height."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def x(self) -> Stretch:
        """Its left and right end."""
        return self.left, self.right

    @property
    def y(self) -> Stretch:
        """Its upper and lower end."""
        return self.top, self.bottom

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


def shadow(node: Node, band: Stretch, clear: int, *, upright: bool) -> Stretch | None:
    """What a box between the ends of `band` must not reach into, to be at least `clear` away from the outline of `node`.

    `band` is a stretch in x and the answer one in y when `upright`, else the other way round. None where the box may stand
    anywhere. At a diamond's corners the distance is a little more.
    """
    across, along = (node.w, node.h) if upright else (node.h, node.w)
    centre = node.centre
    middle, start = (centre[0], centre[1]) if upright else (centre[1], centre[0])
    away = max(band[0] - middle, middle - band[1], 0)
    if away >= across - across // 2 + clear:
        return None
    reach = along - along // 2 + clear
    if node.shape is Shape.KETUPAT:
        reach = min(reach, _reach_of_diamond(across // 2 + 1, along // 2 + 1, away, clear))
    elif node.shape is Shape.KAPSUL:
        reach = min(reach, _reach_of_capsule(across, along, away, clear))
    return (start - reach, start + reach) if reach > 0 else None


def _reach_of_diamond(across: int, along: int, away: int, clear: int) -> int:
    """By the distance from the line through the nearest side; `across` and `along` are half the diamond's."""
    return -(-(clear * (isqrt(across * across + along * along) + 1) + along * (across - away)) // across)


def _reach_of_capsule(across: int, along: int, away: int, clear: int) -> int:
    """By the distance from the nearest of the round ends."""
    round_end = min(across, along) // 2
    beside = max(away - (across // 2 - round_end), 0)
    far = round_end + 1 + clear
    return along // 2 - round_end + (isqrt(far * far - beside * beside) + 1 if beside < far else 0)
