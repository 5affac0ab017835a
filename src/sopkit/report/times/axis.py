"""The axis of a Gantt chart: where moments lie on it, its ticks, and the days off.

With a start the axis shows real dates: every day is one unit wide, and within a working day the worked minutes are spread
evenly, so that nights and breaks take no room. Without one it counts seconds of work from the beginning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.times.amounts import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopkit.errors import Language
    from sopkit.model.waktu import WorkingTime
    from sopkit.timing.calendar import WorkingCalendar

_MOST_TICKS = 12
_MOST_DAYS_WITH_HOURS = 2
_MINUTES_OF_DAY = 1440
_SHORT = 3
"""Letters of a short weekday or month."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: where it is, and up to two lines of words."""

    at: Fraction
    label: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Shade:
    """Days off in a row, from `begin` up to `end`; `names` are those of holidays among them."""

    begin: Fraction
    end: Fraction
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """From 0 to `length`, in days or in seconds of work."""

    length: Fraction
    ticks: tuple[Tick, ...]
    shades: tuple[Shade, ...] = ()


def day_position(moment: datetime, first: date, calendar: WorkingCalendar) -> Fraction:
    """Where `moment` lies on an axis of days that begins with `first`."""
    midnight = datetime.combine(moment.date(), time())
    worked = calendar.minutes_of(moment.date())
    if worked:
        part = Fraction(calendar.selisih(midnight, moment), worked)
    else:
        part = Fraction(int((moment - midnight).total_seconds()) // 60, _MINUTES_OF_DAY)
    return (moment.date() - first).days + part


def day_axis(first: date, last: date, calendar: WorkingCalendar, most: int, language: Language) -> Axis:
    """The days from `first` to `last`, both shown; `most` is how many labels have room."""
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    ticks = _hour_ticks(days, calendar, language) if len(days) <= _MOST_DAYS_WITH_HOURS else ()
    return Axis(
        Fraction(len(days)), ticks or _day_ticks(days, most, language), tuple(_shades(days, calendar))
    )


def work_axis(length: int, working_time: WorkingTime, language: Language) -> Axis:
    """`length` seconds of work."""
    step = _step(length, working_time)
    ticks = (
        Tick(Fraction(at), _amount(at, step, working_time, language)) for at in range(0, length + 1, step)
    )
    return Axis(Fraction(max(length, 1)), tuple(ticks))


def _step(length: int, working_time: WorkingTime) -> int:
    day = working_time.minutes_per_day * 60
    steps = [60 * n for n in (1, 2, 5, 10, 15, 30, 60, 120) if 60 * n < day]
    steps += [day * n for n in (1, 2, 5, 10, 20, 40, 60, 120, 240)]
    fitting = [step for step in steps if length <= step * _MOST_TICKS]
    return fitting[0] if fitting else -(-length // _MOST_TICKS // day) * day


def _amount(at: int, step: int, working_time: WorkingTime, language: Language) -> str:
    day = working_time.minutes_per_day * 60
    unit, words = 60, Text(id="mnt", en="min")
    if step % day == 0:
        unit, words = day, Text(id="hari", en="d")
    elif step % 3600 == 0:
        unit, words = 3600, Text(id="jam", en="h")
    return f"{at // unit} {words.pick(language)}"


def _hour_ticks(days: Sequence[date], calendar: WorkingCalendar, language: Language) -> tuple[Tick, ...]:
    """Every full hour at which work begins or goes on, the first one of a day with its date above."""
    ticks: list[Tick] = []
    for day in days:
        above = _day_label(day, language)
        opening = calendar.next_start(datetime.combine(day, time()))
        hours = (datetime.combine(day, time(hour)) for hour in range(24))
        worked = [hour for hour in hours if hour > opening and calendar.next_start(hour) == hour]
        for moment in [opening, *worked] if opening.date() == day else [datetime.combine(day, time())]:
            words = f"{moment:%H.%M}" if language == "id" else f"{moment:%H:%M}"
            ticks.append(Tick(day_position(moment, days[0], calendar), words, above))
            above = ""
    return tuple(ticks)


def _day_ticks(days: Sequence[date], most: int, language: Language) -> tuple[Tick, ...]:
    """Every day, or as many of the weeks, months, quarters, years as have room."""
    choices: tuple[tuple[Callable[[date], bool], bool], ...] = (
        (lambda _: True, True),
        (lambda day: day.weekday() == 0, False),
        (lambda day: day.weekday() == 0 and day.toordinal() // 7 % 2 == 0, False),
        (lambda day: day.day == 1, False),
        (lambda day: day.day == 1 and day.month in {1, 4, 7, 10}, False),
        (lambda day: day.day == 1 and day.month == 1, False),
    )
    found, named = [(0, days[0])], False
    for chosen, weekday in choices:
        fitting = [(i, day) for i, day in enumerate(days) if chosen(day)]
        if fitting and len(fitting) <= most:
            found, named = fitting, weekday
            break
    if found[0][0]:
        found = [(0, days[0]), *found]
    labels = [WEEKDAYS[language][day.weekday()][:_SHORT] if named else str(day.year) for _, day in found]
    return tuple(
        Tick(
            Fraction(i), _day_label(day, language), label if named or not k or label != labels[k - 1] else ""
        )
        for k, ((i, day), label) in enumerate(zip(found, labels, strict=True))
    )


def _day_label(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1][:_SHORT]}"


def _shades(days: Sequence[date], calendar: WorkingCalendar) -> list[Shade]:
    shades: list[Shade] = []
    for i, day in enumerate(days):
        if calendar.is_workday(day):
            continue
        name = calendar.holiday_name(day)
        names = (f"{day:%d/%m}: {name}",) if name else ()
        if shades and shades[-1].end == i and bool(shades[-1].names) == bool(names):
            last = shades.pop()
            shades.append(Shade(last.begin, Fraction(i + 1), last.names + names))
        else:
            shades.append(Shade(Fraction(i), Fraction(i + 1), names))
    return shades
