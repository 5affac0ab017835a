"""SheetContent and Sheet → HTML, Markdown, PDF, SVG, JSON.

A writer draws and computes nothing; it reads and writes no files but its templates. A new format is one module and one line in `RENDERERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.render.formats import BytesRenderer, PagesRenderer, Renderer, TextRenderer, WrittenFile
from sopkit.render.html import render_html
from sopkit.render.index import IndexEntry, Link, render_index
from sopkit.render.jsondoc import render_json
from sopkit.render.markdown import render_markdown
from sopkit.render.options import RenderOptions
from sopkit.render.pdf import combine_pdf, info_of, pdf_notes, render_pdf
from sopkit.render.subject import Subject
from sopkit.render.svg import render_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "RENDERERS",
    "BytesRenderer",
    "IndexEntry",
    "Link",
    "PagesRenderer",
    "RenderOptions",
    "Renderer",
    "Subject",
    "TextRenderer",
    "WrittenFile",
    "combine",
    "pdf_notes",
    "render_index",
]


def _html(subject: Subject, options: RenderOptions) -> str:
    return render_html(subject.content, subject.sheet, options)


def _markdown(subject: Subject, options: RenderOptions) -> str:
    return render_markdown(subject.content, options)


def _pdf(subject: Subject, _: RenderOptions) -> bytes:
    return render_pdf(subject.sheet, info_of(subject.content))


def _svg(subject: Subject, _: RenderOptions) -> tuple[str, ...]:
    return render_svg(subject.sheet)


def _json(subject: Subject, _: RenderOptions) -> str:
    return render_json(subject.sheet)


RENDERERS: Final[dict[str, Renderer]] = {
    "html": TextRenderer("html", ".html", drawn=True, render=_html),
    "md": TextRenderer("md", ".md", drawn=False, render=_markdown),
    "pdf": BytesRenderer("pdf", ".pdf", _pdf),
    "svg": PagesRenderer("svg", ".svg", _svg),
    "json": TextRenderer("json", ".json", drawn=True, render=_json),
}
"""The formats by the name that `--to` takes, in the order that its help lists them."""


def combine(subjects: Sequence[Subject]) -> bytes:
    """One PDF of all `subjects`, at least one, in their order, behind contents pages.

    Raises:
        SopkitError: what PDF needs is not installed.
    """
    return combine_pdf([(subject.sheet, info_of(subject.content)) for subject in subjects])
