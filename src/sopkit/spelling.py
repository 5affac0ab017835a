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
    match = get_close_matches(_fold(word), list(by_fold), n=1, cutoff=likeness)
    return by_fold[match[0]] if match else None


def _fold(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")
