"""HKM001: a regulation was already revoked when the SOP took effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations
from sopkit.lint.facts.in_force import advice, names_revoked, revoked_at, standing, words_for
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation, Cited
    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.facts.in_force import Revoked
    from sopkit.lint.rule import LintContext


@rule("HKM001", "peraturan-dicabut", Severity.ERROR, since="0.1", screen=(names_revoked,))
def revoked(context: LintContext) -> Iterator[Issue]:
    """Dasar hukum sudah dicabut ketika SOP berlaku. / A regulation was revoked when the SOP took effect.

    ## Mengapa
    Peraturan yang sudah dicabut tidak dapat menjadi dasar; tugas dan kewenangan yang disandarkan padanya kehilangan pijakan.
    Tanggal pencabutan dibandingkan dengan tanggal efektif, atau tanggal pembuatan bila tanggal efektif tidak ada, dan dengan
    tanggal revisi, karena saat itulah dasar hukum diperbarui. Bila hanya bulan atau tahun yang diketahui, temuan ini muncul
    hanya jika urutannya pasti. Peraturan yang diubah tetapi tidak dicabut tetap sah dirujuk, dan peraturan yang tidak tercatat
    dalam daftar regulasi tidak dinilai. Merujuk peraturan penggantinya juga tidak membenarkan yang dicabut.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2024-03-04
    dasar_hukum:
      - Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2024-03-04
    dasar_hukum:
      - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    dates, registry = standing(context.sop), context.knowledge.registry
    for citation in citations(context.sop.dasar_hukum) if dates else ():
        for cited in citation.named:
            found = revoked_at(cited.key, dates, registry)
            if found is not None:
                yield _issue(citation, cited, *found, context)
                break


def _issue(citation: Citation, cited: Cited, found: Revoked, named: NamedDate, context: LintContext) -> Issue:
    name, by, when = cited.rujukan.singkat, found.by.singkat, words_for(found.since)
    day = named.date.last
    return Issue(
        citation.path,
        Text(
            f"{name} sudah dicabut dengan {by} {when.id}, sebelum {named.name.id} {named.date}",
            f"{name} was revoked by {by} {when.en}, before the {named.name.en} {named.date.iso}",
        ),
        help=advice(found, day, context.sop, context.knowledge.registry) if day else None,
        related=((named.path, named.name),),
        excerpt=cited.words,
    )
