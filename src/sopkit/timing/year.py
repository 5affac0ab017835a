"""One year of a working calendar as running totals, so that no answer walks from day to day.

What belongs here is arithmetic within one year whose hours are decided. Which hours a date has is decided in
`calendar`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from sopkit.timing.shift import Intervals, minute_when_done, minutes_in, worked_before

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class YearTable:
    """The hours of every day of a year, with running totals.

    `first` is the ordinal of 1 January. `minutes[i]` and `workdays[i]` count the days before day `i`, so both are
    one longer than `days` and end with the total of the year.
    """

    first: int
    days: tuple[Intervals, ...]
    minutes: tuple[int, ...]
    workdays: tuple[int, ...]

    @classmethod
    def build(cls, year: int, hours_on: Callable[[date], Intervals]) -> Self:
        """The table of `year`, `hours_on` giving the hours of each date."""
        first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        days = tuple(hours_on(date.fromordinal(ordinal)) for ordinal in range(first, last + 1))
        minutes = tuple(accumulate(map(minutes_in, days), initial=0))
        workdays = tuple(accumulate(map(bool, days), initial=0))
        return cls(first, days, minutes, workdays)

    def hours_on(self, day: date) -> Intervals:
        """The hours of a date of this year."""
        return self.days[day.toordinal() - self.first]

    def minutes_before(self, moment: datetime) -> int:
        """The minutes of work from the beginning of the year until `moment`."""
        index = moment.toordinal() - self.first
        return self.minutes[index] + worked_before(self.days[index], moment.hour * 60 + moment.minute)

    def workdays_until(self, day: date) -> int:
        """The working days from the beginning of the year to `day`, which is counted too."""
        return self.workdays[day.toordinal() - self.first + 1]

    def moment_when_done(self, minutes: int) -> datetime:
        """The end of the `minutes`-th minute of work of the year; 1 is the first, the last is `minutes[-1]`."""
        index = bisect_left(self.minutes, minutes) - 1
        minute = minute_when_done(self.days[index], minutes - self.minutes[index])
        return datetime.combine(self._date(index), time()) + timedelta(minutes=minute)

    def workday(self, number: int) -> date:
        """The date of the `number`-th working day of the year; 1 is the first, the last is `workdays[-1]`."""
        return self._date(bisect_left(self.workdays, number) - 1)

    def _date(self, index: int) -> date:
        return date.fromordinal(self.first + index)
