"""Deadlines: what they can be, and the time they leave.

A length of working days is counted in days, whatever their hours: it ends so many working days on, at the same point of
the working day at which the procedure began, and where that is the beginning of a day, at the end of the day before. With
equal days that is the same as counting minutes; in Ramadan a day is shorter and still one day. Hours and minutes of a
length are then counted as work, calendar days as elapsed time. A date, and a window, end with their last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Satuan, Waktu
from sopkit.timing.elapsed import tambah_elapsed
from sopkit.timing.lengths import span_of

if TYPE_CHECKING:
    from sopkit.model.waktu import Bagian, Lama
    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.settings import WorkRules

Deadline: TypeAlias = "Waktu | Jendela | date"
"""A length, a window of dates, or the last day."""

FIRST_YEAR, LAST_YEAR = 2012, 2040
"""Between them yearly windows are tried: from the year of PermenPAN-RB 35/2012 on."""

_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class Frame:
    """The time a procedure has: from `begin`, the first working minute, to `due`, both None when not known.

    `available` are the seconds of work in it; None when they cannot be told (a date without a start, or no deadline),
    negative when the procedure would begin after it is due. `converted` says that calendar days were counted as
    working time, because there is no date to count them from. `year` is the year of a yearly window.
    """

    begin: datetime | None = None
    due: datetime | None = None
    available: int | None = None
    converted: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What is known about when: the start, and the years a yearly window is meant for (None: not said)."""

    moment: datetime | None = None
    year: int | None = None
    as_of: date | None = None


NO_START = Start()
"""Nothing is known about when."""


def readable(deadline: Deadline) -> bool:
    """Whether `deadline` says until when: a length that is for no single item, or a window of real days."""
    if isinstance(deadline, Waktu):
        return deadline.known
    return deadline.readable if isinstance(deadline, Jendela) else True


def find_frames(deadline: Deadline | None, start: Start, rules: WorkRules) -> tuple[Frame, ...]:
    """The time left by a readable `deadline`: one frame, for a yearly window one for each year, ascending.

    A start begins at its first working minute. A range of lengths counts with its longest one.

    Raises:
        SopkitError: a moment lies beyond what the calendar answers for.
    """
    begin = None if start.moment is None else rules.calendar.next_start(start.moment)
    if deadline is None:
        return (Frame(begin),) if begin else ()
    if isinstance(deadline, Waktu):
        return (_length_frame(deadline, begin, rules),)
    if isinstance(deadline, Jendela):
        return _window_frames(deadline, begin, start, rules.calendar)
    return (_frame(begin, _end_of(deadline), rules.calendar),)


def tightest(frames: tuple[Frame, ...]) -> Frame:
    """The frame with the least time, the earliest of several."""
    return min(frames, key=lambda frame: frame.available or 0)


def due_after(lama: Lama, begin: datetime, rules: WorkRules) -> datetime:
    """The moment at which a deadline of length `lama` ends; `begin` is a working minute."""
    days = sum((_days(part, rules) for part in lama.bagian), start=Fraction(0))
    whole = int(days)
    seconds = (days - whole) * rules.time.seconds(Satuan.HARI) + _seconds(lama, rules)
    moment = _working_days_on(rules.calendar, begin, whole)
    moment = rules.calendar.tambah(moment, -int(-seconds // 60))
    return tambah_elapsed(moment, seconds=lama.elapsed_seconds())


def _length_frame(waktu: Waktu, begin: datetime | None, rules: WorkRules) -> Frame:
    if waktu.lambat is None:
        raise ValueError(f"a deadline without a length: {waktu.text}")
    if begin is not None:
        return _frame(begin, due_after(waktu.lambat, begin, rules), rules.calendar)
    span = span_of(waktu.lambat, rules.time)
    return Frame(available=span.order, converted=span.converted)


def _window_frames(
    window: Jendela, begin: datetime | None, start: Start, calendar: WorkingCalendar
) -> tuple[Frame, ...]:
    if not window.yearly:
        years: tuple[int, ...] = (int(window.mulai[:4]),)
    elif start.year is not None:
        years = (start.year,)
    elif begin is not None:
        years = (_year_at(window, begin.date()),)
    elif start.as_of is not None:
        years = (start.as_of.year,)
    else:
        years = tuple(year for year in range(FIRST_YEAR, LAST_YEAR + 1) if calendar.announced(year))
    frames = []
    for year in years:
        days = window.days(year)
        if days is not None:
            first = begin or calendar.next_start(datetime.combine(days[0], time()))
            frames.append(_frame(first, _end_of(days[1]), calendar, year if window.yearly else None))
    return tuple(frames)


def _year_at(window: Jendela, day: date) -> int:
    """The year in which the window begins that holds `day`, or else the next one."""
    years = (day.year - 1, day.year)
    return next((year for year in years if (days := window.days(year)) and days[1] >= day), day.year + 1)


def _frame(
    begin: datetime | None, due: datetime, calendar: WorkingCalendar, year: int | None = None
) -> Frame:
    available = None if begin is None else calendar.selisih(begin, due) * 60
    return Frame(begin, due, available, year=year)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, _LAST_MINUTE)


def _days(part: Bagian, rules: WorkRules) -> Fraction:
    """The working days of a summand that is counted in days or longer units."""
    if part.elapsed or part.unit in {Satuan.DETIK, Satuan.MENIT, Satuan.JAM}:
        return Fraction(0)
    return part.amount * Fraction(rules.time.seconds(part.unit), rules.time.seconds(Satuan.HARI))


def _seconds(lama: Lama, rules: WorkRules) -> Fraction:
    """The seconds of work of the summands that are counted in hours or shorter units."""
    short = {Satuan.DETIK, Satuan.MENIT, Satuan.JAM}
    parts = (b.amount * rules.time.seconds(b.unit) for b in lama.bagian if not b.elapsed and b.unit in short)
    return sum(parts, start=Fraction(0))


def _working_days_on(calendar: WorkingCalendar, begin: datetime, days: int) -> datetime:
    """The same point of the working day `days` working days on; the end of a day rather than the beginning of one."""
    if not days:
        return begin
    midnight = datetime.combine(begin.date(), time())
    done = calendar.selisih(midnight, begin)
    day = calendar.add_working_days(begin.date(), days if done else days - 1)
    worked = calendar.minutes_of(day)
    return calendar.tambah(datetime.combine(day, time()), min(done, worked) if done else worked)
