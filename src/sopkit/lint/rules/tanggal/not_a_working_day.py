"""TGL005: a date is a weekend or a holiday.

The week and the office's own days come first, because the table of national holidays is slow to load: a date that they
settle never needs it. For the same reason the working calendar itself is not asked; a test holds the two together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import HARI, nama_hari
from sopkit.timing.national import indonesian_holidays

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sopkit.config import KalenderSettings
    from sopkit.lint.rule import LintContext
    from sopkit.timing.national import HolidayYear

_ENGLISH: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIVE_DAYS: Final = frozenset(HARI[:5])
_COMPUTED: Final = "(perkiraan)"


@rule("TGL005", "bukan-hari-kerja", Severity.INFO, since="0.1")
def not_a_working_day(context: LintContext) -> Iterator[Issue]:
    """Tanggal jatuh pada hari libur. / A date is not a working day.

    ## Mengapa
    SOP dibuat, direvisi, dan disahkan oleh pejabat pada hari kerja. Tanggal yang jatuh pada akhir pekan, libur nasional, atau
    cuti bersama sering kali salah tulis atau diisi kemudian. Hari kerja dan hari libur instansi sendiri diatur pada `[kalender]`
    dalam `sopkit.toml`.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 17 Agustus 2023
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 18 Agustus 2023
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for named in named_dates(context.sop):
        day = named.date.first
        reason = _day_off(day, context.settings.kalender) if day and day == named.date.last else None
        if reason:
            yield Issue(
                named.path,
                Text(
                    f"{named.name.id} {named.date} jatuh pada {reason.id}",
                    f"the {named.name.en} {named.date.iso} is {reason.en}",
                ),
                help=Text(
                    "periksa tanggalnya; hari kerja instansi diatur pada [kalender] dalam sopkit.toml",
                    "check the date; the working days of the office are set under [kalender] in sopkit.toml",
                ),
            )


def _day_off(day: date, settings: KalenderSettings) -> Text | None:
    """Why the office does not work on `day`; None for a working day."""
    if day in settings.hari_kerja_tambahan:
        return None
    if nama_hari(day) not in _worked_days(day, settings):
        return Text(f"hari {nama_hari(day)}", f"a {_ENGLISH[day.weekday()]}")
    if day in settings.libur_tambahan:
        return Text("hari libur instansi", "a holiday of the office")
    return _national_holiday(day) if settings.libur_nasional else None


def _national_holiday(day: date) -> Text | None:
    name = _holidays(day.year).names.get(day)
    # Holidays of the Islamic calendar in years to come are computed and may still move.
    if name is None or _COMPUTED in name:
        return None
    return Text(f"hari libur: {name}", f"a holiday: {name}")


def _worked_days(day: date, settings: KalenderSettings) -> frozenset[str]:
    """The names of the weekdays that the office works at the time of `day`, Monday to Friday unless it says otherwise."""
    season = next((season for season in settings.musim if season.mulai <= day <= season.selesai), None)
    hours = season.jam if season else settings.jam
    return frozenset(name.capitalize() for name in hours) if hours else _FIVE_DAYS


@lru_cache(maxsize=256)
def _holidays(year: int) -> HolidayYear:
    return indonesian_holidays(year)
