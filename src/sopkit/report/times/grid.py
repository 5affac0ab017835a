"""Tables as values, and how they are set in characters of equal width.

What belongs here knows widths, not times. A character can be two cells wide or none; whatever a document holds goes
through `cells`, so that it cannot steer the terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.printable import cells
from sopkit.report.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.report.style import Paint

GAP = "  "
"""Between columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether its cells stand at the right, and how narrow it may get (None: as it is).

    Of a cell that is cut, the beginning stays; with `both_ends` also the end, as paths need it. `exactly` sets the width.
    """

    heading: str
    right: bool = False
    least: int | None = None
    both_ends: bool = False
    exactly: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, one for each column, and how they are painted: all of them, or none."""

    cells: tuple[str, ...]
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows in the order shown."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def width_of(text: str) -> int:
    """The cells that `text` takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(width for _, width in cells(text))


def fit(text: str, width: int, column: Column) -> str:
    """`text` made exactly `width` cells wide: cut with an ellipsis, or filled up with blanks."""
    shown = _cut(text, width, both_ends=column.both_ends)
    blanks = " " * (width - width_of(shown))
    return blanks + shown if column.right else shown + blanks


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at blanks; a longer word stands alone and is longer."""
    lines: list[str] = []
    for word in text.split(" "):
        shown = "".join(char for char, _ in cells(word))
        if lines and width_of(lines[-1]) + 1 + width_of(shown) <= width:
            lines[-1] += " " + shown
        else:
            lines.append(shown)
    return lines


def set_table(table: Table, width: int, paint: Paint, rule: str = "─") -> list[str]:
    """The lines of `table` in at most `width` cells where its columns allow: heading, rule, rows."""
    widths = column_widths(table, width)
    columns = table.columns
    heading = GAP.join(
        fit(column.heading, size, column) for column, size in zip(columns, widths, strict=True)
    )
    lines = [
        paint(heading.rstrip(), Style.BOLD),
        paint(GAP.join(rule * size for size in widths), Style.GUTTER),
    ]
    for row in table.rows:
        parts = (fit(text, size, to) for text, size, to in zip(row.cells, widths, columns, strict=True))
        line = GAP.join(parts).rstrip()
        lines.append(paint(line, row.style) if row.style else line)
    return lines


def column_widths(table: Table, width: int) -> list[int]:
    """As wide as the widest cell; where that is too much, the widest of those that may get narrower shrinks first."""
    room = width - len(GAP) * (len(table.columns) - 1)
    # none can keep more than the room: a cell as long as a book must not be shrunk character by character
    widths = [
        _natural(table, i) if column.least is None else min(_natural(table, i), max(room, column.least))
        for i, column in enumerate(table.columns)
    ]
    while sum(widths) > room:
        able = [
            i
            for i, column in enumerate(table.columns)
            if column.least is not None and widths[i] > column.least
        ]
        if not able:
            break
        widest = max(able, key=lambda i: (widths[i], -i))
        widths[widest] -= 1
    return widths


def _natural(table: Table, index: int) -> int:
    column = table.columns[index]
    if column.exactly is not None:
        return column.exactly
    return max([width_of(column.heading), 1, *(width_of(row.cells[index]) for row in table.rows)])


def joined(parts: Sequence[str]) -> str:
    """Lines as one text with a line end behind each."""
    return "".join(part + "\n" for part in parts)


def _cut(text: str, width: int, *, both_ends: bool) -> str:
    if text.isascii() and text.isprintable() and len(text) <= width:
        return text
    shown = cells(text)
    if sum(size for _, size in shown) <= width:
        return "".join(char for char, _ in shown)
    if width < 1:
        return ""
    tail = (width - 1) // 2 if both_ends else 0
    end = _as_many(shown[::-1], tail)[::-1]
    return _joined(_as_many(shown, width - 1 - tail)).rstrip() + "…" + _joined(end).lstrip()


def _as_many(shown: Sequence[tuple[str, int]], width: int) -> list[tuple[str, int]]:
    """The first of `shown` that together are at most `width` wide."""
    used = 0
    for i, (_, size) in enumerate(shown):
        used += size
        if used > width:
            return list(shown[:i])
    return list(shown)


def _joined(shown: Sequence[tuple[str, int]]) -> str:
    return "".join(char for char, _ in shown)
