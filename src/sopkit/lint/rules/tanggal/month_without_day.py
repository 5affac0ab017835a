"""TGL004: a date is a month without a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import Ketelitian

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("TGL004", "bulan-tanpa-hari", Severity.WARNING, since="0.1", missing=True)
def month_without_day(context: LintContext) -> Iterator[Issue]:
    """Tanggal hanya menyebut bulan. / A date names a month without a day.

    ## Mengapa
    Dari bulan saja tidak dapat ditentukan pada hari apa SOP mulai berlaku, atau apakah sebuah peraturan sudah dicabut ketika
    SOP disahkan. sopkit memperlakukan bulan sebagai rentang dan tidak menebak harinya. Dalam draf temuan ini hanya informasi.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: Maret 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 4 Maret 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for named in named_dates(context.sop):
        if named.date.ketelitian is Ketelitian.BULAN:
            yield Issue(
                named.path,
                Text(
                    f"{named.name.id} {quoted(named.date.text)} tidak menyebut hari",
                    f"the {named.name.en} {quoted(named.date.text)} names no day",
                ),
                help=Text("tulis tanggal lengkap dengan harinya", "write the whole date with its day"),
            )
