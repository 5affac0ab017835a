"""LTS003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.corpus import NAME, CorpusIssue, Related, corpus_rule
from sopkit.lint.language.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import SopFacts
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
    first: dict[tuple[str, str], SopFacts] = {}
    for sop in facts:
        folded = fold_name(sop.name)
        if sop.revoked or not folded:
            continue
        other = first.setdefault((sop.agency, folded), sop)
        if other is sop:
            continue
        yield CorpusIssue(
            sop,
            (NAME,),
            Text(
                f"nama “{sop.name}” sudah dipakai {other.file}",
                f"the name “{sop.name}” is already used by {other.file}",
            ),
            help=Text(
                "bedakan namanya, atau tandai SOP yang lama dengan status: dicabut",
                "tell the names apart, or mark the old SOP with status: dicabut",
            ),
            related=(Related(other, (NAME,), Text("nama yang sama", "the same name")),),
        )
