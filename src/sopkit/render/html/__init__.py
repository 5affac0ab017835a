"""Sheet → one HTML file: no script, nothing from outside, every page of paper a section with one table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from sopkit.render.environment import fill
from sopkit.render.html.identity import logo_uri
from sopkit.render.html.lengths import css_mm
from sopkit.render.html.page import page_size, page_views
from sopkit.sheet.measures import BORDER, PADDING, TIGHT

if TYPE_CHECKING:
    from sopkit.render.options import RenderOptions
    from sopkit.sheet.content import SheetContent
    from sopkit.sheet.model import Sheet

TEMPLATE: Final = "sheet.html.j2"
_ZOOMS: Final = (90, 80, 70, 60)
"""Percent at which sheets are shown in windows narrower than they are."""
_MICROMETRES_A_PIXEL: Final = 25_400 / 96
_AROUND: Final = 40
"""Pixels beside a sheet in its window."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Windows no wider than `below` pixels show the sheets at `percent` of their size."""

    below: int
    percent: int


def render_html(content: SheetContent, sheet: Sheet, options: RenderOptions) -> str:
    """`sheet`, the layout of `content`, as an HTML document to be stored as UTF-8.

    Raises:
        SopkitError: an office's own template is at fault.
    """
    paper = sheet.pages[0]
    width, height = page_size(paper)
    values: dict[str, object] = {
        "content": content,
        "pages": page_views(sheet),
        "paper": {"width": css_mm(paper.width), "height": css_mm(paper.height)},
        "page": {"width": width, "height": height},
        "padding": {
            "text": css_mm(PADDING + BORDER // 2),
            "heading": css_mm(TIGHT + BORDER // 2),
            "top": css_mm(PADDING),
        },
        "zooms": _zooms(paper.width),
        "logo": logo_uri(content.identity.logo),
    }
    return fill(TEMPLATE, options.templates, escape, values)


def _zooms(width: int) -> tuple[Zoom, ...]:
    """From the widest windows to the narrowest, so that of several that hold the last wins."""
    pixels = width / _MICROMETRES_A_PIXEL
    return tuple(Zoom(int(pixels * (percent + 10) / 100) + _AROUND, percent) for percent in _ZOOMS)
