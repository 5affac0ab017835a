"""The flow recovered from a drawing, in rows and columns of the procedure table.

Here: the table's geometry as the recovery needs it, and what comes out. Not here: how it is recovered.
Rows and columns are indexes from 0 in the order printed, never printed numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.intake.drawing.shapes import Kind

Branch = Literal["ya", "tidak"]
"""Which exit of a decision an edge is."""

SURE = 0.8
"""A confidence from here on needs no mark; what is below is to be looked at by a person."""


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """Where the column of role `column` lies on one page: left and right edge in points."""

    page: int
    left: float
    right: float
    column: int


@dataclass(frozen=True, slots=True)
class RowSpan:
    """Where the row of step `row` lies on one page: upper and lower edge in points.

    A row that goes on over a page break has one span on each page.
    """

    page: int
    top: float
    bottom: float
    row: int


@dataclass(frozen=True, slots=True)
class MergedColumns:
    """The cell of row `row` goes over the role columns from `first` to `last`: a symbol in it is of them all."""

    row: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FlowGrid:
    """The role columns and the step rows of a procedure table, on all its pages, and its merged role cells."""

    columns: tuple[ColumnSpan, ...]
    rows: tuple[RowSpan, ...]
    merged: tuple[MergedColumns, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnSymbol:
    """A symbol of a step.

    `order` counts from 0 along the chain of the row; symbols with the same order act together, and a symbol across
    several columns comes once for each. `ends` says what a capsule is: it begins or ends the
    procedure (None for another kind, or where it is not known). `apart` is true for a capsule that only
    says Mulai or Selesai beside the step's own symbol, and is no work of its own.
    """

    row: int
    column: int
    kind: Kind
    order: int
    confidence: float
    why: Text | None = None
    ends: Literal["mulai", "selesai"] | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """From the step in row `source` to the step in row `target`; None is the end of the procedure.

    `label` is what is printed beside the line. `branch` is set for the exits of a decision. Hand-overs
    inside a row are no edges: the order of its symbols tells them. `why` is set below `SURE`.
    """

    source: int
    target: int | None
    label: str | None
    branch: Branch | None
    confidence: float
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class DrawnFlow:
    """Symbols by row and order, edges by source; `notes` is what a person must know beyond single values."""

    symbols: tuple[DrawnSymbol, ...] = ()
    edges: tuple[DrawnEdge, ...] = ()
    notes: tuple[Text, ...] = ()
