"""The words of a page with their places, and words set together into lines.

Here: reading order inside a cell, letters painted twice, headings turned by a quarter. Not here: which cell a word
is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sopkit.intake.pdf.ink import is_light

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.intake.drawing.shapes import Box

_BLANK = 0.17
"""A gap of this share of the type's height parts words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `turned` where it runs upwards (1) or downwards (-1) instead of to the right (0)."""

    text: str
    box: Box
    turned: int = 0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def words(page: Any) -> tuple[Word, ...]:
    """The words of a pdfplumber page in the order of its content."""
    from pdfplumber.utils.text import extract_words  # noqa: PLC0415 needed only when a PDF is read

    level, up, down = _once(_uncovered(page))
    found: list[Word] = []
    for chars, turned in ((level, 0), (up, 1), (down, -1)):
        if not chars:
            continue
        directions = {0: ("ttb", "ltr"), 1: ("ltr", "btt"), -1: ("rtl", "ttb")}[turned]
        if turned:
            chars = [{**char, "upright": True} for char in chars]  # noqa: PLW2901 one direction at a time
        for word in extract_words(
            chars,
            x_tolerance_ratio=_BLANK,
            line_dir=directions[0],
            char_dir=directions[1],
            keep_blank_chars=False,
        ):
            box = (float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"]))
            found.append(Word(_clean(word["text"]), box, turned))
    return tuple(word for word in found if word.text)


def _once(chars: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], ...]:
    """Level, rising and falling letters, each place once: some programs make type bold by painting it twice."""
    seen: set[tuple[str, int, int]] = set()
    split: tuple[list[dict[str, Any]], ...] = ([], [], [])
    for char in chars:
        key = (char["text"], round(char["x0"] * 2), round(char["top"] * 2))
        if key in seen and char["text"].strip():
            continue
        seen.add(key)
        along, rise = char["matrix"][0], char["matrix"][1]
        if abs(rise) <= abs(along):
            split[0].append({**char, "upright": True})
        else:
            split[1 if rise > 0 else 2].append({**char, "upright": True})
    return split


def _uncovered(page: Any) -> list[dict[str, Any]]:
    """The letters that no white box painted later hides: a stamped number stands over the old one."""
    order = list(_painted(page, page.layout))
    if sum(isinstance(thing, str) for thing in order) != len(page.chars):
        return list(page.chars)
    kept: list[dict[str, Any]] = []
    covers: list[Box] = []
    left = len(page.chars)
    for thing in reversed(order):
        if not isinstance(thing, str):
            covers.append(thing)
            continue
        left -= 1
        char = page.chars[left]
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in covers):
            kept.append(char)
    return kept[::-1]


def _painted(page: Any, things: Any) -> Iterator[str | Box]:
    """The letters, as "", and the boxes of white rectangles in the order in which a page paints them."""
    from pdfminer.layout import LTChar, LTContainer, LTRect  # noqa: PLC0415 needed only when a PDF is read

    for thing in things:
        if isinstance(thing, LTContainer):
            yield from _painted(page, thing)
        elif isinstance(thing, LTChar):
            yield ""
        elif isinstance(thing, LTRect) and thing.fill and is_light(thing.non_stroking_color):
            left, top = page.point2coord((thing.x0, thing.y1))
            right, bottom = page.point2coord((thing.x1, thing.y0))
            yield left, top, right, bottom


def _clean(text: str) -> str:
    return (
        "".join(ch for ch in text if ch >= " " and ch not in "\u200b\u00ad\ufeff\x7f")
        .replace("\u00a0", " ")
        .strip()
    )


def text_of(found: Sequence[Word]) -> str:
    r"""The words as text, a \n between lines."""
    return "\n".join(" ".join(word.text for word in line) for line in lines(found))


def lines(found: Sequence[Word]) -> list[list[Word]]:
    """The words by line in reading order; turned words by their own direction."""
    turned = max((0, 1, -1), key=lambda t: sum(word.turned == t for word in found))
    across = [(_levelled(word, turned), word) for word in found]
    rows: list[list[tuple[Box, Word]]] = []
    for box, word in sorted(across, key=lambda pair: ((pair[0][1] + pair[0][3]) / 2, pair[0][0])):
        if rows and _beside(rows[-1][0][0], box):
            rows[-1].append((box, word))
        else:
            rows.append([(box, word)])
    return [[word for _, word in sorted(row, key=lambda pair: pair[0][0])] for row in rows]


def _levelled(word: Word, turned: int) -> Box:
    left, top, right, bottom = word.box
    if turned == 1:
        return -bottom, left, -top, right
    if turned == -1:
        return top, -right, bottom, -left
    return word.box


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes are on one line: they share half of the lower one's height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared >= 0.5 * min(one[3] - one[1], other[3] - other[1])
