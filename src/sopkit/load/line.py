"""What one line of plain YAML says: a key, the text behind it, a dash in front.

A line is read as the parser of YAML reads it where it stands in a text of such lines, or not at all.
"""

from __future__ import annotations

import re
from typing import Any, Final

from sopkit.known import Known
from sopkit.load.brackets import Brackets, NotPlain
from sopkit.load.hints import ILLEGAL_CHARACTER
from sopkit.load.scalars import NULLS, may_be_raw

MAX_TEXT: Final = 20_000
"""Characters of one text, as written: ten pages. Some patterns of the rules take the square of a text's length."""

_LINE: Final = re.compile(
    r"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?
        (?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}+(?:[ ][A-Za-z0-9_-]{1,60}+){0,6}+):(?=[ \r]|\Z)[ ]*+)?
        (?:(?P<usual>[A-Za-z0-9(][ !-"$-9;-~\u2010-\u201f]*+(?=\r?\Z)(?<![ ]))
          |(?P<plain>(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|-(?=[A-Za-z0-9]))
                     (?:[^\s:#]++|:(?=\S)|(?<=\S)\#|[ ]++(?=[^\s#]))*+)
          |"(?P<double>[^"\\\r\n\t]*+)"
          |'(?P<single>[^'\r\n\t]*+)'
          |(?P<flow>[\[{][^\r\n\t#]*[\]}])
        )?
        [ ]*+(?:(?<!\S)\#[^\r\n]*+)?\r?\Z""",
    re.VERBOSE,
)
"""A usual text is a plain one of letters and signs that mean nothing; it is told apart only for speed.

A key is shorter than 500 characters; one of more than 1024 is none to YAML.
"""
_INDENT, _DASH, _KEY, _USUAL, _PLAIN, _DOUBLE, _SINGLE, _FLOW = range(1, 9)

TEXT: Final = 0
OPEN: Final = 1
BRACKETS: Final = 2
RAW: Final = 3
EMPTY: Final = 4
"""What a line says: a text or null; only a key, whose value may stand below; something in brackets; a number without quotes that
is an identifier; nothing at all, blanks and comments aside.
"""

Line = tuple[int, int, str | None, Any, int, tuple[int, int]]
"""The level of the block that a line belongs to, the length of its dash and the blanks behind it (0 without one), its key, its
value (text, None, `Brackets`), what kind of value that is, and from which index to which it stands in the line.

No named tuple, because that takes twice as long to take apart, which is done to each line. The level is twice the column, and one
more in a list, because that may stand in the column of the key that it belongs to; an empty line is below all levels.
"""


def read_line(line: str) -> Line:
    """What `line` says.

    Raises:
        NotPlain: it is for the parser to say.
    """
    match = _LINE.match(line)
    if match is None:
        raise NotPlain
    last = match.lastindex or 0
    if last != _USUAL and not line.removesuffix("\r").isprintable() and ILLEGAL_CHARACTER.search(line):
        raise NotPlain
    if last == _INDENT:
        return -2, 0, None, None, EMPTY, (0, 0)
    indent, inner, key = match.end(_INDENT), match.end(_DASH), match[_KEY]
    dash, level = (0, 2 * indent) if inner < 0 else (inner - indent, 2 * indent + 1)
    if last == _DASH or key in NULLS or not (key or dash):
        raise NotPlain
    start, end = place = match.span(last)
    if last == _KEY:
        return level, dash, key, None, OPEN, (end + 1, end + 1)
    if end - start > MAX_TEXT:
        raise NotPlain
    if last == _FLOW:
        return level, dash, key, Brackets(line, start, end), BRACKETS, place
    value = match[last]
    if last > _PLAIN:
        return level, dash, key, value, TEXT, (start - 1, end + 1)
    if may_be_raw(key, value):
        return level, dash, key, value, RAW, place
    return level, dash, key, None if value in NULLS else value, TEXT, place


LINES: Final = Known(read_line, 1 << 15)
"""Of the lines of an SOP half stand in others too, or in itself more than once."""
