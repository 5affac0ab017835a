"""The hours of one working day: from when, until when, and the break between.

What belongs here is the arithmetic of minutes within one day. Weekdays are in `hours`, dates in `calendar`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from sopkit.errors import SopkitError, Text

MINUTES_PER_DAY = 24 * 60

Interval: TypeAlias = tuple[int, int]
"""Worked minutes of a day, counted from midnight, the end not included: 07.30–12.00 is `(450, 720)`."""

Intervals: TypeAlias = tuple[Interval, ...]
"""The worked parts of one day in order, none touching the break. A day off has none."""

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])")


def minute_of_day(clock: str) -> int:
    """The minute since midnight of `07:30` or `07.30`; `24:00` is 1440, the end of the day.

    Raises:
        SopkitError: the text is no time of day.
    """
    found = _CLOCK.fullmatch(clock.strip())
    total = int(found[1]) * 60 + int(found[2]) if found else None
    if total is None or total > MINUTES_PER_DAY:
        raise SopkitError(
            Text(
                id=f"Jam “{clock}” tidak dapat dibaca. Tulis seperti 07:30 atau 07.30.",
                en=f'The time "{clock}" cannot be read. Write it like 07:30 or 07.30.',
            )
        )
    return total


@dataclass(frozen=True, slots=True)
class Shift:
    """The hours of a working day as a configuration writes them, with at most one break.

    `break_start` may be missing only when `break_minutes` is 0. A shift ends on the day it begins; `24:00` is
    allowed as its end.

    Raises:
        SopkitError: a time cannot be read, or the times do not follow each other, or the break lies outside.
    """

    start: str
    end: str
    break_start: str | None = None
    break_minutes: int = 0

    def __post_init__(self) -> None:
        edges = self._edges()
        if any(later <= earlier for earlier, later in pairwise(edges)):
            raise SopkitError(_out_of_order(self))

    def intervals(self) -> Intervals:
        """The worked parts of the day: one without a break, two with one."""
        edges = self._edges()
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def _edges(self) -> tuple[int, ...]:
        start, end = minute_of_day(self.start), minute_of_day(self.end)
        if self.break_minutes == 0:
            return (start, end)
        if self.break_start is None:
            raise SopkitError(_break_without_place(self))
        pause = minute_of_day(self.break_start)
        return (start, pause, pause + self.break_minutes, end)


def minutes_in(intervals: Intervals) -> int:
    """The minutes of work of a day."""
    return sum(end - start for start, end in intervals)


def worked_before(intervals: Intervals, minute: int) -> int:
    """The minutes of work of a day that lie before `minute`, counted from midnight."""
    return sum(min(end, minute) - start for start, end in intervals if start < minute)


def minute_when_done(intervals: Intervals, minutes: int) -> int:
    """The minute of the day at which `minutes` of its work are done: the end of the last minute worked.

    `minutes` is at least 1 and at most the work of the day.
    """
    left = minutes
    for start, end in intervals:
        if left <= end - start:
            return start + left
        left -= end - start
    raise ValueError(f"{minutes} minutes do not fit into {intervals}")


def _out_of_order(shift: Shift) -> Text:
    pause = f"{shift.break_start} + {shift.break_minutes}"
    return Text(
        id=f"Jam kerja {shift.start}–{shift.end} (istirahat {pause} menit) tidak berurutan. "
        "Jam mulai harus sebelum jam selesai, dan istirahat harus berada di antaranya.",
        en=f"The working hours {shift.start}–{shift.end} (break {pause} minutes) are out of order. "
        "The start must come before the end, and the break must lie between them.",
    )


def _break_without_place(shift: Shift) -> Text:
    return Text(
        id=f"Istirahat {shift.break_minutes} menit pada jam kerja {shift.start}–{shift.end} belum punya jam mulai. "
        "Tambahkan jam mulai istirahat, misalnya 12:00.",
        en=f"The break of {shift.break_minutes} minutes in the working hours {shift.start}–{shift.end} has no start. "
        "Add the time at which the break begins, such as 12:00.",
    )
