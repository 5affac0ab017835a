"""The page that lists all sheets of a folder: one HTML file that opens from disk, sorts and filters by itself.

Without its script it is a complete table in the order of the entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from sopkit.render.environment import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.render.options import RenderOptions

TEMPLATE = "index.html.j2"


@dataclass(frozen=True, slots=True)
class Link:
    """A written sheet: what the link is called (`HTML`) and its path from the index page, with `/`, not quoted."""

    name: str
    path: str

    @property
    def href(self) -> str:
        """The path as a URL that no file name can turn into another scheme or host."""
        return "./" + quote(self.path.encode("utf-8", "surrogateescape"))


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One SOP of the list. Texts are printed as they are and empty where not known.

    `effective_day` (ISO, `2022-07-01`; of a month its first day) and `minutes` are what `effective` and `time` are sorted
    by; both may be None, and such entries come last. `errors`, `warnings`, `infos` count the findings.
    """

    links: tuple[Link, ...]
    agency: str
    number: str
    title: str
    effective: str
    effective_day: str | None
    steps: int
    time: str
    minutes: int | None
    errors: int
    warnings: int
    infos: int

    @property
    def weight(self) -> int:
        """What the findings are sorted by: an error counts more than any number of warnings seen in practice."""
        return (self.errors * 1000 + self.warnings) * 1000 + self.infos


def render_index(entries: Sequence[IndexEntry], options: RenderOptions) -> str:
    """The page of all `entries` in their order, as an HTML document to be stored as UTF-8."""
    agencies = tuple(dict.fromkeys(entry.agency for entry in entries if entry.agency))
    values: dict[str, object] = {"entries": tuple(entries), "agencies": agencies}
    return fill(TEMPLATE, options.templates, escape, values)
