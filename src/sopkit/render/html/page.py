"""Sheet → what the HTML template loops over: pages, tables, rows, cells, with their measures already in the words of CSS.

Texts are plain and escaped by the template; only the ink, which holds no text, is markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sopkit.render.html.identity import GridView, identity_grid
from sopkit.render.html.ink import row_inks
from sopkit.render.html.lengths import css_mm
from sopkit.render.html.text import TextView, WordView, bottom, text_view, word_view
from sopkit.render.html.tile import Place, TileView, label_views, tile_views
from sopkit.sheet.measures import EDGE
from sopkit.sheet.model import CellKind, RowKind
from sopkit.sheet.stretch import zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from sopkit.sheet.model import Cell, Page, Sheet, Stamp, Table, TableRow

_HEAD: Final = frozenset((RowKind.HEADING, RowKind.COLUMN_NUMBERS))
_DRAWN: Final = frozenset((CellKind.ROLE, CellKind.STRIP))


@dataclass(frozen=True, slots=True)
class InkView:
    """The drawing of a row: `style` places it in the cell that carries it, `svg` is the inside of its picture."""

    style: str
    svg: Markup
    labels: Sequence[WordView]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of the table: `scope` is that of a heading and empty for others, the spans are 1 for none."""

    kind: str
    scope: str
    columns: int
    rows: int
    tinted: bool
    text: TextView
    tiles: Sequence[TileView]
    ink: InkView | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the table; `step` is the 0-based row of the content, None for the others."""

    kind: str
    step: int | None
    height: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: its place in the page, the widths of its columns, how many of them are roles, and its rows."""

    style: str
    widths: tuple[str, ...]
    roles: int
    head: tuple[RowView, ...]
    body: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page; `begins` says that it is the first with a table, `mark` is the word across it, empty for none."""

    number: int
    identity: GridView | None
    table: TableView | None
    begins: bool
    footer: tuple[WordView, ...]
    mark: str
    mark_style: str


def page_views(sheet: Sheet) -> tuple[PageView, ...]:
    """The pages of `sheet` in order."""
    first = next((page.number for page in sheet.pages if page.table), None)
    return tuple(_page(page, sheet, first) for page in sheet.pages)


def page_size(page: Page) -> tuple[str, str]:
    """Width and height of a page as it is written: a hair less than the paper, or browsers print an empty page after it."""
    return css_mm(page.width - EDGE), css_mm(page.height - EDGE)


def _page(page: Page, sheet: Sheet, first: int | None) -> PageView:
    grid = identity_grid(page)
    foot = page.height - EDGE
    return PageView(
        number=page.number,
        identity=grid,
        table=_table(page, page.table, sheet, grid.bottom if grid else 0) if page.table else None,
        begins=page.number == first,
        footer=tuple(word_view(of, 0, f"bottom:{css_mm(foot - bottom(of))}") for of in page.footer),
        mark=page.stamp.text if page.stamp else "",
        mark_style=_mark(page.stamp) if page.stamp else "",
    )


def _mark(stamp: Stamp) -> str:
    place = f"left:{css_mm(stamp.x)};top:{css_mm(stamp.y)}"
    return f"{place};--s:{stamp.size / 10:g};transform:translate(-50%,-50%) rotate(-{stamp.angle}deg)"


def _table(page: Page, table: Table, sheet: Sheet, above: int) -> TableView:
    rows = tuple(_rows(page, table, sheet))
    heads = sum(row.kind in _HEAD for row in table.rows)
    left, right = table.edges[0], table.edges[-1]
    return TableView(
        style=f"margin:{css_mm(table.top - above)} 0 0 {css_mm(left)};width:{css_mm(right - left)}",
        widths=tuple(css_mm(after - before) for before, after in pairwise(table.edges)),
        roles=table.roles,
        head=rows[:heads],
        body=rows[heads:],
    )


def _rows(page: Page, table: Table, sheet: Sheet) -> Iterator[RowView]:
    of = zones(page)
    tiles, labels = tile_views(page, table, of, sheet.roles), label_views(page, table, of)
    for number, (row, svg) in enumerate(zip(table.rows, row_inks(page, table, of), strict=True)):
        host = _host(row)
        ink = InkView(_over_table(host, table), svg, labels.get(number, ()))
        cells = (
            _cell(cell, tiles.get(Place(number, cell.column), ()), ink if cell is host else None)
            for cell in row.cells
        )
        yield RowView(row.kind.value, row.step, css_mm(row.height), tuple(cells))


def _host(row: TableRow) -> Cell:
    """The cell that carries the ink of a row: the first of the drawing, else the first that is no higher than the row."""
    drawn = (cell for cell in row.cells if cell.kind in _DRAWN)
    return next(drawn, None) or next(cell for cell in row.cells if cell.rows == 1)


def _over_table(host: Cell, table: Table) -> str:
    left, right = table.edges[0], table.edges[-1]
    return f"left:{css_mm(left - host.x)};width:{css_mm(right - left)}"


def _cell(cell: Cell, tiles: Sequence[TileView], ink: InkView | None) -> CellView:
    return CellView(
        kind=cell.kind.value,
        scope=_scope(cell),
        columns=cell.columns,
        rows=cell.rows,
        tinted=cell.tinted,
        text=text_view(cell),
        tiles=tiles,
        ink=ink,
    )


def _scope(cell: Cell) -> str:
    if cell.kind is CellKind.HEADING:
        return "colgroup" if cell.columns > 1 else "col"
    return "row" if cell.kind is CellKind.NUMBER else ""
