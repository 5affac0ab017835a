"""SheetContent → Markdown, readable raw and on a forge: tables, lists, and the flow as a Mermaid block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from sopkit.render.environment import fill
from sopkit.render.mermaid import flowchart
from sopkit.sheet.content import SymbolKind

if TYPE_CHECKING:
    from sopkit.render.options import RenderOptions
    from sopkit.sheet.content import SheetContent

TEMPLATE = "sheet.md.j2"

SYMBOLS = {SymbolKind.KAPSUL: "○", SymbolKind.KOTAK: "□", SymbolKind.KETUPAT: "◇"}
"""A character for each symbol, from those that nearly every font has."""

_SPECIAL = re.compile(r"[\\`*_\[\]|~$#]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "{": "&#123;"}
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?i)(https?|ftp)(?=://)|(www)(?=\.)")
_LIST_MARK = re.compile(r"^(?=[-+])|^\d+(?=[.)](?:\s|$))")
_MARGIN = re.compile(r"^\s+|\s+$")
_NEW_LINE = re.compile(r"\r\n|\r|\n")
_HIDDEN = {"Cc", "Cf", "Zl", "Zp"}


def render_markdown(content: SheetContent, options: RenderOptions) -> str:
    """The sheet as Markdown (CommonMark with the tables of GitHub), to be stored as UTF-8."""
    from markupsafe import Markup  # noqa: PLC0415 - late on purpose, see the environment

    values: dict[str, object] = {
        "content": content,
        "symbols": {str(kind): Markup(char) for kind, char in SYMBOLS.items()},  # noqa: S704 - our own
        "flowchart": Markup(flowchart(content)),  # noqa: S704 - escaped there
    }
    return fill(TEMPLATE, options.templates, markdown_text, values)


def markdown_text(text: str) -> str:
    r"""`text` on one line of Markdown, shown exactly wherever it stands: heading, paragraph, list item or table cell.

    `text` is legal. A line break becomes `<br>`. Marks that mean something anywhere get a backslash; what raw HTML, templates of
    site generators (`{{`) and hidden characters (bidi controls) could do in the raw file is written as entities.
    """
    return "<br>".join(_line(line) for line in _NEW_LINE.split(text))


def _line(line: str) -> str:
    line = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", line))
    line = _LIST_MARK.sub(r"\g<0>\\", line)
    line = _LINK.sub(r"\g<0>\\", line)
    line = _MARGIN.sub(lambda blanks: "".join(f"&#{ord(blank)};" for blank in blanks[0]), line)
    return "".join(map(_character, line))


def _character(char: str) -> str:
    if char in _ENTITIES:
        return _ENTITIES[char]
    return f"&#{ord(char)};" if category(char) in _HIDDEN else char
