"""Reader of .docx: paragraphs and tables in order, merged and nested cells, numbers that Word counts itself.

Word keeps no places of rows on paper: columns have the widths of the table, heights are reckoned from the text, so that drawn
shapes can be given a row. Shapes themselves are read in `docx_shapes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx as library

from sopkit.errors import SopkitError, Text
from sopkit.intake.docx_numbers import Numbering
from sopkit.intake.docx_shapes import add_shapes
from sopkit.intake.drawingml import Canvas, local
from sopkit.intake.markup import tidy
from sopkit.intake.package import check_xml, damaged, open_package
from sopkit.intake.source import Block, Cell, Paragraph, Place, Remark, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20
"""Twentieths of a point."""
_LINE = 13.0
"""Points of a line of text."""
_LETTER = 5.2
"""Points of a letter, on an average."""
_PADDING = 5.4
_MOST_NESTED = 8
MAX_CELLS = 50_000
_SKIPPED = frozenset(
    ("del", "moveFrom", "instrText", "delText", "drawing", "pict", "AlternateContent", "object")
)


def read_docx(data: bytes, name: str) -> SourceDocument:
    """Read the body of the document; headers, footers, comments and deleted text are left out.

    Raises:
        SopkitError: the file is encrypted, damaged, too large, or holds entities.
    """
    check_xml(open_package(data, name))
    try:
        document = library.Document(BytesIO(data))
        body = document.element.body
        numbering = Numbering.of(document.part)
    except Exception as error:  # python-docx and lxml raise whatever they meet in a damaged file
        raise damaged(name) from error
    reader = _Reader(name, numbering, left=_margin(body))
    blocks = tuple(reader.blocks(body))
    canvas = reader.canvas
    drawing = canvas.drawing()
    drawn = bool(canvas.shapes or canvas.strokes)
    remarks = (Remark(Place(None, None, name), _ESTIMATED),) if drawn else ()
    images = (Place(1, None, name),) * canvas.pictures
    return SourceDocument(name, blocks, drawing, images, remarks)


_ESTIMATED = Text(
    "berkas Word tidak menyimpan letak baris; simbol dan garis dicocokkan dengan tinggi baris yang diperkirakan",
    "a Word file does not keep the places of rows; symbols and lines were matched with reckoned heights",
)


def _margin(body: Any) -> float:
    for margin in body.iter(f"{_W}pgMar"):
        return _twips(margin.get(f"{_W}left"), 72.0)
    return 72.0


def _twips(text: str | None, default: float) -> float:
    try:
        return float(text or "") / _TWIPS
    except ValueError:
        return default


@dataclass
class _Reader:
    """Walks down the document and keeps how far down the page it is: `y`, from `left` on, in points."""

    name: str
    numbering: Numbering
    left: float
    y: float = 0.0
    cells: int = 0
    canvas: Canvas = field(default_factory=lambda: Canvas(1))

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[Block]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._loose(child, depth)
            elif name == "tbl":
                yield from self._table(child, self.left, depth)
            elif name in ("sdt", "sdtContent", "smartTag", "ins", "customXml") and depth < _MOST_NESTED:
                yield from self.blocks(child, depth + 1)

    def _loose(self, paragraph: Any, depth: int) -> Iterator[Block]:
        text = tidy(self._text(paragraph))
        add_shapes(paragraph, self.canvas, (self.left, self.y), self.left)
        yield from self._boxed(paragraph, depth)
        for line in text.split("\n"):
            if line.strip():
                yield Paragraph(line.strip(), page=1)
        self.y += _LINE * max(1, len(text.splitlines()))

    def _boxed(self, paragraph: Any, depth: int) -> Iterator[Block]:
        """Tables and sentences inside of text boxes: an identity block may stand in one."""
        if depth > _MOST_NESTED:
            return
        for content in paragraph.iter(f"{_W}txbxContent"):
            if any(local(one) == "Fallback" for one in content.iterancestors()):
                continue
            if content.find(f"{_W}tbl") is not None or len(" ".join(content.itertext()).split()) > 5:  # noqa: PLR2004 - longer than a symbol's words
                height = self.y
                yield from self.blocks(content, depth + 1)
                self.y = height

    def _text(self, paragraph: Any) -> str:
        return self.numbering.mark(paragraph) + "".join(_runs(paragraph))

    def _table(self, table: Any, left: float, depth: int) -> Iterator[Block]:
        if depth > _MOST_NESTED:
            return
        edges = _edges(table, left)
        cells: list[Cell] = []
        nested: list[tuple[Any, float]] = []
        open_cells: dict[int, int] = {}
        rows = list(_rows(table))
        for number, row in enumerate(rows):
            top = self.y
            begun = self._row(row, number, (edges, open_cells, cells, nested))
            height = max((self._height(cells[at], edges) for at in begun), default=_LINE)
            self.y = top + max(height, _row_height(row))
            for at in {*begun, *open_cells.values()}:
                cells[at] = _stretched(cells[at], top, self.y, edges)
            if self.cells > MAX_CELLS:
                raise SopkitError(
                    Text(
                        f"{self.name}: tabel berisi lebih dari {MAX_CELLS} sel",
                        f"{self.name}: tables of more than {MAX_CELLS} cells",
                    )
                )
        yield Table(tuple(cells), page=1)
        for inner, edge in nested:
            yield from self._table(inner, edge, depth + 1)

    def _row(self, row: Any, number: int, state: Any) -> list[int]:
        """Add the cells of a row; a cell that goes on from above makes that one longer. The indexes of the new cells."""
        edges, open_cells, cells, nested = state
        begun = []
        column = _before(row)
        for element in row:
            inner = element.find(f"{_W}sdtContent/{_W}tc") if local(element) == "sdt" else element
            if inner is None or local(inner) != "tc":
                continue
            width = _span(inner)
            merge = inner.find(f"{_W}tcPr/{_W}vMerge")
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in open_cells:
                at = open_cells[column]
                cells[at] = _longer(cells[at], number)
            else:
                open_cells.pop(column, None)
                place = (edges[min(column, len(edges) - 1)], self.y)
                cells.append(Cell(self._cell_text(inner, place, nested), number, column, 1, width))
                begun.append(len(cells) - 1)
                self.cells += 1
                if merge is not None:
                    open_cells[column] = len(cells) - 1
            for other in range(column + 1, column + width):
                open_cells.pop(other, None)
            column += width
        return begun

    def _cell_text(self, cell: Any, place: tuple[float, float], nested: list[tuple[Any, float]]) -> str:
        texts = []
        y = place[1]
        for child in _children(cell):
            if local(child) == "p":
                add_shapes(child, self.canvas, (place[0] + _PADDING, y), self.left)
                texts.append(self._text(child))
                y += _LINE
            elif _is_wide(child):
                nested.append((child, place[0]))
            else:
                texts += [self._text(paragraph) for paragraph in child.iter(f"{_W}p")]
        return tidy("\n\n".join(text for text in texts if text.strip()))

    def _height(self, cell: Cell, edges: list[float]) -> float:
        right = edges[min(cell.column + cell.colspan, len(edges) - 1)]
        width = max(20.0, right - edges[min(cell.column, len(edges) - 1)] - 2 * _PADDING)
        lines = sum(1 + int(len(line) * _LETTER / width) for line in cell.text.split("\n") if line)
        return max(1, lines) * _LINE


def _runs(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph, without deleted text and what is drawn."""
    for child in paragraph:
        name = local(child)
        if name in _SKIPPED:
            continue
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield " "
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield "√" if child.get(f"{_W}char", "").upper() in ("F0FC", "00FC", "F0FE", "F052") else ""
        elif name not in ("pPr", "rPr"):
            yield from _runs(child)


