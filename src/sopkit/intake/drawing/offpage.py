"""Off-page connectors: a way into one goes on from its partner on a later (or earlier) page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopkit.intake.drawing.exits import is_page_note, pages_named
from sopkit.intake.drawing.geometry import apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sopkit.intake.drawing.network import Link
    from sopkit.intake.drawing.shapes import Label, Shape

_BESIDE = 14.0
"""Points: a page is named no further from its connector."""


@dataclass(frozen=True, slots=True)
class Bridged:
    """A link between symbols that are no connectors.

    `bridge` tells what paired the connectors on its way: letters (True), their places alone (False), None without any.
    """

    link: Link
    bridge: bool | None


def bridged(
    links: Iterable[Link], shapes: Sequence[Shape], labels: Sequence[Label] = ()
) -> tuple[Bridged, ...]:
    """All links with the off-page connectors taken out, and those ways that end at one without a partner left out.

    `labels` may name the page a connector leads to or comes from.
    """
    by_id = {shape.id: shape for shape in shapes}
    found = list(links)
    into = {link.target for link in found}
    out = {link.source for link in found}
    connectors = [shape for shape in shapes if shape.kind == "segilima"]
    named = _named(connectors, labels)
    pairs = _pairs([s for s in connectors if s.id in into], [s for s in connectors if s.id in out], named)
    direct = [Bridged(link, None) for link in found if not _is_connector(link, by_id)]
    across = [
        Bridged(_joined(link, following), lettered)
        for link in found
        if by_id[link.target].kind == "segilima" and by_id[link.source].kind != "segilima"
        for partner, lettered in pairs.get(link.target, ())
        for following in found
        if following.source == partner and by_id[following.target].kind != "segilima"
    ]
    return (*direct, *across)


def unmatched(links: Iterable[Link], shapes: Sequence[Shape]) -> frozenset[str]:
    """The connectors that lines leave and whose letter stands in none that a line on another page enters."""
    found = list(links)
    into, out = {link.target for link in found}, {link.source for link in found}
    entered = [shape for shape in shapes if shape.kind == "segilima" and shape.id in into]
    return frozenset(
        one.id
        for one in shapes
        if one.kind == "segilima"
        and one.id in out
        and _letter(one)
        and not any(other.page != one.page and _letter(other) == _letter(one) for other in entered)
    )


def _is_connector(link: Link, by_id: dict[str, Shape]) -> bool:
    return "segilima" in {by_id[link.source].kind, by_id[link.target].kind}


def _joined(first: Link, second: Link) -> Link:
    return replace(
        first,
        target=second.target,
        arrow=first.arrow and second.arrow,
        crowded=first.crowded or second.crowded,
        far=first.far or second.far,
        mates=(*first.mates, *second.mates),
    )


def _named(connectors: Sequence[Shape], labels: Sequence[Label]) -> dict[str, tuple[int, ...]]:
    """The pages named beside connectors; every label goes to the connector nearest to it."""
    found: dict[str, tuple[int, ...]] = {}
    for label in labels:
        near = [(apart(label.box, one.box), one.id) for one in connectors if one.page == label.page]
        if is_page_note(label.text) and near and min(near)[0] <= _BESIDE:
            found[min(near)[1]] = (*found.get(min(near)[1], ()), *pages_named(label.text))
    return found


def _pairs(
    entered: Sequence[Shape], left: Sequence[Shape], named: Mapping[str, tuple[int, ...]]
) -> dict[str, list[tuple[str, bool]]]:
    """Entered connectors with the ones left on other pages: by their letter; without letters by order on the pages.

    Of several with one letter that one is taken which both pages name, then the nearest.
    """
    found: dict[str, list[tuple[str, bool]]] = {}
    for one in entered:
        letter = _letter(one)
        partners = [other for other in left if other.page != one.page and letter and _letter(other) == letter]
        if partners:
            best = min(partners, key=lambda other: _unlike(one, other, named))
            found[one.id] = [(best.id, True)]
    used = {partner for pairs in found.values() for partner, _ in pairs}
    for page in sorted({shape.page for shape in entered}):
        ours = sorted((s for s in entered if s.page == page and s.id not in found), key=_across)
        theirs = sorted((s for s in left if s.page == page + 1 and s.id not in used), key=_across)
        if ours and len(ours) == len(theirs):
            found.update({one.id: [(other.id, False)] for one, other in zip(ours, theirs, strict=True)})
    return found


def _unlike(one: Shape, other: Shape, named: Mapping[str, tuple[int, ...]]) -> tuple[int, int]:
    """How badly two connectors go together: the pages they name that are not the other's, then how far apart."""
    wrong = sum(
        bool(named.get(here.id)) and there.page not in named[here.id]
        for here, there in ((one, other), (other, one))
    )
    return wrong, abs(other.page - one.page)


def _letter(shape: Shape) -> str:
    return shape.text.strip().strip(".()").upper()


def _across(shape: Shape) -> tuple[float, float]:
    return shape.box[0], shape.box[1]
