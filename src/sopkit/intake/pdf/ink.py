"""What a page draws, as outlines: rectangles, lines and curves of pdfplumber made one kind of value.

Here: flattening of curves, and leaving out what nobody sees (white on white). Not here: what an outline means.
Points are in points from the upper left corner of the page, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.intake.drawing.shapes import Box, Point

_NEARLY = 0.97
_PALE = 0.8
_CURVE_STEPS = 6
_CMYK = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """One subpath: its points without a repeated last one, and how it is painted.

    `pale` is true for a light ground without an outline, which no symbol is.
    """

    points: tuple[Point, ...]
    closed: bool
    filled: bool
    stroked: bool
    pale: bool = False

    @property
    def box(self) -> Box:
        """The bounding box of the points."""
        xs = [x for x, _ in self.points]
        ys = [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)


def outlines(page: Any, limit: int) -> tuple[Outline, ...]:
    """The visible outlines of a pdfplumber page, in the order of its lists, at most `limit`."""
    found: list[Outline] = []
    for thing in (*page.rects, *page.lines, *page.curves):
        outline = _outline(thing)
        if outline is not None:
            found.append(outline)
        if len(found) >= limit:
            break
    return tuple(found)


def _outline(thing: dict[str, Any]) -> Outline | None:
    filled = bool(thing["fill"]) and not is_light(thing.get("non_stroking_color"))
    stroked = bool(thing["stroke"]) and not is_light(thing.get("stroking_color"))
    if not (filled or stroked):
        return None
    points, closed = _flat(thing.get("path") or ())
    if not points:
        points = _distinct(thing["pts"])
    if len(points) < 2:  # noqa: PLR2004 a line has two ends
        return None
    closed = closed or filled or thing["object_type"] == "rect"
    pale = filled and not stroked and is_light(thing.get("non_stroking_color"), _PALE)
    return Outline(points, closed, filled, stroked, pale)


def is_light(colour: Any, least: float = _NEARLY) -> bool:
    """Whether a colour of pdfplumber (grey, RGB or CMYK parts from 0 to 1) is as light as `least`, or white."""
    if colour is None:
        return False
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == _CMYK:
        return all(part <= 1 - least for part in parts)
    return bool(parts) and all(part >= least for part in parts)


def _flat(path: Sequence[Any]) -> tuple[tuple[Point, ...], bool]:
    """The points of a path with its curves cut into short lines, and whether it comes back to its start."""
    points: list[Point] = []
    closed = False
    for command, *places in path:
        if command in {"m", "l"}:
            points.append(places[0])
        elif command in {"c", "v", "y"} and points:
            points.extend(_bezier(command, points[-1], places))
        elif command == "h":
            closed = True
    if len(points) > 3 and _same(points[0], points[-1]):  # noqa: PLR2004 a triangle and its start again
        closed = True
    return _distinct(points), closed


def _bezier(command: str, start: Point, places: list[Point]) -> Iterator[Point]:
    if command == "c":
        one, two, end = places
    elif command == "v":
        one, (two, end) = start, places
    else:
        one, end = places
        two = end
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        corners = (start, one, two, end)
        yield (
            sum(w * p[0] for w, p in zip(weights, corners, strict=True)),
            sum(w * p[1] for w, p in zip(weights, corners, strict=True)),
        )


def _distinct(points: Sequence[Any]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for x, y in points:
        if not kept or not _same(kept[-1], (x, y)):
            kept.append((float(x), float(y)))
    if len(kept) > 2 and _same(kept[0], kept[-1]):  # noqa: PLR2004 a line there and back stays a line
        kept.pop()
    return tuple(kept)


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.01 and abs(one[1] - other[1]) < 0.01  # noqa: PLR2004 a hundredth of a point
