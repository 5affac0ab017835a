"""How wide the columns are: a small search for the fewest pages, then the widest roles, then the lowest rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.errors import SopkitError, Text
from sopkit.sheet.column_plan import ColumnPlan, rounded
from sopkit.sheet.heading import heading_heights, width_needed
from sopkit.sheet.measures import (
    BODY,
    BORDER,
    FIXED_MOST,
    NOTE,
    NUMBER,
    PADDING,
    ROLE_LEAST,
    ROLE_MOST,
    ROLE_STEP,
    SHARES,
    STRIP,
    TEXTS_EASY,
    TEXTS_LEAST,
    TIME,
)
from sopkit.sheet.model import Style
from sopkit.sheet.row import symbols_height, text_height
from sopkit.sheet.typeset import longest_piece, needed_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.heading import MeasuredHeadings
    from sopkit.sheet.row import MeasuredRow
    from sopkit.sheet.typeset import Block

_WHOLE: Final = 100
_SHARE_LEAST: Final = 40
_SHARE_MOST: Final = 60
_LONG_WORD: Final = 30_000
"""A word that needs more than this is no reason to make its column wide."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the table may take: its left line, its width, and the height of a page for headings and rows."""

    left: int
    width: int
    height: int


class _Fixed(NamedTuple):
    """Widths of the columns that are not searched for."""

    number: int
    time: int
    note: int


class _Rank(NamedTuple):
    """How good a plan is; the least is the best. `cut` columns have a word cut that could have been kept whole."""

    cut: int
    pages: int
    narrow: int
    height: int


def plan_columns(headings: MeasuredHeadings, rows: Sequence[MeasuredRow], room: Room) -> ColumnPlan:
    """The columns for `rows`.

    Raises:
        SopkitError: there are more roles than columns fit.
    """
    fixed = _fixed(headings, rows, room.width)
    roles = len(headings.roles)
    most = rounded((room.width - sum(fixed) - TEXTS_LEAST) // roles)
    if most < ROLE_LEAST:
        raise _too_many(roles, (room.width - sum(fixed) - TEXTS_LEAST) // ROLE_LEAST)
    needed = rounded(width_needed(headings.roles) + 199)
    least = max(ROLE_LEAST, min(needed, most, ROLE_MOST))
    widths = {least, *range(ROLE_LEAST, min(most, ROLE_MOST) + 1, ROLE_STEP)}
    share = _share_of_requirements(rows)
    return _best(
        [
            [_plan(room, fixed, (roles, role), (percent, share)) for percent in SHARES]
            for role in sorted(widths, reverse=True)
            if role >= least
        ],
        headings,
        rows,
        room.height,
    )


def _best(
    plans: Sequence[Sequence[ColumnPlan]], headings: MeasuredHeadings, rows: Sequence[MeasuredRow], high: int
) -> ColumnPlan:
    """The best of `plans`, which come by the width of roles, the widest first.

    What the narrowest roles reach is taken for the best that can be reached: the search ends at the first width that does.
    """
    longest = _longest(rows)
    goal = min(_rank(plan, headings, rows, high, longest)[:2] for plan in plans[-1])
    found: list[tuple[_Rank, ColumnPlan]] = []
    for same_width in plans:
        found += [(_rank(plan, headings, rows, high, longest), plan) for plan in same_width]
        if min(rank[:2] for rank, _ in found) <= goal:
            break
    return min(found, key=lambda ranked: ranked[0])[1]


def _rank(
    plan: ColumnPlan,
    headings: MeasuredHeadings,
    rows: Sequence[MeasuredRow],
    high: int,
    longest: Sequence[int],
) -> _Rank:
    capacity = high - sum(heading_heights(headings, plan)) - 2 * STRIP
    widths, symbol = plan.texts, plan.symbol[1]
    pages, filled, total = 1, -STRIP, 0
    for row in rows:
        need = max(text_height(row.blocks, widths), symbols_height(max(row.levels) + 1, symbol))
        total += need
        if filled + need > capacity:
            pages, filled = pages + 1, 0
        filled += need
    cut = sum(have < need <= _LONG_WORD for have, need in zip(widths, longest, strict=True))
    return _Rank(cut, pages, -plan.role, total)


def _plan(room: Room, fixed: _Fixed, roles: tuple[int, int], shares: tuple[int, int]) -> ColumnPlan:
    """The plan for a number and width of roles, and the percents of the texts' room for Kegiatan and of the rest for Kelengkapan."""
    texts = room.width - sum(fixed) - roles[0] * roles[1]
    activity = rounded(texts * shares[0] // _WHOLE)
    requirement = rounded((texts - activity) * shares[1] // _WHOLE)
    return ColumnPlan(
        left=room.left,
        number=fixed.number,
        activity=activity,
        role=roles[1],
        roles=roles[0],
        requirement=requirement,
        time=fixed.time,
        output=texts - activity - requirement,
        note=fixed.note,
    )


def _longest(rows: Sequence[MeasuredRow]) -> list[int]:
    """For each column that holds texts, the width that its longest word needs."""
    style = Style(BODY)
    columns = zip(*(row.blocks for row in rows), strict=True)
    return [
        needed_width(max(longest_piece(of) for of in column), style) + 2 * PADDING + BORDER
        for column in columns
    ]


def _fixed(headings: MeasuredHeadings, rows: Sequence[MeasuredRow], width: int) -> _Fixed:
    """Widths for number, time and note: as usual, and wider for a long word where there is no lack of room.

    Without any note its column is only as wide as its heading needs.
    """
    number, _, _, time, _, note = _longest(rows)
    heads = [min(width_needed((of,)), FIXED_MOST) for of in headings.columns]
    no_notes = not any(row.note.entries for row in rows)
    usual = _Fixed(max(NUMBER, heads[0]), max(TIME, heads[3]), max(0 if no_notes else NOTE, heads[5]))
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
