"""One page of a PDF taken apart: the tables' grids, the symbols and lines of the drawing, words and images."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sopkit.intake.drawing.shapes import Shape, Stroke
from sopkit.intake.pdf.forms import could_be_symbol, form
from sopkit.intake.pdf.heads import heads, with_heads
from sopkit.intake.pdf.ink import outlines
from sopkit.intake.pdf.lattice import Lattice, lattice, near_any
from sopkit.intake.pdf.ruling import MEET, Rule, grids, is_table
from sopkit.intake.pdf.thin import WIDEST, centre_lines
from sopkit.intake.pdf.tiles import without_tiles
from sopkit.intake.pdf.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.intake.drawing.shapes import Box, Kind, Point
    from sopkit.intake.pdf.heads import Head
    from sopkit.intake.pdf.ink import Outline
    from sopkit.intake.pdf.ruling import Grid

_LEVEL = 0.6
_DOT = 1.5
_SAME_BOX = 2.6
_SHADOW = 0.6
_ON_GRID = 2.6
_ON_LINE = 1.0
_MOST_GROUNDS = 400
_RANK: dict[Kind | None, int] = {"ketupat": 3, "segilima": 3, "kapsul": 2, "kotak": 1, None: 0}

Line = tuple["Point", ...]


@dataclass(frozen=True, slots=True)
class PageParts:
    """What one page shows. `number` counts from 1; `images` are boxes of raster images.

    `crowded` is true where more is drawn than is looked at.
    """

    number: int
    size: tuple[float, float]
    lattices: tuple[Lattice, ...]
    shapes: tuple[Shape, ...]
    strokes: tuple[Stroke, ...]
    words: tuple[Word, ...]
    images: tuple[Box, ...]
    crowded: bool = False


def take_apart(page: Any, number: int, most: int) -> PageParts:
    """The parts of a pdfplumber page; `most` outlines at the most are looked at."""
    seen = outlines(page, most)
    arrows, drawn = heads(seen)
    lines, forms = _lines_and_forms(drawn)
    tiles, forms = without_tiles(forms)
    plain = _without_head(lines, arrows)
    found = grids(
        [rule for line in (*plain, *tiles) for rule in _rules(line, across=True)],
        [rule for line in (*plain, *tiles, *_seams(forms)) for rule in _rules(line, across=False)],
    )
    tables = [grid for grid in found if is_table(grid)]
    boxes: list[tuple[Box, Kind]] = [(grid.box, "kotak") for grid in found if not is_table(grid)]
    lattices = tuple(lattice(grid, number) for grid in tables)
    shapes = _shapes(forms, boxes, lattices, number)
    strokes = _strokes([line for line in lines if not _is_border(line, found)], arrows, number)
    size = (float(page.width), float(page.height))
    return PageParts(number, size, lattices, shapes, strokes, words(page), _images(page), len(seen) >= most)


def _without_head(lines: Sequence[Line], arrows: Sequence[Head]) -> list[Line]:
    """The lines that may be borders: no border bears an arrowhead."""
    headed = with_heads(lines, arrows)
    return [line for line, (_, first, last) in zip(lines, headed, strict=True) if not (first or last)]


def _lines_and_forms(drawn: Iterable[Outline]) -> tuple[list[Line], list[tuple[Outline, Kind | None]]]:
    lines: list[Line] = []
    forms: list[tuple[Outline, Kind | None]] = []
    for outline in drawn:
        if not outline.closed or len(outline.points) == 2:  # noqa: PLR2004 a line there and back
            lines.append(outline.points)
            continue
        left, top, right, bottom = outline.box
        if min(right - left, bottom - top) <= WIDEST and len(outline.points) <= 5:  # noqa: PLR2004
            lines.append(_spine(outline.box))
        elif pieces := centre_lines(outline.points) if outline.filled else ():
            lines.extend(pieces)
        elif right - left > 0 and bottom - top > 0:
            forms.append((outline, form(outline.points, outline.box)))
    return lines, forms


def _spine(box: Box) -> Line:
    """The centre line of a thin rectangle."""
    left, top, right, bottom = box
    if right - left >= bottom - top:
        return (left, (top + bottom) / 2), (right, (top + bottom) / 2)
    return ((left + right) / 2, top), ((left + right) / 2, bottom)


def _rules(line: Line, *, across: bool) -> list[Rule]:
    if len(line) != 2:  # noqa: PLR2004 a border is written as straight pieces
        return []
    (x0, y0), (x1, y1) = line
    if max(abs(x0 - x1), abs(y0 - y1)) <= _DOT:  # a dot of a dotted border may be of either direction
        x, y, half = (x0 + x1) / 2, (y0 + y1) / 2, max(abs(x0 - x1), abs(y0 - y1)) / 2
        return [Rule(y, x - half, x + half) if across else Rule(x, y - half, y + half)]
    if across and abs(y0 - y1) <= _LEVEL:
        return [Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1))]
    if not across and abs(x0 - x1) <= _LEVEL < abs(y0 - y1):
        return [Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1))]
    return []


def _seams(forms: Iterable[tuple[Outline, Kind | None]]) -> list[Line]:
    """The upright lines along which two pale grounds meet: shaded cells side by side whose border is not drawn."""
    grounds = [outline.box for outline, _ in forms if outline.pale][:_MOST_GROUNDS]
    return [
        ((one[2], max(one[1], other[1])), (one[2], min(one[3], other[3])))
        for one in grounds
        for other in grounds
        if abs(one[2] - other[0]) < _LEVEL and min(one[3], other[3]) > max(one[1], other[1])
    ]


def _is_border(line: Line, found: Sequence[Grid]) -> bool:
    """Whether a line is a piece of one of the borders."""
    for across in (True, False):
        for rule in _rules(line, across=across):
            for grid in found:
                borders = grid.horizontal if across else grid.vertical
                if any(
                    abs(border.place - rule.place) <= _ON_LINE
                    and border.start - _ON_GRID <= rule.start
                    and rule.end <= border.end + _ON_GRID
                    for border in borders
                ):
                    return True
    return False


def _shapes(
    forms: Iterable[tuple[Outline, Kind | None]],
    boxes: Iterable[tuple[Box, Kind]],
    lattices: Sequence[Lattice],
    number: int,
) -> tuple[Shape, ...]:
    """The symbols, each once: a program paints the ground, the outer and the inner edge one after the other."""
    kept: list[tuple[Box, Kind | None]] = []
    seen = [(outline.box, kind) for outline, kind in forms if not _is_shading(outline, kind, lattices)]
    for box, kind in (*seen, *boxes):
        if not could_be_symbol(box) or _is_cell(box, lattices):
            continue
        for index, (other, known) in enumerate(kept):
            if _alike(box, other):
                kept[index] = (_around(box, other), kind if _RANK[kind] > _RANK[known] else known)
                break
        else:
            kept.append((box, kind))
    order = sorted(kept, key=lambda pair: (pair[0][1], pair[0][0]))
    return tuple(Shape(f"{number}.{i}", kind, box, "", number) for i, (box, kind) in enumerate(order, 1))


def _alike(one: Box, other: Box) -> bool:
    """Whether two outlines are of one symbol: nearly the same box, or the one mostly on the other, as a shadow is."""
    if all(abs(a - b) <= _SAME_BOX for a, b in zip(one, other, strict=True)):
        return True
    width, height = (
        min(one[2], other[2]) - max(one[0], other[0]),
        min(one[3], other[3]) - max(one[1], other[1]),
    )
    if width <= 0 or height <= 0:
        return False
    return width * height >= _SHADOW * max(_size(one), _size(other))


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _is_cell(box: Box, lattices: Sequence[Lattice]) -> bool:
    """Whether a box only shades or frames cells: all its sides lie on borders."""
    return any(
        near_any(box[0], table.xs, _ON_GRID)
        and near_any(box[2], table.xs, _ON_GRID)
        and near_any(box[1], table.ys, _ON_GRID)
        and near_any(box[3], table.ys, _ON_GRID)
        for table in lattices
    )


def _is_shading(outline: Outline, kind: Kind | None, lattices: Sequence[Lattice]) -> bool:
    """Whether it is a ground behind text: pale, or filled only and from one side of its cell to the other."""
    left, top, right, bottom = outline.box
    if outline.pale:
        return True
    if outline.stroked or kind != "kotak":
        return False
    for table in lattices:
        index = table.at((left + right) / 2, (top + bottom) / 2)
        if index is not None:
            cell = table.areas[index].box
            return abs(cell[0] - left) <= MEET and abs(cell[2] - right) <= MEET
    return False


def _strokes(lines: Sequence[Line], arrows: Sequence[Head], number: int) -> tuple[Stroke, ...]:
    straight = [line for line in lines if _long(line)]
    return tuple(Stroke(points, first, last, number) for points, first, last in with_heads(straight, arrows))


def _long(line: Line) -> bool:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(line)) >= 1.0


def _images(page: Any) -> tuple[Box, ...]:
    return tuple((float(i["x0"]), float(i["top"]), float(i["x1"]), float(i["bottom"])) for i in page.images)
