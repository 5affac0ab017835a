"""Answers kept by identity: what several rules ask of the same SOP, one after the other, or of values that many SOPs share.

An SOP holds mappings and cannot be looked up in a cache by what it says; a value of many parts could, but comparing it takes
longer than asking anew. Texts belong in caches of their own.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

About = TypeVar("About")
Answer = TypeVar("Answer")


def kept_lately(ask: Callable[[About], Answer]) -> Callable[[About], Answer]:
    """`ask`, which keeps its answer about the object it was asked of last; for objects and answers that never change."""
    last: tuple[About, Answer] | None = None

    @wraps(ask)
    def asked(about: About) -> Answer:
        nonlocal last
        known = last  # read once: another thread may ask about something else in between
        if known is None or known[0] is not about:
            last = known = (about, ask(about))
        return known[1]

    return asked


def kept_of_each(most: int) -> Callable[[Callable[[About], Answer]], Callable[[About], Answer]]:
    """Keep the answers about up to `most` objects; for objects and answers that never change."""

    def keep(ask: Callable[[About], Answer]) -> Callable[[About], Answer]:
        known: dict[int, tuple[About, Answer]] = {}

        @wraps(ask)
        def asked(about: About) -> Answer:
            kept = known.get(id(about))
            if kept is None:  # the object is kept too, so that no other one is ever taken for it
                kept = (about, ask(about))
                if len(known) >= most:
                    known.clear()
                known[id(about)] = kept
            return kept[1]

        return asked

    return keep
