"""The lines of a sheet before any place is decided: which symbol leads to which, over all pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.sheet.content import SymbolKind
from sopkit.sheet.routing.problem import Shape
from sopkit.sheet.table.row import levels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import Edge
    from sopkit.sheet.content import Row, SheetContent, Symbol

START, END = "mulai", "selesai"
"""The names of capsules that stand alone; the second is the document's own word for the end."""

_SHAPES = {
    SymbolKind.KAPSUL: Shape.KAPSUL,
    SymbolKind.KOTAK: Shape.KOTAK,
    SymbolKind.KETUPAT: Shape.KETUPAT,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A symbol of a band: its column, its level in the band, its shape, what it is, and the word in it."""

    role: int
    level: int
    shape: Shape
    title: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of steps, or a capsule that stands alone (`step` None), with its printed number or name."""

    step: int | None
    name: str
    signs: tuple[Sign, ...]

    @property
    def levels(self) -> int:
        """How many levels its symbols stand on."""
        return max(sign.level for sign in self.signs) + 1


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A symbol by its place: the number of the band and of the symbol in it, both from 0."""

    band: int
    sign: int


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one symbol to another; `edge` is the edge of the flow that it draws, if any."""

    source: Spot
    target: Spot
    edge: Edge | None = None
    arrow: bool = True

    @property
    def label(self) -> str:
        """The word on it, empty for none."""
        return (self.edge.label or "") if self.edge else ""


def build_bands(content: SheetContent) -> tuple[Band, ...]:
    """The bands of the sheet from top to bottom: start capsule, rows, end capsule."""
    start = [_capsule(content.start, START)] if content.start else []
    end = [_capsule(content.end, END)] if content.end else []
    return (*start, *(_band(row) for row in content.rows), *end)


def _capsule(symbol: Symbol, name: str) -> Band:
    return Band(None, name, (Sign(symbol.role, 0, _SHAPES[symbol.kind], symbol.name, symbol.name),))


def _band(row: Row) -> Band:
    places = zip(row.symbols, levels(symbol.role for symbol in row.symbols), strict=True)
    signs = tuple(Sign(symbol.role, level, _SHAPES[symbol.kind], symbol.name) for symbol, level in places)
    return Band(row.step, row.number, signs)


def build_links(content: SheetContent) -> tuple[Link, ...]:
    """The lines of the sheet, row by row; in a row first those within it, then its exits in the order of the document."""
    shift = 1 if content.start else 0
    start = [Link(Spot(0, 0), Spot(1, 0))] if content.start else []
    rows = (link for row in content.rows for link in _row_links(row, content, shift))
    return (*start, *rows)


def _row_links(row: Row, content: SheetContent, shift: int) -> Iterator[Link]:
    band = row.step + shift
    for one, other in pairwise(range(len(row.symbols))):
        yield Link(Spot(band, one), Spot(band, other), arrow=not row.joint)
    last = Spot(band, len(row.symbols) - 1)
    for edge in row.exits:
        if edge.target is not None:
            yield Link(last, Spot(edge.target + shift, 0), edge)
        elif content.end is not None:
            yield Link(last, Spot(len(content.rows) + shift, 0), edge)
