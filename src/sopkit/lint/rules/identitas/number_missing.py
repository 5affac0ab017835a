"""IDN001: the SOP has no number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("IDN001", "nomor-kosong", Severity.ERROR, since="0.1", missing=True)
def number_missing(context: LintContext) -> Iterator[Issue]:
    """Nomor SOP belum diisi. / The SOP has no number.

    ## Mengapa
    Nomor adalah bagian wajib dari identitas SOP (PermenPAN-RB 35/2012, Lampiran). Tanpa nomor, SOP tidak dapat dicatat dalam
    daftar SOP, dirujuk oleh SOP lain, atau dicabut dengan jelas. Dalam draf temuan ini hanya peringatan.

    ## Buruk
    ```yaml
    sopkit: 1
    nomor:
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
    if not is_filled(context.sop.nomor):
        yield Issue(
            ("nomor",),
            Text("nomor SOP belum diisi", "the SOP has no number"),
            help=Text(
                'isi nomor dalam tanda kutip, misalnya nomor: "065/12/438.5/2024"; selama belum bernomor, tulis status: draf',
                'give the number in quotes, such as nomor: "065/12/438.5/2024"; until there is one, write status: draf',
            ),
        )
