"""The contents pages in front of many sheets: number, name and page of each, as pages that are drawn like any other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from sopkit.sheet.furniture import shortened
from sopkit.sheet.measures import EDGE, FOOT, FOOTER, MARGIN, MARGIN_BELOW
from sopkit.sheet.model import Align, Cell, CellKind, Line, Page, Paragraph, Rule, Style, Weight
from sopkit.sheet.typography.metrics import room
from sopkit.sheet.typography.typeset import block, height, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.model import Sheet
    from sopkit.sheet.paper import Paper
    from sopkit.sheet.typography.typeset import Block

_HEADING: Final = Style(140, bold=True)
_HEAD: Final = Style(90, bold=True)
_PLAIN: Final = Style(90)
_FOOT: Final = Style(FOOT, align=Align.RIGHT)
_PADDING: Final = 1_200
_NUMBER: Final = 60_000
_PAGE: Final = 20_000
_GAP: Final = 4_000
"""Below the heading, and between columns."""
_HEADS: Final = ("Nomor SOP", "Nama SOP", "Halaman")


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """A contents page, and the box of each entry on it with the 0-based sheet that it names."""

    page: Page
    entries: tuple[tuple[Cell, int], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the list before its page is known; `sheet` is None for the headings."""

    sheet: int | None
    number: Block
    name: Block
    high: int


@dataclass(frozen=True, slots=True)
class _List:
    """What the contents pages have in common: the heading, the paper, the list's left and right edge and where it begins."""

    title: str
    paper: Paper
    left: int
    right: int
    top: int

    @property
    def spans(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """Left edge and width of the three columns."""
        name, page = self.left + _NUMBER + _GAP, self.right - _PAGE
        return (self.left, _NUMBER), (name, page - _GAP - name), (page, _PAGE)

    @property
    def heads(self) -> _Entry:
        """The headings of the columns."""
        return _entry(None, _HEADS[0], _HEADS[1], _HEAD, self)


def contents(sheets: Sequence[Sheet], title: str, paper: Paper) -> tuple[ContentsPage, ...]:
    """The contents pages of `sheets` in that order, which follow them page by page; each page begins with the headings."""
    left, right = MARGIN, paper.width - MARGIN - EDGE
    top = MARGIN + height(block(_HEADING, (title,)), right - left) + _GAP
    of = _List(title, paper, left, right, top)
    entries = [_entry(i, sheet.number, sheet.title, _PLAIN, of) for i, sheet in enumerate(sheets)]
    groups = _paged(entries, of)
    firsts = tuple(accumulate((len(sheet.pages) for sheet in sheets), initial=len(groups) + 1))
    return tuple(_page(i, group, of, firsts) for i, group in enumerate(groups, 1))


def _entry(sheet: int | None, number: str, name: str, style: Style, of: _List) -> _Entry:
    blocks = block(style, (number,)), block(style, (name,))
    high = max(height(one, wide) for one, (_, wide) in zip(blocks, of.spans, strict=False))
    return _Entry(sheet, *blocks, high + 2 * _PADDING)


def _paged(entries: Sequence[_Entry], of: _List) -> list[list[_Entry]]:
    """Entries page by page; one that is higher than a page has it alone."""
    space = of.paper.height - MARGIN_BELOW - of.top - of.heads.high
    groups: list[list[_Entry]] = [[]]
    used = 0
    for entry in entries:
        if groups[-1] and used + entry.high > space:
            groups.append([])
            used = 0
        groups[-1].append(entry)
        used += entry.high
    return groups


def _page(page: int, group: Sequence[_Entry], of: _List, firsts: Sequence[int]) -> ContentsPage:
    cells, rules, boxes = [_heading(of)], [], []
    top = of.top
    for entry in (of.heads, *group):
        listed = entry.sheet is not None
        cells += _cells(entry, _HEADS[2] if entry.sheet is None else str(firsts[entry.sheet]), top, of)
        if entry.sheet is not None:
            boxes.append((Cell(CellKind.VALUE, of.left, top, of.right - of.left, entry.high), entry.sheet))
        top += entry.high
        rules.append(Rule(of.left, top, of.right, top, Weight.HAIR if listed else Weight.FRAME))
    return ContentsPage(_bare_page(page, cells, rules, of), tuple(boxes))


def _bare_page(number: int, cells: Sequence[Cell], rules: Sequence[Rule], of: _List) -> Page:
    return Page(
        number=number,
        width=of.paper.width,
        height=of.paper.height,
        identity=tuple(cells),
        table=None,
        rules=tuple(rules),
        symbols=(),
        connectors=(),
        pictures=(),
        footer=(running(of.title, number, of.paper),),
        stamp=None,
    )


def _heading(of: _List) -> Cell:
    words, wide = block(_HEADING, (of.title,)), of.right - of.left
    lines = place(words, of.left, MARGIN, wide)
    return Cell(CellKind.TITLE, of.left, MARGIN, wide, height(words, wide), lines)


def _cells(entry: _Entry, page: str, top: int, of: _List) -> Iterator[Cell]:
    last = block(replace(entry.number.style, align=Align.RIGHT), (page,))
    for words, (x, wide) in zip((entry.number, entry.name, last), of.spans, strict=True):
        yield Cell(CellKind.TEXT, x, top, wide, entry.high, place(words, x, top + _PADDING, wide))


def running(title: str, page: int, paper: Paper) -> Paragraph:
    """The number of a page within the whole file, top right where sheets have nothing.

    With the title, for it is not the number that connectors to other pages speak of: that one stands at the foot.
    """
    words = f"{shortened(title, room(paper.width // 2, FOOT))} · {page}"
    return Paragraph(_FOOT, (Line(words, paper.width - MARGIN - EDGE, FOOTER),))
