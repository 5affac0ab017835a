"""The texts of an SOP that people wrote, with their paths, for rules that read wording wherever it stands.

Names of people, identifiers, numbers, dates and lengths of time are not wording and are left out.
"""

from __future__ import annotations

from itertools import chain, compress
from operator import eq
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.known import Known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sopkit.model.sop import Langkah, Sop
    from sopkit.source import DocPath

Place = tuple["DocPath", str]
"""The path of a text, and the text. An item of a list has its index also where the file has a single text."""

SECTIONS: Final = ("kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
"""The sections in the office's own words; `dasar_hukum` quotes the titles of others and is left out."""

GAP: Final = "\0"
"""Stands between texts that are looked through as one, so that words of two texts are never neighbours."""

NONE: Final[frozenset[str]] = frozenset()
"""No words."""

_QUOTED: Final = 60
_SIGNS: Final = '.,;:!?()[]{}/"+=*|<>'
_PUNCTUATION: Final = {ord(c): " " for c in _SIGNS}
_ASCII: Final = bytes(range(256)).lower().translate(bytes.maketrans(_SIGNS.encode(), b" " * len(_SIGNS)))
"""Small letters, and blanks for punctuation, for the bytes of an ASCII text: both in one go."""
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


class Said(NamedTuple):
    """What a text says: its `words` as `bare_words` has them, its `twins`, which stand beside themselves, and `signed`.

    `signed` holds the words with a sign inside (`masing-masing`), in a row with blanks between; mostly "".
    """

    words: tuple[str, ...]
    twins: frozenset[str]
    signed: str


def _read(text: str) -> Said:
    words = tuple(
        map(intern, bare_words(text))
    )  # so that each word is held once, however many texts are kept
    twins = frozenset(compress(words, map(eq, words, words[1:])))
    signed = "" if "".join(words).isalnum() else " ".join([word for word in words if not word.isalnum()])
    return Said(words, twins, signed)


SAID: Final = Known(_read, 16384)
"""What each text says; kept, because one step needs what others put out, and the SOPs of an office repeat each other."""


def said_in(sop: Sop) -> dict[str, Said]:
    """What each text of `wording` says: to look fast whether a closer look pays; of texts that are alike only one is there."""
    texts = [sop.nama, *[role.nama for role in sop.pelaksana.values()]]
    texts += chain(sop.kualifikasi_pelaksana, sop.keterkaitan, sop.peralatan, sop.peringatan, sop.pencatatan)
    for step in sop.langkah:
        standard = step.mutu_baku
        texts += standard.kelengkapan
        texts += standard.output
        if step.kegiatan:
            texts.append(step.kegiatan)
        if step.keterangan:
            texts.append(step.keterangan)
    return {text: SAID[text] for text in dict.fromkeys(texts) if text}


def bare_words(text: str) -> list[str]:
    """The words of `text` regardless of case, in order; punctuation is as good as a blank."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    return text.casefold().translate(_PUNCTUATION).split()


def quoted(text: str) -> str:
    """The text on one line in quotes, cut after 60 characters, for a message."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[: _QUOTED - 1].rstrip()}…”"
