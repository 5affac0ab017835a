"""Colours for the text report: only on a terminal, and not where NO_COLOR is set (https://no-color.org)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sopkit.cli.shell import on_terminal
from sopkit.report.style import Style, plain

if TYPE_CHECKING:
    from sopkit.report.style import Paint

_STYLES = {
    Style.PATH: "bold",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.INFO: "bold cyan",
    Style.CODE: "bold",
    Style.GUTTER: "blue",
    Style.CARET: "bold red",
    Style.HELP: "green",
    Style.BOLD: "bold",
}


def terminal_paint() -> Paint:
    """How to paint on this standard output."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not on_terminal(sys.stdout):
        return plain
    from rich.style import Style as RichStyle  # noqa: PLC0415 - only a terminal needs rich

    styles = {style: RichStyle.parse(text) for style, text in _STYLES.items()}

    def paint(text: str, style: Style) -> str:
        return styles[style].render(text)

    return paint
