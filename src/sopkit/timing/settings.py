"""From the project's settings to the values the engine counts with.

What belongs here turns `[waktu]` and `[kalender]` into a WorkingTime and a WorkingCalendar. What the settings may say
is decided in `config`; what they mean for a date, in `calendar`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.hours import OFFICE_HOURS, RAMADAN_HOURS, Season, WorkingHours
from sopkit.timing.national import indonesian_holidays, no_holidays
from sopkit.timing.shift import Shift
from sopkit.timing.working_time import working_time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.config import Hari, JamSettings, KalenderSettings, Settings
    from sopkit.model.waktu import WorkingTime

_WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


@dataclass(frozen=True, slots=True)
class WorkRules:
    """What a day of work amounts to, and which days are worked. Made once for a run: the calendar keeps its years."""

    time: WorkingTime
    calendar: WorkingCalendar


def work_rules(settings: Settings) -> WorkRules:
    """The rules of a project; raises SopkitError for hours that contradict each other."""
    return WorkRules(working_time(settings.waktu), working_calendar(settings.kalender))


def working_calendar(settings: KalenderSettings) -> WorkingCalendar:
    """The calendar of a project.

    A table of hours replaces the whole week: a weekday it does not name is off. No table: the office hours of
    Perpres 21/2023, in a season its hours of Ramadan.

    Raises:
        SopkitError: the hours, the seasons or the days contradict each other.
    """
    return WorkingCalendar(
        hours=_week(settings.jam, OFFICE_HOURS),
        seasons=tuple(Season(s.mulai, s.selesai, _week(s.jam, RAMADAN_HOURS)) for s in settings.musim),
        extra_holidays=frozenset(settings.libur_tambahan),
        extra_workdays=frozenset(settings.hari_kerja_tambahan),
        source=indonesian_holidays if settings.libur_nasional else no_holidays,
    )


def _week(hours: Mapping[Hari, JamSettings], usual: WorkingHours) -> WorkingHours:
    if not hours:
        return usual
    return WorkingHours.from_shifts({_WEEKDAYS.index(day): _shift(jam) for day, jam in hours.items()})


def _shift(jam: JamSettings) -> Shift:
    return Shift(jam.mulai, jam.selesai, jam.istirahat, jam.istirahat_menit)
