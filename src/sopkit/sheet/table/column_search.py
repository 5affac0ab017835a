"""How wide the columns are: a small search for the fewest pages, then the widest roles, then the lowest rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.errors import SopkitError, Text
from sopkit.sheet.measures import (
    BODY_SIZES,
    BORDER,
    FIXED_MOST,
    NOTE,
    NOTE_EMPTY,
    NUMBER,
    PADDING,
    ROLE_LEAST,
    ROLE_MOST,
    ROLE_STEP,
    SHARES,
    STRIP,
    TEXTS_EASY,
    TEXTS_LEAST,
    TEXTS_USUAL,
    TIME,
)
from sopkit.sheet.table.column_plan import ColumnPlan, rounded
from sopkit.sheet.table.heading import heading_heights, width_needed
from sopkit.sheet.table.row import sized, symbols_height, text_height
from sopkit.sheet.typography.typeset import longest_piece, needed_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.table.heading import MeasuredHeadings
    from sopkit.sheet.table.row import MeasuredRow
    from sopkit.sheet.typography.typeset import Block

_WHOLE: Final = 100
_STEP: Final = 200
_SHARE_LEAST: Final = 40
_SHARE_MOST: Final = 60
_EASY: Final = 70
"""The type size in which the headings of these columns should fit."""
_LONG_WORD: Final = 36_000
"""A word that needs more than this is no reason to make its column wide."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the table may take: its left line, its width, and the height of a page for headings and rows.

    Roles are no narrower than `role` where the paper allows it.
    """

    left: int
    width: int
    height: int
    role: int = ROLE_LEAST


class _Fixed(NamedTuple):
    """Widths of the columns that are not searched for."""

    number: int
    time: int
    note: int


class _Rank(NamedTuple):
    """How good a plan is; the least is the best. `cut` texts have a word cut that could have been kept whole."""

    cut: int
    pages: int
    height: int

    @property
    def reached(self) -> tuple[int, int]:
        """What a wider role must not make worse."""
        return self.cut, self.pages


def plan_columns(headings: MeasuredHeadings, rows: Sequence[MeasuredRow], room: Room) -> ColumnPlan:
    """The columns for `rows` and the type size of all rows: a smaller one only where fewer words are cut for it.

    Raises:
        SopkitError: there are more roles than columns fit.
    """
    found: list[tuple[int, ColumnPlan]] = []
    for size in BODY_SIZES:
        rank, plan = _best_plan(headings, [sized(row, size) for row in rows], room, size)
        if rank.cut == 0:
            return plan
        found.append((rank.cut, plan))
    return min(found, key=lambda ranked: ranked[0])[1]


def _best_plan(
    headings: MeasuredHeadings, rows: Sequence[MeasuredRow], room: Room, size: int
) -> tuple[_Rank, ColumnPlan]:
    fixed = _fixed(headings, rows, room.width)
    roles = len(headings.roles)
    for_all = room.width - sum(fixed)
    if for_all - TEXTS_LEAST < roles * ROLE_LEAST:
        raise _too_many(roles, (for_all - TEXTS_LEAST) // ROLE_LEAST)
    most = max(rounded((for_all - TEXTS_USUAL) // roles), ROLE_LEAST)
    needed = rounded(width_needed(headings.roles) + _STEP - 1)
    least = max(ROLE_LEAST, min(max(needed, room.role), most, ROLE_MOST))
    widths = sorted({least, *range(ROLE_LEAST, min(most, ROLE_MOST) + 1, ROLE_STEP)})
    search = _Search(room, fixed, headings, rows, size)
    return search.best([role for role in widths if role >= least])


class _Search:
    """What all plans have in common; ranks plans."""

    def __init__(
        self,
        room: Room,
        fixed: _Fixed,
        headings: MeasuredHeadings,
        rows: Sequence[MeasuredRow],
        size: int,
    ) -> None:
        self.room = room
        self.fixed = fixed
        self.headings = headings
        self.rows = rows
        self.size = size
        heads = [width_needed((of,)) for of in headings.columns]
        self.needed = [heads, *([_needed(of) for of in row.blocks] for row in rows)]
        self.longest = [max(column) for column in zip(*self.needed, strict=True)]
        self.share = _share_of_requirements(rows)
        self.unchanged = [text_height((row.number, row.time, row.note), fixed) for row in rows]
        """How high each row must be at least, because of the columns that all plans share."""

    def best(self, widths: Sequence[int]) -> tuple[_Rank, ColumnPlan]:
        """The best plan of all for the `widths` of roles, which ascend.

        What the narrowest roles reach is taken for the best that can be reached. The widest that reach it too are found by
        halving, as if narrower roles never made things worse.
        """
        found = self._plans(widths[0])
        goal, low, high = found[0][0].reached, 1, len(widths)
        while low < high:
            middle = (low + high) // 2
            plans = self._plans(widths[middle])
            if plans[0][0].reached <= goal:
                found, low = plans, middle + 1
            else:
                high = middle
        return found[0]

    def _plans(self, role: int) -> list[tuple[_Rank, ColumnPlan]]:
        """The plans for a width of roles, the best first."""
        plans = [self._plan(role, percent) for percent in SHARES]
        return sorted(((self._rank(plan), plan) for plan in plans), key=lambda ranked: ranked[0])

    def _plan(self, role: int, percent: int) -> ColumnPlan:
        """The plan that gives Kegiatan `percent` of the room for texts, and Kelengkapan its share of what is left."""
        fixed, roles = self.fixed, len(self.headings.roles)
        texts = self.room.width - sum(fixed) - roles * role
        activity = rounded(texts * percent // _WHOLE)
        rest = texts - activity
        _, _, needed, _, needed_beside, _ = self.longest
        requirement = max(min(rest * self.share // _WHOLE, rest - needed_beside), min(needed, rest // 2))
        requirement = rounded(requirement)
        return ColumnPlan(
            left=self.room.left,
            number=fixed.number,
            activity=activity,
            role=role,
            roles=roles,
            requirement=requirement,
            time=fixed.time,
            output=rest - requirement,
            note=fixed.note,
            size=self.size,
        )

    def _rank(self, plan: ColumnPlan) -> _Rank:
        capacity = self.room.height - sum(heading_heights(self.headings, plan)) - 2 * STRIP
        widths, symbol = (plan.activity, plan.requirement, plan.output), plan.symbol[1]
        pages, filled, total = 1, -STRIP, 0
        for row, least in zip(self.rows, self.unchanged, strict=True):
            texts = text_height((row.activity, row.requirements, row.outputs), widths)
            high = max(least, texts, symbols_height(max(row.levels) + 1, symbol))
            total += high
            if filled + high > capacity:
                pages, filled = pages + 1, 0
            filled += high
        return _Rank(self._cut(plan), pages, total)

    def _cut(self, plan: ColumnPlan) -> int:
        """How many texts have a word that must be cut, and that a wider column would have kept whole."""
        widths = plan.texts
        if all(have >= need for have, need in zip(widths, self.longest, strict=True)):
            return 0
        return sum(
            have < need <= _LONG_WORD for row in self.needed for have, need in zip(widths, row, strict=True)
        )


def _needed(of: Block) -> int:
    """The width of a column in which no word of `of` is cut; 0 for no text."""
    longest = longest_piece(of)
    return needed_width(longest, of.style) + 2 * PADDING + BORDER if longest else 0


def _fixed(headings: MeasuredHeadings, rows: Sequence[MeasuredRow], width: int) -> _Fixed:
    """Widths for number, time and note: as usual, and wider for a long word where there is no lack of room.

    Without any note its column is hardly wider than its heading needs.
    """
    number, time, note = (
        max(map(_needed, column))
        for column in zip(*((row.number, row.time, row.note) for row in rows), strict=True)
    )
    heads = [min(width_needed((of,), _EASY), FIXED_MOST) for of in headings.columns]
    notes = NOTE if any(row.note.entries for row in rows) else NOTE_EMPTY
    usual = _Fixed(max(NUMBER, heads[0]), max(TIME, heads[3]), max(notes, heads[5]))
    wide = _Fixed(*(min(max(pair), FIXED_MOST) for pair in zip(usual, (number, time, note), strict=True)))
    has_room = width - sum(wide) - len(headings.roles) * ROLE_LEAST >= TEXTS_EASY
    return _Fixed(*(rounded(w + 99) for w in (wide if has_room else usual)))


def _share_of_requirements(rows: Sequence[MeasuredRow]) -> int:
    """Percent of the room for Kelengkapan and Output that Kelengkapan gets: as it has of their text, within limits."""
    wants = sum(_amount(row.requirements) for row in rows)
    both = wants + sum(_amount(row.outputs) for row in rows)
    return min(max(wants * _WHOLE // both, _SHARE_LEAST), _SHARE_MOST) if both else _WHOLE // 2


def _amount(of: Block) -> int:
    return sum(entry.text.width for entry in of.entries)


def _too_many(roles: int, most: int) -> SopkitError:
    return SopkitError(
        Text(
            f"{roles} pelaksana tidak muat pada kertas ini, paling banyak {most}; pilih kertas yang lebih lebar atau gabungkan kolom",
            f"{roles} roles do not fit on this paper, {most} at most; choose a wider paper or merge columns",
        )
    )
