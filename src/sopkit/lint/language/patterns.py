"""Regular expressions made from word lists."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=64)
def phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of `words` as whole words, in any case, whatever the blanks; the longest first."""
    return late(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern for one of `phrases`, whatever the blanks between their words; the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
