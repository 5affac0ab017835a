"""Texts → lines that fit a width. The breaks are written out, so that no reader's program breaks lines on its own.

A line may end after a blank, after "-" or an en dash before a letter, after "/" before a letter, and where the text itself breaks.
A piece between two such places that is wider than the line is cut between two characters as the last resort.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from sopkit.sheet.typography.metrics import units

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANKS: Final = re.compile(r"[^\S\xa0]+")
"""Blanks that a line may end at; the no-break space is none."""
_WITHIN: Final = re.compile(r"(?<=[^ ][-–/])(?=[^\W\d_])")
"""The places within a word that a line may end at."""


@dataclass(frozen=True, slots=True)
class Run:
    """A text without line breaks, cut into the pieces that are kept whole.

    Piece `i` is `text[starts[i]:stops[i]]` and reaches from `left[i]` to `right[i]`, in thousandths of the type size.
    """

    text: str
    bold: bool
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A text whose widths are known: a run for each of its own lines, at least one.

    `longest_piece` is the width of the widest piece, 0 without any, `width` that of the text with no line breaks but its own,
    both in thousandths of the type size.
    """

    runs: tuple[Run, ...]
    longest_piece: int
    width: int


def measure(text: str, *, bold: bool = False) -> Measured:
    """`text` made ready for breaking: blanks are made single, those at the ends of lines go."""
    lines = [_BLANKS.sub(" ", line).strip(" ") for line in text.strip().splitlines()]
    runs = tuple(_run(line, bold=bold) for line in lines or [""])
    pieces = (end - start for run in runs for start, end in zip(run.left, run.right, strict=True))
    width = max((run.right[-1] for run in runs if run.right), default=0)
    return Measured(runs, max(pieces, default=0), width)


def _run(text: str, *, bold: bool) -> Run:
    spans = list(_pieces(text))
    blank = units(" ", bold=bold)
    widths = [units(text[start:stop], bold=bold) for start, stop in spans]
    gaps = [0, *(blank * (after[0] - before[1]) for before, after in pairwise(spans))]
    right = tuple(accumulate(gap + width for gap, width in zip(gaps, widths, strict=False)))
    left = tuple(end - width for end, width in zip(right, widths, strict=True))
    return Run(text, bold, tuple(a for a, _ in spans), tuple(b for _, b in spans), left, right)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of `text`."""
    at = 0
    for word in text.split(" "):
        for piece in _WITHIN.split(word):
            if piece:
                yield at, at + len(piece)
                at += len(piece)
        at += 1


def count_lines(text: Measured, room: int) -> int:
    """How many lines `break_lines` would give."""
    if text.width <= room:
        return len(text.runs)
    return sum(_count(run, room) for run in text.runs)


def _count(run: Run, room: int) -> int:
    """As `_breaks`, faster: columns are searched by asking this some thousand times."""
    left, right = run.left, run.right
    size = len(right)
    if not size or right[-1] <= room:
        return 1
    lines = piece = 0
    while piece < size:
        beyond = bisect_right(right, left[piece] + room, piece)
        if beyond == piece:
            return sum(1 for _ in _breaks(run, room))
        lines, piece = lines + 1, beyond
    return lines


def break_lines(text: Measured, room: int) -> tuple[str, ...]:
    """The lines of `text`, none wider than `room` thousandths of the type size unless a single character is."""
    return tuple(run.text[start:stop] for run in text.runs for start, stop in _breaks(run, room))


def _breaks(run: Run, room: int) -> Iterator[tuple[int, int]]:
    """First character and end of each line of `run`; each line takes as many pieces as fit."""
    if not run.right:
        yield 0, 0
    piece, char, at = 0, 0, 0
    while piece < len(run.right):
        beyond = bisect_right(run.right, at + room, piece)
        if beyond == piece:
            stop = _cut(run, char, run.stops[piece], room)
            yield char, stop
            at += units(run.text[char:stop], bold=run.bold)
            char = stop
            if stop < run.stops[piece]:
                continue
            beyond += 1
        else:
            yield char, run.stops[beyond - 1]
        piece = beyond
        if piece < len(run.right):
            char, at = run.starts[piece], run.left[piece]


def _cut(run: Run, start: int, stop: int, room: int) -> int:
    """Where the first line of an overlong piece ends; a mark stays with the character in front of it."""
    end = start + 1
    width = units(run.text[start], bold=run.bold)
    while end < stop:
        width += units(run.text[end], bold=run.bold)
        if width > room and not unicodedata.combining(run.text[end]):
            break
        end += 1
    return end
