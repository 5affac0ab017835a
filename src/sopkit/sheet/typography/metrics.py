r"""How wide text is: the advance widths of Helvetica and Arial, regular and bold.

The widths are facts about those typefaces (Adobe's metrics of the PDF standard fonts; Liberation Sans has the same but for
``¯ ± µ ÷``, of which the wider is kept). They cover windows-1252, which is what those fonts can show everywhere. Kerning is left
out: it changes no count of lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_REGULAR: Final = (
    (191, "'"),
    (222, "ijl\u201a\u2018\u2019"),
    (260, "|¦"),
    (278, " !,./:;I[\\]ft\xa0·ÌÍÎÏìíîï"),
    (333, "()-`r¡¨\xad²³´¸¹\u201e\u02c6\u2039\u201c\u201d\u02dc\u203a"),
    (334, "{}"),
    (350, "\u2022"),
    (355, '"'),
    (365, "º"),
    (370, "ª"),
    (389, "*"),
    (400, "°"),
    (469, "^"),
    (500, "Jcksvxyzçýÿ\u0161\u017e"),
    (537, "¶"),
    (552, "¯"),
    (556, "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ\u20ac\u0192\u2020\u2021\u2013"),
    (576, "µ"),
    (584, "+<=>~¬±×÷"),
    (611, "FTZ¿ßø\u017d"),
    (667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞ\u0160\u0178"),
    (722, "CDHNRUwÇÐÑÙÚÛÜ"),
    (737, "©®"),
    (778, "GOQÒÓÔÕÖØ"),
    (833, "Mm"),
    (834, "¼½¾"),
    (889, "%æ"),
    (944, "W\u0153"),
    (1000, "Æ\u2026\u2030\u0152\u2014\u2122"),
    (1015, "@"),
)
_BOLD: Final = (
    (238, "'"),
    (278, " ,./I\\ijl\xa0·ÌÍÎÏìíîï\u201a\u2018\u2019"),
    (280, "|¦"),
    (333, "!()-:;[]`ft¡¨\xad²³´¸¹\u02c6\u2039\u02dc\u203a"),
    (350, "\u2022"),
    (365, "º"),
    (370, "ª"),
    (389, "*r{}"),
    (400, "°"),
    (474, '"'),
    (500, "z\u201e\u201c\u201d\u017e"),
    (552, "¯"),
    (556, "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿ\u20ac\u0192\u2020\u2021\u2013\u0161"),
    (576, "µ"),
    (584, "+<=>^~¬±×÷"),
    (611, "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþ\u017d"),
    (667, "EPSVXYÈÉÊËÝÞ\u0160\u0178"),
    (722, "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ"),
    (737, "©®"),
    (778, "GOQwÒÓÔÕÖØ"),
    (833, "M"),
    (834, "¼½¾"),
    (889, "%mæ"),
    (944, "W\u0153"),
    (975, "@"),
    (1000, "Æ\u2026\u2030\u0152\u2014\u2122"),
)
UNKNOWN: Final = 1250
"""The width of a character that is not in the tables, in thousandths of the type size: no common one is wider."""


class _Widths(dict[str, int]):
    """Width by character; a character that is not in it takes `UNKNOWN`."""

    def __missing__(self, char: str) -> int:
        return UNKNOWN


def _table(groups: Iterable[tuple[int, str]]) -> _Widths:
    return _Widths((char, width) for width, chars in groups for char in chars)


_WIDTHS: Final = (_table(_REGULAR), _table(_BOLD))
_FACTOR: Final = 127
_DIVISOR: Final = 3600
"""A thousandth of a tenth of a point is 127/3600 micrometres, for an inch is 72 points and 25,400 micrometres."""


def units(text: str, *, bold: bool = False) -> int:
    """The width of `text` on one line in thousandths of the type size, whatever that is."""
    return sum(map(_WIDTHS[bold].__getitem__, text))


def extent(width: int, size: int) -> int:
    """Micrometres that `width` thousandths take in type of `size` tenths of a point, rounded up."""
    return -(-width * size * _FACTOR // _DIVISOR)


def room(width: int, size: int) -> int:
    """How many thousandths of type of `size` tenths of a point fit into `width` micrometres; 0 for a negative width."""
    return max(0, width * _DIVISOR // (size * _FACTOR))


def strangers(text: str) -> str:
    """The characters of `text` whose width is not known, each once, in order; blanks and line breaks are none."""
    known = _WIDTHS[False]
    return "".join(dict.fromkeys(char for char in text if char not in known and not char.isspace()))
