"""National holidays and cuti bersama (joint leave) of a year, from the `holidays` package.

What belongs here is the one place that knows that package. Its import takes longer than the check of a hundred SOPs, so years
that are over, whose holidays nobody changes any more, are kept in a table that a test holds equal to the package.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from sopkit.files import DATA

TABLE = "libur_nasional.json"
"""The table, among the data of the package: years with whether cuti bersama is known, and names by month and day."""
TABLE_YEARS = range(2010, 2026)
"""The years in the table; all of them are over."""


class HolidayYear(NamedTuple):
    """The holidays of one year with their Indonesian names, in order of date.

    `announced` is False when the cuti bersama of the year is not known: it is announced year by year, so more days
    than those in `names` will be off.
    """

    names: Mapping[date, str]
    announced: bool


HolidaySource: TypeAlias = Callable[[int], HolidayYear]
"""Where the holidays of a year come from: `indonesian_holidays`, or `no_holidays`."""


def indonesian_holidays(year: int) -> HolidayYear:
    """The national holidays (category public) and cuti bersama (category government) of `year`.

    A year for which the package knows no day of cuti bersama counts as not announced. So do the years outside its
    range, for which it knows no holidays at all, and the early ones before there was any cuti bersama.
    Dates of the Islamic calendar that are still computed carry "(perkiraan)" in their names.
    """
    if year not in TABLE_YEARS:
        return holidays_of_package(year)
    known = _table()[str(year)]
    names = {date.fromisoformat(f"{year}-{day}"): name for day, name in known["names"].items()}
    return HolidayYear(names, announced=known["announced"])


def holidays_of_package(year: int) -> HolidayYear:
    """The same from the package, for any year."""
    from holidays import GOVERNMENT, PUBLIC, country_holidays  # noqa: PLC0415 - slow, and rarely needed

    # The language is named, else the names follow the machine's locale.
    public, joint_leave = (
        country_holidays("ID", years=year, categories=category, language="id", expand=False)
        for category in (PUBLIC, GOVERNMENT)
    )
    names = dict(sorted({**joint_leave, **public}.items()))
    return HolidayYear(names, announced=bool(joint_leave))


@cache
def _table() -> dict[str, Any]:
    known: dict[str, Any] = json.loads((DATA / TABLE).read_text(encoding="utf-8"))
    return known


def no_holidays(year: int) -> HolidayYear:  # noqa: ARG001 - the signature of every source
    """No holidays in any year, and none to be announced: for an office that works through them."""
    return HolidayYear({}, announced=True)
