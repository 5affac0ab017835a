"""LKH010: a step without kegiatan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("LKH010", "kegiatan-kosong", Severity.ERROR, since="0.1", missing=True)
def activity_missing(context: LintContext) -> Iterator[Issue]:
    """Langkah tanpa kegiatan. / A step without kegiatan.

    ## Mengapa
    Baris tanpa uraian kegiatan tidak menyuruh siapa pun mengerjakan apa pun, tetapi tetap tercetak dengan simbol,
    waktu, dan nomornya. Biasanya baris itu tertinggal waktu menyusun, atau uraiannya tertulis di kolom lain.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengiriman Surat
    langkah:
      - kegiatan: Mencatat surat keluar
      - mutu_baku:
          waktu: 10 menit
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengiriman Surat
    langkah:
      - kegiatan: Mencatat surat keluar
      - kegiatan: Mengirimkan surat
        mutu_baku:
          waktu: 10 menit
    ```
    """
    if len(context.kegiatan) == len(context.sop.langkah):
        return
    for i, step in enumerate(context.sop.langkah):
        if not step.kegiatan:
            printed = context.sop.nomor_langkah[i]
            yield Issue(
                ("langkah", i, "kegiatan"),
                Text(f"langkah {printed} tidak punya kegiatan", f"step {printed} has no kegiatan"),
                Text(
                    "tulis apa yang dikerjakan, diawali kata kerja aktif, atau hapus langkahnya",
                    "say what is done, beginning with an active verb, or remove the step",
                ),
            )
