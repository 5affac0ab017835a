"""HKM002: a regulation is later than the SOP that cites it."""

from __future__ import annotations

from datetime import MAXYEAR
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.known import Known
from sopkit.lint.facts.citations import in_entry
from sopkit.lint.facts.in_force import latest
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation, Cited
    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.rule import LintContext
    from sopkit.model.regulasi import Registry


@rule("HKM002", "peraturan-lebih-baru", Severity.ERROR, since="0.1")
def later_than_sop(context: LintContext) -> Iterator[Issue]:
    """Peraturan yang dirujuk terbit setelah SOP. / A regulation is later than the SOP that cites it.

    ## Mengapa
    SOP tidak dapat bersandar pada peraturan yang belum ada. Penyebabnya salah tulis tahun, atau dasar hukum diperbarui tanpa
    mengisi tanggal revisi. Yang dibandingkan adalah tanggal terakhir pada SOP (efektif, revisi, atau pembuatan), karena SOP
    yang direvisi boleh merujuk peraturan baru; bila salah satunya tidak terbaca, aturan ini diam. Peraturan yang mengubah
    peraturan lain dinilai pula. Bila hanya tahunnya diketahui, yang dinilai hanya tahun yang lebih besar daripada tahun SOP.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2021-03-04
    dasar_hukum:
      - Peraturan Bupati Contoh Nomor 8 Tahun 2022 tentang Rencana Kerja Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2021-03-04
      revisi: 2022-06-06
    dasar_hukum:
      - Peraturan Bupati Contoh Nomor 8 Tahun 2022 tentang Rencana Kerja Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    if not context.sop.dasar_hukum or (named := latest(context.sop)) is None:
        return
    registry, first = context.knowledge.registry, named.date.first
    newest = _newest(registry)
    for i, entry in enumerate(context.sop.dasar_hukum):
        if first and newest[entry] < first.year:
            continue
        for citation in in_entry(entry):
            later = next((cited for cited in citation.named if _is_later(cited, named, registry)), None)
            if later:
                yield _issue(citation.of_entry(i), later, named)


@lru_cache(maxsize=8)
def _newest(registry: Registry) -> Known[int]:
    """By entry, the latest year that may tell of a regulation named in it; beyond all years where it gives none."""

    def newest(entry: str) -> int:
        named = [cited.key for citation in in_entry(entry) for cited in citation.named]
        made = [known.made.first.year for key in named if (known := registry.get(key))]
        return max([*made, *(key.tahun or MAXYEAR for key in named)], default=0)

    return Known(newest, 4096)


def _is_later(cited: Cited, named: NamedDate, registry: Registry) -> bool:
    first, last = named.date.first, named.date.last
    if first is None or last is None:
        return False
    if cited.key.tahun is not None and cited.key.tahun > last.year:
        return True
    known = registry.get(cited.key)
    return known is not None and known.issued_surely_after(first, last)


def _issue(citation: Citation, cited: Cited, named: NamedDate) -> Issue:
    name = cited.rujukan.singkat
    return Issue(
        citation.path,
        Text(
            f"{name} terbit setelah {named.name.id} {named.date}",
            f"{name} was issued after the {named.name.en} {named.date.iso}",
        ),
        help=Text(
            "periksa nomor dan tahunnya; bila SOP diperbarui karena peraturan ini, isi tanggal revisi",
            "check its number and year; if the SOP was brought up to date because of it, give the date of revision",
        ),
        related=((named.path, named.name),),
        excerpt=cited.words,
    )
