"""Off-page connectors → symbols in their strip, with letter and caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.sheet.drawing.caption import (
    caption_lines,
    caption_text,
    caption_width,
    caption_words,
    place_caption,
    word_in_symbol,
)
from sopkit.sheet.drawing.strip import assign
from sopkit.sheet.measures import LETTER
from sopkit.sheet.model import Align, PlacedSymbol
from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.drawing.off_page import OffPage
    from sopkit.sheet.drawing.strip import Slot, Strip
    from sopkit.sheet.model import Paragraph

_GAP: Final = 600
"""Between a connector and its caption, and whatever comes next."""
_EDGE: Final = 800
"""Between a connector of a crowded strip and the edge of the strip that faces the rows.

With what lines keep from that edge it is what they keep from symbols.
"""
_CUT: Final = 20
"""What it costs to cut a word of a caption; a line costs 1."""
_BODY: Final = 60
"""Percent of a connector's height above its point."""


@dataclass(frozen=True, slots=True)
class StripPlace:
    """Where a strip is: its plan, the x of the roles' left and right lines, its upper line, and whether it is above the rows."""

    plan: Strip
    left: int
    right: int
    top: int
    above: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """An off-page connector with the x, from the left of the first role, that it would best stand at.

    `weight` tells how much that counts: most for what is joined with a symbol right beside the strip.
    """

    connector: OffPage
    x: int
    weight: int


def choose_slots(wishes: Sequence[Wish], strip: Strip) -> tuple[tuple[OffPage, Slot], ...]:
    """The connectors and their places, left to right; those for which there is no place are missing."""
    kept = sorted(wishes[: len(strip.slots)], key=lambda wish: wish.x)
    taken = assign([(wish.x, wish.weight) for wish in kept], [slot.x for slot in strip.slots])
    return tuple((wish.connector, strip.slots[i]) for wish, i in zip(kept, taken, strict=True))


def draw_strip(
    chosen: Sequence[tuple[OffPage, Slot]], place: StripPlace, numbers: Sequence[int]
) -> tuple[PlacedSymbol, ...]:
    """The connectors in their places; `numbers` are the printed numbers of the sheet's pages that they speak of."""
    draw = _with_captions_outside if place.plan.crowded else _with_captions_beside
    return tuple(draw(chosen, place, numbers))


def _with_captions_outside(
    chosen: Sequence[tuple[OffPage, Slot]], place: StripPlace, numbers: Sequence[int]
) -> list[PlacedSymbol]:
    """Captions on the side of the connectors that faces away from the rows."""
    (w, h), high = place.plan.size, place.plan.line_height
    found = []
    for connector, slot in chosen:
        x = place.left + slot.x
        line_top = _line_top(slot, place)
        y = line_top + (high - _EDGE - h if place.above else _EDGE)
        outside = (high - _EDGE - h) // 2
        middle = line_top + (outside if place.above else high - outside)
        lines = caption_lines(_caption(connector, numbers), _pitch(place.plan) * 2 - 2 * _GAP)
        caption = place_caption(lines, x, middle, Align.CENTRE)
        found.append(_symbol(connector, slot, (x - w // 2, y, w, h), caption))
    return found


def _pitch(strip: Strip) -> int:
    """From one place to the next; half of that when all are on one line, where captions would touch."""
    return (strip.slots[1].x - strip.slots[0].x) // (2 if strip.lines == 1 else 1)


def _with_captions_beside(
    chosen: Sequence[tuple[OffPage, Slot]], place: StripPlace, numbers: Sequence[int]
) -> list[PlacedSymbol]:
    """Captions to the right or left of the connectors, on as few lines as can be and no word cut where that can be helped."""
    w, h = place.plan.size
    middle = place.top + place.plan.height // 2
    found = []
    for (connector, slot), beside in zip(chosen, _beside(chosen, place, numbers), strict=True):
        x = place.left + slot.x - w // 2
        right = beside.right
        at = (x + w + _GAP, middle, Align.LEFT) if right else (x - _GAP, middle, Align.RIGHT)
        caption = place_caption(beside.lines, *at)
        found.append(_symbol(connector, slot, (x, middle - h // 2, w, h), caption))
    return found


@dataclass(frozen=True, slots=True)
class _Beside:
    """A caption and the side it stands on; `end` is where it and its connector end, `cost` that of all so far."""

    lines: tuple[str, ...]
    right: bool
    end: int
    cost: int
    before: _Beside | None


def _beside(
    chosen: Sequence[tuple[OffPage, Slot]], place: StripPlace, numbers: Sequence[int]
) -> list[_Beside]:
    """The cheapest captions, left to right; of equal ones those to the right."""
    w = place.plan.size[0]
    lefts = [place.left + slot.x - w // 2 for _, slot in chosen]
    best: list[_Beside | None] = [None]
    for (connector, _), x, after in zip(chosen, lefts, [*lefts[1:], place.right], strict=True):
        text = _caption(connector, numbers)
        options: dict[int, _Beside] = {}
        for before in best:
            taken, cost = (before.end, before.cost) if before else (place.left, 0)
            for right, room in ((True, after - x - w - 2 * _GAP), (False, x - taken - 2 * _GAP)):
                for lines, price in _broken(text, room):
                    end = x + w + (_GAP + caption_width(lines) if right else 0)
                    option = _Beside(lines, right, end, cost + price, before)
                    if end not in options or option.cost < options[end].cost:
                        options[end] = option
        best = list(options.values())
    return _chain(min(best, key=lambda option: option.cost if option else 0))


def _chain(last: _Beside | None) -> list[_Beside]:
    """All captions up to `last`, left to right."""
    found: list[_Beside] = []
    while last:
        found.append(last)
        last = last.before
    return found[::-1]


def _broken(text: str, width: int) -> list[tuple[tuple[str, ...], int]]:
    """`text` in one piece if it fits into `width`, and on as many lines as it has words; what each costs."""
    needed = caption_width(caption_words(text))
    found = [caption_lines(text, width), caption_lines(text, min(needed, width))]
    cut = _CUT if needed > width else 0
    return [(lines, len(lines) + cut) for lines in dict.fromkeys(found)]


def _caption(connector: OffPage, numbers: Sequence[int]) -> str:
    return caption_text([numbers[page] for page in connector.pages], inward=connector.port.inward)


def _line_top(slot: Slot, place: StripPlace) -> int:
    line = place.plan.lines - 1 - slot.line if place.above else slot.line
    return place.top + line * place.plan.line_height


def _symbol(
    connector: OffPage, slot: Slot, box: tuple[int, int, int, int], caption: Paragraph
) -> PlacedSymbol:
    x, y, w, h = box
    letter = connector.letter
    inside = word_in_symbol(letter, x + w // 2, y + h * _BODY // 200 + h // 20, LETTER, bold=True)
    return PlacedSymbol(
        shape=Shape.SEGILIMA,
        step=None,
        name=letter,
        role=slot.column,
        x=x,
        y=y,
        w=w,
        h=h,
        title=f"Penghubung halaman {letter}: {caption.lines[0].text if caption.lines else ''}",
        letter=letter,
        caption=(inside, caption),
    )
