"""Tanggal: a day or a month as an Indonesian office writes it.

Reading, writing and comparing belong here; which days are worked does not. The names are in this file, so that
no locale of the machine is ever asked. A date that cannot be, or whose weekday is not that day's, is not readable.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

_CACHE_SIZE: Final = 8192
_FIRST_YEAR: Final = 1945
_LAST_YEAR: Final = 2199

HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""The days of the week from Monday, as `datetime.date.weekday` counts."""

BULAN: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
"""The months; January is `BULAN[0]`."""


class Ketelitian(Enum):
    """How exact a date is."""

    HARI = "hari"
    BULAN = "bulan"


class Tanggal(NamedTuple):
    """A day, or a month as the interval from its first to its last day.

    `first` and `last` are the same for a day, and both None when `text` cannot be read.
    `canonical_spelling` is False when the month is written in an old or foreign way (`Pebruari`, `August`), and
    when the text cannot be read; capitals, abbreviations and numbers are no fault.
    """

    text: str
    first: dt.date | None = None
    last: dt.date | None = None
    canonical_spelling: bool = False

    @property
    def readable(self) -> bool:
        """Whether the text says a day or a month."""
        return self.first is not None

    @property
    def ketelitian(self) -> Ketelitian | None:
        """A day or a month; None when unreadable."""
        if self.first is None:
            return None
        return Ketelitian.HARI if self.first == self.last else Ketelitian.BULAN

    @property
    def year(self) -> int | None:
        """The year; None when unreadable."""
        return None if self.first is None else self.first.year

    @property
    def iso(self) -> str | None:
        """`2022-03-01` or `2022-07`, the canonical form; None when unreadable."""
        if self.first is None:
            return None
        day = self.first.isoformat()
        return day if self.first == self.last else day[:7]

    def indonesia(self) -> str:
        """`1 Maret 2022` or `Juli 2022`; the text itself when unreadable."""
        if self.first is None:
            return self.text
        month = f"{BULAN[self.first.month - 1]} {self.first.year}"
        return f"{self.first.day} {month}" if self.first == self.last else month

    def __str__(self) -> str:
        return self.indonesia()


def nama_hari(date: dt.date) -> str:
    """The Indonesian name of the day of the week: `Senin` … `Minggu`."""
    return HARI[date.weekday()]


def surely_before(a: Tanggal, b: Tanggal) -> bool:
    """Whether every day that `a` can mean is before every day that `b` can mean.

    False when one of them is unreadable, and when a month leaves it open.
    """
    return a.last is not None and b.first is not None and a.last < b.first


@lru_cache(maxsize=_CACHE_SIZE)
def parse_tanggal(text: str) -> Tanggal:
    """The date that `text` says; never raises. A text that cannot be read is kept in an unreadable Tanggal.

    Read are a day (`1 Maret 2022`, `Selasa, 01-Mar-2022`, `01/03/2022` with the day first, `2022-03-01`) and a
    month (`JULI 2022`, `07/2022`, `2022-07`) of the years 1945 to 2199, in any case.
    """
    folded = " ".join(text.lower().split()).removesuffix(".").rstrip()
    match = _DATE.fullmatch(folded)
    if match is None:
        return Tanggal(text)
    weekday, day, name, digits, year = match.group("weekday", "day", "name", "month", "year")
    if year is None:
        day, digits, year = match.group("iso_day", "iso_month", "iso_year")
    number, canonical = (int(digits), True) if name is None else _MONTHS.get(name, (0, False))
    interval = _interval(int(year), number, None if day is None else int(day))
    if interval is None or (weekday is not None and _WEEKDAYS[weekday] != interval[0].weekday()):
        return Tanggal(text)
    return Tanggal(text, *interval, canonical)


def _interval(year: int, month: int, day: int | None) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the day or the month; None when there is no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        first = dt.date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return first, first
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return first, after - dt.timedelta(days=1)


_SHORT: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "agt": 8, "ags": 8, "agust": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
_OLD_OR_FOREIGN: Final = {
    "djanuari": 1, "january": 1, "pebruari": 2, "peb": 2, "february": 2, "march": 3, "may": 5,
    "djuni": 6, "june": 6, "djuli": 7, "july": 7, "august": 8, "aug": 8, "october": 10, "oct": 10,
    "nopember": 11, "nop": 11, "december": 12, "dec": 12,
}  # fmt: skip
_MONTHS: Final = (
    {name.lower(): (number, True) for number, name in enumerate(BULAN, start=1)}
    | {name: (number, True) for name, number in _SHORT.items()}
    | {name: (number, False) for name, number in _OLD_OR_FOREIGN.items()}
)
_WEEKDAYS: Final = {name.lower(): number for number, name in enumerate(HARI)} | {
    "jum'at": 4,
    "jum’at": 4,
    "ahad": 6,
}
_DATE: Final = re.compile(
    rf"(?:(?:(?P<weekday>{'|'.join(_WEEKDAYS)})(?: ?, ?| ))?(?P<day>[0-9]{{1,2}})(?: ?[-/.] ?| ?(?=[a-z])))?"
    r"(?:(?P<name>[a-z]+)\.?(?: ?[-/] ?| ?)|(?P<month>[0-9]{1,2}) ?[-/.] ?)(?P<year>[0-9]{4})"
    r"|(?P<iso_year>[0-9]{4})[-/](?P<iso_month>[0-9]{1,2})(?:[-/](?P<iso_day>[0-9]{1,2}))?"
)
