"""What every page has besides its content: the footer, and the word across an SOP that is not in force."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import EDGE, FOOT, FOOTER, MARGIN, STAMP, STAMP_ANGLE
from sopkit.sheet.model import Align, Line, Paragraph, Stamp, Style
from sopkit.sheet.typography.metrics import room, units

if TYPE_CHECKING:
    from sopkit.sheet.paper import Paper

_LEFT: Final = Style(FOOT)
_RIGHT: Final = Style(FOOT, align=Align.RIGHT)
_PAGE_NUMBER: Final = 40_000
"""Kept for the page number at the right."""


def footer(name: str, page: int, pages: int, paper: Paper) -> tuple[Paragraph, ...]:
    """Number and name of the SOP on the left, shortened to fit, the page number on the right."""
    y, right = paper.height - FOOTER, paper.width - MARGIN - EDGE
    width = right - MARGIN - _PAGE_NUMBER
    return (
        Paragraph(_LEFT, (Line(shortened(name, room(width, FOOT)), MARGIN, y),)),
        Paragraph(_RIGHT, (Line(f"Halaman {page} dari {pages}", right, y),)),
    )


def shortened(text: str, space: int) -> str:
    """`text` on one line, its end replaced by three dots when it is wider than `space` thousandths of the type size."""
    flat = " ".join(text.split())
    if units(flat) <= space:
        return flat
    ends = tuple(accumulate(units(char) for char in flat))
    return flat[: bisect_right(ends, space - units("…"))].rstrip() + "…"


def stamp(word: str, paper: Paper) -> Stamp | None:
    """The word across the page; None for none."""
    return Stamp(word, paper.width // 2, paper.height // 2, STAMP, STAMP_ANGLE) if word else None
