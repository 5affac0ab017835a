"""IDN003: blanks inside the number, or no year in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext

_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

# Beside a separator or between two digits. A blank beside a letter may belong to a word: "SOP 12", "BAG UMUM".
_BLANKS: Final = late(r"(?<=[0-9])\s+(?=[0-9])|\s+(?=[/.\-–_])|(?<=[/.\-–_])\s+")


@rule("IDN003", "bentuk-nomor", Severity.WARNING, since="0.1")
def number_form(context: LintContext) -> Iterator[Issue]:
    """Nomor memuat spasi atau tidak memuat tahun. / The number has blanks inside, or no year.

    ## Mengapa
    Nomor yang sama dengan dan tanpa spasi dibaca sebagai dua nomor oleh pencarian dan daftar SOP. Tahun membedakan nomor urut
    yang dimulai lagi dari satu setiap tahun. Spasi di sisi garis miring, titik, tanda hubung, atau di antara dua angka dapat
    dihapus dengan `--fix`; spasi di antara kata dibiarkan. Tahun ditulis empat angka.

    ## Buruk
    ```yaml
    sopkit: 1
    nomor: "065 / 12 / 438 .5 / 2024"
    nama: Penyusunan Rencana Kerja
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nomor: "065/12/438.5/2024"
    nama: Penyusunan Rencana Kerja
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    number = context.sop.nomor
    if number is None or not is_filled(number):
        return
    joined = _BLANKS.sub("", number) if len(number.split()) > 1 else number
    if joined != number:
        yield _blanks(joined)
    if not _YEAR.search(joined):
        yield Issue(
            ("nomor",),
            Text(f"nomor {quoted(number)} tidak memuat tahun", f"the number {quoted(number)} holds no year"),
            help=Text(
                "tambahkan tahun empat angka menurut tata naskah instansi",
                "add the year in four digits, as the agency's rules of correspondence have it",
            ),
        )


def _blanks(joined: str) -> Issue:
    return Issue(
        ("nomor",),
        Text("nomor memuat spasi", "the number has blanks inside"),
        help=Text(f"tulis {quoted(joined)}", f"write {quoted(joined)}"),
        fix=Fix(("nomor",), joined, Text("hapus spasi dalam nomor", "take the blanks out of the number")),
    )
