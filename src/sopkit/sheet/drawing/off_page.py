"""Lines that go over to other pages → lines within pages, and the off-page connectors that they end at.

Every target has one letter. On a page there is one connector for all lines that leave it for that target in the same
direction, and one for all that come in to it from the same direction. Places are not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sopkit.sheet.drawing.links import Link, Spot

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, order=True)
class Port:
    """An off-page connector of a page: the target it stands for, whether lines come in by it, whether it stands above the rows."""

    target: Spot
    inward: bool
    above: bool


@dataclass(frozen=True, slots=True)
class OffPage:
    """An off-page connector with what it tells: its letter, and the pages it leads to or comes from, by number from 0.

    `near` are the symbols on its own page that it is joined with.
    """

    port: Port
    letter: str
    pages: tuple[int, ...]
    near: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is drawn on one page of the lines `links`, by number: all of a line, or the part to or from a connector.

    Lines to the same target that come in by the same connector have that part in common.
    """

    source: Spot | Port
    target: Spot | Port
    links: tuple[int, ...]
    labelled: bool


@dataclass(frozen=True, slots=True)
class PageParts:
    """What of the flow is drawn on a page, in the order of the lines; connectors in the order of their letters."""

    parts: tuple[Part, ...]
    connectors: tuple[OffPage, ...]


def letters(count: int) -> tuple[str, ...]:
    """The first `count` letters: A to Z, then AA, AB and so on."""
    return tuple(_letter(i) for i in range(count))


def _letter(number: int) -> str:
    text = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, len(_LETTERS))
        text = _LETTERS[digit] + text
    return text


def split_links(links: Mapping[int, Link], page_of: Sequence[int], pages: int) -> tuple[PageParts, ...]:
    """The parts and connectors of each page; `page_of` tells the page of each band."""
    over = {
        number: link for number, link in links.items() if _pages(link, page_of)[0] != _pages(link, page_of)[1]
    }
    targets = dict.fromkeys(link.target for link in over.values())
    named = dict(zip(targets, letters(len(targets)), strict=True))
    return tuple(
        PageParts(
            tuple(_parts(links, page_of, page)),
            tuple(_connectors(over.values(), page_of, page, named)),
        )
        for page in range(pages)
    )


def _pages(link: Link, page_of: Sequence[int]) -> tuple[int, int]:
    return page_of[link.source.band], page_of[link.target.band]


def _parts(links: Mapping[int, Link], page_of: Sequence[int], page: int) -> list[Part]:
    parts: list[Part] = []
    coming: dict[Port, list[int]] = {}
    for number, link in links.items():
        leaves, enters = _pages(link, page_of)
        if leaves == page == enters:
            parts.append(Part(link.source, link.target, (number,), labelled=True))
        elif leaves == page:
            port = Port(link.target, inward=False, above=enters < page)
            parts.append(Part(link.source, port, (number,), labelled=True))
        elif enters == page:
            coming.setdefault(Port(link.target, inward=True, above=leaves < page), []).append(number)
    entering = (Part(port, port.target, tuple(numbers), labelled=False) for port, numbers in coming.items())
    return sorted((*parts, *entering), key=lambda part: part.links)


def _connectors(
    over: Iterable[Link], page_of: Sequence[int], page: int, named: Mapping[Spot, str]
) -> list[OffPage]:
    others: dict[Port, list[int]] = {}
    near: dict[Port, list[Spot]] = {}
    for link in over:
        leaves, enters = _pages(link, page_of)
        if page not in {leaves, enters}:
            continue
        inward = enters == page
        other = leaves if inward else enters
        port = Port(link.target, inward=inward, above=other < page)
        others.setdefault(port, []).append(other)
        near.setdefault(port, []).append(link.target if inward else link.source)
    return [
        OffPage(port, named[port.target], tuple(sorted(set(others[port]))), tuple(dict.fromkeys(near[port])))
        for port in sorted(others, key=lambda port: (list(named).index(port.target), port))
    ]
