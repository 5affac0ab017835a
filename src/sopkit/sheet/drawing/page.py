"""The drawing of a page: its symbols in their places, and the lines that the router finds between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sopkit.sheet.drawing.caption import label_style, measure_label, place_label
from sopkit.sheet.drawing.places import place_symbols
from sopkit.sheet.model import Connector
from sopkit.sheet.routing.problem import Band, BandKind, Column, Connection, Node, Page
from sopkit.sheet.routing.route import route

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.sheet.drawing.caption import MeasuredLabel
    from sopkit.sheet.drawing.links import Spot
    from sopkit.sheet.drawing.off_page import PageParts, Part, Port
    from sopkit.sheet.drawing.places import Flow, PagePlace, Standing
    from sopkit.sheet.model import PlacedSymbol, Style
    from sopkit.sheet.routing.problem import Path, Routed
    from sopkit.sheet.table.column_plan import ColumnPlan

_REMEMBERED: Final = 64


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn on a page, and the numbers of the links that it fails to draw."""

    symbols: tuple[PlacedSymbol, ...]
    connectors: tuple[Connector, ...]
    failed: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A line that the router is asked for: its number, what it draws, its ends, its label."""

    number: int
    part: Part
    source: Standing
    target: Standing
    label: MeasuredLabel | None


def draw_page(flow: Flow, parts: PageParts, place: PagePlace, plan: ColumnPlan) -> Drawing:
    """The drawing of the page with `parts` of the flow."""
    standing = place_symbols(flow, parts, place, plan)
    style = label_style(sorted({link.label for link in flow.links.values()} - {""}), plan.role)
    wanted = tuple(
        _Wanted(number, part, standing[part.source], standing[part.target], _label(part, flow, plan, style))
        for number, part in enumerate(parts.parts)
        if _can_be_drawn(part, standing)
    )
    routed = routed_page(_problem(wanted, standing, place, plan, flow))
    paths = {path.connection: path for path in routed.paths}
    return Drawing(
        symbols=tuple(found.symbol for found in standing.values()),
        connectors=tuple(
            _connector(line, paths[line.number], flow) for line in wanted if line.number in paths
        ),
        failed=frozenset(
            link for number, part in enumerate(parts.parts) if number not in paths for link in part.links
        ),
    )


@lru_cache(_REMEMBERED)
def routed_page(page: Page) -> Routed:
    """`page` routed; kept for a while, for when a line is taken from one page the others are asked for again."""
    return route(page)


def _can_be_drawn(part: Part, standing: Mapping[Spot | Port, Standing]) -> bool:
    """Whether both ends have a place."""
    return part.source in standing and part.target in standing


def _label(part: Part, flow: Flow, plan: ColumnPlan, style: Style) -> MeasuredLabel | None:
    text = flow.links[part.links[0]].label if part.labelled else ""
    return measure_label(text, plan.role, style) if text else None


def _connector(line: _Wanted, path: Path, flow: Flow) -> Connector:
    link = flow.links[line.part.links[0]]
    return Connector(
        source=line.source.symbol.name,
        target=line.target.symbol.name,
        points=path.points,
        arrow=link.arrow,
        edge=link.edge if line.part.labelled else None,
        label=place_label(line.label, path.label) if line.label and path.label else None,
    )


def _problem(
    wanted: Sequence[_Wanted],
    standing: Mapping[Spot | Port, Standing],
    place: PagePlace,
    plan: ColumnPlan,
    flow: Flow,
) -> Page:
    """The page as the router sees it."""
    edges = plan.edges[2 : plan.roles + 3]
    names = {of: str(i) for i, of in enumerate(standing)}
    return Page(
        columns=tuple(Column(left, right) for left, right in pairwise(edges)),
        rows=_bands(place),
        nodes=tuple(_node(names[of], found) for of, found in standing.items()),
        edges=tuple(_connection(line, names, flow) for line in wanted),
    )


def _bands(place: PagePlace) -> tuple[Band, ...]:
    above, below = (
        [Band(strip.top, strip.top + strip.plan.height, BandKind.STRIP)] if strip else []
        for strip in (place.above, place.below)
    )
    return (*above, *(Band(band.top, band.top + band.height) for band in place.bands), *below)


def _node(name: str, found: Standing) -> Node:
    of = found.symbol
    return Node(name, of.role, found.band, of.x, of.y, of.w, of.h, of.shape)


def _connection(line: _Wanted, names: Mapping[Spot | Port, str], flow: Flow) -> Connection:
    label = line.label
    return Connection(
        id=line.number,
        source=names[line.part.source],
        target=names[line.part.target],
        label=label.text if label else None,
        label_w=label.width if label else 0,
        label_h=label.height if label else 0,
        arrow=flow.links[line.part.links[0]].arrow,
    )
