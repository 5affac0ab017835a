"""Words of a text with their places, and texts compared regardless of case, blanks and punctuation.

What the words mean (verbs, roles, regulations) does not belong here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sopkit.late import late

_WORD = late(r"\w+(?:[-'’]\w+)*")
_LIST_MARK = late(r"\s*(?:(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-–—•*])\s+)*")


class Token(NamedTuple):
    """A word (or number) as written, from 0-based `start` up to `end` in its text; `folded` is it regardless of case.

    A hyphen or an apostrophe between letters belongs to the word: `masing-masing`, `Jum'at`.
    """

    text: str
    start: int
    end: int
    folded: str


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text` in order, without punctuation."""
    return tuple(
        Token(match[0], match.start(), match.end(), match[0].casefold()) for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words of `text` regardless of case, one blank between: texts alike in this differ only in their dress."""
    return " ".join(_WORD.findall(text)).casefold()


def after_list_mark(text: str) -> int:
    """Where `text` begins behind blanks and marks of a list (`1.`, `a)`, `-`)."""
    match = _LIST_MARK.match(text)
    return match.end() if match else 0


def like(word: str, pattern: str) -> str:
    """`word` in the case of `pattern`: all capitals, a capital in front, or as it is.

    A single letter in capitals counts as a capital in front.
    """
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
