"""National holidays and cuti bersama (joint leave) of a year, from the `holidays` package.

What belongs here is the one place that knows that package. It is imported only when a year is asked for: the import
costs more than checking an SOP does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class HolidayYear:
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
    from holidays import GOVERNMENT, PUBLIC, country_holidays  # noqa: PLC0415 - slow, and rarely needed

    # The language is named, else the names follow the machine's locale.
    public, joint_leave = (
        country_holidays("ID", years=year, categories=category, language="id", expand=False)
        for category in (PUBLIC, GOVERNMENT)
    )
    names = dict(sorted({**joint_leave, **public}.items()))
    return HolidayYear(names, announced=bool(joint_leave))


def no_holidays(year: int) -> HolidayYear:  # noqa: ARG001 - the signature of every source
    """No holidays in any year, and none to be announced: for an office that works through them."""
    return HolidayYear({}, announced=True)
