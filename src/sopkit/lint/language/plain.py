"""Texts as plain words, made quickly: what rules ask first, so that most texts need no closer reading.

Places of words and their meanings do not belong here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_PUNCTUATION: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"  # as in `string`, which takes long to import
_MARKS: Final = (set(_PUNCTUATION) | set("“”‘’«»–—…•·")) - set("-_'’")
_TO_BLANKS: Final = str.maketrans(dict.fromkeys((*_MARKS, "\n", "\t"), " "))
_TO_NOTHING: Final = str.maketrans("", "", f"{_PUNCTUATION} \t\n0123456789“”‘’«»–—…•·")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The words of `text` in small letters, one blank before, between and after; a single blank for none."""
    return " ".join(("", *blanked(text).split(), ""))


def blanked(text: str) -> str:
    """`text` in small letters with blanks in place of its marks and around it: to look for words in, quicker than `plain`."""
    return f" {text.lower().translate(_TO_BLANKS)} "


def letters(text: str) -> str:
    """The letters of `text` in a row, in small letters: texts that differ in this differ in their words."""
    return text.lower().translate(_TO_NOTHING)
