"""LTS003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Label, Severity
from sopkit.errors import Text
from sopkit.lint.corpus import CorpusIssue, corpus_rule
from sopkit.lint.language.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import Located, SopFacts
    from sopkit.lint.knowledge import Knowledge


@corpus_rule("LTS003", "nama-ganda", Severity.WARNING, since="0.1")
def name_twice(facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[CorpusIssue]:
    """Nama SOP dipakai dua kali di satu instansi. / One agency uses the name of an SOP twice.

    ## Mengapa
    Dua SOP dengan nama yang sama membuat pelaksana tidak tahu mana yang berlaku. Bila yang lama sudah diganti, tandai dengan
    `status: dicabut`; SOP yang dicabut tidak dihitung.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: SOP Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Mengolah data
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Kinerja Triwulan
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja Tahunan
    langkah:
      - kegiatan: Mengolah data
    ```
    """
    del knowledge
    first: dict[tuple[str, str], tuple[str, Located]] = {}
    for sop in facts:
        key = (sop.agency, fold_name(sop.name.text))
        if sop.revoked or not key[1]:
            continue
        if key not in first:
            first[key] = (sop.file, sop.name)
            continue
        file, place = first[key]
        yield CorpusIssue(
            sop.file,
            sop.name,
            Text(
                f"nama “{sop.name.text}” sudah dipakai {file}",
                f"the name “{sop.name.text}” is already used by {file}",
            ),
            help=Text(
                "bedakan namanya, atau tandai SOP yang lama dengan status: dicabut",
                "tell the names apart, or mark the old SOP with status: dicabut",
            ),
            related=(Label(file, place.span, Text("nama yang sama", "the same name")),),
        )
