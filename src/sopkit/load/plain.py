"""The plain YAML that nearly all SOPs are written in, read line by line: mappings, lists, texts on one line.

Only what is plainly right is read here, and exactly as the parser of YAML reads it, places included; a test holds both against
each other. Whatever else stands in a text (texts over several lines, escapes, tabs, anchors, a slip) is left to that parser, so
that there is one authority on what is wrong. It takes half of its time, data and places included, and needs no library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sopkit.known import Known

if TYPE_CHECKING:
    from sopkit.source import DocPath

MAX_DEPTH: Final = 16
MAX_ITEMS: Final = 1000
MAX_TEXT: Final = 20_000
"""Within the limits of `document`, which tells what is wrong beyond them."""

_LINE: Final = re.compile(
    r"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?
        (?:(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,60}+(?:[ ][A-Za-z0-9_-]{1,60}+){0,6}+):(?=[ \r]|\Z)[ ]*+)?
        (?:(?P<plain>[A-Za-z0-9(][ !-"$-9;-~\u2010-\u201f]*+(?=\r?\Z)(?<![ ])
                    |(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|-(?=[A-Za-z0-9]))
                     (?:[^\s:#]++|:(?=\S)|(?<=\S)\#|[ ]++(?=[^\s#]))*+)
          |"(?P<double>[^"\\\r\n\t]*+)"
          |'(?P<single>[^'\r\n\t]*+)'
          |(?P<flow>[\[{][^\r\n\t#]*[\]}])
        )?
        [ ]*+(?:(?<!\S)\#[^\r\n]*+)?\r?\Z""",
    re.VERBOSE,
)
"""The first way of a plain text is the usual one, letters and signs that mean nothing, and only there for speed.

A key is shorter than 500 characters; one of more than 1024 is none to YAML.
"""
_INDENT, _DASH, _KEY, _PLAIN, _DOUBLE, _SINGLE, _FLOW = range(1, 8)
_FLOW_PART: Final = re.compile(
    r"""[ ]*+(?:(?P<mark>[\[\]{},])
        |(?P<key>[A-Za-z_][A-Za-z0-9_-]*+):(?=[ ])
        |"(?P<double>[^"\\]*+)"
        |'(?P<single>[^']*+)'
        |(?P<plain>\w[^\s,\[\]{}:#?]*+(?:[ ]++[^\s,\[\]{}:#?]++)*+)
        )""",
    re.VERBOSE,
)
_MAX_KEY: Final = 500
_WINDOW: Final = 60
"""Characters behind a block that are looked at for its end before all of the text is."""
_NULLS: Final = frozenset(("~", "null", "Null", "NULL"))
NUMBER: Final = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?)"
)
"""What a program that reads YAML 1.1 or 1.2 takes for a number."""
RAW_IDENTIFIERS: Final = frozenset((("nomor",), ("disahkan_oleh", "nip")))
"""Where a number without quotes is worth a note, which is the other reader's to give."""

_IDENTIFIERS: Final = frozenset(path[-1] for path in RAW_IDENTIFIERS)

Range = tuple[int, int]


class Plain(NamedTuple):
    """Data and places of a text, as `document` has them."""

    data: Any
    values: dict[DocPath, Range]
    keys: dict[DocPath, Range]


class _Line(NamedTuple):
    """What one line says; indices count from its beginning.

    `column` is that of its content, `dash` the length of a dash with the blanks behind it, 0 without one. `kind` is the last group
    of `_LINE` that the line has; `value` the text in `start` to `end`, without quotes, None where it is empty or in brackets.
    """

    column: int
    dash: int
    key: str | None
    kind: int
    value: str | None
    start: int
    end: int


def _read_line(line: str) -> _Line | None:
    """What `line` says; None when it is not plain."""
    match = _LINE.match(line)
    if match is None:
        return None
    kind = match.lastindex or 0
    start, end = match.span(kind)
    value = match[kind] if kind >= _PLAIN else None
    if kind in {_DOUBLE, _SINGLE}:
        start, end = start - 1, end + 1
    elif kind == _FLOW or value in _NULLS:
        value = None
    dash = match.end(_DASH) - match.start(_DASH)
    return _Line(match.end(_INDENT), dash, match[_KEY], kind, value, start, end)


_LINES: Final = Known(_read_line, 1 << 15)
"""Of the lines of an SOP half stand in others too, or in itself more than once."""

