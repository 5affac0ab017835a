"""The heading of the table: two rows of headings and the row of column numbers, repeated on each page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import BORDER, HEAD_SIZES, NUMBERS, PADDING, TIGHT
from sopkit.sheet.model import Align, Cell, CellKind, RowKind, Style, TableRow
from sopkit.sheet.typography.typeset import Block, block, height, longest_piece, needed_width, place, restyled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.content import Headings
    from sopkit.sheet.table.column_plan import ColumnPlan

_STYLE: Final = Style(HEAD_SIZES[0], bold=True, align=Align.CENTRE)
_STYLES: Final = tuple(replace(_STYLE, size=size) for size in HEAD_SIZES)
_NUMBER_STYLE: Final = Style(NUMBERS, align=Align.CENTRE)
_NUMBER_PADDING: Final = 400


@dataclass(frozen=True, slots=True)
class MeasuredHeadings:
    """The headings, measured: those of columns left to right without the roles, the two over several columns, the roles."""

    columns: tuple[Block, ...]
    performer: Block
    standard: Block
    roles: tuple[Block, ...]


def measure_headings(headings: Headings, roles: Sequence[str]) -> MeasuredHeadings:
    """`headings` and `roles` measured in the normal type size."""
    texts = (
        headings.number,
        headings.activity,
        headings.requirement,
        headings.time,
        headings.output,
        headings.note,
    )
    return MeasuredHeadings(
        columns=tuple(block(_STYLE, (text,)) for text in texts),
        performer=block(_STYLE, (headings.performer,)),
        standard=block(_STYLE, (headings.standard,)),
        roles=tuple(block(_STYLE, (text,)) for text in roles),
    )


def width_needed(blocks: Sequence[Block], size: int = HEAD_SIZES[-1]) -> int:
    """The width of a column in which no word of its heading is cut in type of `size`, the smallest unless given."""
    style = _STYLES[HEAD_SIZES.index(size)]
    return max(needed_width(longest_piece(of), style) for of in blocks) + 2 * TIGHT + BORDER


def fitted(blocks: Sequence[Block], width: int) -> tuple[Block, ...]:
    """`blocks`, the headings of columns `width` wide, in the largest type in which no word is cut, else in the smallest."""
    longest = max(longest_piece(of) for of in blocks)
    fitting = (style for style in _STYLES if needed_width(longest, style) <= _clear(width))
    style = next(fitting, _STYLES[-1])
    return tuple(restyled(of, style) for of in blocks)


def cut_headings(headings: MeasuredHeadings, plan: ColumnPlan) -> tuple[int, ...]:
    """The columns of the table, left to right from 0, in whose heading a word is cut because it fits in no type."""
    number, activity, *others = zip(headings.columns, plan.texts, strict=True)
    roles = [(of, plan.role) for of in headings.roles]
    return tuple(
        column
        for column, (of, width) in enumerate((number, activity, *roles, *others))
        if width_needed((of,)) > width
    )


def _clear(width: int) -> int:
    return width - 2 * TIGHT - BORDER


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The headings in the type that their columns allow."""

    columns: tuple[Block, ...]
    roles: tuple[Block, ...]


def _fit(headings: MeasuredHeadings, plan: ColumnPlan) -> _Fitted:
    widths = plan.texts
    columns = tuple(fitted((of,), width)[0] for of, width in zip(headings.columns, widths, strict=True))
    return _Fitted(columns, fitted(headings.roles, plan.role))


def heading_heights(headings: MeasuredHeadings, plan: ColumnPlan) -> tuple[int, int, int]:
    """The heights of the two rows of headings and of the row of column numbers."""
    fit = _fit(headings, plan)
    groups = _groups(headings, plan)
    upper = 2 * PADDING + max(height(of, _clear(width)) for of, width in groups)
    tall, low = _split(fit.columns, plan.texts)
    lower = 2 * PADDING + max(
        height(of, _clear(width)) for of, width in (*low, *((of, plan.role) for of in fit.roles))
    )
    both = 2 * PADDING + max(height(of, _clear(width)) for of, width in tall)
    return upper, max(lower, both - upper), _NUMBER_STYLE.leading + 2 * _NUMBER_PADDING


_Sized = tuple[Block, int]


def _split(blocks: Sequence[Block], widths: Sequence[int]) -> tuple[list[_Sized], list[_Sized]]:
    """Headings that take both rows, and those in the lower one, with the widths of their columns."""
    number, activity, requirement, time, output, note = zip(blocks, widths, strict=True)
    return [number, activity, note], [requirement, time, output]


def _groups(headings: MeasuredHeadings, plan: ColumnPlan) -> tuple[_Sized, _Sized]:
    """The headings over several columns with their widths."""
    performers, standards = plan.role * plan.roles, plan.requirement + plan.time + plan.output
    return (
        (fitted((headings.performer,), performers)[0], performers),
        (fitted((headings.standard,), standards)[0], standards),
    )


def heading_rows(
    headings: MeasuredHeadings, plan: ColumnPlan, top: int
) -> tuple[TableRow, TableRow, TableRow]:
    """The three rows, the first one's upper line at `top`."""
    upper, lower, low = heading_heights(headings, plan)
    fit, edges, roles = _fit(headings, plan), plan.edges, plan.roles
    (performer, _), (standard, _) = _groups(headings, plan)
    number, activity, requirement, time, output, note = fit.columns
    under = top + upper

    both = upper + lower
    first = (
        _cell(number, edges, (0, 1), (top, both), rows=2),
        _cell(activity, edges, (1, 1), (top, both), rows=2),
        _cell(performer, edges, (2, roles), (top, upper)),
        _cell(standard, edges, (2 + roles, 3), (top, upper)),
        _cell(note, edges, (5 + roles, 1), (top, both), rows=2),
    )
    under = top + upper
    second = tuple(
        _cell(of, edges, (2 + i, 1), (under, lower))
        for i, of in enumerate((*fit.roles, requirement, time, output))
    )
    return (
        TableRow(RowKind.HEADING, None, top, upper, first),
        TableRow(RowKind.HEADING, None, under, lower, second),
        TableRow(
            RowKind.COLUMN_NUMBERS, None, under + lower, low, _column_numbers(edges, under + lower, low)
        ),
    )


def _cell(
    of: Block, edges: Sequence[int], columns: tuple[int, int], span: tuple[int, int], *, rows: int = 1
) -> Cell:
    """The cell of the heading `of`: its first column and how many, its upper line and height."""
    (column, count), (y, high) = columns, span
    x, w = edges[column], edges[column + count] - edges[column]
    start = y + (high - height(of, _clear(w))) // 2
    lines = place(of, x + TIGHT + BORDER // 2, start, _clear(w))
    return Cell(CellKind.HEADING, x, y, w, high, lines, column, count, rows, tinted=True)


def _column_numbers(edges: Sequence[int], top: int, high: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            CellKind.COLUMN_NUMBER, left, top, right - left, high,
            place(block(_NUMBER_STYLE, (str(i + 1),)), left, top + _NUMBER_PADDING, right - left),
            column=i,
        )
        for i, (left, right) in enumerate(pairwise(edges))
    )  # fmt: skip
