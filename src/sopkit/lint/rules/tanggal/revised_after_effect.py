"""TGL008: the SOP was revised after its date of effect."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import name_of_effect, revisions
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import surely_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("TGL008", "revisi-setelah-efektif", Severity.INFO, since="0.1")
def revised_after_effect(context: LintContext) -> Iterator[Issue]:
    """Revisi terjadi setelah tanggal efektif. / The SOP was revised after its date of effect.

    ## Mengapa
    SOP yang direvisi disahkan kembali, sehingga tanggal efektifnya tidak lebih awal daripada revisi terakhir. Tanggal efektif
    yang lebih awal adalah milik SOP sebelum revisi. Bila tanggal efektif bahkan mendahului pembuatan, itu temuan tersendiri.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2023-03-06
      revisi: 2024-07-08
      efektif: 2023-03-07
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2023-03-06
      revisi: 2024-07-08
      efektif: 2024-07-09
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    made, effect = context.sop.tanggal.pembuatan, context.sop.tanggal.efektif
    if not context.sop.tanggal.revisi or effect is None or (made and surely_before(effect, made)):
        return
    later = [revision for revision in revisions(context.sop) if surely_before(effect, revision.date)]
    if not later:
        return
    newest = max(later, key=lambda revision: revision.date.last or date.min)
    name = name_of_effect(context.sop)
    yield Issue(
        newest.path,
        Text(
            f"{newest.name.id} {newest.date} sesudah {name.id} {effect}",
            f"the {newest.name.en} {newest.date.iso} is after the {name.en} {effect.iso}",
        ),
        help=Text(
            f"tulis {name.id} yang baru, yaitu saat revisi itu mulai berlaku",
            f"write the new {name.en}, from which the revision holds",
        ),
        related=((("tanggal", "efektif"), name),),
    )
