"""TGL006: a month is written in an old or foreign spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import BULAN, HARI, nama_hari

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.rule import LintContext
    from sopkit.model.tanggal import Tanggal

_WORD: Final = late(r"[A-Za-z]+")
_WEEKDAY: Final = late(rf"\s*(?:{'|'.join(HARI)}|Jum['’]at|Ahad)\b", re.IGNORECASE)


@rule("TGL006", "ejaan-bulan", Severity.WARNING, since="0.1")
def old_spelling(context: LintContext) -> Iterator[Issue]:
    """Nama bulan ditulis dengan ejaan lama atau asing. / A month is written in an old or foreign spelling.

    ## Mengapa
    Naskah dinas memakai ejaan baku: Februari dan November, bukan Pebruari, Nopember, atau August. Ejaan yang beragam
    menyulitkan pencarian. `--fix` menulis nama baku dengan ketelitian yang sama; tanggalnya tidak berubah.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 6 Pebruari 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 6 Februari 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for named in named_dates(context.sop):
        if named.date.first is not None and not named.date.canonical_spelling:
            yield _issue(named, BULAN[named.date.first.month - 1])


def _issue(named: NamedDate, month: str) -> Issue:
    written = _WORD.findall(named.date.text)[-1]
    modern = _modern(named.date)
    return Issue(
        named.path,
        Text(
            f"nama bulan “{written}” tidak baku; ejaan bakunya {month}",
            f"the month “{written}” is not in the standard spelling, {month}",
        ),
        help=Text(f"tulis {modern}", f"write {modern}"),
        fix=Fix(
            named.path,
            modern,
            Text(f"tulis {modern}", f"write {modern}"),
        ),
        excerpt=written,
    )


def _modern(date: Tanggal) -> str:
    """The same date, with the weekday where one was written."""
    if date.first is not None and _WEEKDAY.match(date.text):
        return f"{nama_hari(date.first)}, {date}"
    return str(date)
