"""Cells drawn as closed boxes side by side, as Visio and some libraries do it, told apart from flowchart boxes.

A cell shares whole sides with its neighbours; a symbol stands alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.drawing.shapes import Box, Kind, Point
    from sopkit.intake.pdf.ink import Outline

_NEAR = 1.6
_FEWEST = 4
_SHARED = 0.6


def without_tiles(
    forms: Sequence[tuple[Outline, Kind | None]],
) -> tuple[list[tuple[Point, Point]], list[tuple[Outline, Kind | None]]]:
    """The sides of the boxes that are cells, as lines; and the forms that are left."""
    boxes = {
        index: outline.box
        for index, (outline, kind) in enumerate(forms)
        if kind == "kotak" and outline.stroked
    }
    groups = _groups(boxes)
    tiles = {index for group in groups for index in group}
    sides = [side for index in sorted(tiles) for side in _sides(boxes[index])]
    return sides, [pair for index, pair in enumerate(forms) if index not in tiles]


def _groups(boxes: dict[int, Box]) -> list[set[int]]:
    """Boxes that hang together by common sides, four different ones at the least."""
    order = sorted(boxes, key=lambda index: boxes[index][0])
    left = set(boxes)
    groups: list[set[int]] = []
    while left:
        first = min(left)
        group, waiting = {first}, [first]
        left.discard(first)
        while waiting:
            here = waiting.pop()
            near = [other for other in order if other in left and _neighbours(boxes[here], boxes[other])]
            left.difference_update(near)
            group.update(near)
            waiting.extend(near)
        if len({tuple(round(side / 3) for side in boxes[index]) for index in group}) >= _FEWEST:
            groups.append(group)
    return groups


def _neighbours(one: Box, other: Box) -> bool:
    """Whether two boxes are the same one, or share most of a side."""
    if all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True)):
        return True
    for low, high, start, end in ((0, 2, 1, 3), (1, 3, 0, 2)):
        if abs(one[high] - other[low]) <= _NEAR or abs(other[high] - one[low]) <= _NEAR:
            shared = min(one[end], other[end]) - max(one[start], other[start])
            if shared >= _SHARED * min(one[end] - one[start], other[end] - other[start]):
                return True
    return False


def _sides(box: Box) -> list[tuple[Point, Point]]:
    left, top, right, bottom = box
    return [
        ((left, top), (right, top)),
        ((left, bottom), (right, bottom)),
        ((left, top), (left, bottom)),
        ((right, top), (right, bottom)),
    ]