def _children(cell: Any) -> Iterator[Any]:
    for child in cell:
        if local(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(child)
        elif local(child) in ("p", "tbl"):
            yield child


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _is_wide(table: Any) -> bool:
    return any(sum(1 for _ in row.iter(f"{_W}tc")) > 1 for row in _rows(table))


def _span(cell: Any) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    text = span.get(f"{_W}val", "1") if span is not None else "1"
    return max(1, min(int(text), 200)) if text.isdecimal() else 1


def _before(row: Any) -> int:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    text = skipped.get(f"{_W}val", "0") if skipped is not None else "0"
    return min(int(text), 200) if text.isdecimal() else 0


def _row_height(row: Any) -> float:
    height = row.find(f"{_W}trPr/{_W}trHeight")
    return _twips(height.get(f"{_W}val"), 0.0) if height is not None else 0.0


def _edges(table: Any, left: float) -> list[float]:
    """The left edges of the columns, and the right edge of the last."""
    indent = table.find(f"{_W}tblPr/{_W}tblInd")
    edges = [left + (_twips(indent.get(f"{_W}w"), 0.0) if indent is not None else 0.0)]
    for column in table.iterfind(f"{_W}tblGrid/{_W}gridCol"):
        edges.append(edges[-1] + _twips(column.get(f"{_W}w"), 50.0))
    return edges


def _longer(cell: Cell, row: int) -> Cell:
    return Cell(cell.text, cell.row, cell.column, row - cell.row + 1, cell.colspan, cell.box, cell.page)


def _stretched(cell: Cell, top: float, bottom: float, edges: list[float]) -> Cell:
    """`cell` with its box, which grows with each row that it covers."""
    left = edges[min(cell.column, len(edges) - 1)]
    right = edges[min(cell.column + cell.colspan, len(edges) - 1)]
    if cell.box is not None:
        top = cell.box[1]
    box = (left, top, right, bottom)
    return Cell(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan, box, 1)
