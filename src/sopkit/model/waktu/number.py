"""Numbers as offices write them: digits, fractions, words, and digits with a word behind.

Indonesian usage: a comma is a decimal comma; a point followed by exactly three digits groups thousands (`1.440 menit`), any
other point is decimal (`1.5 jam`), and so is the point of `0.125`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import Final, NamedTuple

from sopkit.late import late

_WORDS: Final = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
VULGAR: Final = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "1/2": Fraction(1, 2),
    "1/4": Fraction(1, 4),
    "3/4": Fraction(3, 4),
    "setengah": Fraction(1, 2),
}
_VULGAR_SIGN: Final = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}
SLASHED: Final = r"(?:1/2|1/4|3/4)(?![0-9])"
MOST_DIGITS: Final = 9
"""Of a number without a fraction and without groups."""
DIGITS: Final = (
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}(?:,[0-9]{1,12})?"
    r"|0\.[0-9]{1,12}"
    rf"|[0-9]{{1,{MOST_DIGITS}}}(?:,[0-9]{{1,12}}|\.[0-9]{{1,2}}|\.[0-9]{{4,12}})?)(?![0-9])"
)
_DIGITS: Final = late(DIGITS)
_GROUPED: Final = late(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_MIXED: Final = late(r"([0-9.,]*) ?(½|¼|¾|1/2|1/4|3/4|setengah)?")
_LEADING: Final = late(r"^0+(?=[0-9])")
SPELLED: Final = rf"(?:(?:{'|'.join(_WORDS)}|puluh|belas|seratus|ratus|setengah) ?)+"


class Number(NamedTuple):
    """A number and how it is written in the usual way."""

    value: Fraction
    written: str


@lru_cache(maxsize=1024)
def read_number(raw: str) -> Number | None:
    """The value of what `_NUMBER` matched, or of the word in parentheses, and its usual way of writing."""
    if raw == "se":
        return Number(Fraction(1), raw)
    mixed = _MIXED.fullmatch(raw)
    if mixed is None or not mixed[1]:
        return _number_in_words(raw)
    digits, tail = mixed[1], mixed[2]
    if not _DIGITS.fullmatch(digits):
        return None
    if not _GROUPED.fullmatch(digits):
        digits = digits.replace(".", ",")
    value = Fraction(digits.replace(".", "").replace(",", "."))
    written = _LEADING.sub("", digits)
    if tail is None:
        return Number(value, written)
    if value.denominator != 1:
        return None
    return Number(value + VULGAR[tail], written + _VULGAR_SIGN[VULGAR[tail]])


def _number_in_words(raw: str) -> Number | None:
    words = " ".join(raw.split())
    if words in VULGAR:
        return Number(VULGAR[words], words if words == "setengah" else _VULGAR_SIGN[VULGAR[words]])
    whole = words.removesuffix("setengah")
    value = _spelled().get(whole.replace(" ", ""))
    if value is None:
        return None
    return Number(Fraction(value) + (Fraction(1, 2) if whole != words else 0), words)


@cache
def _spelled() -> dict[str, int]:
    """The numbers 1 to 999 in words, written without blanks; made on first use to keep the start short."""
    return {_spell(number): number for number in range(1, 1000)}


def _spell(number: int) -> str:
    if number <= len(_WORDS):
        return _WORDS[number - 1] if number else ""
    if number < 20:  # noqa: PLR2004 - the teens end here
        return _spell(number - 10) + "belas"
    if number < 100:  # noqa: PLR2004 - the tens end here
        return _spell(number // 10) + "puluh" + _spell(number % 10)
    hundreds = number // 100
    return ("seratus" if hundreds == 1 else _spell(hundreds) + "ratus") + _spell(number % 100)
