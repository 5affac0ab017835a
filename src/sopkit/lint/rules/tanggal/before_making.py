"""TGL003: the SOP took effect or was revised before it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import name_of_making, named_dates
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import surely_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext

_MADE = ("tanggal", "pembuatan")


@rule("TGL003", "sebelum-pembuatan", Severity.ERROR, since="0.1")
def before_making(context: LintContext) -> Iterator[Issue]:
    """Tanggal efektif atau revisi mendahului pembuatan. / The SOP takes effect or is revised before it is made.

    ## Mengapa
    SOP tidak dapat berlaku atau direvisi sebelum selesai dibuat. Urutan yang terbalik berarti salah satu tanggal salah tulis,
    sering karena tahunnya tertinggal dari SOP yang disalin. Bulan tanpa hari hanya dinilai bila urutannya pasti.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
      efektif: 2023-03-06
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2024-03-04
      efektif: 2024-03-06
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    made = context.sop.tanggal.pembuatan
    if made is None or not made.readable:
        return
    name = name_of_making(context.sop)
    for other in named_dates(context.sop):
        if surely_before(other.date, made):
            yield Issue(
                other.path,
                Text(
                    f"{other.name.id} {other.date} mendahului {name.id} {made}",
                    f"the {other.name.en} {other.date.iso} is before the {name.en} {made.iso}",
                ),
                help=Text(
                    "periksa kedua tanggal, terutama tahunnya", "check both dates, above all their years"
                ),
                related=((_MADE, name),),
            )
