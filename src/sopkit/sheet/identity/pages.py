"""The identity block on its pages: the head, then the sections in pairs, long ones flowing on to the next page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sopkit.errors import SopkitError, Text
from sopkit.sheet.identity.head import Span, halves, place_head
from sopkit.sheet.measures import FIELD_INSET, FIELD_PADDING, IDENTITY, PADDING, SECTION_LINES
from sopkit.sheet.model import Cell, CellKind, Style
from sopkit.sheet.typography.typeset import block, height, pieces, place, place_pieces

if TYPE_CHECKING:
    from sopkit.sheet.content import Identity, Section
    from sopkit.sheet.model import PlacedPicture
    from sopkit.sheet.typography.typeset import Block, Piece

_TEXT: Final = Style(IDENTITY)
_HEADING: Final = Style(IDENTITY, bold=True)
_CONTINUED: Final = " (lanjutan)"
_FEW: Final = 3
"""Fewer lines of a section than this are not left alone at the foot of a page."""
_SMALL: Final = 3
"""A pair that takes no more than this part of a page is not divided."""


@dataclass(frozen=True, slots=True)
class IdentityPage:
    """A page of the identity block: its cells, pictures, and where it ends."""

    cells: tuple[Cell, ...]
    pictures: tuple[PlacedPicture, ...]
    bottom: int


@dataclass(frozen=True, slots=True)
class _Half:
    """One section of a pair: where it stands, its heading, its entries, and the lines of them that are still to be placed."""

    span: Span
    heading: str
    entries: Block
    lines: tuple[Piece, ...]


def place_identity(identity: Identity, span: Span, top: int, bottom: int) -> tuple[IdentityPage, ...]:
    """The block between the lines `top` and `bottom` of as many pages as it takes.

    Raises:
        SopkitError: the head does not fit on a page.
    """
    head = place_head(identity, span, top)
    if head.bottom > bottom:
        raise _too_long()
    pages = [IdentityPage(head.cells, head.pictures, head.bottom)]
    for pair in identity.sections:
        parts = tuple(_half(section, half) for section, half in zip(pair, halves(span), strict=True))
        while parts:
            here = pages[-1]
            count = _lines_here(parts, bottom - here.bottom, bottom - top, on_new_page=here.bottom == top)
            if count == 0:
                pages.append(IdentityPage((), (), top))
                continue
            cells, end = _place(parts, count, here.bottom)
            pages[-1] = replace(here, cells=here.cells + cells, bottom=end)
            parts = _rest(parts, count)
    return tuple(pages)


def _half(section: Section, span: Span) -> _Half:
    entries = block(_TEXT, section.entries, numbered=True)
    return _Half(span, section.heading.upper(), entries, tuple(pieces(entries, span.inner.w)))


def _heading_height(parts: tuple[_Half, ...]) -> int:
    return 2 * FIELD_PADDING + max(
        height(block(_HEADING, (part.heading,)), part.span.inner.w) for part in parts
    )


def _lines_here(parts: tuple[_Half, ...], left: int, page: int, *, on_new_page: bool) -> int:
    """How many lines of each part to place in the height `left`; 0 to go on to the next page."""
    wanted = max(SECTION_LINES, *(len(part.lines) for part in parts))
    around = _heading_height(parts) + 2 * PADDING
    fits = (left - around) // _TEXT.leading
    if fits >= wanted:
        return wanted
    small = around + wanted * _TEXT.leading <= page // _SMALL
    if not on_new_page and (small or fits < _FEW):
        return 0
    return max(fits, 1)


def _place(parts: tuple[_Half, ...], count: int, top: int) -> tuple[tuple[Cell, ...], int]:
    """The first `count` lines of the parts with their headings, and where they end."""
    heading, body = _heading_height(parts), count * _TEXT.leading + 2 * PADDING
    cells: list[Cell] = []
    for part in parts:
        x, w, inner = part.span.x, part.span.w, part.span.inner
        title = place(block(_HEADING, (part.heading,)), inner.x, top + FIELD_PADDING, inner.w)
        text = place_pieces(
            part.entries, part.lines[:count], x + FIELD_INSET, top + heading + PADDING, inner.w
        )
        cells += (
            Cell(CellKind.SECTION_HEADING, x, top, w, heading, title, tinted=True),
            Cell(CellKind.SECTION, x, top + heading, w, body, text),
        )
    return tuple(cells), top + heading + body


def _rest(parts: tuple[_Half, ...], count: int) -> tuple[_Half, ...]:
    """What is left after `count` lines of each; nothing when all have been placed."""
    if all(len(part.lines) <= count for part in parts):
        return ()
    return tuple(
        replace(part, lines=part.lines[count:], heading=_continued(part) if len(part.lines) > count else "")
        for part in parts
    )


def _continued(part: _Half) -> str:
    return part.heading.removesuffix(_CONTINUED) + _CONTINUED


def _too_long() -> SopkitError:
    return SopkitError(
        Text(
            "bagian atas blok identitas (instansi, nomor, tanggal, pengesahan, nama) tidak muat pada satu halaman; persingkat",
            "the upper part of the identity block (agency, number, dates, approval, name) does not fit on a page; shorten it",
        )
    )
