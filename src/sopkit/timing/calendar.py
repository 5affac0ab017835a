"""The working calendar: places minutes of work on real dates, exact to the minute.

What belongs here decides which hours a date has (weekday, season, holiday, working Saturday) and adds and subtracts
working time. Elapsed time is in `elapsed`, how a duration becomes minutes is elsewhere.

Moments are naive local times on whole minutes: an SOP is done in one office, in one of Indonesia's three zones, none
of which has summer time, so that a zone would change no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, timedelta
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError
from sopkit.timing import faults
from sopkit.timing.hours import DAYS_PER_WEEK, MONDAY, OFFICE_HOURS, Season, WorkingHours, check_seasons
from sopkit.timing.national import HolidaySource, HolidayYear, indonesian_holidays
from sopkit.timing.shift import Intervals, minutes_in
from sopkit.timing.year import YearTable

if TYPE_CHECKING:
    from collections.abc import Callable

EMPTY_YEARS = 10
"""So many years on end without work, and the search for the next working day gives up."""

SPAN_YEARS = 100
"""The longest span a question may cover: beyond it the cause is a slip of the pen, and tables would fill memory."""

OWN_HOLIDAY = "Libur tambahan"
"""The name of a holiday of the office's own."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When an office works.

    A date takes the hours of its weekday from the season it lies in, else from `hours`. Holidays of `source` and
    `extra_holidays` are off. `extra_workdays` are worked even on a holiday: with their weekday's own hours where it
    has any, else (a working Saturday) with those of the weekday `extra_workday_as`, 0 for Monday.

    The tables of a year are built when it is first asked for and kept; keep one calendar for a whole run.

    Raises:
        SopkitError: two seasons overlap, a date is both an extra holiday and an extra workday, or an extra workday
            would have no hours.
    """

    hours: WorkingHours = OFFICE_HOURS
    seasons: tuple[Season, ...] = ()
    extra_holidays: frozenset[date] = frozenset()
    extra_workdays: frozenset[date] = frozenset()
    extra_workday_as: int = MONDAY
    source: HolidaySource = indonesian_holidays
    _holidays: dict[int, HolidayYear] = field(default_factory=dict, init=False, repr=False, compare=False)
    _tables: dict[int, YearTable] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check_seasons(self.seasons)
        if self.extra_workday_as not in range(DAYS_PER_WEEK):
            raise SopkitError(faults.no_weekday(self.extra_workday_as))
        for day in sorted(self.extra_holidays & self.extra_workdays):
            raise SopkitError(faults.both_off_and_worked(day))
        for day in sorted(self.extra_workdays):
            if not self._workday_hours(day):
                raise SopkitError(faults.workday_without_hours(day))

    def is_workday(self, day: date) -> bool:
        """Whether any minute of `day` is worked."""
        return bool(self._table(day.year).hours_on(day))

    def minutes_of(self, day: date) -> int:
        """The minutes of work of `day`; 0 on a day off."""
        return minutes_in(self._table(day.year).hours_on(day))

    def holiday_name(self, day: date) -> str | None:
        """The Indonesian name of the holiday on `day`, also when it falls on a weekend.

        None on other days off, and on an extra workday, whatever holiday it replaces.
        """
        if day in self.extra_workdays:
            return None
        own = OWN_HOLIDAY if day in self.extra_holidays else None
        return self._holiday_year(day.year).names.get(day, own)

    def announced(self, year: int) -> bool:
        """Whether the cuti bersama of `year` is known, so that its working days are final."""
        return self._holiday_year(year).announced

    def unannounced_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from `first` to `last`, ascending, whose cuti bersama is not known; in either order.

        An answer that rests on one of them may still move later and must say so.
        """
        earliest, latest = sorted((first.year, last.year))
        _check_span(earliest, latest)
        return tuple(year for year in range(earliest, latest + 1) if not self.announced(year))

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which is itself not counted; `day` for 0.

        Counts days whatever their hours: in Ramadan a working day is shorter but still one day.

        Raises:
            SopkitError: there is none within the horizon.
            ValueError: `count` is negative.
        """
        if count < 0:
            raise ValueError(f"working days are added forward, not {count}")
        if count == 0:
            return day
        table, number = self._seek(day.year, self._table(day.year).workdays_until(day) + count, _workdays)
        return table.workday(number)

    def tambah(self, start: datetime, minutes: int) -> datetime:
        """The moment when `minutes` of work, begun at `start`, are done; `start` itself for 0.

        Work begins at the next working minute and the moment lies at the end of the last minute worked: 450 minutes
        from Monday 07.30 end on Monday 16.00. Of all moments not before `start` it is the earliest `t` with
        `selisih(start, t) == minutes`.

        Raises:
            SopkitError: the work does not end within the horizon: no working day for 10 years, or over 100 years.
            ValueError: `minutes` is negative, or `start` has a zone or seconds.
        """
        _check_moment(start)
        if minutes < 0:
            raise ValueError(f"work is added forward, not {minutes} minutes")
        if minutes == 0:
            return start
        done = self._table(start.year).minutes_before(start) + minutes
        table, rest = self._seek(start.year, done, _minutes)
        return table.moment_when_done(rest)

    def next_start(self, moment: datetime) -> datetime:
        """The beginning of the first working minute at or after `moment`; raises as `tambah` does."""
        return self.tambah(moment, 1) - timedelta(minutes=1)

    def selisih(self, a: datetime, b: datetime) -> int:
        """The minutes of work between `a` and `b`; negative when `b` is before `a`.

        `selisih(a, tambah(a, n)) == n` for every n. The other way round `tambah(a, selisih(a, b))`, for b from a on,
        is the moment by which all the work before b was done: b itself when the minute before it is worked, else an
        earlier one (or `a`).

        Raises:
            SopkitError: more than 100 years lie between them.
            ValueError: a moment has a zone or seconds.
        """
        _check_moment(a)
        _check_moment(b)
        if b < a:
            return -self.selisih(b, a)
        whole_years = self._over_years(a.year, b.year, _minutes)
        return whole_years + self._table(b.year).minutes_before(b) - self._table(a.year).minutes_before(a)

    def _over_years(self, first: int, last: int, total: Callable[[YearTable], int]) -> int:
        """The sum of `total` from the beginning of the year `first` to the beginning of the year `last`."""
        _check_span(first, last)
        return sum(total(self._table(year)) for year in range(first, last))

    def _seek(self, year: int, count: int, total: Callable[[YearTable], int]) -> tuple[YearTable, int]:
        """The year in which the `count`-th unit since the beginning of `year` lies, and its number in that year."""
        rest, empty = count, 0
        for candidate in range(year, year + SPAN_YEARS + 1):
            table = self._table(candidate)
            available = total(table)
            if rest <= available:
                return table, rest
            rest -= available
            empty = 0 if available else empty + 1
            if empty >= EMPTY_YEARS:
                raise SopkitError(faults.no_work(candidate - empty + 1, candidate))
        raise SopkitError(faults.too_long(SPAN_YEARS, year))

    def _table(self, year: int) -> YearTable:
        if year not in self._tables:
            if year >= MAXYEAR:
                raise SopkitError(faults.past_the_last_year(MAXYEAR - 1))
            self._tables[year] = YearTable.build(year, self._hours_on)
        return self._tables[year]

    def _holiday_year(self, year: int) -> HolidayYear:
        if year not in self._holidays:
            self._holidays[year] = self.source(year)
        return self._holidays[year]

    def _hours_on(self, day: date) -> Intervals:
        if day in self.extra_workdays:
            return self._workday_hours(day)
        if day in self.extra_holidays or day in self._holiday_year(day.year).names:
            return ()
        return self._week_of(day).days[day.weekday()]

    def _workday_hours(self, day: date) -> Intervals:
        week = self._week_of(day)
        return week.days[day.weekday()] or week.days[self.extra_workday_as]

    def _week_of(self, day: date) -> WorkingHours:
        season = next((season for season in self.seasons if season.first <= day <= season.last), None)
        return season.hours if season else self.hours


def _minutes(table: YearTable) -> int:
    return table.minutes[-1]


def _workdays(table: YearTable) -> int:
    return table.workdays[-1]


def _check_moment(moment: datetime) -> None:
    if moment.tzinfo is not None or moment.second or moment.microsecond:
        raise ValueError(f"a moment is a naive local time on a whole minute, not {moment.isoformat()}")


def _check_span(first: int, last: int) -> None:
    if last - first > SPAN_YEARS:
        raise SopkitError(faults.too_long(SPAN_YEARS, first))
