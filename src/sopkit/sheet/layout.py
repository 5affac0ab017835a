"""SheetContent → Sheet: widths, lines, columns, heights, pages, off-page connectors and routes, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.sheet.assembly import Paged, assemble, draw
from sopkit.sheet.drawing.links import build_bands, build_links
from sopkit.sheet.drawing.strip import plan_strip
from sopkit.sheet.identity.head import Span
from sopkit.sheet.identity.pages import place_identity
from sopkit.sheet.measures import (
    BLOCK_GAP,
    CROWDING_COST,
    EDGE,
    MARGIN,
    MARGIN_BELOW,
    PAGE_COST,
    ROLE_LEAST,
    ROLE_MOST,
    STRIP_CROWDED,
)
from sopkit.sheet.model import Sheet
from sopkit.sheet.notes import notes
from sopkit.sheet.paging.breaks import Bands, Capacity, Crossing, break_pages
from sopkit.sheet.paging.easing import eased
from sopkit.sheet.paging.sizing import size_bands
from sopkit.sheet.paper import PAPERS, LayoutOptions
from sopkit.sheet.table.column_search import Room, plan_columns
from sopkit.sheet.table.heading import heading_heights, measure_headings
from sopkit.sheet.table.row import measure_row, sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.assembly import Drawn
    from sopkit.sheet.content import SheetContent
    from sopkit.sheet.drawing.links import Link
    from sopkit.sheet.paging.sizing import SizedBand
    from sopkit.sheet.paper import Paper


_TRIES: Final = 2
_WIDER: Final = 4_000
"""A sheet on which a line found no way is laid out again with roles so much wider, and with few connectors on a page."""


def layout(content: SheetContent, options: LayoutOptions | None = None) -> Sheet:
    """`content` laid out on the paper of `options`. The same content always gives the same sheet.

    Raises:
        SopkitError: what cannot be laid out at all: too many roles, a step or an identity block higher than a page.
    """
    options = options or LayoutOptions()
    paged, drawn = _best_drawn(content, options)
    pages, problems = assemble(paged, drawn, content, PAPERS[options.paper])
    rows = [band.row for band in paged.bands if band.row]
    return Sheet(
        title=content.title,
        number=content.number,
        options=options,
        numbers=tuple(row.number for row in content.rows),
        roles=content.roles,
        pages=pages,
        notes=notes(content, paged.headings, rows, paged.plan),
        problems=problems,
    )


def _best_drawn(content: SheetContent, options: LayoutOptions) -> tuple[Paged, Drawn]:
    """The columns and pages on which all lines find a way, or of those tried the ones on which the fewest find none."""
    best = _paged(content, options, ROLE_LEAST)
    drawn, role = draw(best), best.plan.role
    for _ in range(_TRIES):
        if not drawn.failed:
            break
        role = min(role + _WIDER, ROLE_MOST)
        other = _paged(content, options, role)
        again = draw(other)
        if len(again.failed) < len(drawn.failed):
            best, drawn = other, again
    return best, drawn


def _paged(content: SheetContent, options: LayoutOptions, role: int) -> Paged:
    """Everything but the drawing: columns, heights and pages."""
    room = _room(PAPERS[options.paper], role)
    identity = place_identity(content.identity, Span(room.left, room.width), MARGIN, MARGIN + room.height)
    headings = measure_headings(content.headings, content.roles)
    rows = [measure_row(row) for row in content.rows]
    plan = plan_columns(headings, rows, room)
    rows = [sized(row, plan.size) for row in rows]
    for_rows = room.height - sum(heading_heights(headings, plan))
    bands = size_bands(build_bands(content), rows, plan, for_rows - 2 * STRIP_CROWDED)
    links = build_links(content)
    below = for_rows - (identity[-1].bottom + BLOCK_GAP - MARGIN)
    joined = options.identity == "menyatu" and _first_height(bands) + STRIP_CROWDED <= below

    def strip(count: int) -> int:
        return plan_strip(count, plan.roles, plan.role).height

    capacity = Capacity(
        first=below if joined else for_rows,
        other=for_rows,
        strip=strip,
        easy=plan.roles,
        crowding=CROWDING_COST if role == ROLE_LEAST else PAGE_COST,
    )
    for_paging = _for_paging(bands, links)
    pages = break_pages(for_paging, capacity)
    bands = eased(bands, pages, for_paging.lines, capacity, plan.symbol[1])
    return Paged(plan, headings, bands, links, pages, identity, joined)


def _room(paper: Paper, role: int) -> Room:
    return Room(MARGIN, paper.width - 2 * MARGIN - EDGE, paper.height - MARGIN - MARGIN_BELOW, role)


def _first_height(bands: Sequence[SizedBand]) -> int:
    """The height of the bands that the first page has at least."""
    height = bands[0].height
    for band in bands[1:]:
        if not band.glued:
            break
        height += band.height
    return height


def _for_paging(bands: Sequence[SizedBand], links: Sequence[Link]) -> Bands:
    return Bands(
        tuple(band.height for band in bands),
        tuple(band.glued for band in bands),
        tuple(Crossing(link.source.band, link.target.band) for link in links),
    )
