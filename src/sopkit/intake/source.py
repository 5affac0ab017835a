"""A document of the old kind as every reader hands it over: its tables and paragraphs in reading order, and its drawing.

No format and no field of an SOP is known here. Lengths are points (1/72 inch), measured from the top left corner of the
page; boxes are (left, top, right, bottom). Pages, or the sheets of a workbook, count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.intake.drawing.shapes import Drawing

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source something stands, for notes.

    `page` counts from 1, None where the format knows no pages; `row` is the row of the table or the line of the text,
    from 1, None where it says nothing; `name` is how the report calls the document, with a sheet's name behind it.
    """

    page: int | None
    row: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    r"""A cell of a table: plain text, line breaks kept as \n, markup already taken off.

    `row` and `column` count from 0 and are those of its first row and column; `box` is None where the format has no
    geometry, and so is `page`.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    box: Box | None = None
    page: int | None = None


@dataclass(frozen=True)
class Table:
    """A table: its cells by row, then column. A merged cell comes once; a place may have no cell at all.

    `lines` are the lines of a text file that the rows stand on, from 1; empty where the format has no lines.
    """

    cells: tuple[Cell, ...]
    page: int | None = None
    box: Box | None = None
    lines: tuple[int, ...] = ()

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)

    @cached_property
    def height(self) -> int:
        """The number of rows."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    @cached_property
    def rows(self) -> dict[int, tuple[Cell, ...]]:
        """The cells that begin in each row, from left to right; rows where none begins are left out."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return {row: tuple(sorted(cells, key=lambda cell: cell.column)) for row, cells in rows.items()}

    @cached_property
    def tall(self) -> tuple[Cell, ...]:
        """The cells over more than one row."""
        return tuple(cell for cell in self.cells if cell.rowspan > 1)

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """The cell that covers (row, column), for every place that one covers."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rowspan)
            for column in range(cell.column, cell.column + cell.colspan)
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside of any table; `row` is its line in a text file, from 1."""

    text: str
    page: int | None = None
    box: Box | None = None
    row: int | None = None


Block = Table | Paragraph


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader has to say about a place: a page without text, shapes that it could not read."""

    place: Place
    message: Text


@dataclass(frozen=True, slots=True)
class Unused:
    """Text of the source that stands in no block, so that nothing gets lost."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What a reader makes of a file. `images` are the places of raster images, which are not read."""

    name: str
    blocks: tuple[Block, ...]
    drawing: Drawing | None = None
    images: tuple[Place, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unused: tuple[Unused, ...] = field(default=())
