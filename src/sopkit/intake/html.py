"""Reader of .html: tables with merged cells, and the text between them. Scripts are not run, nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from sopkit.errors import SopkitError, Text
from sopkit.intake.markup import plain
from sopkit.intake.source import Block, Cell, Paragraph, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 4 << 20
MAX_DEPTH = 150
MAX_CELLS = 50_000
_CELL = re.compile(rb"<t[dh]\b", re.IGNORECASE)
_NESTING = re.compile(
    rb"<(/?)(?:div|table|ul|ol|section|article|center|span|font|b|i|u|a|em|strong)\b",
    re.IGNORECASE,
)
_LARGEST_SPAN = 200
_SKIPPED = ("script", "style", "head", "template", "noscript", "svg")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center", "section", "article", "pre")
_PARTS = frozenset(("table", *_BLOCKS))


def read_html(data: bytes, name: str) -> SourceDocument:
    """Read a page; its encoding is what it says itself, else found out.

    Raises:
        SopkitError: it is larger than `MAX_BYTES`, or nested beyond reason.
    """
    if len(data) > MAX_BYTES:
        raise SopkitError(
            Text(f"{name}: lebih besar dari 4 MiB", f"{name}: larger than 4 MiB"),
        )
    if len(_CELL.findall(data)) > MAX_CELLS:
        raise SopkitError(
            Text(f"{name}: lebih dari {MAX_CELLS} sel", f"{name}: more than {MAX_CELLS} cells"),
        )
    if _depth(data) > MAX_DEPTH:
        raise SopkitError(
            Text(f"{name}: susunan HTML terlalu dalam", f"{name}: the HTML is nested too deeply")
        )
    soup = BeautifulSoup(data, "lxml")  # closes cells and rows where the page does not
    for element in soup.find_all(_SKIPPED):
        element.decompose()
    return SourceDocument(name, tuple(_blocks(soup)))


def _depth(data: bytes) -> int:
    """How many elements of a block or table are open at once at the most, counted before anything is built."""
    deepest = depth = 0
    for match in _NESTING.finditer(data):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _blocks(parent: Tag) -> Iterator[Block]:
    loose = ""
    for child in parent.children:
        if isinstance(child, Tag) and _holds_blocks(child):
            yield from _paragraphs(loose)
            loose = ""
            yield from _element(child)
        elif isinstance(child, Tag):
            loose += str(child)
        elif type(child) is NavigableString:
            loose += str(child).replace("<", "&lt;")
    yield from _paragraphs(loose)


def _holds_blocks(element: Tag) -> bool:
    return element.name in _PARTS or _has_parts_inside(element)


def _has_parts_inside(element: Tag) -> bool:
    return any(isinstance(one, Tag) and one.name in _PARTS for one in element.descendants)


def _element(element: Tag) -> Iterator[Block]:
    if element.name == "table":
        nested = [one for one in element.find_all("table") if _columns(one) > 1]
        yield _table(element)
        for one in nested:
            yield _table(one)
    elif _has_parts_inside(element):
        yield from _blocks(element)
    else:
        yield from _paragraphs(str(element))


def _paragraphs(markup: str) -> Iterator[Paragraph]:
    for text in _plain(markup).split("\n"):
        if text.strip():
            yield Paragraph(text.strip())


def _columns(table: Tag) -> int:
    return max((len(row.find_all(("td", "th"), recursive=False)) for row in table.find_all("tr")), default=0)


def _table(table: Tag) -> Table:
    """The cells of `table` on a grid, spans over rows and columns included; tables inside with columns are left out."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    taken: set[tuple[int, int]] = set()
    cells = []
    for number, row in enumerate(rows):
        column = 0
        for element in row.find_all(("td", "th"), recursive=False):
            while (number, column) in taken:
                column += 1
            height = min(_span(element, "rowspan"), len(rows) - number) or len(rows) - number
            width = max(1, _span(element, "colspan"))
            taken |= {(number + down, column + right) for down in range(height) for right in range(width)}
            cells.append(Cell(_cell_text(element), number, column, height, width))
            column += width
    return Table(tuple(cells))


def _span(element: Tag, name: str) -> int:
    text = str(element.get(name, "1")).strip()
    return min(int(text), _LARGEST_SPAN) if text.isdecimal() else 1


def _cell_text(element: Tag) -> str:
    for nested in element.find_all("table"):
        if _columns(nested) > 1:
            nested.extract()
    return _plain(element.decode_contents())


def _plain(markup: str) -> str:
    """Markup as text: line breaks of the source are blanks."""
    return plain(" ".join(markup.split()))
