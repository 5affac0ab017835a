"""JSON with indents, as the library writes it: for that it does without its part in C, and takes twice as long as this."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def indented(value: object, margin: str = "\n") -> str:
    """`value` as `json.dumps(value, ensure_ascii=False, indent=2)` gives it; all keys must be texts.

    `margin` is the line end with the indent behind it that stands before whatever closes `value`.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    write = _WRITERS.get(type(value))
    if write:
        return write(value, margin)
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", margin)


def _mapping(value: Mapping[str, object], margin: str) -> str:
    inner = margin + "  "
    parts = [f"{inner}{encode_basestring(key)}: {indented(part, inner)}" for key, part in value.items()]
    return f"{{{','.join(parts)}{margin}}}" if parts else "{}"


def _list(value: Sequence[object], margin: str) -> str:
    inner = margin + "  "
    parts = [inner + indented(part, inner) for part in value]
    return f"[{','.join(parts)}{margin}]" if parts else "[]"


_WRITERS: Final[Mapping[type, Callable[[Any, str], str]]] = {
    dict: _mapping,
    list: _list,
    tuple: _list,
    int: lambda value, _: str(value),
    type(None): lambda *_: "null",
}
