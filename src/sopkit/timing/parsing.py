"""What a user says on the command line about time, read into values.

What belongs here are the short texts of options. The grammar of lengths and dates is in `model`.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.model.jendela import Jendela
from sopkit.model.tanggal import Ketelitian, parse_tanggal
from sopkit.model.waktu import parse_waktu
from sopkit.timing.shift import MINUTES_PER_DAY, minute_of_day

if TYPE_CHECKING:
    from datetime import date

    from sopkit.timing.due import Deadline

_CLOCK = re.compile(
    r"(?P<day>.*?)(?:(?:[ T,]|(?:^|\b)pukul )+(?P<clock>[0-9]{1,2}[:.][0-9]{2}))?", re.IGNORECASE
)
_WINDOW = re.compile(r"(\S+?) *(?:\.\.|–|s\.d\.|s/d|sampai) *(\S+)")


def parse_day(text: str) -> date:
    """A day as offices write it, ISO or Indonesian; raises SopkitError for a month or anything else."""
    found = parse_tanggal(text.strip())
    if found.first is None or found.ketelitian is not Ketelitian.HARI:
        raise SopkitError(
            Text(
                id=f"Tanggal “{text}” tidak dapat dibaca. Tulis seperti 2026-01-02 atau 2 Januari 2026.",
                en=f'The date "{text}" cannot be read. Write it like 2026-01-02 or 2 Januari 2026.',
            )
        )
    return found.first


def parse_start(text: str) -> datetime:
    """The moment a procedure starts: a day, or a day and a time (`2026-01-02 08:00`, `2 Januari 2026 08.00`).

    Without a time it is midnight: work then begins with the first working minute of that day, or of the next working day.

    Raises:
        SopkitError: no day, or no time of day.
    """
    match = _CLOCK.fullmatch(text.strip())
    day, clock = (match["day"], match["clock"]) if match else (text, None)
    minute = minute_of_day(clock) if clock else 0
    if minute == MINUTES_PER_DAY:
        raise SopkitError(
            Text(
                id=f"Waktu mulai “{text}” adalah akhir hari. Tulis pukul 00:00 hari berikutnya.",
                en=f'The start "{text}" is the end of a day. Write 00:00 of the next day.',
            )
        )
    return datetime.combine(parse_day(day), time()) + timedelta(minutes=minute)


def parse_deadline(text: str) -> Deadline:
    """A deadline: a length (`14 hari kerja`), a day or a month (its last day counts), or a window.

    A window is `01-01..02-28` (every year) or `2026-01-02..2026-01-30`.

    Raises:
        SopkitError: it is none of these.
    """
    waktu = parse_waktu(text)
    if waktu.known:
        return waktu
    tanggal = parse_tanggal(text.strip())
    if tanggal.last is not None:
        return tanggal.last
    match = _WINDOW.fullmatch(text.strip())
    window = Jendela(match[1], match[2]) if match else None
    if window is None or not window.readable:
        raise SopkitError(
            Text(
                id=f"Tenggat “{text}” tidak dapat dibaca. Tulis lama waktu (14 hari kerja), tanggal (2026-02-28), "
                "atau jendela (01-01..02-28).",
                en=f'The deadline "{text}" cannot be read. Write a length (14 hari kerja), a date (2026-02-28) '
                "or a window (01-01..02-28).",
            )
        )
    return window
