"""What a text without quotes is taken for: nothing, a number, an identifier that looks like one."""

from __future__ import annotations

import re
from typing import Final

NULLS: Final = frozenset(("~", "null", "Null", "NULL"))
"""What stands for nothing, as no text at all does."""

NUMBER: Final = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?)"
)
"""What a program that reads YAML 1.1 or 1.2 takes for a number."""

RAW_IDENTIFIERS: Final = frozenset((("nomor",), ("disahkan_oleh", "nip")))
"""Where a number without quotes is worth a note."""

_LAST: Final = frozenset(path[-1] for path in RAW_IDENTIFIERS)


def may_be_raw(key: str | int | None, text: str) -> bool:
    """Whether `text`, which stands without quotes under `key`, is worth a note in some places."""
    return key in _LAST and NUMBER.fullmatch(text) is not None
