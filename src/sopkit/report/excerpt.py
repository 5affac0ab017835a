"""One line of a file as the text report shows it: cut around the span when long, with the place of the carets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopkit.printable import cells

if TYPE_CHECKING:
    from sopkit.source import Span

CELLS = 100
"""The widest excerpt, in cells of the terminal; fixed, because the same findings must print the same bytes."""

_CUT = "…"


class Excerpt(NamedTuple):
    """`text` as shown; the carets begin after `offset` cells and are `width` cells wide, at least one."""

    text: str
    offset: int
    width: int


def excerpt(line: str, span: Span, limit: int = CELLS) -> Excerpt:
    """The first line of `span`, which must be the text `line`, in at most `limit` cells.

    A span that goes on in later lines is clipped to this one, an empty one gets one caret, also behind the line's end.
    """
    start, end = _clip(line, span, limit)
    base = max(0, start - limit)
    # what is farther than `limit` characters from the span cannot be shown: a line may be as long as a file
    shown = cells(line[base : end + limit])
    start, end = _from_base_character(shown, start - base), end - base
    low, high = _window(shown, start, end, _room(shown, len(line), limit))
    left = _CUT if base + low > 0 else ""
    right = _CUT if base + high < len(line) else ""
    text = left + "".join(piece for piece, _ in shown[low:high]) + right
    return Excerpt(text, len(left) + _width(shown[low:start]), _width(shown[start : min(end, high)]) or 1)


def _clip(line: str, span: Span, limit: int) -> tuple[int, int]:
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    return start, min(max(start, end), len(line), start + limit)


def _from_base_character(shown: list[tuple[str, int]], start: int) -> int:
    """A caret cannot stand under a combining mark alone: begin at the character it is put on."""
    while 0 < start < len(shown) and shown[start][1] == 0:
        start -= 1
    return start


def _room(shown: list[tuple[str, int]], length: int, limit: int) -> int:
    whole = len(shown) == length and _width(shown) <= limit
    return limit if whole else limit - 2 * len(_CUT)


def _window(shown: list[tuple[str, int]], start: int, end: int, room: int) -> tuple[int, int]:
    """From where to where `shown` fits `room` cells: the span first, then as much on its left as on its right."""
    low = high = start
    while high < end and shown[high][1] <= room:
        room -= shown[high][1]
        high += 1
    grown = True
    while grown:
        grown = False
        if low > 0 and shown[low - 1][1] <= room:
            low, room, grown = low - 1, room - shown[low - 1][1], True
        if high < len(shown) and shown[high][1] <= room:
            high, room, grown = high + 1, room - shown[high][1], True
    return low, high


def _width(shown: list[tuple[str, int]]) -> int:
    return sum(width for _, width in shown)
