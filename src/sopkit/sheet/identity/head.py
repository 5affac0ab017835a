"""The upper part of the identity block: agency on the left; numbers, dates, signature and the SOP's name on the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import (
    AGENCY,
    AGENCY_PADDING,
    AGENCY_SHARE,
    FIELD_INSET,
    FIELD_LABEL,
    FIELD_PADDING,
    IDENTITY,
    LOGO,
    LOGO_GAP,
    SIGNATURE,
    TITLE,
    UNIT,
    UNIT_GAP,
)
from sopkit.sheet.model import Align, Cell, CellKind, PlacedPicture, Style
from sopkit.sheet.typography.typeset import block, height, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.content import Approval, Field, Identity
    from sopkit.sheet.model import Paragraph
    from sopkit.sheet.typography.typeset import Block

_PLAIN: Final = Style(IDENTITY)
_MIDDLE: Final = Style(IDENTITY, align=Align.CENTRE)
_BOLD: Final = Style(IDENTITY, bold=True)
_SIGNER: Final = Style(IDENTITY, bold=True, underline=True, align=Align.CENTRE)
_TITLE: Final = Style(TITLE, bold=True)
_AGENCY: Final = Style(AGENCY, bold=True, align=Align.CENTRE)
_UNIT: Final = Style(UNIT, bold=True, align=Align.CENTRE)
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Span:
    """A horizontal stretch of the page: its left x and its width."""

    x: int
    w: int

    @property
    def inner(self) -> Span:
        """What of it is for text."""
        return Span(self.x + FIELD_INSET, self.w - 2 * FIELD_INSET)


def halves(of: Span) -> tuple[Span, Span]:
    """The left and right part of the identity block."""
    left = of.w * AGENCY_SHARE // _WHOLE
    return Span(of.x, left), Span(of.x + left, of.w - left)


@dataclass(frozen=True, slots=True)
class Head:
    """The head in its place: its cells in reading order, the logo, and its lower line."""

    cells: tuple[Cell, ...]
    pictures: tuple[PlacedPicture, ...]
    bottom: int


@dataclass(frozen=True, slots=True)
class _Stack:
    """Blocks one below the other, each with the gap above it."""

    blocks: tuple[tuple[int, Block], ...]

    def height(self, width: int) -> int:
        """Of all blocks with their gaps."""
        return sum(gap + height(of, width) for gap, of in self.blocks)

    def place(self, span: Span, top: int) -> tuple[Paragraph, ...]:
        """All lines, the first gap beginning at `top`."""
        found: list[Paragraph] = []
        for gap, of in self.blocks:
            found += place(of, span.x, top + gap, span.w)
            top += gap + height(of, span.w)
        return tuple(found)


def place_head(identity: Identity, span: Span, top: int) -> Head:
    """The head of the block over the width of `span`, its upper line at `top`."""
    left, right = halves(span)
    label, value = Span(right.x, FIELD_LABEL), Span(right.x + FIELD_LABEL, right.w - FIELD_LABEL)
    agency = _agency(identity)
    rows = [_field(field) for field in identity.fields]
    title = (_block(_BOLD, (identity.title.label,)), _block(_TITLE, identity.title.lines))
    heights = [_row_height(row, label, value) for row in (*rows, title)]
    signed = _approval(identity.approval, 0)
    needed = signed.height(value.inner.w) + 2 * FIELD_PADDING
    total = max(sum(heights) + needed, agency.height(left.inner.w) + 2 * AGENCY_PADDING)
    spare = total - sum(heights) - needed
    cells: list[Cell] = []
    y = top
    for row, high in zip(rows, heights, strict=False):
        cells += _field_cells(row, (label, value), y, high)
        y += high
    signed = _approval(identity.approval, spare)
    cells += _approval_cells(identity.approval, signed, (label, value), (y, needed + spare))
    y += needed + spare
    cells += _field_cells(title, (label, value), y, heights[-1], CellKind.TITLE)
    first, pictures = _agency_cell(identity, agency, left, (top, total))
    return Head((first, *cells), pictures, top + total)


def _block(style: Style, lines: Sequence[str]) -> Block:
    return block(style, ("\n".join(lines),))


def _agency(identity: Identity) -> _Stack:
    logo = LOGO[1] + LOGO_GAP if identity.logo else 0
    blocks = [(0, _block(_AGENCY, identity.agency))] if identity.agency else []
    if identity.unit:
        blocks.append((UNIT_GAP if blocks else 0, _block(_UNIT, (identity.unit,))))
    blocks = blocks or [(0, _block(_UNIT, ()))]
    return _Stack(((logo, blocks[0][1]), *blocks[1:]))


def _agency_cell(
    identity: Identity, agency: _Stack, span: Span, place_: tuple[int, int]
) -> tuple[Cell, tuple[PlacedPicture, ...]]:
    """The cell of the agency, its text and logo in the middle of it."""
    top, total = place_
    start = top + (total - agency.height(span.inner.w)) // 2
    cell = Cell(CellKind.AGENCY, span.x, top, span.w, total, agency.place(span.inner, start))
    if identity.logo is None:
        return cell, ()
    w, h = LOGO
    return cell, (PlacedPicture(identity.logo, span.x + (span.w - w) // 2, start, w, h),)


def _field(field: Field) -> tuple[Block, Block]:
    return _block(_PLAIN, (field.label,)), _block(_PLAIN, field.lines)


def _row_height(row: tuple[Block, Block], label: Span, value: Span) -> int:
    return 2 * FIELD_PADDING + max(height(row[0], label.inner.w), height(row[1], value.inner.w))


def _field_cells(
    row: tuple[Block, Block], spans: tuple[Span, Span], top: int, high: int, kind: CellKind = CellKind.VALUE
) -> list[Cell]:
    """Label and value, each in the middle of the row's height."""
    return [
        _cell(of_kind, _Stack(((0, of),)), span, top, high)
        for of_kind, of, span in zip((CellKind.LABEL, kind), row, spans, strict=True)
    ]


def _cell(kind: CellKind, stack: _Stack, span: Span, top: int, high: int) -> Cell:
    start = top + (high - stack.height(span.inner.w)) // 2
    return Cell(kind, span.x, top, span.w, high, stack.place(span.inner, start))


def _approval(approval: Approval, spare: int) -> _Stack:
    """Who signs: the office, room for signature and stamp with `spare` added, the name and what is known of the person."""
    person = [(_SIGNER, approval.name), (_MIDDLE, approval.rank), (_MIDDLE, approval.nip)]
    known = [_block(style, (text,)) for style, text in person if text] or [_block(_MIDDLE, ())]
    room = SIGNATURE + spare
    return _Stack(
        ((0, _block(_MIDDLE, (approval.position,))), *((0 if i else room, of) for i, of in enumerate(known)))
    )


def _approval_cells(
    approval: Approval, signed: _Stack, spans: tuple[Span, Span], place_: tuple[int, int]
) -> list[Cell]:
    (label, value), (top, high) = spans, place_
    name = _Stack(((0, _block(_PLAIN, (approval.label,))),))
    return [
        Cell(CellKind.LABEL, label.x, top, label.w, high, name.place(label.inner, top + FIELD_PADDING)),
        Cell(CellKind.APPROVAL, value.x, top, value.w, high, signed.place(value.inner, top + FIELD_PADDING)),
    ]
