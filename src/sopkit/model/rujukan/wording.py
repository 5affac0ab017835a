"""How names are compared and written, for issuers and regions alike."""

from __future__ import annotations

import re

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST_ABBREVIATION = 4
_SMALL_WORDS = frozenset({"dan", "atau", "di", "ke", "dari", "pada", "untuk", "bagi"})


def folded(name: str) -> str:
    """`name` for comparing: lower case, "&" as "dan", every other sign a single blank."""
    return _NO_WORD.sub(" ", name.lower().replace("&", " dan ")).strip()


def collapsed(text: str) -> str:
    """`text` with every run of blanks as one blank, none at the ends."""
    return " ".join(text.split())


def cased(name: str) -> str:
    """`name` with capitals as Indonesian names have them: small words get one, a name all in capitals loses them.

    In a name that is not all in capitals a word of capitals is an abbreviation and is left.
    """
    words = collapsed(name).split(" ")
    shouting = name.isupper() and any(len(word) > _LONGEST_ABBREVIATION for word in words)
    return " ".join(_cased_word(word, shouting=shouting) for word in words)


def _cased_word(word: str, *, shouting: bool) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    if word.islower() or (word.isupper() and shouting):
        return "/".join(part.capitalize() for part in word.split("/"))
    return word
