"""A stretch of a document as rows and columns: some rows of a table, or paragraphs one below the other.

What the cells mean does not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sopkit.intake.source import Cell, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.source import Paragraph, Table


@dataclass(frozen=True)
class Region:
    """Cells of the rows from `first` up to, not including, `end`; `name` is the document's, `page` the default page.

    `lines` are the lines of a text file that the rows stand on, empty where the format has none; `is_prose` says that the
    rows are paragraphs, each a single cell.
    """

    cells: tuple[Cell, ...]
    first: int
    end: int
    name: str
    page: int | None = None
    is_prose: bool = False
    lines: tuple[int | None, ...] = ()

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """The cell that covers (row, column), for the rows of the region."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(max(cell.row, self.first), min(cell.row + cell.rowspan, self.end))
            for column in range(cell.column, cell.column + cell.colspan)
        }

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)

    @cached_property
    def _rows(self) -> dict[int, tuple[Cell, ...]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(max(cell.row, self.first), []).append(cell)
        return {row: tuple(sorted(cells, key=lambda cell: cell.column)) for row, cells in rows.items()}

    def row(self, row: int) -> tuple[Cell, ...]:
        """The cells that begin in `row`, from left to right."""
        return self._rows.get(row, ())

    def place(self, cell: Cell) -> Place:
        """Where `cell` stands in the source."""
        page = cell.page if cell.page is not None else self.page
        if self.is_prose or self.lines:
            return Place(page, self.lines[cell.row], self.name)
        return Place(page, cell.row + 1, self.name)

    def row_place(self, row: int) -> Place:
        """Where `row` stands in the source."""
        cells = self.row(row)
        return self.place(cells[0]) if cells else Place(self.page, row + 1, self.name)


def table_region(table: Table, name: str, first: int = 0, end: int | None = None) -> Region:
    """The rows of `table` from `first` up to, not including, `end`."""
    stop = table.height if end is None else end
    above = [cell for cell in table.tall if cell.row < first < cell.row + cell.rowspan]
    cells = (*above, *(cell for row in range(first, stop) for cell in table.rows.get(row, ())))
    return Region(cells, first, stop, name, table.page, lines=table.lines)


def prose_region(paragraphs: Sequence[Paragraph], name: str) -> Region:
    """Paragraphs as rows of one column."""
    cells = tuple(
        Cell(paragraph.text, row, 0, box=paragraph.box, page=paragraph.page)
        for row, paragraph in enumerate(paragraphs)
    )
    lines = tuple(paragraph.row for paragraph in paragraphs)
    return Region(cells, 0, len(cells), name, is_prose=True, lines=lines)
