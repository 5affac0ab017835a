"""The made-up SOPs as YAML, in the ways offices write it: block lists or lists in one line, with and without comments.

Texts that YAML would misread must come quoted; nothing here quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_HEAD = "# Disusun dari arsip kantor.\n"
_SHARE_WITH_HEAD = 0.3


def write_sop(sop: dict[str, object], random: Random) -> str:
    """The text of an SOP made of texts, lists of texts, mappings, and `langkah`, a list of mappings."""
    head = _HEAD if random.random() < _SHARE_WITH_HEAD else ""
    return head + "".join(_entry(key, value, 0) for key, value in sop.items())


def _entry(key: str, value: object, depth: int) -> str:
    blank = "  " * depth
    if isinstance(value, dict):
        return f"{blank}{key}:\n" + "".join(_entry(inner, part, depth + 1) for inner, part in value.items())
    if isinstance(value, list):
        return _list(key, value, depth)
    return f"{blank}{key}: {value}".rstrip() + "\n"


def _list(key: str, items: list[object], depth: int) -> str:
    blank = "  " * depth
    if depth and all(isinstance(item, str) for item in items):
        return f"{blank}{key}: [{', '.join(str(item) for item in items)}]\n"
    return f"{blank}{key}:\n" + "".join(_item(item, depth + 1) for item in items)


def _item(item: object, depth: int) -> str:
    blank = "  " * depth
    if not isinstance(item, dict):
        return f"{blank}- {item}\n"
    body = "".join(_entry(key, value, depth + 1) for key, value in item.items())
    return f"{blank}- {body[len(blank) + 2 :]}"
