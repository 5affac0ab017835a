"""The plain YAML that nearly all SOPs are written in, read line by line: mappings, lists, texts on one line.

Only what is plainly right is read here, and exactly as the parser of YAML reads it, places included; a test holds both against
each other. Whatever else stands in a text (texts over several lines, escapes, tabs, anchors, a slip) is left to that parser, so
that there is one authority on what is wrong. It takes a third of its time, and needs no library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from sopkit.source import DocPath

MAX_DEPTH: Final = 16
MAX_ITEMS: Final = 1000
MAX_TEXT: Final = 20_000
"""Within the limits of `document`, which tells what is wrong beyond them."""

_LINE: Final = re.compile(
    r"""(?P<indent>[ ]*+)(?P<dash>-[ ]++)?
        (?:(?P<key>[A-Za-z_][A-Za-z0-9_-]*+(?:[ ][A-Za-z0-9_-]++){0,6}+):(?=[ \r\n]|\Z)[ ]*+)?
        (?:(?P<plain>(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|-(?=[A-Za-z0-9]))
                     (?:[^\s:#]++|:(?=\S)|(?<=\S)\#|[ ]++(?=[^\s#]))*+)
          |"(?P<double>[^"\\\r\n\t]*+)"
          |'(?P<single>[^'\r\n\t]*+)'
          |(?P<flow>[\[{][^\r\n\t#]*[\]}])
        )?
        [ ]*+(?:(?<!\S)\#[^\r\n]*+)?(?:\r?\n|\Z)""",
    re.VERBOSE,
)
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
"""A key of more than 1024 characters is none to YAML."""
_NULLS: Final = frozenset(("~", "null", "Null", "NULL"))
NUMBER: Final = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?)"
)
"""What a program that reads YAML 1.1 or 1.2 takes for a number."""
RAW_IDENTIFIERS: Final = frozenset((("nomor",), ("disahkan_oleh", "nip")))
"""Where a number without quotes is worth a note, which is the other reader's to give."""

Range = tuple[int, int]


class Plain(NamedTuple):
    """Data and places of a text, as `document` has them."""

    data: Any
    values: dict[DocPath, Range]
    keys: dict[DocPath, Range]


class _Block(NamedTuple):
    """A mapping or list that has begun in `column`, at the index `start`."""

    column: int
    path: DocPath
    content: Any
    start: int
    is_list: bool


class _NotPlain(Exception):  # noqa: N818 - a signal inside this module
    pass


def read_plain(text: str) -> Plain | None:
    """What `text` holds; None when it is not plain all through, whether right or wrong."""
    try:
        return _Reader(text).read()
    except _NotPlain:
        return None


class _Reader:
    """Goes down the lines with the blocks that are open; `waiting` is the key whose value has not come yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: dict[DocPath, Range] = {}
        self.keys: dict[DocPath, Range] = {}
        self.root: Any = None
        self.blocks: list[_Block] = []
        self.waiting: tuple[_Block, str, DocPath, int] | None = None

    def read(self) -> Plain:
        text, size = self.text, len(self.text)
        match_line, line, at = _LINE.match, self._line, 0
        while at < size:
            match = match_line(text, at)
            if match is None:
                raise _NotPlain
            if (
                match.lastindex != _INDENT
            ):  # the last group is the value, else the key or the dash: not an empty line
                line(match, at)
            at = match.end()
        if not self.blocks:
            raise _NotPlain
        self._empty()
        self._close(size, -1, dash=False)
        return Plain(self.root, self.values, self.keys)

    def _line(self, match: re.Match[str], line_start: int) -> None:
        start = match.end(_INDENT)
        _, dash, key, plain, *_ = match.groups()
        column = start - line_start
        top = self.blocks[-1] if self.blocks else None
        if top is None or self.waiting is not None or top.column != column or top.is_list is (dash is None):
            top = self._block(column, start, is_list=dash is not None)
        if dash is not None:
            path: DocPath = (*top.path, len(top.content))
            if key is None:
                top.content.append(self._value(match, path, plain))
                return
            inner: dict[str, Any] = {}
            top.content.append(inner)
            top = self._open(column + len(dash), path, inner, start + len(dash))
        elif key is None:
            raise _NotPlain
        self._entry(top, key, match, plain)

    def _entry(self, block: _Block, key: str, match: re.Match[str], plain: str | None) -> None:
        path = (*block.path, key)
        if path in self.keys or key in _NULLS or len(key) > _MAX_KEY:
            raise _NotPlain
        self.keys[path] = match.span(_KEY)
        if match.lastindex == _KEY:
            self.waiting = (block, key, path, match.end(_KEY) + 1)
        else:
            block.content[key] = self._value(match, path, plain)

    def _block(self, column: int, start: int, *, is_list: bool) -> _Block:
        """The block that the line in `column` belongs to."""
        waiting = self.waiting
        if waiting is not None:
            parent, key, path, _ = waiting
            if column > parent.column or (is_list and column == parent.column):
                self.waiting = None
                content: Any = [] if is_list else {}
                parent.content[key] = content
                return self._open(column, path, content, start)
            self._empty()
        elif not self.blocks:
            if self.root is not None:
                raise _NotPlain
            self.root = [] if is_list else {}
            return self._open(column, (), self.root, start)
        self._close(start, column, dash=is_list)
        top = self.blocks[-1] if self.blocks else None
        if top is None or top.column != column or top.is_list is not is_list:
            raise _NotPlain
        return top

    def _open(self, column: int, path: DocPath, content: Any, start: int) -> _Block:
        if len(self.blocks) >= MAX_DEPTH:
            raise _NotPlain
        block = _Block(column, path, content, start, isinstance(content, list))
        self.blocks.append(block)
        return block

    def _close(self, at: int, column: int, *, dash: bool) -> None:
        """End the blocks that a line in `column`, whose content begins at the index `at`, no longer belongs to."""
        blocks, end = self.blocks, -1
        while blocks:
            last = blocks[-1]
            if last.column < column or (last.column == column and (dash or not last.is_list)):
                return
            blocks.pop()
            if len(last.content) > MAX_ITEMS:
                raise _NotPlain
            if end < 0:
                end = len(self.text[:at].rstrip())
            self.values[last.path] = (last.start, end)

    def _empty(self) -> None:
        """The key that waits has no value."""
        if self.waiting is not None:
            block, key, path, at = self.waiting
            block.content[key] = None
            self.values[path] = (at, at)
            self.waiting = None

    def _value(self, match: re.Match[str], path: DocPath, plain: str | None) -> Any:
        """The value behind the key or dash: `plain`, or one in quotes or brackets."""
        if plain is not None:
            self.values[path] = place = match.span(_PLAIN)
            if path in RAW_IDENTIFIERS and NUMBER.fullmatch(plain):
                raise _NotPlain
            if place[1] - place[0] > MAX_TEXT:
                raise _NotPlain
            return None if plain in _NULLS else plain
        kind = match.lastindex or 0
        if kind == _FLOW:
            value, end = self._flow(match.start(_FLOW), path, 0)
            if end != match.end(_FLOW):
                raise _NotPlain
            return value
        start, end = match.span(kind)
        if kind < _DOUBLE or end - start > MAX_TEXT - 2:
            raise _NotPlain
        self.values[path] = (start - 1, end + 1)
        return match[kind]

    def _flow(self, start: int, path: DocPath, depth: int) -> tuple[Any, int]:
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
            at = self._flow_item(content, match, path, depth)
        if len(content) > MAX_ITEMS:
            raise _NotPlain
        self.values[path] = (start, at)
        return content, at

    def _part(self, at: int) -> re.Match[str]:
        match = _FLOW_PART.match(self.text, at)
        if match is None:
            raise _NotPlain
        return match

    def _flow_item(self, content: Any, match: re.Match[str], path: DocPath, depth: int) -> int:
        """Add the item or entry that begins with `match`; where it ends."""
        key = match["key"]
        if isinstance(content, list):
            if key is not None:
                raise _NotPlain
            value, end = self._flow_value(match, (*path, len(content)), depth)
            content.append(value)
            return end
        inner = (*path, key or "")
        if key is None or key in _NULLS or inner in self.keys or len(key) > _MAX_KEY:
            raise _NotPlain
        self.keys[inner] = match.span("key")
        content[key], end = self._flow_value(self._part(match.end()), inner, depth)
        return end

    def _flow_value(self, match: re.Match[str], path: DocPath, depth: int) -> tuple[Any, int]:
        mark = match["mark"]
        if mark is not None:
            if mark not in "[{":
                raise _NotPlain
            return self._flow(match.start("mark"), path, depth + 1)
        kind = match.lastgroup
        if kind is None or kind == "key":
            raise _NotPlain
        start, end = match.span(kind)
        value: str | None = match[kind]
        if kind != "plain":
            start, end = start - 1, end + 1
        elif path in RAW_IDENTIFIERS and NUMBER.fullmatch(value or ""):
            raise _NotPlain
        elif value in _NULLS:
            value = None
        if end - start > MAX_TEXT:
            raise _NotPlain
        self.values[path] = (start, end)
        return value, end
