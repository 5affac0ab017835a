"""Edits of single texts in a file, that leave every other character as it is: comments, order, quotes, line breaks.

An edit is made on the characters of the scalar itself and then proved: the file is read again, and the edit holds only when
its data differs in nothing but that one value.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sopkit.load.document import read_document
from sopkit.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.source import DocPath

_WORD = re.compile(r"[^\s'\"]+")


def set_text(source: SourceFile, path: DocPath, value: str) -> SourceFile | None:
    """`source` with the text at `path` become `value`; None when no way of writing it leaves all else as it is.

    The way of writing is kept where it can be: words are replaced in place, else the scalar is written anew in its own style.
    """
    document = read_document(source)
    if path and path[-1] == 0 and isinstance(_at(document.data, path[:-1]), str):
        path = path[:-1]  # where a list may stand as a single text, its one item is that text
    place = document.places.value_range(path)
    old = _at(document.data, path)
    if place is None or not isinstance(old, str):
        return None
    wanted = _with(document.data, path, value)
    start = place[0]
    end = start + len(
        source.text[slice(*place)].rstrip()
    )  # a block scalar's place reaches to what follows it
    for written in _writings(source.text[start:end], old, value):
        edited = SourceFile(source.name, source.text[:start] + written + source.text[end:], source.had_bom)
        read = read_document(edited)
        if read.usable and read.data == wanted:
            return edited
    return None


def _at(data: Any, path: DocPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _with(data: Any, path: DocPath, value: str) -> Any:
    """A copy of `data` with `value` at `path`."""
    if not path:
        return value
    if isinstance(data, list):
        return [_with(item, path[1:], value) if i == path[0] else item for i, item in enumerate(data)]
    return {key: _with(item, path[1:], value) if key == path[0] else item for key, item in data.items()}


def _writings(written: str, old: str, new: str) -> Iterator[str]:
    """Ways to write `new` where `written` stands for `old`, the most faithful first."""
    in_place = _word_by_word(written, old, new)
    if in_place is not None:
        yield in_place
    if written.startswith("'"):
        yield "'" + new.replace("'", "''") + "'"
    elif not written.startswith(('"', "|", ">")):
        yield new
    elif written.startswith("|"):
        yield _block(written, new)
    yield json.dumps(new, ensure_ascii=False)


def _word_by_word(written: str, old: str, new: str) -> str | None:
    """The characters as written with each changed word replaced; None when words were split or joined."""
    before, after, spots = _WORD.findall(old), _WORD.findall(new), list(_WORD.finditer(written))
    skip = len(spots) - len(before)
    if len(before) != len(after) or skip not in (0, 1) or [spot[0] for spot in spots[skip:]] != before:
        return None
    pieces, last = [], 0
    for spot, word in zip(spots[skip:], after, strict=True):
        pieces += [written[last : spot.start()], word]
        last = spot.end()
    return "".join(pieces) + written[last:]


def _block(written: str, new: str) -> str:
    head, _, body = written.partition("\n")
    indent = body[: len(body) - len(body.lstrip(" "))]
    return head + "".join(f"\n{indent}{line}" if line else "\n" for line in new.splitlines())
