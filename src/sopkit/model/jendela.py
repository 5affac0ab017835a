"""A window in which a procedure has to be done: the same days every year, or two given dates."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopkit.late import late

_MONTH_DAY = late(r"(\d{2})-(\d{2})")
_DATE = late(r"(\d{4})-(\d{2})-(\d{2})")
_LEAP_YEAR = 2000


class Jendela(NamedTuple):
    """From `mulai` to `selesai`, both days included, as written: `MM-DD` every year or `YYYY-MM-DD`."""

    mulai: str
    selesai: str

    @property
    def yearly(self) -> bool:
        """Whether the window comes back every year."""
        return bool(_MONTH_DAY.fullmatch(self.mulai))

    @property
    def readable(self) -> bool:
        """Whether both ends are real days written the same way, and a dated window does not end before it begins."""
        if self.yearly:
            return (
                _day_of(self.mulai, _LEAP_YEAR) is not None and _day_of(self.selesai, _LEAP_YEAR) is not None
            )
        first, last = _dated(self.mulai), _dated(self.selesai)
        return first is not None and last is not None and first <= last

    def days(self, year: int) -> tuple[date, date] | None:
        """First and last day of the window that begins in `year`; None when unreadable or, if dated, of another year.

        A yearly window that ends before it begins ends in the next year; 29 February is the 28th in common years.
        """
        if not self.readable:
            return None
        if not self.yearly:
            first, last = _dated(self.mulai), _dated(self.selesai)
            return (first, last) if first and last and first.year == year else None
        first, last = _day_of(self.mulai, year), _day_of(self.selesai, year)
        if first and last and last < first:
            last = _day_of(self.selesai, year + 1)
        return (first, last) if first and last else None


def _day_of(text: str, year: int) -> date | None:
    match = _MONTH_DAY.fullmatch(text)
    if not match:
        return None
    month, day = int(match[1]), int(match[2])
    try:
        date(_LEAP_YEAR, month, day)
        return date(year, month, 28 if (month, day) == (2, 29) and not _is_leap(year) else day)
    except ValueError:
        return None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _dated(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
