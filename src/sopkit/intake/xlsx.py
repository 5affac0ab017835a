"""Reader of .xlsx: cells by openpyxl, drawn shapes straight from the package. A sheet is a page.

Macros, links and queries are not looked at. Hidden sheets are left out and said to be.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from sopkit.errors import SopkitError, Text
from sopkit.intake.drawing.shapes import Drawing
from sopkit.intake.drawingml import EMU, Canvas, Frame, local
from sopkit.intake.markup import tidy
from sopkit.intake.package import Package, check_xml, damaged, open_package
from sopkit.intake.source import Cell, Place, Remark, SourceDocument, Table
from sopkit.model.tanggal import BULAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from openpyxl.worksheet.worksheet import Worksheet

    from sopkit.intake.drawing.shapes import Box

MAX_CELLS = 100_000
"""Cells of one sheet with something in them, and places of its used range; an SOP has some hundred."""
MAX_SHEETS = 100
MAX_ROWS = 5_000
MAX_COLUMNS = 200
_REFERENCE = r"[A-Z]{1,3}[0-9]{1,7}(:[A-Z]{1,3}[0-9]{1,7})?"
_BEYOND = Text(
    f"sel di luar {MAX_ROWS} baris dan {MAX_COLUMNS} kolom pertama tidak dibaca",
    f"cells beyond the first {MAX_ROWS} rows and {MAX_COLUMNS} columns were not read",
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PIXEL = 0.75
"""Points."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')


def read_xlsx(data: bytes, name: str) -> SourceDocument:
    """Read all visible sheets.

    Raises:
        SopkitError: the file is encrypted, damaged, too large, or holds entities.
    """
    package = open_package(data, name)
    check_xml(package)
    parts = _sheet_parts(package)
    extents = {title: _extent(package, part) for title, part in parts.items()}
    workbook = _load(data, name)
    drawings, tables, images, remarks = [], [], [], []
    for page, sheet in enumerate(workbook.worksheets, start=1):
        if sheet.sheet_state != "visible":
            remarks.append(Remark(Place(page, None, name), _hidden(sheet.title)))
            continue
        rows, columns = extents.get(sheet.title, (0, 0))
        if rows > MAX_ROWS or columns > MAX_COLUMNS:
            remarks.append(Remark(Place(page, None, name), _BEYOND))
        columns = min(columns, MAX_COLUMNS)
        rows = min(rows, MAX_ROWS, MAX_CELLS // max(1, columns))
        grid = _Grid.of(sheet, rows, columns)
        table = _table(sheet, grid, (rows, columns), page)
        if table.cells:
            tables.append(table)
        canvas = _draw(package, parts.get(sheet.title), grid, page)
        drawings.append(canvas.drawing())
        if canvas.guessed:
            remarks.append(Remark(Place(page, None, name), _pictured(canvas.guessed)))
        images += [Place(page, None, name)] * canvas.pictures
    drawing = Drawing(
        tuple(shape for one in drawings for shape in one.shapes),
        tuple(stroke for one in drawings for stroke in one.strokes),
        tuple(label for one in drawings for label in one.labels),
    )
    return SourceDocument(name, tuple(tables), drawing, tuple(images), tuple(remarks))


def _hidden(title: str) -> Text:
    return Text(
        f"lembar “{title}” tersembunyi dan tidak dibaca", f"the sheet “{title}” is hidden and was not read"
    )


def _pictured(count: int) -> Text:
    return Text(
        f"{count} simbol berupa gambar dikira kotak karena garis berpangkal padanya",
        f"{count} symbols are pictures and are taken for boxes because lines are glued to them",
    )


def _load(data: bytes, name: str) -> Any:
    try:
        with warnings.catch_warnings():
            # openpyxl warns about what it leaves out (extensions, headers); none of it is read here
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(data), data_only=True, keep_links=False)
    except SopkitError:
        raise
    except Exception as error:  # openpyxl raises whatever its readers meet in a damaged file
        raise damaged(name) from error


def _sheet_parts(package: Package) -> dict[str, str]:
    """The parts of the sheets by their names."""
    relations = package.relations("xl/workbook.xml")
    sheets = list(package.xml("xl/workbook.xml").iter(f"{_MAIN}sheet"))
    if len(sheets) > MAX_SHEETS:
        raise _too_large(package.name)
    return {one.get("name", ""): relations.get(one.get(_REL, ""), "") for one in sheets}


def _extent(package: Package, part: str) -> tuple[int, int]:
    """How many rows and columns of a sheet hold something.

    Raises:
        SopkitError: it would not fit into memory: too many cells, or merged cells over half the world.
    """
    if not package.has(part):
        return (0, 0)
    root = package.xml(part)
    cells = [one.get("r", "") for one in root.iter(f"{_MAIN}c") if len(one)]
    merged = [one.get("ref", "") for one in root.iter(f"{_MAIN}mergeCell")]
    number = sum(1 for _ in root.iter(f"{_MAIN}c"))
    if number > MAX_CELLS or sum(map(_area, merged)) > MAX_CELLS:
        raise _too_large(package.name)
    bounds = [range_boundaries(one) for one in [*cells, *merged] if re.fullmatch(_REFERENCE, one)]
    return (max((one[3] for one in bounds), default=0), max((one[2] for one in bounds), default=0))


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
        return int((right - left + 1) * (bottom - top + 1))
    except (TypeError, ValueError):
        return MAX_CELLS + 1


