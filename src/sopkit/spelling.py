"""The nearest known word to an unknown one, for messages that say "did you mean"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """The one of `known` nearest to `word`, regardless of case and of blanks, "-" and "_"; None when all are far.

    `likeness` from 0 to 1 is how much of the characters must agree: long names need more than keys. Ties go to the first.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is misspelt

    by_fold: dict[str, str] = {}
    for candidate in known:
        by_fold.setdefault(_fold(candidate), candidate)
    folded = _fold(word)
    near = _with_the_same_order(folded, _with_the_same_characters(folded, by_fold, likeness), likeness)
    match = get_close_matches(folded, near, n=1, cutoff=likeness)
    return by_fold[match[0]] if match else None


def _fold(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")


# The library compares long and an office has many pairs to compare, as many as links that lead nowhere times SOPs. What it
# takes for alike stands in both in the same order: there is never more of it than in their longest common subsequence, which
# takes a tenth of the time, and never more of that than of characters in common, which takes a fiftieth.


def _with_the_same_characters(word: str, others: Iterable[str], likeness: float) -> list[str]:
    """Those of `others` in which enough characters of `word` stand, in whatever order."""
    counts = [(character, word.count(character)) for character in dict.fromkeys(word)]
    found = []
    for other in others:
        spare = len(word) - _least(word, other, likeness)
        for character, times in counts:
            if spare < 0:
                break
            there = other.count(character)
            if there < times:
                spare -= times - there
        if spare >= 0:
            found.append(other)
    return found


def _with_the_same_order(word: str, others: Iterable[str], likeness: float) -> list[str]:
    """Those of `others` that have a long enough subsequence in common with `word`.

    By Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): one bit for each character of `word`, which is 0 once a
    character of the other has been matched with it.
    """
    at: dict[str, int] = {}
    for i, character in enumerate(word):
        at[character] = at.get(character, 0) | 1 << i
    every = (1 << len(word)) - 1
    found = []
    for other in others:
        free = every
        for character in other:
            met = free & at.get(character, 0)
            free = (free + met | free - met) & every
        if len(word) - free.bit_count() >= _least(word, other, likeness):
            found.append(other)
    return found


def _least(word: str, other: str, likeness: float) -> float:
    """How many characters must agree; what is lost between numbers must not decide."""
    return likeness * (len(word) + len(other)) / 2 - 1e-9
