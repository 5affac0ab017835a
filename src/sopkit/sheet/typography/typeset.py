"""Texts → blocks of lines in a box: how high they are for a width, and where each line stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import FULL
from sopkit.sheet.model import Align, Line, Paragraph, Style
from sopkit.sheet.typography.breaking import Measured, break_lines, count_lines, measure
from sopkit.sheet.typography.metrics import extent, room, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of a block, and its number or bullet, empty for none."""

    marker: str
    text: Measured


@dataclass(frozen=True, slots=True)
class Block:
    """Texts set one below the other in one style.

    `indent` is what the lines stand in because of the markers, in thousandths of the type size.
    """

    style: Style
    entries: tuple[Entry, ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a broken block: the 0-based entry it belongs to, its marker when it is that entry's first line, its text."""

    entry: int
    marker: str
    text: str


def block(style: Style, texts: Sequence[str], *, numbered: bool = False) -> Block:
    """`texts` in `style`, numbered when wanted and there is more than one; empty texts are kept."""
    marks = [f"{i}." for i in range(1, len(texts) + 1)] if numbered and len(texts) > 1 else [""] * len(texts)
    entries = tuple(
        Entry(mark, measure(text, bold=style.bold)) for mark, text in zip(marks, texts, strict=True)
    )
    widest = max((units(mark, bold=style.bold) for mark in marks), default=0)
    return Block(style, entries, widest + units("  ", bold=style.bold) if widest else 0)


def restyled(of: Block, style: Style) -> Block:
    """The same texts in another size; `style` is as bold as before, since widths depend on it."""
    return Block(style, of.entries, of.indent)


def line_room(width: int, style: Style) -> int:
    """What a line in a clear `width` holds, in thousandths of the type size: a little less than would fit."""
    return room(width * FULL // _THOUSAND, style.size)


def needed_width(thousandths: int, style: Style) -> int:
    """The clear width that lets `thousandths` stand on a line: the inverse of `line_room`."""
    return -(-(extent(thousandths, style.size) + 1) * _THOUSAND // FULL)


def longest_piece(of: Block) -> int:
    """The widest piece that no line break divides, with its indent, in thousandths of the type size; 0 for no text."""
    return max((entry.text.longest_piece + of.indent for entry in of.entries), default=0)


def lines_needed(of: Block, width: int) -> int:
    """How many lines `of` takes in a clear `width`."""
    space = line_room(width, of.style) - of.indent
    return sum(count_lines(entry.text, space) for entry in of.entries)


def height(of: Block, width: int) -> int:
    """How high `of` is in a clear `width`."""
    return lines_needed(of, width) * of.style.leading


def pieces(of: Block, width: int) -> Iterator[Piece]:
    """The lines of `of` in a clear `width`, from top to bottom."""
    space = line_room(width, of.style) - of.indent
    for number, entry in enumerate(of.entries):
        for i, line in enumerate(break_lines(entry.text, space)):
            yield Piece(number, "" if i else entry.marker, line)


def place(of: Block, x: int, top: int, width: int) -> tuple[Paragraph, ...]:
    """`of` broken for a clear `width` whose left edge is `x`, the first line's top at `top`."""
    return place_pieces(of, tuple(pieces(of, width)), x, top, width)


def place_pieces(of: Block, lines: Sequence[Piece], x: int, top: int, width: int) -> tuple[Paragraph, ...]:
    """A stretch of the lines of `of`, as `place`: a paragraph for each entry."""
    indent = extent(of.indent, of.style.size)
    left = {Align.LEFT: x + indent, Align.CENTRE: x + width // 2, Align.RIGHT: x + width}[of.style.align]
    base = top + of.style.ascent
    grouped: dict[int, list[Line]] = {}
    markers: dict[int, Line] = {}
    for i, piece in enumerate(lines):
        y = base + i * of.style.leading
        grouped.setdefault(piece.entry, []).append(Line(piece.text, left, y))
        if piece.marker:
            markers[piece.entry] = Line(piece.marker, x, y)
    return tuple(
        Paragraph(of.style, tuple(found), markers.get(entry), indent) for entry, found in grouped.items()
    )
