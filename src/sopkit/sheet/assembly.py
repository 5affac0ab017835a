"""Bands on their pages → the finished pages: tables, drawings, identity block, footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.sheet.drawing.off_page import split_links
from sopkit.sheet.drawing.page import draw_page
from sopkit.sheet.drawing.places import BandPlace, Flow, PagePlace
from sopkit.sheet.drawing.strip import plan_strip
from sopkit.sheet.drawing.strip_drawing import StripPlace
from sopkit.sheet.furniture import footer, stamp
from sopkit.sheet.measures import BLOCK_GAP, MARGIN
from sopkit.sheet.model import Page, Problem, Table, TableRow
from sopkit.sheet.table.body import capsule_row, step_row, strip_row
from sopkit.sheet.table.heading import heading_heights, heading_rows
from sopkit.sheet.table.rules import rules

if TYPE_CHECKING:
    from sopkit.sheet.content import SheetContent
    from sopkit.sheet.drawing.links import Link
    from sopkit.sheet.drawing.off_page import PageParts
    from sopkit.sheet.drawing.page import Drawing
    from sopkit.sheet.identity.pages import IdentityPage
    from sopkit.sheet.paging.sizing import SizedBand
    from sopkit.sheet.paper import Paper
    from sopkit.sheet.table.column_plan import ColumnPlan
    from sopkit.sheet.table.heading import MeasuredHeadings


@dataclass(frozen=True, slots=True)
class Paged:
    """All that is decided before anything is drawn: columns, bands, lines, the bands of each page, the identity block.

    `joined` says that the table begins on the last page of the identity block.
    """

    plan: ColumnPlan
    headings: MeasuredHeadings
    bands: tuple[SizedBand, ...]
    links: tuple[Link, ...]
    pages: tuple[range, ...]
    identity: tuple[IdentityPage, ...]
    joined: bool

    @property
    def before(self) -> int:
        """How many pages come before the first with a table."""
        return len(self.identity) - (1 if self.joined else 0)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The printed number of each page with a table."""
        return tuple(self.before + i + 1 for i in range(len(self.pages)))

    @property
    def page_of(self) -> tuple[int, ...]:
        """The page of each band, pages with a table counted from 0."""
        return tuple(number for number, page in enumerate(self.pages) for _ in page)

    def table_top(self, page: int) -> int:
        """The upper line of the table on a page."""
        return self.identity[-1].bottom + BLOCK_GAP if self.joined and page == 0 else MARGIN


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where everything stands on each page with a table, what is drawn there, and the numbers of the lines left out."""

    places: tuple[PagePlace, ...]
    drawings: tuple[Drawing, ...]
    missing: frozenset[int] = frozenset()

    @property
    def failed(self) -> frozenset[int]:
        """The numbers of the lines that find no way on some page."""
        return frozenset(number for drawing in self.drawings for number in drawing.failed)


def assemble(
    paged: Paged, drawn: Drawn, content: SheetContent, paper: Paper
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """The pages of the sheet, and the lines that no page has; `drawn` are the pages with all lines."""
    drawn = _without_failed(paged, drawn)
    places, drawings, missing = drawn.places, drawn.drawings, drawn.missing
    tables = [_table(paged, place, i) for i, place in enumerate(places)]
    count = paged.before + len(paged.pages)
    name = " · ".join(text for text in (content.number, content.title) if text)
    pages = []
    for i in range(count):
        block = paged.identity[i] if i < len(paged.identity) else None
        own = i - paged.before
        table, drawing = (tables[own], drawings[own]) if own >= 0 else (None, None)
        cells = (
            *(block.cells if block else ()),
            *(cell for row in (table.rows if table else ()) for cell in row.cells),
        )
        pages.append(
            Page(
                number=i + 1,
                width=paper.width,
                height=paper.height,
                identity=block.cells if block else (),
                table=table,
                rules=rules(cells),
                symbols=drawing.symbols if drawing else (),
                connectors=drawing.connectors if drawing else (),
                pictures=block.pictures if block else (),
                footer=footer(name, i + 1, count, paper),
                stamp=stamp(content.mark, paper),
            )
        )
    return tuple(pages), tuple(_problem(paged, number) for number in sorted(missing))


def _without_failed(paged: Paged, drawn: Drawn) -> Drawn:
    """The pages on which nothing fails any more.

    A line that fails on one page is taken from all, with the off-page connectors that it alone needs, and the rest drawn anew.
    """
    while drawn.failed:
        drawn = draw(paged, drawn.missing | drawn.failed)
    return drawn


def draw(paged: Paged, missing: frozenset[int] = frozenset()) -> Drawn:
    """The drawings of the pages without the lines that are `missing`."""
    links = {i: link for i, link in enumerate(paged.links) if i not in missing}
    flow = Flow(tuple(band.band for band in paged.bands), links, paged.numbers)
    parts = split_links(links, paged.page_of, len(paged.pages))
    places = tuple(_place(paged, of, i) for i, of in enumerate(parts))
    drawings = (draw_page(flow, of, place, paged.plan) for of, place in zip(parts, places, strict=True))
    return Drawn(places, tuple(drawings), missing)


def _place(paged: Paged, parts: PageParts, page: int) -> PagePlace:
    """Where bands and strips stand: the strips directly below the heading and below the last band."""
    plan = paged.plan
    y = paged.table_top(page) + sum(heading_heights(paged.headings, plan))
    left, right = plan.roles_left, plan.role_left(plan.roles)
    strips = [
        plan_strip(sum(of.port.above is above for of in parts.connectors), plan.roles, plan.role)
        for above in (True, False)
    ]
    above = StripPlace(strips[0], left, right, y, above=True) if strips[0].height else None
    y += strips[0].height
    bands = []
    for number in paged.pages[page]:
        bands.append(BandPlace(number, y, paged.bands[number].height))
        y += paged.bands[number].height
    below = StripPlace(strips[1], left, right, y, above=False) if strips[1].height else None
    return PagePlace(tuple(bands), above, below)


def _table(paged: Paged, place: PagePlace, page: int) -> Table:
    plan = paged.plan
    head = heading_rows(paged.headings, plan, paged.table_top(page))
    above, below = (
        [strip_row(plan, strip.top, strip.plan.height)] if strip else []
        for strip in (place.above, place.below)
    )
    rows = (*head, *above, *(_band_row(paged, band) for band in place.bands), *below)
    return Table(plan.edges, plan.roles, rows)


def _band_row(paged: Paged, place: BandPlace) -> TableRow:
    sized = paged.bands[place.band]
    if sized.row is None or sized.band.step is None:
        return capsule_row(paged.plan, place.top, place.height)
    return step_row(sized.row, sized.band.step, paged.plan, place.top, place.height)


def _problem(paged: Paged, number: int) -> Problem:
    link = paged.links[number]
    page = paged.numbers[paged.page_of[link.source.band]]
    source, target = (paged.bands[spot.band].band.name for spot in (link.source, link.target))
    return Problem(page, source, target, link.edge)
