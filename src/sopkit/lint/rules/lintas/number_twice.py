"""LTS001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Label, Severity
from sopkit.errors import Text
from sopkit.lint.corpus import CorpusIssue, corpus_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import Located, SopFacts
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
    first: dict[tuple[str, str], tuple[str, Located]] = {}
    for sop in facts:
        if sop.number is None or sop.revoked:
            continue
        key = (sop.agency, "".join(sop.number.text.split()).casefold())
        if key not in first:
            first[key] = (sop.file, sop.number)
            continue
        file, place = first[key]
        yield CorpusIssue(
            sop.file,
            sop.number,
            Text(
                f"nomor “{sop.number.text}” sudah dipakai {file}",
                f"the number “{sop.number.text}” is already used by {file}",
            ),
            help=Text("beri salah satu SOP nomor yang baru", "give one of the two a new number"),
            related=(Label(file, place.span, Text("nomor yang sama", "the same number")),),
        )
