"""Where the bands and strips of a page stand, and the symbols in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.drawing.caption import word_in_capsule
from sopkit.sheet.drawing.links import Spot
from sopkit.sheet.drawing.strip_drawing import StripPlace, Wish, choose_slots, draw_strip
from sopkit.sheet.measures import BETWEEN
from sopkit.sheet.model import PlacedSymbol
from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopkit.sheet.drawing.links import Band, Link, Sign
    from sopkit.sheet.drawing.off_page import OffPage, PageParts, Port
    from sopkit.sheet.table.column_plan import ColumnPlan

_NEAR: Final = 4
_USUAL: Final = 2


@dataclass(frozen=True, slots=True)
class BandPlace:
    """Where a band is on its page: its number from 0, its upper line and height."""

    band: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where on a page the bands are, top to bottom, and the strips above and below them."""

    bands: tuple[BandPlace, ...]
    above: StripPlace | None
    below: StripPlace | None


@dataclass(frozen=True, slots=True)
class Flow:
    """All that is drawn on all pages: bands, and links by number; `numbers` are the printed numbers of the pages."""

    bands: tuple[Band, ...]
    links: Mapping[int, Link]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A symbol and the band of its page that it stands in, strips counted."""

    band: int
    symbol: PlacedSymbol


def place_symbols(
    flow: Flow, parts: PageParts, place: PagePlace, plan: ColumnPlan
) -> dict[Spot | Port, Standing]:
    """The symbols of a page by what they stand for, in the order of their bands; connectors without room are missing."""
    above = 1 if place.above else 0
    found: dict[Spot | Port, Standing] = {}
    if place.above:
        found.update(_in_strip(flow, parts, place.above, plan, (0, place.bands[0].band)))
    for i, here in enumerate(place.bands):
        band = flow.bands[here.band]
        for number, sign in enumerate(band.signs):
            found[Spot(here.band, number)] = Standing(above + i, _symbol(band, sign, here, plan))
    if place.below:
        found.update(
            _in_strip(flow, parts, place.below, plan, (above + len(place.bands), place.bands[-1].band))
        )
    return found


def _symbol(band: Band, sign: Sign, place: BandPlace, plan: ColumnPlan) -> PlacedSymbol:
    w, h = plan.capsule if sign.shape is Shape.KAPSUL else plan.symbol
    x, middle = plan.role_middle(sign.role), place.top + place.height // 2
    y = middle + (2 * sign.level - band.levels + 1) * (plan.symbol[1] + BETWEEN) // 2
    return PlacedSymbol(
        shape=sign.shape,
        step=band.step,
        name=band.name,
        role=sign.role,
        x=x - w // 2,
        y=y - h // 2,
        w=w,
        h=h,
        title=sign.title,
        caption=word_in_capsule(sign.word, (x, y), w),
    )


def _in_strip(
    flow: Flow, parts: PageParts, strip: StripPlace, plan: ColumnPlan, place: tuple[int, int]
) -> Iterator[tuple[Port, Standing]]:
    """The connectors of a strip; `place` is the band of the page that it is, and the number of the band beside it."""
    band, beside = place
    wishes = [
        Wish(connector, _wish(connector, flow, plan), _weight(connector, beside))
        for connector in parts.connectors
        if connector.port.above == strip.above
    ]
    chosen = choose_slots(wishes, strip.plan)
    for (connector, _), symbol in zip(chosen, draw_strip(chosen, strip, flow.numbers), strict=True):
        yield connector.port, Standing(band, symbol)


def _wish(connector: OffPage, flow: Flow, plan: ColumnPlan) -> int:
    """The mean middle of the columns of the symbols that a connector is joined with, from the left of the first role."""
    roles = [flow.bands[spot.band].signs[spot.sign].role for spot in connector.near]
    return sum(plan.role_middle(role) - plan.roles_left for role in roles) // len(roles)


def _weight(connector: OffPage, beside: int) -> int:
    """How much the place of a connector counts.

    More the nearer it is joined with the band beside the strip, and more when the flow goes its usual way there: in from
    above, out below.
    """
    away = min(abs(spot.band - beside) for spot in connector.near)
    usual = connector.port.inward == connector.port.above
    return max(_NEAR - away, 1) + (_USUAL if usual else 0)
