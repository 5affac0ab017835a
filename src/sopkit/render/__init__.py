"""SheetContent → HTML, Markdown. A writer draws and computes nothing; it reads and writes no files but its templates.

A new format is one module and one line in `RENDERERS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.render.html import render_html
from sopkit.render.index import IndexEntry, Link, render_index
from sopkit.render.markdown import render_markdown
from sopkit.render.options import PAPERS, Paper, PaperName, RenderOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopkit.sheet.content import SheetContent

__all__ = [
    "PAPERS",
    "RENDERERS",
    "IndexEntry",
    "Link",
    "Paper",
    "PaperName",
    "RenderOptions",
    "Renderer",
    "render_index",
]


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format that is text: its name for `--to`, the suffix of its files, and its writer.

    The writer gives the same text for the same content and options, and raises SopkitError for what is wrong with an
    office's own templates. The text is stored as UTF-8 with its line ends as they are.
    """

    name: str
    suffix: str
    render: Callable[[SheetContent, RenderOptions], str]


RENDERERS: dict[str, Renderer] = {
    "html": Renderer("html", ".html", render_html),
    "md": Renderer("md", ".md", render_markdown),
}
"""The formats by the name that `--to` takes, in the order that its help lists them."""
