"""How high every band of the table is, rows that would not fit on a page being set in smaller type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sopkit.errors import SopkitError, Text
from sopkit.sheet.measures import BODY_SMALLER
from sopkit.sheet.table.row import sized, symbols_height, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.drawing.links import Band
    from sopkit.sheet.table.column_plan import ColumnPlan
    from sopkit.sheet.table.row import MeasuredRow

STEP: Final = 20
"""Heights are whole steps, so that the middle of a row is exact."""
_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class SizedBand:
    """A band with its height; `row` has its texts in the type they are set in, None for a capsule that stands alone."""

    band: Band
    row: MeasuredRow | None
    height: int
    glued: bool
    """Whether it must stand on the same page as the band before it."""


def size_bands(
    bands: Sequence[Band], rows: Sequence[MeasuredRow], plan: ColumnPlan, limit: int
) -> tuple[SizedBand, ...]:
    """The heights of `bands`; no row, with the capsules that stay with it, is higher than `limit`.

    Raises:
        SopkitError: a row does not fit on a page even in the smallest type.
    """
    capsule = _rounded(symbols_height(1, plan.symbol[1]))
    found: list[SizedBand] = []
    for number, band in enumerate(bands):
        glued = number > 0 and None in {bands[number - 1].step, band.step}
        if band.step is None:
            found.append(SizedBand(band, None, capsule, glued))
            continue
        around = [bands[i] for i in (number - 1, number + 1) if 0 <= i < len(bands)]
        capsules = sum(other.step is None for other in around)
        row, high = _fit(band, rows[band.step], plan, limit - capsules * capsule)
        found.append(SizedBand(band, row, high, glued))
    return tuple(found)


def _fit(band: Band, row: MeasuredRow, plan: ColumnPlan, limit: int) -> tuple[MeasuredRow, int]:
    """The row in the largest type in which it is not higher than `limit`, and its height."""
    symbols = symbols_height(band.levels, plan.symbol[1])
    for candidate in (row, *(sized(row, size) for size in BODY_SMALLER if size < plan.size)):
        high = _rounded(max(text_height(candidate.blocks, plan.texts), symbols))
        if high <= limit:
            return candidate, high
    raise _too_tall(band, row)


def _rounded(height: int) -> int:
    return -(-height // STEP) * STEP


def _too_tall(band: Band, row: MeasuredRow) -> SopkitError:
    texts = row.activity.entries
    start = texts[0].text.runs[0].text[:_SHOWN] if texts else ""
    return SopkitError(
        Text(
            f"langkah {band.name} (“{start}…”) tidak muat pada satu halaman; persingkat teksnya atau pecah menjadi beberapa langkah",
            f"step {band.name} (“{start}…”) does not fit on a page; shorten its texts or divide it into several steps",
        )
    )
