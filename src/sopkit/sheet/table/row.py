"""A row of content → a row whose texts are measured, and how high it is for given columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sopkit.sheet.measures import AROUND, BETWEEN, BODY, BORDER, PADDING
from sopkit.sheet.model import Align, Style
from sopkit.sheet.typography.typeset import Block, block, height, restyled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.sheet.content import Row

_MIDDLE: Final = Style(BODY, align=Align.CENTRE)
_LEFT: Final = Style(BODY)


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """The texts of a row in the order of the columns that hold texts, and on which level of the row each symbol stands.

    Symbols of one row stand side by side on level 0; one whose role already has a symbol stands lower.
    """

    number: Block
    activity: Block
    requirements: Block
    time: Block
    outputs: Block
    note: Block
    levels: tuple[int, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All texts, left to right."""
        return self.number, self.activity, self.requirements, self.time, self.outputs, self.note


def measure_row(row: Row) -> MeasuredRow:
    """`row` measured in the normal type size."""
    return MeasuredRow(
        number=_block(_MIDDLE, row.number),
        activity=_block(_LEFT, row.activity),
        requirements=block(_LEFT, row.requirements, numbered=True),
        time=_block(_MIDDLE, row.time),
        outputs=block(_LEFT, row.outputs, numbered=True),
        note=_block(_LEFT, row.note),
        levels=levels(symbol.role for symbol in row.symbols),
    )


def _block(style: Style, text: str) -> Block:
    return block(style, (text,) if text else ())


def levels(roles: Iterable[int]) -> tuple[int, ...]:
    """For each symbol of a row, by its role: its level. The work never goes up within a row."""
    seen: dict[int, int] = {}
    found: list[int] = []
    for role in roles:
        level = max(seen.get(role, -1) + 1, found[-1] if found else 0)
        seen[role] = level
        found.append(level)
    return tuple(found)


def clear(width: int) -> int:
    """What is left of a column `width` for text."""
    return width - 2 * PADDING - BORDER


def text_height(blocks: Sequence[Block], widths: Sequence[int]) -> int:
    """How high a row must be for its texts in columns `widths`."""
    return 2 * PADDING + max(height(of, clear(width)) for of, width in zip(blocks, widths, strict=True))


def symbols_height(count: int, symbol: int) -> int:
    """How high a row must be for `count` levels of symbols of the height `symbol`."""
    return 2 * AROUND + count * symbol + (count - 1) * BETWEEN


def sized(row: MeasuredRow, size: int) -> MeasuredRow:
    """The same row in type of `size`."""

    def resized(of: Block) -> Block:
        return restyled(of, replace(of.style, size=size))

    number, activity, requirements, time, outputs, note = (resized(of) for of in row.blocks)
    return MeasuredRow(number, activity, requirements, time, outputs, note, row.levels)
