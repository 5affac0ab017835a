"""LTS005."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.corpus import LINKS, CorpusIssue, Related, corpus_rule
from sopkit.lint.language.names import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import SopFacts
    from sopkit.lint.knowledge import Knowledge


@corpus_rule("LTS005", "keterkaitan-sepihak", Severity.INFO, since="0.1", whole=True)
def link_one_sided(facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[CorpusIssue]:
    """Keterkaitan hanya disebut oleh satu pihak. / Keterkaitan is named by one side only.

    ## Mengapa
    Bila SOP A berkaitan dengan SOP B, pembaca SOP B juga perlu tahu. Keterkaitan yang sepihak sering berarti SOP B tidak ikut
    diperbarui.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    keterkaitan: SOP Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
    keterkaitan:
    langkah:
      - kegiatan: Mengolah data
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    keterkaitan: SOP Penyusunan Laporan Kinerja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
    keterkaitan: SOP Penyusunan Rencana Kerja
    langkah:
      - kegiatan: Mengolah data
    ```
    """
    del knowledge
    by_name = {(sop.agency, fold_name(sop.name)): sop for sop in reversed(facts)}
    for sop in facts:
        for i, link in enumerate(sop.links):
            other = by_name.get((sop.agency, fold_name(link))) if link else None
            if other is None or other is sop or _links_to(other, fold_name(sop.name)):
                continue
            yield CorpusIssue(
                other,
                (LINKS,),
                Text(
                    f"SOP “{sop.name}” menyebut SOP ini dalam keterkaitannya, tetapi tidak sebaliknya",
                    f"the SOP “{sop.name}” names this one in its keterkaitan, but not the other way round",
                ),
                help=Text(f"tambahkan SOP {sop.name}", f"add SOP {sop.name}"),
                related=(Related(sop, (LINKS, i), Text("disebut di sini", "named here")),),
            )


def _links_to(sop: SopFacts, name: str) -> bool:
    return any(link and fold_name(link) == name for link in sop.links)
