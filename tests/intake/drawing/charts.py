"""Charts to recover: symbols by row and column of a regular table, and lines between them."""

from __future__ import annotations

from sopkit.intake.drawing.recovered import ColumnSpan, FlowGrid, RowSpan
from sopkit.intake.drawing.shapes import Drawing, Label, Shape, Stroke

WIDE, HIGH = 90.0, 80.0
"""Points a column is wide and a row is high."""


def grid(rows, columns, *, pages=None):
    """A table of equal rows and columns; `pages` gives the page of every row, each page beginning at the top."""
    pages = pages or [1] * rows
    tops = [sum(1 for other in pages[:row] if other == pages[row]) * HIGH for row in range(rows)]
    return FlowGrid(
        tuple(
            ColumnSpan(page, c * WIDE, (c + 1) * WIDE, c)
            for page in sorted(set(pages))
            for c in range(columns)
        ),
        tuple(RowSpan(pages[row], tops[row], tops[row] + HIGH, row) for row in range(rows)),
    )


def box(row, column, *, half=(20.0, 10.0), off=(0.0, 0.0)):
    """The box of a symbol in the middle of its cell, moved by `off`."""
    x, y = (column + 0.5) * WIDE + off[0], (row + 0.5) * HIGH + off[1]
    return x - half[0], y - half[1], x + half[0], y + half[1]


def shape(name, kind, row, column, *, text="", page=1, off=(0.0, 0.0), half=(20.0, 10.0)):
    """A symbol in the middle of its cell."""
    return Shape(name, kind, box(row, column, off=off, half=half), text, page)


def arrow(*points, page=1, start=False, end=True):
    """A line with an arrowhead at its end."""
    return Stroke(tuple((float(x), float(y)) for x, y in points), start, end, page)


def line(*points, page=1):
    """A line without an arrowhead."""
    return arrow(*points, page=page, end=False)


def down(row, column, *, short=0.0):
    """An arrow from the symbol of a row to the one right below it, stopping `short` points before it."""
    x = (column + 0.5) * WIDE
    return arrow((x, (row + 0.5) * HIGH + 10), (x, (row + 1.5) * HIGH - 10 - short))


def label(text, x, y):
    """Words whose upper left corner is at x, y."""
    return Label(text, (x, y, x + 4.0 * len(text), y + 7.0), 1)


def drawing(shapes, strokes=(), labels=()):
    """A drawing of lists."""
    return Drawing(tuple(shapes), tuple(strokes), tuple(labels))


def edges(flow):
    """The edges as short texts: "1>2", "2>1 tidak", "3>." for the end; a question mark behind doubtful ones."""
    return [
        f"{edge.source + 1}>{'.' if edge.target is None else edge.target + 1}"
        f"{' ' + edge.branch if edge.branch else ''}{'' if edge.confidence >= 0.8 else ' ?'}"
        for edge in flow.edges
    ]


def roles(flow):
    """For every row its columns, and those of the same order together."""
    rows = {}
    for symbol in flow.symbols:
        if not symbol.apart:
            rows.setdefault(symbol.row, {}).setdefault(symbol.order, []).append(symbol.column)
    return {row: [tuple(found) for _, found in sorted(orders.items())] for row, orders in rows.items()}
