"""Lengths of time: units, exact amounts, what they come to in work or on the clock, and amounts as text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sopkit.errors import Language


class Satuan(StrEnum):
    """The units of time; the value is the word as it is written."""

    DETIK = "detik"
    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


_FIXED: Final = {Satuan.DETIK: 1, Satuan.MENIT: 60, Satuan.JAM: 3600}
_MONTHS: Final = {Satuan.BULAN: 1, Satuan.TRIWULAN: 3, Satuan.SEMESTER: 6, Satuan.TAHUN: 12}
_DAY: Final = 86_400
_ELAPSED: Final = {
    **_FIXED,
    Satuan.HARI: _DAY,
    Satuan.MINGGU: 7 * _DAY,
    Satuan.BULAN: 30 * _DAY,
    Satuan.TRIWULAN: 90 * _DAY,
    Satuan.SEMESTER: 180 * _DAY,
    Satuan.TAHUN: 365 * _DAY,
}


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """How much work a day, a week and a month hold; triwulan, semester and tahun are 3, 6 and 12 months.

    The defaults are 37 h 30 m a week in five days, breaks not counted (Perpres 21/2023), and 20 days a month.
    Raises ValueError for an amount below one or for more minutes than a day has.
    """

    minutes_per_day: int = 450
    days_per_week: int = 5
    days_per_month: int = 20

    def __post_init__(self) -> None:
        if not 1 <= self.minutes_per_day <= _DAY // 60 or self.days_per_week < 1 or self.days_per_month < 1:
            raise ValueError(f"not a working time: {self}")

    def seconds(self, unit: Satuan) -> int:
        """The seconds of work in one `unit`."""
        if unit in _FIXED:
            return _FIXED[unit]
        day = self.minutes_per_day * 60
        if unit is Satuan.HARI:
            return day
        if unit is Satuan.MINGGU:
            return day * self.days_per_week
        return day * self.days_per_month * _MONTHS[unit]


_DEFAULT_WORKING_TIME: Final = WorkingTime()


class Bagian(NamedTuple):
    """One summand of a length: an amount of one unit.

    `elapsed` is True for calendar time (`kalender`, `1 x 24 jam`), which passes whether or not anybody works.
    `1 x 24 jam` is 24 elapsed hours.
    """

    amount: Fraction
    unit: Satuan
    elapsed: bool = False

    def __str__(self) -> str:
        if not self.elapsed:
            word = "hari kerja" if self.unit is Satuan.HARI else self.unit.value
            return f"{decimal(self.amount)} {word}"
        if self.unit is Satuan.JAM and self.amount % 24 == 0:
            return f"{decimal(self.amount / 24)} x 24 jam"
        return f"{decimal(self.amount)} {self.unit.value} kalender"


class Lama(NamedTuple):
    """A length of time: summands in the order written, each exact."""

    bagian: tuple[Bagian, ...]

    def work_seconds(self, working_time: WorkingTime) -> int:
        """The seconds of work, half up to a whole second; elapsed summands count as 0."""
        return _half_up(self.exact_work(working_time))

    def elapsed_seconds(self) -> int:
        """The elapsed seconds, half up to a whole second; summands of work count as 0.

        A calendar month is taken as 30 days and a calendar year as 365: approximations, since the text
        does not say which month.
        """
        return _half_up(self.exact_elapsed())

    @property
    def has_elapsed(self) -> bool:
        """Whether some summand is calendar time."""
        return any(bagian.elapsed for bagian in self.bagian)

    def exact_work(self, working_time: WorkingTime) -> Fraction:
        """The seconds of work, not rounded."""
        parts = (b.amount * working_time.seconds(b.unit) for b in self.bagian if not b.elapsed)
        return sum(parts, start=Fraction(0))

    def exact_elapsed(self) -> Fraction:
        """The elapsed seconds, not rounded."""
        return sum((b.amount * _ELAPSED[b.unit] for b in self.bagian if b.elapsed), start=Fraction(0))

    def __str__(self) -> str:
        return " ".join(map(str, self.bagian)) or "0 menit"


_UNITS_OF_AMOUNT: Final = {
    "id": (("hari kerja",) * 2, ("jam",) * 2, ("menit",) * 2, ("detik",) * 2),
    "en": (("working day", "working days"), ("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
}


def format_seconds(seconds: int, working_time: WorkingTime, language: Language = "id") -> str:
    """An amount of work for people to read: `2 hari kerja 1 jam`, `45 detik`, `0 menit`; exact.

    Days are working days of `working_time`. A negative amount has a minus in front.
    """
    days, rest = divmod(abs(seconds), working_time.minutes_per_day * 60)
    amounts = (days, rest // 3600, rest % 3600 // 60, rest % 60)
    names = _UNITS_OF_AMOUNT[language]
    words = [f"{n} {many if n != 1 else one}" for n, (one, many) in zip(amounts, names, strict=True) if n]
    return ("-" if seconds < 0 else "") + (" ".join(words) or f"0 {names[2][1]}")


def decimal(amount: Fraction) -> str:
    """`amount` in digits with a decimal comma, exact; `1/3` when no decimal number is."""
    rest, places = amount.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return str(amount)
    whole, part = divmod(abs(amount.numerator) * 10**places // amount.denominator, 10**places)
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole},{part:0{places}}" if places else f"{sign}{whole}"


def _half_up(amount: Fraction) -> int:
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def surely_longer(a: Lama, b: Lama) -> bool:
    """Whether `a` is longer than `b`, work against work and elapsed time against elapsed time.

    When one holds more work and the other more elapsed time neither is longer.
    """
    if len(a.bagian) == len(b.bagian) == 1:  # the usual range, and much faster than measuring
        (x,), (y,) = a.bagian, b.bagian
        if x.unit is y.unit and x.elapsed is y.elapsed:
            return x.amount > y.amount
    first = a.exact_work(_DEFAULT_WORKING_TIME), a.exact_elapsed()
    second = b.exact_work(_DEFAULT_WORKING_TIME), b.exact_elapsed()
    return first != second and first[0] >= second[0] and first[1] >= second[1]


def midpoint(a: Lama, b: Lama) -> Lama:
    """Halfway between, exact: in the units of both when these agree, else the halves of both added up."""
    if [(x.unit, x.elapsed) for x in a.bagian] == [(x.unit, x.elapsed) for x in b.bagian]:
        pairs = zip(a.bagian, b.bagian, strict=True)
        return Lama(tuple([Bagian((x.amount + y.amount) / 2, x.unit, x.elapsed) for x, y in pairs]))
    return Lama(tuple([Bagian(x.amount / 2, x.unit, x.elapsed) for x in (*a.bagian, *b.bagian)]))
