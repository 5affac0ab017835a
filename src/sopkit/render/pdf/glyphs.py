"""Text → character codes of the fonts that every PDF reader has: Helvetica, Symbol, ZapfDingbats. No font file is needed.

What none of them has is never dropped silently. It is drawn as the nearest thing that they have, its own letter without the
mark or a box; the file still says what it stands for, so that text copied from it or searched in it is right; and `replaced`
tells of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sopkit.render.characters import legal
from sopkit.sheet.typography.metrics import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KEPT: Final = 4096
"""Lines remembered: most sheets of an office have many in common."""


class Font(StrEnum):
    """Which font the codes of a run are of."""

    TEXT = "text"
    """Helvetica, in the weight and slope of the paragraph; codes are those of windows-1252."""
    SYMBOL = "Symbol"
    DINGBATS = "ZapfDingbats"


@dataclass(frozen=True, slots=True)
class Run:
    """Codes of one font. `meaning` is the text that they stand for, None where a reader finds that by itself."""

    font: Font
    codes: bytes
    meaning: str | None = None


_SYMBOL_CODES: Final = (
    (0x22, "∀"),
    (0x24, "∃"),
    (0x27, "∋"),
    (0x2A, "∗"),
    (0x2D, "\u2212"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    (0x5C, "∴"),
    (0x5E, "⊥"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    (0x7E, "∼"),
    (0xA1, "ϒ′≤⁄∞"),
    (0xA7, "♣♦♥♠↔←↑→↓"),
    (0xB2, "″≥"),
    (0xB5, "∝∂"),
    (0xB9, "≠≡≈"),
    (0xBF, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇"),
    (0xD5, "∏√⋅"),
    (0xD9, "∧∨⇔⇐⇑⇒⇓◊"),
    (0xE5, "∑"),
    (0xF2, "∫"),
)
"""Codes of the font Symbol, each with the characters that it and the codes after it show (Adobe's encoding)."""
_DINGBATS_CODES: Final = (
    (0x21, "".join(map(chr, range(0x2701, 0x275F)))),
    (0xA1, "".join(map(chr, range(0x2761, 0x2768)))),
    (0xAC, "".join(map(chr, range(0x2460, 0x246A)))),
    (0xB6, "".join(map(chr, range(0x2776, 0x2795)))),
    (0xD7, "↕"),
    (0xD8, "".join(map(chr, range(0x2798, 0x27B0)))),
    (0xF1, "".join(map(chr, range(0x27B1, 0x27BF)))),
)
"""The same for ZapfDingbats, in whose order Unicode took it over, except for what it had already."""
_DINGBATS_APART: Final = dict(
    zip(
        "\u2705\u270a\u270b\u2728\u274c\u274e\u2753\u2754\u2755\u2757",
        "\u260e\u261b\u261e\u2605\u25cf\u25a0\u25b2\u25bc\u25c6\u25d7",
        strict=True,
    )
)
"""Those: the code point that Unicode left free for them at first, and where they are."""
_SAME: Final = {
    **dict.fromkeys("\u2010\u2011\u2043", "-"),
    "\u2012": "–",
    "\u2015": "—",
    "\u02bc": "’",
    "\u2032": "′",
    "\u2206": "Δ",
    "\u2126": "Ω",
    **dict.fromkeys(
        "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff", ""),
    **dict.fromkeys("☐□▢◻", "❏"),
    **dict.fromkeys("▪◼", "■"),
    "○": "❍",
    **dict.fromkeys("⟶➝", "→"),
}
"""Characters that look, or are meant, like one that the fonts have."""
_BOX: Final = "❏"
_WIDTHS: Final = {Font.SYMBOL: 700, Font.DINGBATS: 800}
"""About how wide a character of these is, in thousandths of the type size: to centre a line it is near enough."""
_BLANK: Final = re.compile(r"[\t\n\r]")


def _table() -> dict[str, tuple[Font, int]]:
    """Font and code by character, for what is not in windows-1252."""
    found = {
        char: (Font.DINGBATS, first + i) for first, chars in _DINGBATS_CODES for i, char in enumerate(chars)
    }
    for left_free, char in _DINGBATS_APART.items():
        found[char] = found.pop(left_free)
    return found | {
        char: (Font.SYMBOL, first + i) for first, chars in _SYMBOL_CODES for i, char in enumerate(chars)
    }


_CODES: Final = _table()


@lru_cache(_KEPT)
def runs(text: str) -> tuple[Run, ...]:
    """The line `text` in the fonts; control characters are written out as in every format."""
    flat = _flat(text)
    codes = _windows(flat)
    return (Run(Font.TEXT, codes),) if codes is not None else tuple(_mixed(flat))


def _flat(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _BLANK.sub(" ", legal(text)))


def _windows(text: str) -> bytes | None:
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return None


def _mixed(text: str) -> Iterator[Run]:
    pieces = ((char, run) for char in text for run in _character(char))
    for (font, marked), group in groupby(pieces, lambda piece: (piece[1].font, piece[1].meaning is not None)):
        runs_ = [run for _, run in group]
        meaning = "".join(run.meaning or "" for run in runs_) if marked else None
        yield Run(font, b"".join(run.codes for run in runs_), meaning)


def _character(char: str) -> tuple[Run, ...]:
    """`char` in the fonts; where it takes several runs, the first has the meaning of all."""
    codes = _windows(char)
    if codes is not None:
        return (Run(Font.TEXT, codes),)
    drawn = [_known(of) for of in _drawn(char)] or [Run(Font.TEXT, b"")]
    return tuple(Run(run.font, run.codes, "" if i else char) for i, run in enumerate(drawn))


def _known(char: str) -> Run:
    codes = _windows(char)
    if codes is not None:
        return Run(Font.TEXT, codes)
    font, code = _CODES[char]
    return Run(font, bytes([code]))


@lru_cache(_KEPT)
def _drawn(char: str) -> str:
    """The characters, all of them in the fonts, that `char` is drawn as."""
    if char in _CODES:
        return char
    if char in _SAME:
        return _SAME[char]
    parts = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)]
    shown = [_SAME.get(part, part) for part in parts]
    if all(part in _CODES or _windows(part) is not None for part in shown):
        return "".join(shown)
    return _BOX


def replaced(texts: Iterable[str]) -> dict[str, str]:
    """The characters of `texts`, in their order, that do not look like themselves, with what is drawn for each.

    For marks that have no place of their own that is nothing.
    """
    chars = dict.fromkeys(char for text in texts if not text.isascii() for char in _flat(text))
    found = {char: _drawn(char) for char in chars if _windows(char) is None and char not in _SAME}
    return {char: drawn for char, drawn in found.items() if drawn != char}


def is_box(drawn: str) -> bool:
    """Whether what is drawn for a character is the box for what has no likeness."""
    return drawn == _BOX


def width(line: Iterable[Run], *, bold: bool) -> int:
    """How wide the runs of a line are together, in thousandths of the type size."""
    return sum(
        units(run.codes.decode("cp1252"), bold=bold)
        if run.font is Font.TEXT
        else len(run.codes) * _WIDTHS[run.font]
        for run in line
    )
