"""IDN002: the year in the number fits none of the dates."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import TanggalSop

_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TURN_OF_THE_YEAR: Final = timedelta(days=92)


@rule("IDN002", "tahun-nomor-berbeda", Severity.WARNING, since="0.1")
def number_year(context: LintContext) -> Iterator[Issue]:
    """Tahun dalam nomor bukan tahun pembuatan atau revisi. / The year in the number is of no making or revision.

    ## Mengapa
    Nomor SOP diberikan pada tahun SOP dibuat atau direvisi. Tahun yang lain biasanya tertinggal dari SOP yang disalin, atau
    tanggalnya yang salah tulis; dalam kedua hal itu SOP sulit ditemukan dalam daftar. Nomor yang diberikan saat pengesahan di
    awal tahun berikutnya (paling lama tiga bulan setelah pembuatan) tidak dianggap salah.

    ## Buruk
    ```yaml
    sopkit: 1
    nomor: "065/12/438.5/2021"
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nomor: "065/12/438.5/2024"
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    dates = context.sop.tanggal
    found = _YEAR.findall(context.sop.nomor or "")
    if not found or (dates.pembuatan and dates.pembuatan.year == int(found[-1])):
        return  # the year of the making is right whatever the revisions
    years = _years(dates)
    if not years or int(found[-1]) in years or _numbered_at_signing(dates, int(found[-1])):
        return
    year, listed = found[-1], ", ".join(map(str, sorted(years)))
    yield Issue(
        ("nomor",),
        Text(
            f"tahun {year} dalam nomor bukan tahun pembuatan atau revisi ({listed})",
            f"the year {year} in the number is that of neither the making nor a revision ({listed})",
        ),
        help=Text(
            "periksa mana yang benar, nomor atau tanggalnya", "check which is right, the number or the date"
        ),
        related=((("tanggal", "pembuatan"), Text("tanggal pembuatan", "date of making")),),
        excerpt=year,
    )


def _years(dates: TanggalSop) -> frozenset[int]:
    """The years of the making and of the revisions; empty when one of them is not known."""
    revisions = [date for date in dates.revisi if is_filled(date.text)]
    years = [date.year if date else None for date in (dates.pembuatan, *revisions)]
    return frozenset(year for year in years if year is not None) if None not in years else frozenset()


def _numbered_at_signing(dates: TanggalSop, year: int) -> bool:
    """Whether the SOP was finished at the end of a year and signed, with its number, at the beginning of `year`."""
    made, signed = dates.pembuatan, dates.efektif
    if made is None or signed is None or made.last is None or signed.first is None or signed.year != year:
        return False
    return made.last <= signed.first <= made.last + _TURN_OF_THE_YEAR
