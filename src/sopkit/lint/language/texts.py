"""The texts of an SOP that people wrote, with their paths, for rules that read wording wherever it stands.

Names of people, identifiers, numbers, dates and lengths of time are not wording and are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sopkit.model.sop import Langkah, Sop
    from sopkit.source import DocPath

Place = tuple["DocPath", str]
"""The path of a text, and the text. An item of a list has its index also where the file has a single text."""

SECTIONS: Final = ("kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
"""The sections in the office's own words; `dasar_hukum` quotes the titles of others and is left out."""

_QUOTED: Final = 60
_JUST_NOW: Final = 64
"""Texts whose words are kept: all questions about a text are asked one after the other."""
_SIGNS: Final = '.,;:!?()[]{}/"+=*|<>'
_PUNCTUATION: Final = {ord(c): " " for c in _SIGNS}
_ASCII: Final = bytes(range(256)).lower().translate(bytes.maketrans(_SIGNS.encode(), b" " * len(_SIGNS)))
"""Small letters, and blanks for punctuation, for the bytes of an ASCII text: both in one go."""
_BEYOND_ASCII: Final = 128
_LETTERS: Final = bytes(
    byte if byte >= _BEYOND_ASCII or chr(byte).isalnum() else ord(" ") for byte in bytes(range(256)).lower()
)
"""Small letters, and blanks for all signs, likewise."""
_WORD: Final = re.compile(r"[^\W_]+")
_TYPOGRAPHY: Final = "–—•“”„…"
"""Taken out first and one by one: `translate` is fast only on ASCII."""


def wording(sop: Sop) -> Iterator[Place]:
    """The texts in the office's own words, in the order of the file: nama, the sections, headings of roles, steps.

    Empty texts are left out.
    """
    yield ("nama",), sop.nama
    for section in SECTIONS:
        yield from listed((section,), getattr(sop, section))
    for key, role in sop.pelaksana.items():
        yield ("pelaksana", key, "nama"), role.nama
    for i, step in enumerate(sop.langkah):
        yield from _of_step(("langkah", i), step)


def listed(path: DocPath, texts: Iterable[str]) -> Iterator[Place]:
    """The items of a list of texts with their paths, empty ones left out."""
    for i, text in enumerate(texts):
        if text:
            yield (*path, i), text


def holding(places: Iterable[Place], words: Collection[str]) -> Iterator[Place]:
    """Those of `places` whose text holds one of `words` (in folded case), be it inside a longer word."""
    for path, text in places:
        inside = text.casefold()
        for word in words:
            if word in inside:
                yield path, text
                break


def _of_step(path: DocPath, step: Langkah) -> Iterator[Place]:
    if step.kegiatan:
        yield (*path, "kegiatan"), step.kegiatan
    yield from listed((*path, "mutu_baku", "kelengkapan"), step.mutu_baku.kelengkapan)
    yield from listed((*path, "mutu_baku", "output"), step.mutu_baku.output)
    if step.keterangan:
        yield (*path, "keterangan"), step.keterangan


def first_word(text: str) -> str:
    """The first word of `text` in small letters where all ways of cutting words agree on it, else "".

    They do where it has letters of ASCII only, and a blank behind.
    """
    word = text.partition(" ")[0]
    return word.lower() if word.isascii() and word.isalpha() else ""


@lru_cache(maxsize=_JUST_NOW)
def cut(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, cut at every sign, in order.

    That is finer than any other module does it: a word of letters and digits that another way of cutting finds in a text is
    among these too. Those that are otherwise regardless of case (`ß`) stand a second time behind all others, as they are
    then.
    """
    if text.isascii():
        return tuple(text.encode().translate(_LETTERS).decode().split())
    words = _WORD.findall(text)
    low = [word.lower() for word in words]
    other = [folded for word, small in zip(words, low, strict=True) if (folded := word.casefold()) != small]
    return (*low, *other)


def clues(triggers: Iterable[str]) -> frozenset[str]:
    """A word of each of the `triggers`, its last: a text that holds a trigger as whole words has it among those of `cut`."""
    return frozenset(words[-1] for words in map(cut, triggers) if words)


@lru_cache(maxsize=_JUST_NOW)
def bare_words(text: str) -> tuple[str, ...]:
    """The words of `text` regardless of case, in order; punctuation is as good as a blank."""
    if text.isascii():
        return tuple(text.encode().translate(_ASCII).decode().split())
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    return tuple(text.casefold().translate(_PUNCTUATION).split())


def quoted(text: str) -> str:
    """The text on one line in quotes, cut after 60 characters, for a message."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[: _QUOTED - 1].rstrip()}…”"
