"""Where the vertical lines of the table stand, and what follows from the width of a role: the size of its symbols."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from sopkit.sheet.measures import (
    CAPSULE_HEIGHT_LEAST,
    GUTTER_LEAST,
    GUTTER_MOST,
    SYMBOL_HEIGHT_LEAST,
    SYMBOL_HEIGHT_MOST,
    SYMBOL_WIDTH_MOST,
)

_STEP: Final = 100
"""Widths are whole tenths of a millimetre, and even, so that middles are exact."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Widths of the columns; `role` is that of each of `roles` roles, `size` the type size of the rows."""

    left: int
    number: int
    activity: int
    role: int
    roles: int
    requirement: int
    time: int
    output: int
    note: int
    size: int

    @property
    def texts(self) -> tuple[int, ...]:
        """The widths of the columns that hold texts, left to right."""
        return self.number, self.activity, self.requirement, self.time, self.output, self.note

    @property
    def edges(self) -> tuple[int, ...]:
        """The x of every vertical line, left to right."""
        widths = (self.number, self.activity, *(self.role,) * self.roles, *self.texts[2:])
        return tuple(accumulate(widths, initial=self.left))

    @property
    def roles_left(self) -> int:
        """The left line of the first role's column."""
        return self.left + self.number + self.activity

    def role_left(self, role: int) -> int:
        """The left line of the column of `role`."""
        return self.roles_left + role * self.role

    def role_middle(self, role: int) -> int:
        """The middle of the column of `role`."""
        return self.role_left(role) + self.role // 2

    @property
    def symbol(self) -> tuple[int, int]:
        """Width and height of the symbols."""
        return symbol_size(self.role)

    @property
    def capsule(self) -> tuple[int, int]:
        """Width and height of capsules, which are never as high as wide."""
        width, high = self.symbol
        return width, min(high, max(width * 6 // 10, CAPSULE_HEIGHT_LEAST)) // 2 * 2


def symbol_size(role: int) -> tuple[int, int]:
    """Width and height of the symbols in a column `role` wide; both even."""
    gutter = min(max(role // 5, GUTTER_LEAST), GUTTER_MOST)
    width = min(SYMBOL_WIDTH_MOST, role - 2 * gutter)
    high = min(max(width * 6 // 10, SYMBOL_HEIGHT_LEAST), SYMBOL_HEIGHT_MOST)
    return width // 2 * 2, high // 2 * 2


def rounded(width: int) -> int:
    """`width` in whole steps, rounded down."""
    return width // _STEP * _STEP
