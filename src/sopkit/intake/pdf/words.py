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
    """A word; `turned` where it runs upwards (1) or downwards (-1) instead of to the right (0).

    `order` is the place of its first letter in the content of the page.
    """

    text: str
    box: Box
    turned: int = 0
    order: int = 0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def words(page: Any) -> tuple[Word, ...]:
    """The words of a pdfplumber page: level ones, rising ones, falling ones, each from the top."""
    from pdfplumber.utils.text import extract_words  # noqa: PLC0415 needed only when a PDF is read

    found: list[Word] = []
    for turned, chars in _by_turn(_once(_uncovered(page))).items():
        lines_run, letters_run = _DIRECTIONS[turned]
        for word in extract_words(
            chars,
            x_tolerance_ratio=_BLANK,
            line_dir=lines_run,
            char_dir=letters_run,
            use_text_flow=True,
            return_chars=True,
        ):
            box = (float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"]))
            found.append(
                Word(_clean(word["text"]), box, turned, min(char["order"] for char in word["chars"]))
            )
    return tuple(word for word in found if word.text)


_DIRECTIONS = {0: ("ttb", "ltr"), 1: ("ltr", "btt"), -1: ("rtl", "ttb")}
"""How lines follow each other, and letters in a line, for level, rising and falling type."""


def _by_turn(chars: Iterable[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    """Level (0), rising (1) and falling (-1) letters."""
    split: dict[int, list[dict[str, Any]]] = {}
    for char in chars:
        along, rise = char["matrix"][0], char["matrix"][1]
        turned = 0 if abs(rise) <= abs(along) else 1 if rise > 0 else -1
        split.setdefault(turned, []).append({**char, "upright": True})
    return split


def _once(chars: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each letter with its `order`, once, and without blanks that stand apart from the run they were written in.

    Some programs make type bold by painting it twice, a little apart; and empty paragraphs of Word leave a blank that
    lies on other words.
    """
    seen: set[tuple[str, int, int]] = set()
    before: dict[str, Any] | None = None
    for order, char in enumerate(chars):
        x, y = round(char["x0"] * 2), round(char["top"] * 2)
        last, before = before, char
        if not char["text"].strip():
            if last is not None and _follows(last, char):
                yield {**char, "order": order}
            continue
        if not any((char["text"], x + dx, y + dy) in seen for dx in (0, -1, 1) for dy in (0, -1, 1)):
            seen.add((char["text"], x, y))
            yield {**char, "order": order}


def _follows(last: dict[str, Any], char: dict[str, Any]) -> bool:
    """Whether a blank stands right behind the letter written before it, in any direction."""
    size = float(char["size"]) or 1.0
    return bool(
        max(last["x0"] - char["x1"], char["x0"] - last["x1"]) <= size
        and max(last["top"] - char["bottom"], char["top"] - last["bottom"]) <= size / 2
    )


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
    """The words by line in reading order; turned words by their own direction.

    Runs written in one go stay together. Two of them are on one line where they stand beside each other; lines that
    a row of fixed height cuts off may lie on the next ones, and stay lines of their own.
    """
    turned = max((0, 1, -1), key=lambda t: sum(word.turned == t for word in found))
    rows: list[list[tuple[Box, Word]]] = []
    for run in sorted(
        _runs(found, turned), key=lambda run: ((run[0][0][1] + run[0][0][3]) / 2, run[0][0][0])
    ):
        row = next(
            (row for row in rows[-2:] if _beside(row[0][0], run[0][0]) and not _overlap(row, run)), None
        )
        if row is None:
            rows.append(list(run))
        else:
            row.extend(run)
    return [[word for _, word in sorted(row, key=lambda pair: pair[0][0])] for row in rows]


def _runs(found: Sequence[Word], turned: int) -> list[list[tuple[Box, Word]]]:
    """Words one after the other on the same line, in the order in which they were written."""
    runs: list[list[tuple[Box, Word]]] = []
    for word in sorted(found, key=lambda word: word.order):
        box = _levelled(word, turned)
        before = runs[-1][-1][0] if runs else None
        if before is not None and box[0] >= before[2] - 1 and _beside(before, box):
            runs[-1].append((box, word))
        else:
            runs.append([(box, word)])
    return runs


def _overlap(row: Sequence[tuple[Box, Word]], run: Sequence[tuple[Box, Word]]) -> bool:
    """Whether words of a run lie on words of a row."""
    return any(
        min(one[2], other[2]) - max(one[0], other[0]) > 0.3 * min(one[2] - one[0], other[2] - other[0])
        for one, _ in row
        for other, _ in run
    )


def _levelled(word: Word, turned: int) -> Box:
    left, top, right, bottom = word.box
    if turned == 1:
        return -bottom, left, -top, right
    if turned == -1:
        return top, -right, bottom, -left
    return word.box


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes are on one line: they share most of the lower one's height.

    Lines that a row of fixed height cuts off may overlap the next ones by half.
    """
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared >= 0.65 * min(one[3] - one[1], other[3] - other[1])
