"""The plain YAML that nearly all SOPs are written in, read line by line: mappings, lists, texts on one line.

Only what is plainly right is read here, and exactly as the parser of YAML reads it, places included; a test holds both against
each other. Whatever else stands in a text (texts over several lines, escapes, tabs, anchors, a slip) is left to that parser, so
that there is one authority on what is wrong. It takes a fraction of its time, and needs no library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sopkit.load.brackets import MAX_DEPTH, MAX_ITEMS, NotPlain
from sopkit.load.line import BRACKETS, EMPTY, LINES, OPEN, TEXT
from sopkit.load.rows import RowPlaces
from sopkit.load.scalars import RAW_IDENTIFIERS

if TYPE_CHECKING:
    from sopkit.load.line import Line
    from sopkit.load.places import Places
    from sopkit.load.rows import Block, Rows
    from sopkit.source import DocPath, SourceFile

_ROOT: Final = ""

_Open = tuple[int, Any, Any]
"""A block that has begun: its level, its content, and the rows of its parts."""


class Plain(NamedTuple):
    """The data of a text and where they stand."""

    data: Any
    places: Places


def read_plain(source: SourceFile) -> Plain | None:
    """What `source` holds; None when it is not plain all through, whether right or wrong."""
    lines = source.text.split("\n")
    try:
        said = [*map(LINES.__getitem__, lines)]
        data, root = _read(said)
    except NotPlain:
        return None
    if len(lines) > MAX_ITEMS and _has_too_many(data):
        return None
    return Plain(data, RowPlaces(source, lines, said, root))


def _read(said: list[Line]) -> tuple[Any, Block]:  # noqa: C901, PLR0912, PLR0915 - one loop: calls for every line would double its time
    """The data of all lines, and in which of them they stand."""
    data: Any = {_ROOT: None}
    whole: Any = {_ROOT: -1}
    begun: _Open = (-1, data, whole)
    level, content, rows = begun
    around: list[_Open] = []
    waiting: Any = _ROOT  # its last key while that has no value and may still get a block, else None
    for row, (wanted, dash, key, value, kind, _) in enumerate(said):
        if wanted > level:
            if waiting is None or len(around) > MAX_DEPTH:
                raise NotPlain
            around.append((level, content, rows))
            level = wanted
            below: Rows = {}
            rows[waiting] = (rows[waiting], row, level, below)
            rows = below
            content[waiting] = content = [] if dash else {}
        elif wanted < level:
            if kind == EMPTY:
                continue
            while level > wanted:
                level, content, rows = around.pop()
            if level < wanted:
                raise NotPlain
        waiting = None
        if dash:
            at = len(content)
            if key is None:
                rows[at] = row
                content.append(value if kind == TEXT else value.copy())
                continue
            around.append((level, content, rows))
            level += 2 * dash - 1
            below = {}
            rows[at] = (row, row, level, below)
            rows = below
            content.append(content := {})
        elif key in content:
            raise NotPlain
        rows[key] = row
        if kind == TEXT:
            content[key] = value
        elif kind == OPEN:
            content[key], waiting = None, key
        elif kind == BRACKETS:
            content[key] = value.copy()
        elif _is_identifier(key, content, data[_ROOT]):
            raise NotPlain
        else:
            content[key] = value
    if data[_ROOT] is None:
        raise NotPlain
    return data[_ROOT], whole[_ROOT]


def _is_identifier(key: str | None, content: Any, data: Any) -> bool:
    """Whether `key` of the mapping `content` inside `data` is the name of an identifier there."""
    return any(path[-1] == key and _at(path[:-1], data) is content for path in RAW_IDENTIFIERS)


def _at(path: DocPath, data: Any) -> Any:
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _has_too_many(data: Any) -> bool:
    """Whether a list or mapping holds more than a file may."""
    if not isinstance(data, (list, dict)):
        return False
    parts = data.values() if isinstance(data, dict) else data
    return len(data) > MAX_ITEMS or any(_has_too_many(part) for part in parts)
