"""HKM012: with `--as-of`, a regulation has been revoked since the SOP took effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations
from sopkit.lint.facts.in_force import advice, names_revoked, revoked_at, revoked_on, standing, words_for
from sopkit.lint.rule import Issue, rule
from sopkit.model.sop import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sopkit.lint.facts.citations import Citation, Cited
    from sopkit.lint.facts.in_force import Revoked
    from sopkit.lint.rule import LintContext


@rule("HKM012", "kini-dicabut", Severity.WARNING, since="0.1", screen=(names_revoked,))
def revoked_since(context: LintContext) -> Iterator[Issue]:
    """Dasar hukum dicabut setelah SOP berlaku. / A regulation has been revoked since the SOP took effect.

    ## Mengapa
    Pencabutan dasar hukum adalah alasan untuk mengevaluasi SOP: kewenangan, istilah, dan tahapannya mungkin ikut berubah. Aturan
    ini hanya berjalan dengan `--as-of TANGGAL`, supaya hasil pemeriksaan tidak berubah dengan sendirinya dari hari ke hari. SOP
    yang sudah dicabut tidak dinilai, dan peraturan yang sudah dicabut ketika SOP berlaku adalah temuan HKM001.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2018-03-05
    dasar_hukum:
      - Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      efektif: 2018-03-05
      revisi: 2020-06-08
    dasar_hukum:
      - Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    day = context.as_of
    if day is None or context.sop.status is Status.DICABUT:
        return
    dates, registry = standing(context.sop), context.knowledge.registry
    for citation in citations(context.sop.dasar_hukum):
        for cited in citation.named:
            found = revoked_on(cited.key, day, day, registry)
            if found is not None:
                if not revoked_at(cited.key, dates, registry):
                    yield _issue(citation, cited, found, day, context)
                break


def _issue(citation: Citation, cited: Cited, found: Revoked, day: date, context: LintContext) -> Issue:
    name, by, when = cited.rujukan.singkat, found.by.singkat, words_for(found.since)
    return Issue(
        citation.path,
        Text(
            f"{name} telah dicabut dengan {by} {when.id}; SOP perlu dievaluasi",
            f"{name} has been revoked by {by} {when.en}; the SOP needs to be evaluated",
        ),
        help=advice(found, day, context.sop, context.knowledge.registry),
        excerpt=cited.words,
    )
