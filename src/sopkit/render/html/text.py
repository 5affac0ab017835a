"""Paragraphs of the sheet → what the HTML template prints: lines, class names, and measures in the words of CSS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.render.html.lengths import css_mm
from sopkit.sheet.model import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.sheet.model import Cell, Paragraph, Style


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in the flow of its cell: lines to be kept apart, the number before them (empty for none), class names."""

    lines: tuple[str, ...]
    marker: str
    classes: str
    style: str


@dataclass(frozen=True, slots=True)
class TextView:
    """The text of a cell; `numbered` when its paragraphs are the entries of a list."""

    paragraphs: tuple[ParagraphView, ...]
    numbered: bool

    @property
    def filled(self) -> bool:
        """Whether there is anything to read."""
        return any(line for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(frozen=True, slots=True)
class WordView:
    """Lines that stand at a place of their own: the footer, a word in a symbol or on a branch."""

    lines: tuple[str, ...]
    classes: str
    style: str


def text_view(cell: Cell, start: int | None = None) -> TextView:
    """The text of `cell`.

    With `start`, the y at which the cell's content begins, the distances between paragraphs and above the first are written
    out; without it they follow each other and the cell places them.
    """
    views, at = [], start
    for paragraph in cell.paragraphs:
        gap = top(paragraph) - at if at is not None else 0
        views.append(_paragraph(paragraph, gap))
        at = bottom(paragraph) if at is not None else None
    return TextView(tuple(views), any(of.indent for of in cell.paragraphs))


def top(of: Paragraph) -> int:
    """Where the first line of a paragraph begins."""
    return of.lines[0].y - of.style.ascent


def bottom(of: Paragraph) -> int:
    """Where its last line ends."""
    return of.lines[-1].y - of.style.ascent + of.style.leading


def _paragraph(of: Paragraph, gap: int) -> ParagraphView:
    parts = [f"--s:{_points(of.style)}"]
    if gap:
        parts.append(f"margin-top:{css_mm(gap)}")
    if of.indent:
        parts.append(f"padding-left:{css_mm(of.indent)}")
    return ParagraphView(
        lines=tuple(line.text for line in of.lines),
        marker=of.marker.text if of.marker else "",
        classes=_classes(of.style),
        style=";".join(parts),
    )


def word_view(of: Paragraph, x: int, vertical: str) -> WordView:
    """A paragraph at its place: `x` is where its box begins on the page, `vertical` a CSS declaration of its height.

    What is centred or right-aligned hangs from its middle or right end.
    """
    style = f"--s:{_points(of.style)};left:{css_mm(of.lines[0].x - x)};{vertical}"
    return WordView(tuple(line.text for line in of.lines), _classes(of.style), style)


def _points(style: Style) -> str:
    return f"{style.size / 10:g}"


def _classes(style: Style) -> str:
    return " ".join(_names(style))


def _names(style: Style) -> Iterator[str]:
    if style.align is not Align.LEFT:
        yield style.align.value
    yield from (name for name in ("bold", "italic", "underline") if getattr(style, name))
