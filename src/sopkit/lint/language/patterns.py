"""Regular expressions made from word lists, compiled when a text first asks them: most files ask few."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class LatePattern:
    """A pattern, in any case of letters unless told otherwise, like `re.Pattern` as far as rules ask it."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern is found."""
        return self._compiled.search(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The pattern at the index `at` of the text."""
        return self._compiled.match(text, at)

    def split(self, text: str, *, maxsplit: int = 0) -> list[str | Any]:
        """The text cut at the first `maxsplit` places; 0 for all."""
        return self._compiled.split(text, maxsplit)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place, from the left."""
        return self._compiled.finditer(text)


@lru_cache(maxsize=64)
def phrases(words: tuple[str, ...]) -> LatePattern:
    """What finds one of `words` as whole words, in any case, whatever the blanks; the longest first."""
    return LatePattern(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern for one of `phrases`, whatever the blanks between their words; the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
