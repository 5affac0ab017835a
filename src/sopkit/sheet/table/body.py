"""The rows of the table below the heading: their cells and texts in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.measures import BORDER, PADDING
from sopkit.sheet.model import Cell, CellKind, RowKind, TableRow
from sopkit.sheet.table.row import clear
from sopkit.sheet.typography.typeset import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.table.column_plan import ColumnPlan
    from sopkit.sheet.table.row import MeasuredRow
    from sopkit.sheet.typography.typeset import Block


def step_row(row: MeasuredRow, step: int, plan: ColumnPlan, top: int, height: int) -> TableRow:
    """The row of the step at position `step`."""
    roles, edges = plan.roles, plan.edges
    after = range(2 + roles, 6 + roles)
    number, activity, *others = row.blocks
    cells = (
        _text_cell(CellKind.NUMBER, number, 0, edges, (top, height)),
        _text_cell(CellKind.TEXT, activity, 1, edges, (top, height)),
        *_role_cells(plan, top, height),
        *(
            _text_cell(CellKind.TEXT, of, column, edges, (top, height))
            for of, column in zip(others, after, strict=True)
        ),
    )
    return TableRow(RowKind.STEP, step, top, height, cells)


def capsule_row(plan: ColumnPlan, top: int, height: int) -> TableRow:
    """The row of a capsule that stands alone: the columns of the roles, one cell on either side."""
    left, right = _sides(plan, top, height)
    return TableRow(RowKind.CAPSULE, None, top, height, (left, *_role_cells(plan, top, height), right))


def strip_row(plan: ColumnPlan, top: int, height: int) -> TableRow:
    """The row of off-page connectors: one cell for all roles, one on either side."""
    left, right = _sides(plan, top, height)
    strip = _cell(CellKind.STRIP, plan.edges, 2, plan.roles, (top, height))
    return TableRow(RowKind.STRIP, None, top, height, (left, strip, right))


def _sides(plan: ColumnPlan, top: int, height: int) -> tuple[Cell, Cell]:
    span = (top, height)
    return (
        _cell(CellKind.BLANK, plan.edges, 0, 2, span),
        _cell(CellKind.BLANK, plan.edges, 2 + plan.roles, 4, span),
    )


def _role_cells(plan: ColumnPlan, top: int, height: int) -> Iterator[Cell]:
    for role in range(plan.roles):
        yield _cell(CellKind.ROLE, plan.edges, 2 + role, 1, (top, height))


def _cell(kind: CellKind, edges: Sequence[int], column: int, columns: int, span: tuple[int, int]) -> Cell:
    x, (top, height) = edges[column], span
    return Cell(kind, x, top, edges[column + columns] - x, height, (), column, columns)


def _text_cell(kind: CellKind, of: Block, column: int, edges: Sequence[int], span: tuple[int, int]) -> Cell:
    x, (top, height) = edges[column], span
    width = edges[column + 1] - x
    lines = place(of, x + PADDING + BORDER // 2, top + PADDING, clear(width))
    return Cell(kind, x, top, width, height, lines, column)
