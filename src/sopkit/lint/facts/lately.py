"""The last answer kept: what several rules ask of the same SOP, one after the other, is worked out once.

An SOP holds mappings and cannot be looked up in a cache by what it says; here it is told by identity. What is kept longer
than for one SOP belongs in a cache of its own.
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
