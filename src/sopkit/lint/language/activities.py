"""The kegiatan of the steps cut into words, once for all rules that ask first whether a closer reading pays.

Words are cut here at every sign, which is finer than any other module does it: a word of letters and digits that another way
of cutting finds in a text is among these too. What the words mean does not belong here.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.model.sop import Sop

_WORD: Final = late(r"[^\W_]+")
_ASCII: Final = bytes(letter if chr(letter).isalnum() else ord(" ") for letter in bytes(range(128)).lower())
_TABLE: Final = _ASCII + bytes(range(128, 256))
"""Small letters and blanks for the bytes of an ASCII text: far quicker than a pattern."""


class Activity(NamedTuple):
    """The kegiatan `text` of the step at 0-based position `step`, and its `words` in small letters.

    `first` is its first word where all ways of cutting words agree on it: letters of ASCII, and a blank behind; else "".
    """

    step: int
    text: str
    words: tuple[str, ...]
    first: str


class Activities(NamedTuple):
    """The kegiatan of the steps that have one, in order, and what all of them hold: words, first words, texts in a row."""

    each: tuple[Activity, ...]
    words: frozenset[str]
    firsts: frozenset[str]
    text: str


def activities(sop: Sop) -> Activities:
    """The kegiatan of `sop`."""
    each = tuple([_read(i, step.kegiatan) for i, step in enumerate(sop.langkah) if step.kegiatan])
    return Activities(
        each,
        frozenset(chain.from_iterable([one.words for one in each])),
        frozenset([one.first for one in each]),
        "\0".join([one.text for one in each]),
    )


@lru_cache(maxsize=8192)
def _read(step: int, text: str) -> Activity:
    """The kegiatan of a step; kept, because the SOPs of an office have many steps in common."""
    words = tuple(map(intern, cut(text)))  # so that each word is held once, however many texts are kept
    start = text.partition(" ")[0]
    return Activity(step, text, words, words[0] if start.isalpha() and start.isascii() else "")


def cut(text: str) -> list[str]:
    """The words of `text` in small letters, cut at every sign, in order.

    Those that are otherwise regardless of case (`ß`) stand a second time behind all others, as they are then.
    """
    if text.isascii():
        return text.encode().translate(_TABLE).decode().split()
    words = _WORD.findall(text)
    low = [word.lower() for word in words]
    return low + [
        folded for word, small in zip(words, low, strict=True) if (folded := word.casefold()) != small
    ]


def clues(triggers: Iterable[str]) -> frozenset[str]:
    """A word of each of the `triggers`, its last: a text that holds a trigger as whole words has it among those of `cut`."""
    return frozenset(words[-1] for words in map(cut, triggers) if words)
