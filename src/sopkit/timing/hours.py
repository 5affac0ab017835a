"""Working hours by weekday, and the seasons (Ramadan) in which other hours hold.

What belongs here knows weekdays and spans of dates, but no holidays: those are in `calendar`.

Perpres 21/2023 sets 37 h 30 m a week, 32 h 30 m in Ramadan, and the length of the break; it leaves to the office
where the break lies. Here it stands at the midday prayer: Monday to Thursday 12.00–13.00, on Fridays 11.30–13.00;
in Ramadan 12.00–12.30 and on Fridays 11.30–12.30.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Self

from sopkit.errors import SopkitError, Text
from sopkit.timing.shift import MINUTES_PER_DAY, Intervals, Shift

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

DAYS_PER_WEEK = 7
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(DAYS_PER_WEEK)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The worked intervals of each weekday: seven tuples, Monday first, an empty one for a day off.

    Raises:
        ValueError: not seven days, or intervals that are empty, overlap or leave the day.
    """

    days: tuple[Intervals, ...]

    def __post_init__(self) -> None:
        if len(self.days) != DAYS_PER_WEEK:
            raise ValueError(f"a week has seven days, not {len(self.days)}")
        for intervals in self.days:
            _check_order(intervals)

    @classmethod
    def from_shifts(cls, shifts: Mapping[int, Shift]) -> Self:
        """The hours of a week from the shift of each weekday (0 Monday … 6 Sunday); a missing one is off."""
        return cls(tuple(shifts[day].intervals() if day in shifts else () for day in range(DAYS_PER_WEEK)))


@dataclass(frozen=True, slots=True)
class Season:
    """Other working hours from `first` to `last`, both included.

    Raises:
        SopkitError: `last` is before `first`.
    """

    first: date
    last: date
    hours: WorkingHours

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise SopkitError(
                Text(
                    id=f"Masa jam kerja {self.first} s.d. {self.last} terbalik. Tukar tanggal awal dan akhirnya.",
                    en=f"The season {self.first} to {self.last} runs backwards. Swap its first and last day.",
                )
            )


def check_seasons(seasons: tuple[Season, ...]) -> None:
    """Raises SopkitError when two seasons share a day: which hours hold would be a guess."""
    for before, after in pairwise(sorted(seasons, key=lambda season: season.first)):
        if after.first <= before.last:
            raise SopkitError(
                Text(
                    id=f"Masa jam kerja {before.first} s.d. {before.last} dan {after.first} s.d. {after.last} "
                    "bertumpang tindih. Ubah tanggalnya agar tiap hari hanya punya satu jam kerja.",
                    en=f"The seasons {before.first} to {before.last} and {after.first} to {after.last} overlap. "
                    "Change their dates so that each day has one set of hours.",
                )
            )


def _check_order(intervals: Intervals) -> None:
    edges = tuple(chain.from_iterable(intervals))
    inside = all(0 <= edge <= MINUTES_PER_DAY for edge in edges)
    worked = all(start < end for start, end in intervals)
    apart = all(end <= start for (_, end), (start, _) in pairwise(intervals))
    if not (inside and worked and apart):
        raise ValueError(f"these are no intervals of one day, in order: {intervals}")


def _five_days(until_thursday: Shift, friday: Shift) -> WorkingHours:
    shifts = dict.fromkeys((MONDAY, TUESDAY, WEDNESDAY, THURSDAY), until_thursday)
    return WorkingHours.from_shifts({**shifts, FRIDAY: friday})


OFFICE_HOURS = _five_days(Shift("07:30", "16:00", "12:00", 60), Shift("07:30", "16:30", "11:30", 90))
"""450 minutes every day from Monday to Friday, 37 h 30 m a week (Perpres 21/2023)."""

RAMADAN_HOURS = _five_days(Shift("08:00", "15:00", "12:00", 30), Shift("08:00", "15:30", "11:30", 60))
"""390 minutes every day from Monday to Friday, 32 h 30 m a week (Perpres 21/2023)."""
