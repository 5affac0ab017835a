"""Lists and mappings in brackets on one line of plain YAML: `[a, b]`, `{bersama: [a, b]}`.

As `line`, of which this is a part, it reads what is plainly right and leaves everything else to the parser.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from sopkit.load.scalars import NULLS, may_be_raw

if TYPE_CHECKING:
    from sopkit.load.places import Range
    from sopkit.source import DocPath

MAX_DEPTH: Final = 16
"""Within the limit of `document`, which tells what is wrong beyond it."""

MAX_ITEMS: Final = 1000
"""In one list or mapping. The longest SOPs have a hundred rows; some rules and the time engine compare each with each."""

_MAX_KEY: Final = 500
_TEXT: Final = r"\w[^\s,\[\]{}:#?]*+(?:[ ]++[^\s,\[\]{}:#?]++)*+"
_PART: Final = re.compile(
    rf"""[ ]*+(?:(?P<mark>[\[\]{{}},])
        |(?P<key>[A-Za-z_][A-Za-z0-9_-]*+):(?=[ ])
        |"(?P<double>[^"\\]*+)"
        |'(?P<single>[^']*+)'
        |(?P<plain>{_TEXT})
        )""",
    re.VERBOSE,
)
_TEXTS: Final = re.compile(rf"\[({_TEXT}(?:, {_TEXT})*+)\]")
"""The usual list: its texts need no more than to be told apart."""


class NotPlain(Exception):  # noqa: N818 - a signal to the reader, not an error of a caller
    """What stands here is for the parser to judge."""


class Brackets:
    """The list or mapping in brackets that stands in `line` from the index `start` to `end`.

    Raises:
        NotPlain: it is not plain.
    """

    def __init__(self, line: str, start: int, end: int) -> None:
        self._place = line, start, end
        texts = _TEXTS.fullmatch(line, start, end)
        items = texts[1].split(", ") if texts else []
        is_usual = 0 < len(items) <= MAX_ITEMS and NULLS.isdisjoint(items)
        self._content = items if is_usual else self._parts.content

    @cached_property
    def _parts(self) -> _Parts:
        return _Parts(*self._place)

    @property
    def values(self) -> dict[DocPath, Range]:
        """The ranges of the values, by their paths inside the brackets; they count from the beginning of the line."""
        return self._parts.values

    @property
    def keys(self) -> dict[DocPath, Range]:
        """The same of the keys."""
        return self._parts.keys

    def copy(self) -> Any:
        """The content, with lists and mappings of its own for each document in which the line stands."""
        return _copy(self._content)


class _Parts:
    """What stands in brackets, part by part."""

    def __init__(self, line: str, start: int, end: int) -> None:
        self.line = line
        self.values: dict[DocPath, Range] = {}
        self.keys: dict[DocPath, Range] = {}
        self.content, last = self._read(start, (), 0)
        if last != end:
            raise NotPlain

    def _read(self, start: int, path: DocPath, depth: int) -> tuple[Any, int]:
        """The list or mapping in brackets that begins at the index `start`, and where it ends."""
        if depth > MAX_DEPTH:
            raise NotPlain
        is_list = self.line[start] == "["
        content: Any = [] if is_list else {}
        at, more = start + 1, True
        while True:
            match = self._part(at)
            at = match.end()
            if match["mark"] == ("]" if is_list else "}"):
                if more and content:
                    raise NotPlain  # a comma in front of the bracket
                break
            if not more:
                if match["mark"] != ",":
                    raise NotPlain
                more = True
                continue
            more = False
            at = self._item(content, match, path, depth)
        if len(content) > MAX_ITEMS:
            raise NotPlain
        self.values[path] = (start, at)
        return content, at

    def _part(self, at: int) -> re.Match[str]:
        match = _PART.match(self.line, at)
        if match is None:
            raise NotPlain
        return match

    def _item(self, content: Any, match: re.Match[str], path: DocPath, depth: int) -> int:
        """Add the item or entry that begins with `match`; where it ends."""
        key = match["key"]
        if isinstance(content, list):
            if key is not None:
                raise NotPlain
            value, end = self._value(match, (*path, len(content)), depth)
            content.append(value)
            return end
        inner = (*path, key or "")
        if key is None or key in NULLS or key in content or len(key) > _MAX_KEY:
            raise NotPlain
        self.keys[inner] = match.span("key")
        content[key], end = self._value(self._part(match.end()), inner, depth)
        return end

    def _value(self, match: re.Match[str], path: DocPath, depth: int) -> tuple[Any, int]:
        mark = match["mark"]
        if mark is not None:
            if mark not in "[{":
                raise NotPlain
            return self._read(match.start("mark"), path, depth + 1)
        kind = match.lastgroup
        if kind is None or kind == "key":
            raise NotPlain
        start, end = match.span(kind)
        value = match[kind]
        if kind != "plain":
            start, end = start - 1, end + 1
        elif may_be_raw(path[-1], value):
            raise NotPlain
        elif value in NULLS:
            value = None
        self.values[path] = (start, end)
        return value, end


def _copy(content: Any) -> Any:
    if isinstance(content, list):
        return [_copy(item) for item in content]
    return {key: _copy(value) for key, value in content.items()} if isinstance(content, dict) else content
