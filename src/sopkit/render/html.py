"""SheetContent → one HTML file: no script, nothing from outside, made to be printed on landscape paper."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from sopkit.render.characters import legal
from sopkit.render.environment import fill
from sopkit.render.options import PAPERS
from sopkit.sheet.columns import column_widths

if TYPE_CHECKING:
    from sopkit.render.options import RenderOptions
    from sopkit.sheet.content import SheetContent
    from sopkit.sheet.picture import Picture

TEMPLATE = "sheet.html.j2"


def render_html(content: SheetContent, options: RenderOptions) -> str:
    """The sheet as an HTML document, to be stored as UTF-8."""
    from markupsafe import Markup  # noqa: PLC0415 - late on purpose, see the environment

    footer = " · ".join(text for text in (content.number, content.title) if text)
    values: dict[str, object] = {
        "content": content,
        "columns": column_widths(len(content.roles)),
        "paper": PAPERS[options.paper],
        "logo": _data_uri(content.identity.logo),
        "footer": Markup(css_string(footer)),  # noqa: S704 - just escaped
    }
    return fill(TEMPLATE, options.templates, escape, values)


def css_string(text: str) -> str:
    """`text` as a string of CSS, safe inside a style element: all but letters, digits and blanks as escapes.

    A line break becomes a blank, because the string stands on one line of the page's margin. The blank that ends an
    escape belongs to it.
    """
    flat = " ".join(legal(text).split())
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in flat) + '"'


def _data_uri(logo: Picture | None) -> str:
    return f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}" if logo else ""
