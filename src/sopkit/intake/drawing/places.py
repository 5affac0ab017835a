"""Which row and which column of the table a symbol stands in, and how clearly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.intake.drawing.recovered import FlowGrid
    from sopkit.intake.drawing.shapes import Point, Shape

_WELL_INTO = 0.3
"""A symbol with this share of its width in a second column is drawn over both on purpose."""

_CLEAR = 0.72
"""A symbol with less than this share of its width in one column is between two of them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Row and column of a symbol; `clear` is false where it lies across a border.

    `also` are further columns it belongs to: it reaches well into them, or its cell is merged with theirs.
    """

    row: int
    column: int
    clear: bool
    also: tuple[int, ...] = ()


def spot(shape: Shape, grid: FlowGrid) -> Spot | None:
    """Where a symbol stands; None outside of the rows and columns."""
    row, in_row = _row(shape, grid)
    column, in_column = _column(shape, grid)
    if row is None or column is None:
        return None
    also = _also(shape, grid, row, column)
    return Spot(row, column, in_row >= _CLEAR and in_column >= _CLEAR, also)


def _also(shape: Shape, grid: FlowGrid, row: int, column: int) -> tuple[int, ...]:
    for cell in grid.merged:
        if cell.row == row and cell.first <= column <= cell.last:
            return tuple(other for other in range(cell.first, cell.last + 1) if other != column)
    left, right = shape.box[0], shape.box[2]
    return tuple(
        span.column
        for span in grid.columns
        if span.page == shape.page
        and span.column != column
        and min(span.right, right) - max(span.left, left) >= _WELL_INTO * (right - left)
    )


def nearest_column(shape: Shape, grid: FlowGrid) -> int | None:
    """The column a symbol outside of the rows stands under or over."""
    return _column(shape, grid)[0]


def nearest_row(shape: Shape, grid: FlowGrid) -> int | None:
    """The row on the page of the symbol that is nearest to it."""
    middle = (shape.box[1] + shape.box[3]) / 2
    rows = [span for span in grid.rows if span.page == shape.page]
    if not rows:
        return None
    return min(rows, key=lambda span: max(span.top - middle, middle - span.bottom, 0.0)).row


def row_at(page: int, point: Point, grid: FlowGrid) -> int | None:
    """The row among the role columns that a point lies in; None where it lies elsewhere."""
    x, y = point
    if not any(span.page == page and span.left <= x <= span.right for span in grid.columns):
        return None
    return next((span.row for span in grid.rows if span.page == page and span.top <= y <= span.bottom), None)


def _row(shape: Shape, grid: FlowGrid) -> tuple[int | None, float]:
    top, bottom = shape.box[1], shape.box[3]
    return _most([(s.row, s.top, s.bottom) for s in grid.rows if s.page == shape.page], top, bottom)


def _column(shape: Shape, grid: FlowGrid) -> tuple[int | None, float]:
    left, right = shape.box[0], shape.box[2]
    return _most([(s.column, s.left, s.right) for s in grid.columns if s.page == shape.page], left, right)


def _most(spans: list[tuple[int, float, float]], start: float, end: float) -> tuple[int | None, float]:
    """The span that holds most of what lies from start to end, and its share; None below a half of it in all."""
    best, share, together = None, 0.0, 0.0
    for index, low, high in spans:
        part = (min(high, end) - max(low, start)) / max(end - start, 0.1)
        if part > 0:
            together += part
        if part > share:
            best, share = index, part
    return (best, share) if together >= 0.5 else (None, 0.0)  # noqa: PLR2004 half of the symbol
