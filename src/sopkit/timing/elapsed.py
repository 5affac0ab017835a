"""Elapsed time: calendar days (`hari kalender`) and spans such as `1 x 24 jam`, which run day and night.

What belongs here knows no working hours and no holidays; working time is in `calendar` and the two are never mixed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sopkit.errors import SopkitError, Text


def tambah_elapsed(start: datetime, *, days: int = 0, seconds: int = 0) -> datetime:
    """The moment when `days` and `seconds` have gone by since `start`, rounded up to a whole minute.

    Rounded, because a working calendar takes whole minutes; up, because before it the time has not gone by.

    Raises:
        SopkitError: the moment lies after the year 9999.
        ValueError: the span is negative.
    """
    if days < 0 or seconds < 0:
        raise ValueError(f"elapsed time runs forward, not {days} days and {seconds} seconds")
    try:
        moment = start + timedelta(days=days, seconds=seconds)
        floor = moment.replace(second=0, microsecond=0)
        return floor if floor == moment else floor + timedelta(minutes=1)
    except OverflowError as error:
        raise SopkitError(
            Text(
                id=f"{days} hari kalender dan {seconds} detik sejak {start:%Y-%m-%d %H:%M} melewati tahun 9999. "
                "Periksa lama waktunya.",
                en=f"{days} calendar days and {seconds} seconds from {start:%Y-%m-%d %H:%M} go past the year 9999. "
                "Check the duration.",
            )
        ) from error
