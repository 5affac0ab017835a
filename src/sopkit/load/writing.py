"""Plain data → the text of a YAML file in the house's way of writing, with comments above keys and items.

What is written is read back as the very same data: texts are quoted wherever a reader of YAML could take them for something
else. Which keys a file has does not belong here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopkit.source import DocPath

_RESERVED = frozenset(("~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_PLAIN = re.compile(
    r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff:#]|:(?=[^\s])|#(?<=[^\s]#))*"
)
_NUMBER_LIKE = re.compile(r"[-+.0-9][-+.,:_/ 0-9a-fA-FxXoOeETZ]*")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_INDENT = "  "


def write_document(
    data: Mapping[str, Any], comments: Mapping[DocPath, Sequence[str]], head: Sequence[str] = ()
) -> str:
    """The YAML text of `data` (mappings, lists, texts, None; keys in order), ending with a line end.

    `comments` stand above the key or list item at their path; those at () come last in the file. `head` are comments above
    everything. Comments are one line each; line breaks in them become blanks.
    """
    lines = [_comment(text, "") for text in head]
    lines += _mapping(data, (), "", comments)
    lines += [_comment(text, "") for text in comments.get((), ())]
    return "\n".join(lines) + "\n"


def scalar(text: str | int | None) -> str:
    """`text` as a YAML scalar on one line: plain where that is safe, else in double quotes; None is empty."""
    if text is None:
        return ""
    if isinstance(text, int):
        return str(text)
    safe = (
        _PLAIN.fullmatch(text) is not None
        and text == text.strip()
        and not text.endswith(":")
        and text.casefold() not in _RESERVED
        and _NUMBER_LIKE.fullmatch(text) is None
    )
    if safe:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _comment(text: str, indent: str) -> str:
    line = " ".join(_UNPRINTABLE.sub(" ", text).split())
    return f"{indent}# {line}".rstrip()


def _mapping(
    data: Mapping[str, Any], path: DocPath, indent: str, comments: Mapping[DocPath, Sequence[str]]
) -> Iterator[str]:
    for key, value in data.items():
        own = (*path, key)
        yield from (_comment(text, indent) for text in comments.get(own, ()))
        yield from _entry(f"{indent}{scalar(key)}:", value, own, indent, comments)


def _entry(
    lead: str, value: Any, path: DocPath, indent: str, comments: Mapping[DocPath, Sequence[str]]
) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{lead} {{}}" if not value else lead
        yield from _mapping(value, path, indent + _INDENT, comments)
    elif isinstance(value, (list, tuple)):
        yield f"{lead} []" if not value else lead
        for number, item in enumerate(value):
            yield from _item(item, (*path, number), indent + _INDENT, comments)
    else:
        yield f"{lead} {scalar(value)}".rstrip()


def _item(item: Any, path: DocPath, indent: str, comments: Mapping[DocPath, Sequence[str]]) -> Iterator[str]:
    yield from (_comment(text, indent) for text in comments.get(path, ()))
    if isinstance(item, dict) and item:
        lines = list(_mapping(item, path, indent + _INDENT, comments))
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (f"{indent}{line.lstrip()}" for line in lines[:first])
        yield f"{indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield from _entry(f"{indent}-", item, path, indent, comments)
