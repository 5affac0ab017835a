"""Regular expressions compiled when a text first asks them.

Most files ask few of those that rules and readers hold ready, and to compile one takes longer than to ask it a hundred texts.
Those that nearly every file asks, and small ones, are better compiled at once.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern until its first use, and has its methods from then on."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile; asked only for what is not here yet."""
        compiled = re.compile(*self._source)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, but compiled at the first use of a method."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
