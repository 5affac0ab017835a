"""Characters made safe to show: what a document or a file name contains must not steer the terminal or break a format.

Three grades: `well_formed` for formats that escape for themselves, `legal_xml` for XML, `visible` and `cells` for
people. Which marks a format gives a meaning of its own is the business of that format's module.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

from sopkit.late import late

TAB = "→   "
"""How an excerpt shows a tab: always four cells wide, so that the caret below can be placed without tab stops."""

_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_NOT_XML = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Said by what is left out: a set of all that is allowed takes long to compile."""


def well_formed(text: str) -> str:
    r"""`text` with every lone surrogate written out (`\udcff`), so that it can be encoded as UTF-8.

    Surrogates come from file names that are not UTF-8 and from escapes in YAML; strict JSON readers refuse them.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def legal_xml(text: str) -> str:
    r"""`text` with every character that XML 1.0 has no place for (production 2, Char) written out, as `\x00`."""
    return _NOT_XML.sub(lambda match: _escape(match[0]), text)


def visible(text: str) -> str:
    r"""`text` on one line: control, format (bidi marks, zero width), private and surrogate characters written out.

    The notation is that of Python: `\n`, `\x1b`, `\u202e`. Letters of every script stay, blanks too.
    """
    return text if text.isprintable() else "".join(_escape(char) if _hidden(char) else char for char in text)


def cells(text: str) -> list[tuple[str, int]]:
    """What is shown for each character of `text`, in order, with its width in cells of the terminal.

    0 for a combining mark, 2 for a wide one (East Asian Width W or F, Unicode annex 11), 4 for a tab.
    """
    return [_cell(char) for char in text]


def _cell(char: str) -> tuple[str, int]:
    if " " <= char <= "~":
        return char, 1
    if char == "\t":
        return TAB, len(TAB)
    if _hidden(char):
        return _escape(char), len(_escape(char))
    if combining(char) or category(char) in {"Mn", "Me"}:
        return char, 0
    return char, 2 if east_asian_width(char) in {"W", "F"} else 1


def _hidden(char: str) -> bool:
    return category(char) in _HIDDEN


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
