"""Regular expressions compiled when a text first asks them.

Most files ask few of those that rules and readers hold ready, and to compile one takes longer than to ask it a hundred texts.
Those that nearly every file asks, and small ones, are better compiled at once.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Asked:
    """Has what a pattern has. A class of its own, because attributes of one with `__getattr__` take longer to find."""


class _Late(_Asked):
    """Stands for a pattern until its first use."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and be asked no more."""
        compiled = re.compile(*self._source)
        vars(self).update({known: getattr(compiled, known) for known in _OF_A_PATTERN})
        self.__class__ = _Asked  # type: ignore[assignment] # mypy wants the same class
        return getattr(compiled, name)


_OF_A_PATTERN = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, but compiled at the first use of a method."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
