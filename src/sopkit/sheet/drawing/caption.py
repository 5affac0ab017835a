"""The few words beside an off-page connector: where the line goes on, or comes from. And the words on branches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import CAPTION, LABEL_SIZES, LABEL_WIDTHS, WORD_SIZES
from sopkit.sheet.model import Align, Line, Paragraph, PlacedLabel, Style
from sopkit.sheet.typography.breaking import break_lines, count_lines, measure
from sopkit.sheet.typography.metrics import extent, room, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.sheet.routing.problem import LabelBox

_CAPTION: Final = Style(CAPTION)
_LABELS: Final = tuple(Style(size, align=Align.CENTRE) for size in LABEL_SIZES)
_FEW: Final = 2
_BESIDE: Final = 2_500
"""Of a column's width, what a label leaves to its line and the distances."""
_ENDS: Final = 1_000
"""What the round ends of a capsule take of its width."""
_BESIDE_HALF: Final = (1_400, 950)
"""Of half a column's width, what a label had better leave, and must leave, to the line in its middle and the one at its side."""
_SPARE: Final = 200
"""A label's box is so much wider than its text, for another font."""
_TRIM: Final = 400
"""A line of capitals and small letters is so much lower than the distance of base lines."""


def caption_text(pages: Sequence[int], *, inward: bool) -> str:
    """`ke h. 3` or `dari h. 1, 2–4`, by printed page numbers, which ascend."""
    return f"{'dari' if inward else 'ke'} h. {', '.join(_ranges(pages))}"


def _ranges(pages: Sequence[int]) -> list[str]:
    """Page numbers, three or more in a row as a range."""
    groups: list[list[int]] = []
    for page in pages:
        if groups and page == groups[-1][-1] + 1:
            groups[-1].append(page)
        else:
            groups.append([page])
    found: list[str] = []
    for group in groups:
        found += [f"{group[0]}–{group[-1]}"] if len(group) > 2 else [str(page) for page in group]  # noqa: PLR2004
    return found


def caption_lines(text: str, width: int) -> tuple[str, ...]:
    """`text` broken for `width`; its number never stands alone without `h.` while there is room."""
    lines = break_lines(measure(text.replace("h. ", "h.\xa0", 1)), room(width, CAPTION))
    return tuple(line.replace("\xa0", " ") for line in lines)


def caption_words(text: str) -> tuple[str, ...]:
    """The pieces of `text` that stay whole while there is room."""
    return tuple(word.replace("\xa0", " ") for word in text.replace("h. ", "h.\xa0", 1).split(" "))


def caption_width(lines: Sequence[str]) -> int:
    """The width of the widest of `lines`."""
    return extent(max(map(units, lines), default=0), CAPTION)


def place_caption(lines: Sequence[str], x: int, middle: int, align: Align) -> Paragraph:
    """`lines` around the height `middle`; `x` is their left end, middle or right end as `align` says."""
    style = replace(_CAPTION, align=align)
    top = middle - len(lines) * style.leading // 2
    return Paragraph(
        style, tuple(Line(line, x, top + i * style.leading + style.ascent) for i, line in enumerate(lines))
    )


def word_in_symbol(text: str, x: int, middle: int, size: int, *, bold: bool = False) -> Paragraph:
    """One line in the middle of a symbol."""
    style = Style(size, bold=bold, align=Align.CENTRE)
    return Paragraph(style, (Line(text, x, middle - style.leading // 2 + style.ascent),))


def word_in_capsule(text: str, middle: tuple[int, int], width: int) -> tuple[Paragraph, ...]:
    """The word in a capsule `width` wide in the largest type that fits; nothing where none does."""
    fitting = (size for size in WORD_SIZES if extent(units(text), size) <= width - _ENDS)
    size = next(fitting, None)
    return (word_in_symbol(text, *middle, size),) if text and size else ()


@dataclass(frozen=True, slots=True)
class MeasuredLabel:
    """The word on a branch, broken into lines, with the size of its box."""

    text: str
    style: Style
    lines: tuple[str, ...]
    width: int
    height: int


def label_style(texts: Iterable[str], column: int) -> Style:
    """The largest type in which every one of `texts` that can stand in half a column does."""
    styles = [style for text in texts if (style := _fitting(text, column))]
    return min(styles, key=lambda style: style.size, default=_LABELS[0])


def _fitting(text: str, column: int) -> Style | None:
    found = [measure_label(text, column, style) for style in _LABELS]
    fitting = (label for left in _BESIDE_HALF for label in found if label.width <= column // 2 - left)
    return next((label.style for label in fitting), None)


def measure_label(text: str, column: int, style: Style) -> MeasuredLabel:
    """`text` made narrow enough for columns of the width `column`."""
    measured = measure(text)
    widths = [width for width in LABEL_WIDTHS if width <= column - _BESIDE] or [column - _BESIDE]
    rooms = [room(width, style.size) for width in widths]
    few = next((space for space in rooms if count_lines(measured, space) <= _FEW), rooms[-1])
    lines = break_lines(measured, max(few, min(measured.longest_piece, rooms[-1])))
    width = extent(max(map(units, lines)), style.size) + _SPARE
    return MeasuredLabel(text, style, lines, width, len(lines) * style.leading - _TRIM)


def place_label(label: MeasuredLabel, box: LabelBox) -> PlacedLabel:
    """The label in the box that the router chose for it."""
    top, x = box.y - _TRIM // 2, box.x + box.w // 2
    style = label.style
    lines = (Line(line, x, top + i * style.leading + style.ascent) for i, line in enumerate(label.lines))
    return PlacedLabel(label.text, box.x, box.y, box.w, box.h, Paragraph(style, tuple(lines)))
