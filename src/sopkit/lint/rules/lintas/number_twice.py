"""LTS001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.corpus import NUMBER, CorpusIssue, Related, corpus_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import SopFacts
    from sopkit.lint.knowledge import Knowledge


@corpus_rule("LTS001", "nomor-ganda", Severity.ERROR, since="0.1")
def number_twice(facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[CorpusIssue]:
    """Nomor SOP dipakai dua kali di satu instansi. / One agency uses the number of an SOP twice.

    ## Mengapa
    Nomor adalah cara arsip dan audit menemukan sebuah SOP. Dua SOP dengan nomor yang sama berarti salah satunya tidak
    tercatat. SOP yang sudah dicabut tidak dihitung.

    ## Buruk
    ```yaml
    sopkit: 1
    nomor: "065/01/2025"
    nama: Penyusunan Rencana Kerja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nomor: "065 / 01 / 2025"
    nama: Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Menyusun draf
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nomor: "065/01/2025"
    nama: Penyusunan Rencana Kerja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nomor: "065/02/2025"
    nama: Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Menyusun draf
    ```
    """
    del knowledge
    first: dict[tuple[str, str], SopFacts] = {}
    for sop in facts:
        if sop.number is None or sop.revoked:
            continue
        other = first.setdefault((sop.agency, "".join(sop.number.split()).casefold()), sop)
        if other is sop:
            continue
        yield CorpusIssue(
            sop,
            (NUMBER,),
            Text(
                f"nomor “{sop.number}” sudah dipakai {other.file}",
                f"the number “{sop.number}” is already used by {other.file}",
            ),
            help=Text("beri salah satu SOP nomor yang baru", "give one of the two a new number"),
            related=(Related(other, (NUMBER,), Text("nomor yang sama", "the same number")),),
        )
