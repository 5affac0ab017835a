"""The roles that pieces of the text report play. Which colours they get, if any, the caller decides with a `Paint`."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto


class Style(Enum):
    """The role of one piece of text."""

    PATH = auto()
    ERROR = auto()
    WARNING = auto()
    INFO = auto()
    CODE = auto()
    GUTTER = auto()
    CARET = auto()
    HELP = auto()
    BOLD = auto()


Paint = Callable[[str, Style], str]
"""Puts colour around a piece of one line and changes nothing else. The piece holds no control characters."""


def plain(text: str, _style: Style) -> str:
    """The paint without colour."""
    return text
