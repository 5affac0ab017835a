"""A date that is known to the day, to the month, or only to the year, as the interval of days it may be.

The dates of a registry are written in ISO form; how offices write dates is the business of `sopkit.model.tanggal`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DECEMBER = 12


class Period(NamedTuple):
    """The days a date may be: from `first` to `last`, both included; the same when the day is known."""

    text: str
    first: date
    last: date


def read_period(text: str) -> Period | None:
    """`2014`, `2014-10` or `2014-10-02`, or two of them with `/` for a date between them; None when it is none."""
    start, slash, end = text.strip().partition("/")
    opening = _days(start)
    closing = _days(end) if slash else opening
    if opening is None or closing is None or closing[1] < opening[0]:
        return None
    return Period(text.strip(), opening[0], closing[1])


def _days(text: str) -> tuple[date, date] | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or month == 0 or (month or 1) > _DECEMBER:
        return None
    last_month = month or _DECEMBER
    month_end = 31 if last_month == _DECEMBER else (date(year, last_month + 1, 1) - timedelta(days=1)).day
    if day is not None and not 1 <= day <= month_end:
        return None
    return date(year, month or 1, day or 1), date(year, last_month, day or month_end)
