"""Nip: the number of a civil servant, and what in it cannot be true.

An NIP has 18 digits, printed `8 6 1 3`: birth YYYYMMDD, appointment YYYYMM, sex, serial. Employees with a work
agreement (PPPK) carry a number from 21 up in the place of the month. An NIP of before 2009 has 9 digits, which
say nothing. What the number means beside an SOP's own dates is a rule's business, but the comparison is here.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sopkit.errors import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_CACHE_SIZE: Final = 4096
_LENGTH: Final = 18
_OLD_LENGTH: Final = 9
_MONTHS_A_YEAR: Final = 12
_FIRST_PPPK: Final = 21
_YOUNGEST: Final = 18
_OLDEST: Final = 60

_NOT_A_DIGIT: Final = re.compile(r"[^0-9]+")
_STRANGE: Final = re.compile(r"[^0-9\s]")

_Days = tuple[tuple[int, int, int], tuple[int, int, int]]
"""The earliest and the latest day, each as (year, month, day)."""


class Nip(NamedTuple):
    """An NIP as written (`text`) and its ASCII digits alone (`digits`, of any number).

    The properties read the places of an 18-digit number and are None where there are not 18 digits or where the
    digits in the place mean nothing.
    """

    text: str
    digits: str

    @property
    def old(self) -> bool:
        """Whether it is an NIP of the old kind: 9 digits, which hold no dates."""
        return len(self.digits) == _OLD_LENGTH

    @property
    def birth(self) -> dt.date | None:
        """The date of birth; None when the digits are no date."""
        if not self._full:
            return None
        year, month, day = int(self.digits[:4]), int(self.digits[4:6]), int(self.digits[6:8])
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None

    @property
    def appointed(self) -> tuple[int, int] | None:
        """Year and month (1–12) of the appointment; None for a PPPK, whose number has no month."""
        if not self._full or not 1 <= self._month_place <= _MONTHS_A_YEAR:
            return None
        return int(self.digits[8:12]), self._month_place

    @property
    def appointed_year(self) -> int | None:
        """The year of the appointment, which a PPPK's number has too."""
        return int(self.digits[8:12]) if self._full else None

    @property
    def sex(self) -> Literal["male", "female"] | None:
        """Digit 15: 1 male, 2 female."""
        if not self._full or self.digits[14] not in "12":
            return None
        return "male" if self.digits[14] == "1" else "female"

    @property
    def serial(self) -> str | None:
        """The last three digits."""
        return self.digits[15:] if self._full else None

    @property
    def formatted(self) -> str:
        """`19670606 199202 1 001`; digits of any other number stand together, and without digits the text."""
        if not self._full:
            return self.digits or self.text
        d = self.digits
        return f"{d[:8]} {d[8:14]} {d[14]} {d[15:]}"

    def appointed_after(self, date: dt.date) -> bool:
        """Whether the appointment is surely after `date`: in a later month, for a PPPK in a later year.

        False when the number does not say when the appointment was.
        """
        days = self._first_days
        return days is not None and days[0] > (date.year, date.month, date.day)

    def problems(self) -> tuple[Text, ...]:
        """What in the number cannot be true, in the order of its places; empty for a valid one."""
        return tuple(self._problems())

    @property
    def _full(self) -> bool:
        return len(self.digits) == _LENGTH

    @property
    def _month_place(self) -> int:
        return int(self.digits[12:14])

    @property
    def _first_days(self) -> _Days | None:
        """The earliest and the latest day of the appointment as (year, month, day): the month, or a PPPK's year."""
        if not self._full:
            return None
        year, month = int(self.digits[8:12]), self._month_place
        if 1 <= month <= _MONTHS_A_YEAR:
            return (year, month, 1), (year, month, 31)
        return ((year, 1, 1), (year, 12, 31)) if month >= _FIRST_PPPK else None

    def _problems(self) -> Iterator[Text]:
        strange = "" if self.text == self.digits else "".join(dict.fromkeys(_STRANGE.findall(self.text)))
        if strange:
            yield Text(
                id=f"NIP memuat karakter selain angka dan spasi: {strange}",
                en=f"the NIP holds characters other than digits and blanks: {strange}",
            )
        if self._full:
            birth, days = self.birth, self._first_days
            yield from self._place_problems(birth, days)
            if birth is not None and days is not None:
                yield from self._age_problems(birth, days)
        elif not self.old:
            count = len(self.digits)
            yield Text(
                id=f"NIP terdiri atas {count} angka, seharusnya {_LENGTH}",
                en=f"the NIP has {count} digit{'' if count == 1 else 's'}, expected {_LENGTH}",
            )

    def _place_problems(self, birth: dt.date | None, days: _Days | None) -> Iterator[Text]:
        d = self.digits
        if birth is None:
            yield Text(
                id=f"tanggal lahir dalam NIP tidak ada: {d[:4]}-{d[4:6]}-{d[6:8]}",
                en=f"the date of birth in the NIP does not exist: {d[:4]}-{d[4:6]}-{d[6:8]}",
            )
        if days is None:
            yield Text(
                id=f"bulan pengangkatan dalam NIP tidak sah: {d[12:14]} (01–12, atau mulai 21 untuk PPPK)",
                en=f"the month of appointment in the NIP is not valid: {d[12:14]} (01–12, or from 21 for a PPPK)",
            )
        if d[14] not in "12":
            yield Text(
                id=f"angka jenis kelamin dalam NIP tidak sah: {d[14]} (1 pria, 2 wanita)",
                en=f"the digit for the sex in the NIP is not valid: {d[14]} (1 male, 2 female)",
            )
        if d[15:] == "000":
            yield Text(id="nomor urut dalam NIP adalah 000", en="the serial number in the NIP is 000")

    def _age_problems(self, birth: dt.date, days: _Days) -> Iterator[Text]:
        """Speaks only when it is certain, whichever day of the month or year the appointment was."""
        year = self.digits[8:12]
        if (birth.year + _YOUNGEST, birth.month, birth.day) > days[1]:
            yield Text(
                id=f"menurut NIP, usia saat diangkat pada {year} kurang dari {_YOUNGEST} tahun (lahir {birth.year})",
                en=f"by the NIP, the age at the appointment in {year} is under {_YOUNGEST} (born {birth.year})",
            )
        elif (birth.year + _OLDEST + 1, birth.month, birth.day) <= days[0]:
            yield Text(
                id=f"menurut NIP, usia saat diangkat pada {year} lebih dari {_OLDEST} tahun (lahir {birth.year})",
                en=f"by the NIP, the age at the appointment in {year} is over {_OLDEST} (born {birth.year})",
            )


@lru_cache(maxsize=_CACHE_SIZE)
def parse_nip(text: str) -> Nip:
    """The NIP written in `text`, blanks or not; never raises, `Nip.problems` says what is not valid."""
    return Nip(text, _NOT_A_DIGIT.sub("", text))
