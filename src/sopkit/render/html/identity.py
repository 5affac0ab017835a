"""The identity block of a page → a grid of CSS: its lines are those of the cells, its rows grow with their text."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.render.html.lengths import css_mm
from sopkit.render.html.text import TextView, text_view
from sopkit.sheet.model import CellKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.sheet.model import Cell, Page, PlacedPicture
    from sopkit.sheet.picture import Picture

_SECTIONS = {CellKind.SECTION_HEADING, CellKind.SECTION}


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: its place in its cell, and the picture itself as a URI that holds it."""

    style: str
    uri: str


@dataclass(frozen=True, slots=True)
class BoxView:
    """A cell of the block: its kind, its place in the grid, its text and pictures."""

    kind: str
    style: str
    tinted: bool
    text: TextView
    pictures: tuple[PictureView, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """The block on a page: the grid, the cells of its upper part (none on later pages) and of its sections, in reading order.

    `bottom` is its lower line on the page in micrometres.
    """

    style: str
    head: tuple[BoxView, ...]
    sections: tuple[BoxView, ...]
    bottom: int


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of the grid."""

    across: tuple[int, ...]
    down: tuple[int, ...]


def identity_grid(page: Page) -> GridView | None:
    """The identity block of `page`; None where it has none."""
    cells = page.identity
    if not cells:
        return None
    lines = _Lines(
        across=_ordered(x for cell in cells for x in (cell.x, cell.x + cell.w)),
        down=_ordered(y for cell in cells for y in (cell.y, cell.y + cell.h)),
    )
    boxes = [(cell, _box(cell, lines, page.pictures)) for cell in cells]
    return GridView(
        style=_grid(lines),
        head=tuple(box for cell, box in boxes if cell.kind not in _SECTIONS),
        sections=tuple(box for cell, box in boxes if cell.kind in _SECTIONS),
        bottom=lines.down[-1],
    )


def _ordered(places: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(places)))


def _grid(lines: _Lines) -> str:
    columns = " ".join(css_mm(right - left) for left, right in pairwise(lines.across))
    rows = " ".join(f"minmax({css_mm(low - high)},auto)" for high, low in pairwise(lines.down))
    margin = f"{css_mm(lines.down[0])} 0 0 {css_mm(lines.across[0])}"
    return f"margin:{margin};grid-template-columns:{columns};grid-template-rows:{rows}"


def _box(cell: Cell, lines: _Lines, pictures: Sequence[PlacedPicture]) -> BoxView:
    down = f"{lines.down.index(cell.y) + 1}/{lines.down.index(cell.y + cell.h) + 1}"
    across = f"{lines.across.index(cell.x) + 1}/{lines.across.index(cell.x + cell.w) + 1}"
    return BoxView(
        kind=cell.kind.value,
        style=f"grid-row:{down};grid-column:{across}",
        tinted=cell.tinted,
        text=text_view(cell, cell.y),
        pictures=tuple(_picture(placed, cell) for placed in pictures if _within(placed, cell)),
    )


def _within(placed: PlacedPicture, cell: Cell) -> bool:
    return cell.x <= placed.x < cell.x + cell.w and cell.y <= placed.y < cell.y + cell.h


def _picture(placed: PlacedPicture, cell: Cell) -> PictureView:
    left, top = placed.x - cell.x, placed.y - cell.y
    size = f"width:{css_mm(placed.w)};height:{css_mm(placed.h)}"
    return PictureView(f"left:{css_mm(left)};top:{css_mm(top)};{size}", logo_uri(placed.picture))


def logo_uri(logo: Picture | None) -> str:
    """The URI that holds the picture itself; empty for none."""
    return f"data:{logo.media_type};base64,{b64encode(logo.data).decode()}" if logo else ""
