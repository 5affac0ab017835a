"""TGL002: the SOP has no date of effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled, name_of_effect
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("TGL002", "efektif-kosong", Severity.ERROR, since="0.1", missing=True)
def effect_missing(context: LintContext) -> Iterator[Issue]:
    """Tanggal efektif belum diisi. / The date of effect is missing.

    ## Mengapa
    Tanggal efektif, yaitu hari SOP mulai berlaku, adalah bagian wajib dari identitas SOP (PermenPAN-RB 35/2012, Lampiran).
    Tanpa tanggal ini tidak jelas sejak kapan pelaksana terikat. Bila kantor mencetaknya dengan kata lain, misalnya
    "Tanggal Pengesahan", tulis kata itu pada `label`.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
      efektif:
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
    effect = context.sop.tanggal.efektif
    if effect is None or not is_filled(effect.text):
        name = name_of_effect(context.sop)
        yield Issue(
            ("tanggal", "efektif"),
            Text(f"{name.id} belum diisi", f"the {name.en} is missing"),
            help=Text(
                "isi tanggal.efektif; selama belum disahkan, tulis status: draf",
                "fill in tanggal.efektif; until the SOP is signed, write status: draf",
            ),
            at_key=True,
        )
