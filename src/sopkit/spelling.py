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
    match = get_close_matches(folded, _within_reach(folded, by_fold, likeness), n=1, cutoff=likeness)
    return by_fold[match[0]] if match else None


def _fold(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")


def _within_reach(word: str, others: Iterable[str], likeness: float) -> list[str]:
    """Those of `others` in which enough characters of `word` stand, in whatever order; the rest are surely not as like it.

    The library asks the same of each, but takes three times as long, and an office has as many pairs to ask about as links
    that lead nowhere times SOPs.
    """
    counts = [(character, word.count(character)) for character in dict.fromkeys(word)]
    found = []
    for other in others:
        spare = len(word) - likeness * (len(word) + len(other)) / 2 + _ROUNDING
        for character, times in counts:
            if spare < 0:
                break
            there = other.count(character)
            if there < times:
                spare -= times - there
        if spare >= 0:
            found.append(other)
    return found


_ROUNDING = 1e-9
"""What is lost between numbers must not decide: who is let through is compared in full."""
