"""TGL001: the SOP has no date of making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled, name_of_making
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("TGL001", "pembuatan-kosong", Severity.ERROR, since="0.1", missing=True)
def making_missing(context: LintContext) -> Iterator[Issue]:
    """Tanggal pembuatan belum diisi. / The date of making is missing.

    ## Mengapa
    Tanggal pembuatan, yaitu hari SOP selesai disusun, adalah bagian wajib dari identitas SOP (PermenPAN-RB 35/2012,
    Lampiran). Dari tanggal ini dihitung kapan SOP harus dievaluasi, dan peraturan mana yang sudah berlaku saat itu.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan:
      efektif: 2024-03-05
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
      efektif: 2024-03-05
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    made = context.sop.tanggal.pembuatan
    if made is None or not is_filled(made.text):
        name = name_of_making(context.sop)
        yield Issue(
            ("tanggal", "pembuatan"),
            Text(f"{name.id} belum diisi", f"the {name.en} is missing"),
            help=Text(
                "isi tanggal.pembuatan, misalnya 2024-03-04 atau 4 Maret 2024",
                "fill in tanggal.pembuatan, such as 2024-03-04 or 4 Maret 2024",
            ),
            at_key=True,
        )
