"""Amounts of time as numbers and as words. Numbers are exact; where a decimal has to end, it is rounded half up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.model.tanggal import BULAN, HARI
from sopkit.model.waktu import format_seconds

if TYPE_CHECKING:
    from datetime import date, datetime

    from sopkit.errors import Language
    from sopkit.model.waktu import WorkingTime
    from sopkit.timing.lengths import Span

_PLACES = 10_000
_HUNDRED = 100
_DAY, _HOUR = 86_400, 3600

END_OF_DAY = (23, 59)
"""Hour and minute at which a deadline that is a day ends."""

WEEKDAYS = {
    "id": HARI,
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
"""The days of the week from Monday."""

MONTHS = {
    "id": BULAN,
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
"""The months; January is the first."""


def decimal(value: Fraction | int) -> int | float:
    """`value` for a program: an int where it is one, else the nearest decimal of four places."""
    scaled = half_up(Fraction(value) * _PLACES)
    # dividing two ints rounds correctly, so that the number prints as these four places
    return scaled // _PLACES if scaled % _PLACES == 0 else scaled / _PLACES


def minutes(seconds: Fraction | int) -> int | float:
    """Seconds as minutes, see `decimal`."""
    return decimal(Fraction(seconds) / 60)


def half_up(value: Fraction | int) -> int:
    """The nearest int; of two the greater."""
    exact = Fraction(value)
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def number(value: Fraction | int, language: Language) -> str:
    """A number for people, with at most two decimals: `1.110,25` or, in English, `1,110.25`."""
    scaled = half_up(abs(Fraction(value)) * _HUNDRED)
    whole, part = divmod(scaled, _HUNDRED)
    tail = f".{part:02}".rstrip("0") if part else ""
    text = ("-" if value < 0 and scaled else "") + f"{whole:,}{tail}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def minutes_number(seconds: Fraction | int, language: Language) -> str:
    """Seconds as a number of minutes for people, without the word."""
    return number(Fraction(seconds) / 60, language)


def percent(share: Fraction, language: Language) -> str:
    """A share from 0 to 1 as `12,5%`."""
    scaled = half_up(share * 1000)
    return number(Fraction(scaled, 10), language) + "%"


def work_words(seconds: Fraction | int, time: WorkingTime, language: Language) -> str:
    """An amount of work: `2 hari kerja 3 jam (1.080 menit)`; only minutes where it is less than an hour."""
    words = format_seconds(half_up(seconds), time, language)
    one = Text(id="menit", en="minute" if abs(seconds) == 60 else "minutes")  # noqa: PLR2004 - one minute
    count = f"{minutes_number(seconds, language)} {one.pick(language)}"
    return words if words == count else f"{words} ({count})"


def mean_words(seconds: Fraction | int, time: WorkingTime, language: Language) -> str:
    """An amount of work that comes of chance, to the whole minute: more would pretend to know."""
    return work_words(half_up(Fraction(seconds) / 60) * 60, time, language)


def elapsed_words(seconds: int, language: Language) -> str:
    """An amount of calendar time: `3 hari kalender 12 jam`."""
    days, rest = divmod(seconds, _DAY)
    hours, rest = divmod(rest, _HOUR)
    names = (
        (days, Text(id="hari kalender", en="calendar day" if days == 1 else "calendar days")),
        (hours, Text(id="jam kalender", en="calendar hour" if hours == 1 else "calendar hours")),
        (rest // 60, Text(id="menit kalender", en="calendar minutes")),
        (rest % 60, Text(id="detik kalender", en="calendar seconds")),
    )
    return " ".join(f"{count} {name.pick(language)}" for count, name in names if count)


def span_words(span: Span, time: WorkingTime, language: Language) -> str:
    """Work and calendar time, never folded into each other."""
    elapsed = elapsed_words(span.elapsed, language) if span.elapsed else ""
    if elapsed and not span.work:
        return elapsed
    return work_words(span.work, time, language) + (f" + {elapsed}" if elapsed else "")


def day_words(day: date, language: Language) -> str:
    """`Jumat, 2 Januari 2026`."""
    return f"{WEEKDAYS[language][day.weekday()]}, {date_words(day, language)}"


def date_words(day: date, language: Language) -> str:
    """`2 Januari 2026`."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def moment_words(moment: datetime, language: Language) -> str:
    """`Jumat, 2 Januari 2026 pukul 08.00`."""
    return f"{day_words(moment.date(), language)} {clock_words(moment, language)}"


def clock_words(moment: datetime, language: Language) -> str:
    """`pukul 08.00`, in English `at 08:00`."""
    return f"pukul {moment:%H.%M}" if language == "id" else f"at {moment:%H:%M}"


def short_moment(moment: datetime, language: Language) -> str:
    """A moment for a narrow column: `02/01 08.00`, in English `2 Jan 08:00`."""
    if language == "en":
        return f"{moment.day} {MONTHS[language][moment.month - 1][:3]} {moment:%H:%M}"
    return f"{moment:%d/%m %H.%M}"
