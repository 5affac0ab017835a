"""Names of SOPs, folded so that the same name written in two ways is the same: case, blanks, "SOP" in front, brackets."""

from __future__ import annotations

import re
from functools import lru_cache

_LEAD = re.compile(
    r"^(?:\W|\d+[.)])*(?:(?:sop|standar operasional prosedur|prosedur)\b[\s:]*(?:tentang\b|ap\b)?)?\W*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The words of the name of an SOP in lower case, without "SOP" in front and what stands in brackets; "" when none is left."""
    bare = _LEAD.sub("", _BRACKETS.sub("", text))
    return " ".join(_WORD.findall(bare.casefold()))
