"""HKM007: a regulation is said to be amended by one of a lower kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations, in_entry
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Cited
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext


@question(Subject.DASAR_HUKUM)
def is_amended_by_lower(entry: str, _: Knowledge) -> bool:
    """Whether the entry names a regulation as amended by a lower one."""
    return any(cited.amends_a_higher_one for citation in in_entry(entry) for cited in citation.named)


@rule("HKM007", "diubah-peraturan-lebih-rendah", Severity.ERROR, since="0.1", screen=(is_amended_by_lower,))
def amended_by_lower(context: LintContext) -> Iterator[Issue]:
    """Peraturan disebut diubah oleh jenis yang lebih rendah. / A regulation is said to be amended by a lower kind.

    ## Mengapa
    Peraturan hanya dapat diubah oleh peraturan yang setingkat atau lebih tinggi (hierarki pada Pasal 7 dan Pasal 8
    UU 12/2011). Peraturan Daerah yang disebut diubah dengan peraturan kepala daerah berarti salah satunya keliru: jenisnya,
    nomornya, atau hubungannya, misalnya peraturan pelaksanaan yang ditulis sebagai perubahan. Kata `jo.` tidak menyatakan
    perubahan dan tidak dinilai.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Daerah Kota Contoh Nomor 5 Tahun 2019 tentang Rencana Pembangunan sebagaimana telah diubah dengan Peraturan Wali Kota Contoh Nomor 7 Tahun 2020
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Daerah Kota Contoh Nomor 5 Tahun 2019 tentang Rencana Pembangunan sebagaimana telah diubah dengan Peraturan Daerah Kota Contoh Nomor 7 Tahun 2020
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for citation in citations(context.sop.dasar_hukum):
        for cited in citation.named:
            if cited.amends_a_higher_one:
                yield Issue(citation.path, _message(cited), help=_help(cited), excerpt=cited.words)


def _message(cited: Cited) -> Text:
    higher, lower = cited.amended.singkat if cited.amended else "", cited.rujukan.singkat
    return Text(
        f"{higher} tidak dapat diubah dengan {lower}, yang lebih rendah",
        f"{higher} cannot be amended by {lower}, which stands lower",
    )


def _help(cited: Cited) -> Text:
    kind = cited.amended.jenis.nama if cited.amended else ""
    return Text(
        f"periksa jenis peraturan pengubahnya; {kind} diubah dengan {kind} atau yang lebih tinggi",
        f"check the kind of the amending regulation; a {kind} is amended by a {kind} or a higher one",
    )