_Block = tuple[int, bool, "DocPath", Any, int]
"""A block that has begun: its column, whether it is a list, its path, its content, and the index of its beginning."""


class _NotPlain(Exception):  # noqa: N818 - a signal inside this module
    pass


def read_plain(text: str) -> Plain | None:
    """What `text` holds; None when it is not plain all through, whether right or wrong."""
    try:
        return _Reader(text).read()
    except _NotPlain:
        return None


def _is_number(line: _Line, path: DocPath) -> bool:
    """Whether an identifier at `path` is a number without quotes."""
    plain = line.kind == _PLAIN and path in RAW_IDENTIFIERS
    return plain and NUMBER.fullmatch(line.value or "") is not None


class _Brackets:
    """A list or mapping in brackets; places count from its own beginning.

    A number under the name of an identifier is left to the parser, wherever it stands.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: dict[DocPath, Range] = {}
        self.keys: dict[DocPath, Range] = {}

    def read(self, start: int, path: DocPath, depth: int) -> tuple[Any, int]:
        """The list or mapping in brackets that begins at the index `start`, and where it ends."""
        if depth > MAX_DEPTH:
            raise _NotPlain
        is_list = self.text[start] == "["
        content: Any = [] if is_list else {}
        at, more = start + 1, True
        while True:
            match = self._part(at)
            at = match.end()
            if match["mark"] == ("]" if is_list else "}"):
                if more and content:
                    raise _NotPlain  # a comma in front of the bracket
                break
            if not more:
                if match["mark"] != ",":
                    raise _NotPlain
                more = True
                continue
            more = False
            at = self._item(content, match, path, depth)
        if len(content) > MAX_ITEMS:
            raise _NotPlain
        self.values[path] = (start, at)
        return content, at

    def _part(self, at: int) -> re.Match[str]:
        match = _FLOW_PART.match(self.text, at)
        if match is None:
            raise _NotPlain
        return match

    def _item(self, content: Any, match: re.Match[str], path: DocPath, depth: int) -> int:
        """Add the item or entry that begins with `match`; where it ends."""
        key = match["key"]
        if isinstance(content, list):
            if key is not None:
                raise _NotPlain
            value, end = self._value(match, (*path, len(content)), depth)
            content.append(value)
            return end
        inner = (*path, key or "")
        if key is None or key in _NULLS or key in content or len(key) > _MAX_KEY:
            raise _NotPlain
        self.keys[inner] = match.span("key")
        content[key], end = self._value(self._part(match.end()), inner, depth)
        return end

    def _value(self, match: re.Match[str], path: DocPath, depth: int) -> tuple[Any, int]:
        mark = match["mark"]
        if mark is not None:
            if mark not in "[{":
                raise _NotPlain
            return self.read(match.start("mark"), path, depth + 1)
        kind = match.lastgroup
        if kind is None or kind == "key":
            raise _NotPlain
        start, end = match.span(kind)
        value: str | None = match[kind]
        if kind != "plain":
            start, end = start - 1, end + 1
        elif path and path[-1] in _IDENTIFIERS and NUMBER.fullmatch(value or ""):
            raise _NotPlain
        elif value in _NULLS:
            value = None
        if end - start > MAX_TEXT:
            raise _NotPlain
        self.values[path] = (start, end)
        return value, end


def _read_brackets(text: str) -> Plain | None:
    """What a list or mapping in brackets says; None when it is not plain."""
    brackets = _Brackets(text)
    try:
        value, end = brackets.read(0, (), 0)
    except _NotPlain:
        return None
    return Plain(value, brackets.values, brackets.keys) if end == len(text) else None


_BRACKETS: Final = Known(_read_brackets, 1 << 12)


def _copy(content: Any) -> Any:
    """Lists and mappings of its own for each document."""
    if isinstance(content, list):
        return [_copy(item) for item in content]
    return {key: _copy(value) for key, value in content.items()} if isinstance(content, dict) else content


class _Reader:
    """Goes down the lines with the blocks that are open, the innermost last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: dict[DocPath, Range] = {}
        self.keys: dict[DocPath, Range] = {}
        self.blocks: list[_Block] = []

    def read(self) -> Plain:  # noqa: C901, PLR0912, PLR0915 - one loop: calls for every line would double its time
        """Read all lines."""
        text, values, keys, known, at = self.text, self.values, self.keys, _LINES, 0
        root: Any = None
        path: DocPath
        content: Any
        column, is_list, path, content = -1, False, (), None  # of the block that is open
        waiting: str | None = None  # its last key while that has no value and may still get a block
        for line in text.split("\n"):
            found = known[line]
            if found is None:
                raise _NotPlain
            here, dash, key, kind, value, value_start, value_end = found
            line_start, at = at, at + len(line) + 1
            if kind == _INDENT:
                continue  # neither dash nor key nor value
            begins_item = dash > 0
            start = line_start + here
            if here != column or begins_item is not is_list:
                if waiting is not None and (here > column or (begins_item and here == column)):
                    path = (*path, waiting)
                    parent, content = content, [] if begins_item else {}
                    parent[waiting] = content
                    column, is_list = here, begins_item
                    self._open((column, is_list, path, content, start))
                elif root is None:
                    root = content = [] if begins_item else {}
                    column, is_list = here, begins_item
                    self._open((column, is_list, path, content, start))
                else:
                    column, is_list, path, content, _ = self._close(start, here, begins_item=begins_item)
            waiting = None
            if key is not None:
                if begins_item:
                    path = (*path, len(content))
                    parent, content = content, {}
                    parent.append(content)
                    start += dash
                    column, is_list = here + dash, False
                    self._open((column, is_list, path, content, start))
                if key in content or key in _NULLS:
                    raise _NotPlain
                place = (*path, key)
                end = start + len(key)
                keys[place] = (start, end)
                if kind == _KEY:
                    waiting = key
                    content[key] = None
                    values[place] = (end + 1, end + 1)
                    continue
            elif begins_item and kind != _DASH:
                place = (*path, len(content))
            else:
                raise _NotPlain
            if kind == _FLOW:
                value = self._bracketed(line_start + value_start, line_start + value_end, place)
            elif value_end - value_start > MAX_TEXT or (key in _IDENTIFIERS and _is_number(found, place)):
                raise _NotPlain
            else:
                values[place] = (line_start + value_start, line_start + value_end)
            if key is None:
                content.append(value)
            else:
                content[key] = value
        if not self.blocks:
            raise _NotPlain
        self._close(len(text), -1, begins_item=False)
        return Plain(root, values, keys)

    def _open(self, block: _Block) -> None:
        if len(self.blocks) >= MAX_DEPTH:
            raise _NotPlain
        self.blocks.append(block)

    def _close(self, at: int, column: int, *, begins_item: bool) -> _Block:
        """End the blocks that a line in `column`, whose content begins at the index `at`, no longer belongs to.

        The block that it belongs to; with column -1 all are ended.
        """
        blocks, end = self.blocks, -1
        block = blocks[-1]
        last_column, is_list, path, content, start = block
        while last_column > column or (last_column == column and is_list and not begins_item):
            blocks.pop()
            if len(content) > MAX_ITEMS:
                raise _NotPlain
            if end < 0:
                end = self._end_of_text(at, column)
            self.values[path] = (start, end)
            if not blocks:
                if column < 0:
                    return block
                raise _NotPlain
            block = blocks[-1]
            last_column, is_list, path, content, start = block
        if last_column != column or is_list is not begins_item:
            raise _NotPlain
        return block

    def _end_of_text(self, at: int, column: int) -> int:
        """Where the text in front of the index `at`, which stands in `column`, ends, without blanks and line ends."""
        line_end = at - column - 1
        if column >= 0 and self.text[line_end] == "\n" and not self.text[line_end - 1].isspace():
            return line_end  # as a rule there is nothing but the end of a line in between
        begin = max(0, at - _WINDOW)
        near = self.text[begin:at].rstrip()
        return begin + len(near) if near else len(self.text[:begin].rstrip())

    def _bracketed(self, start: int, end: int, path: DocPath) -> Any:
        """The list or mapping in brackets that stands in `start` to `end`."""
        found = _BRACKETS[self.text[start:end]]
        if found is None:
            raise _NotPlain
        for inner, (first, last) in found.values.items():
            self.values[*path, *inner] = (start + first, start + last)
        for inner, (first, last) in found.keys.items():
            self.keys[*path, *inner] = (start + first, start + last)
        return _copy(found.data)