def _too_large(name: str) -> SopkitError:
    return SopkitError(
        Text(
            f"{name}: lembar berisi lebih dari {MAX_CELLS} sel; ini bukan lembar SOP",
            f"{name}: a sheet has more than {MAX_CELLS} cells; this is no sheet of an SOP",
        )
    )


@dataclass(frozen=True)
class _Grid:
    """Where columns and rows of a sheet lie, in points: the edges before each of them, and behind the last."""

    columns: list[float]
    rows: list[float]

    @staticmethod
    def of(sheet: Worksheet, rows: int, columns: int) -> _Grid:
        """The grid of the rows and columns that hold something, and some more, for shapes beside them."""
        widest, longest = columns, rows
        default = sheet.sheet_format.defaultColWidth or 9.14
        widths = [_points(default)] * (widest + 50)
        for dimension in sheet.column_dimensions.values():
            width = 0.0 if dimension.hidden else _points(dimension.width or default)
            for column in range(dimension.min or 1, min(dimension.max or 1, len(widths)) + 1):
                widths[column - 1] = width
        usual = sheet.sheet_format.defaultRowHeight or 15
        heights = [float(usual)] * (longest + 200)
        for number, row in sheet.row_dimensions.items():
            if 1 <= number <= len(heights):
                heights[number - 1] = 0.0 if row.hidden else float(row.height or usual)
        return _Grid([0.0, *accumulate(widths)], [0.0, *accumulate(heights)])

    def box(self, left: int, top: int, right: int, bottom: int) -> Box:
        """The box from the 0-based cell (`top`, `left`) up to, not including, (`bottom`, `right`)."""
        return (self._x(left), self._y(top), self._x(right), self._y(bottom))

    def _x(self, column: int) -> float:
        return self.columns[min(column, len(self.columns) - 1)]

    def _y(self, row: int) -> float:
        return self.rows[min(row, len(self.rows) - 1)]

    def point(self, marker: Element) -> tuple[float, float]:
        """The place that a marker of an anchor names."""
        values = {local(one): _integer(one.text) for one in marker}
        x = self._x(values.get("col", 0)) + values.get("colOff", 0) / EMU
        return (x, self._y(values.get("row", 0)) + values.get("rowOff", 0) / EMU)


def _integer(text: str | None) -> int:
    try:
        return max(0, int(text or "0"))
    except ValueError:
        return 0


def _points(characters: float) -> float:
    """The width of a column: characters of seven pixels, as Excel counts them."""
    return int((256 * characters + int(128 / 7)) / 256 * 7) * _PIXEL


def _table(sheet: Worksheet, grid: _Grid, extent: tuple[int, int], page: int) -> Table:
    spans = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    inside = {
        (row, column)
        for one in spans.values()
        for row in range(one.min_row, one.max_row + 1)
        for column in range(one.min_col, one.max_col + 1)
    }
    rows, columns = extent
    cells = []
    for line in sheet.iter_rows(max_row=rows, max_col=columns) if rows and columns else ():
        for cell in line:
            span = spans.get((cell.row, cell.column))
            if span is None and (cell.row, cell.column) in inside:
                continue
            height, width = (span.size["rows"], span.size["columns"]) if span else (1, 1)
            row, column = cell.row - 1, cell.column - 1
            box = grid.box(column, row, column + width, row + height)
            cells.append(Cell(_text(cell), row, column, height, width, box, page))
    return Table(tuple(cells) if any(cell.text for cell in cells) else (), page)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return f"{value.day} {BULAN[value.month - 1]} {value.year}"
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    # a line break in a cell was typed, so that it parts paragraphs
    return tidy(str(value).replace("\n", "\n\n"))


def _number(value: float, number_format: str) -> str:
    """A number with the words of its format: 30 shown as `0" menit"` is "30 menit"."""
    text = str(int(value)) if value == int(value) else f"{value:.10g}".replace(".", ",")
    words = "".join(
        quoted or escaped for quoted, escaped in _LITERAL.findall(number_format.split(";", maxsplit=1)[0])
    )
    return f"{text} {words.strip()}" if words.strip() else text


def _draw(package: Package, part: str | None, grid: _Grid, page: int) -> Canvas:
    canvas = Canvas(page, prefix=f"{page}:")
    if not part:
        return canvas
    for target in package.relations(part).values():
        if "/drawings/drawing" in f"/{target}" and target.endswith(".xml") and package.has(target):
            for anchor in package.xml(target):
                _anchored(anchor, grid, canvas)
    return canvas


def _anchored(anchor: Element, grid: _Grid, canvas: Canvas) -> None:
    parts = {local(one): one for one in anchor}
    box = _anchor_box(parts, grid)
    for one in _shapes(anchor):
        canvas.add(one, box, Frame())


def _shapes(anchor: Element) -> Iterator[Element]:
    for one in anchor:
        if local(one) == "AlternateContent":
            choice = next((part for part in one if local(part) == "Choice"), None)
            yield from choice if choice is not None else ()
        else:
            yield one


def _anchor_box(parts: dict[str, Element], grid: _Grid) -> Box | None:
    begin, end, extent, place = (parts.get(name) for name in ("from", "to", "ext", "pos"))
    if begin is not None and end is not None:
        return (*grid.point(begin), *grid.point(end))
    size = (
        (_integer(extent.get("cx")) / EMU, _integer(extent.get("cy")) / EMU) if extent is not None else None
    )
    if begin is not None:
        left, top = grid.point(begin)
    elif place is not None:
        left, top = _integer(place.get("x")) / EMU, _integer(place.get("y")) / EMU
    else:
        return None
    return (left, top, left + size[0], top + size[1]) if size else None
