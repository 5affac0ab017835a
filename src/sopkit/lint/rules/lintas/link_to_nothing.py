"""LTS002."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.corpus import LINKS, NAME, CorpusIssue, Related, corpus_rule
from sopkit.lint.language.names import fold_name
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import SopFacts
    from sopkit.lint.knowledge import Knowledge

_NAMES_AN_SOP = late(r"^\W*(?:\d+[.)]?\s*)?(?:sop|standar operasional)\b", re.IGNORECASE)
_NAMES_ALIKE = 0.85
"""Names of SOPs share many words; only a slip of the pen is a near miss."""


@corpus_rule("LTS002", "keterkaitan-tidak-ada", Severity.INFO, since="0.1", whole=True)
def link_to_nothing(facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[CorpusIssue]:
    """Keterkaitan menyebut SOP yang tidak ada. / Keterkaitan names an SOP that is not there.

    ## Mengapa
    Keterkaitan menuntun pembaca ke SOP berikutnya. Bila SOP itu tidak ada di kumpulan ini, namanya mungkin salah tulis, sudah
    berganti, atau SOP-nya belum dibuat. Hanya diperiksa bila satu kumpulan (folder) diperiksa sekaligus.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    keterkaitan: SOP Penyusunan Laporan Kineja
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
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
    langkah:
      - kegiatan: Mengolah data
    ```
    """
    del knowledge
    names: dict[str, dict[str, SopFacts]] = {}
    for sop in facts:
        names.setdefault(sop.agency, {}).setdefault(fold_name(sop.name), sop)
    for sop in facts:
        known = names[sop.agency]
        for i, link in enumerate(sop.links):
            folded = fold_name(link)
            if not folded or folded in known or not _NAMES_AN_SOP.match(link):
                continue
            others = (name for name in known if known[name] is not sop)
            near = known.get(nearest(folded, others, likeness=_NAMES_ALIKE) or "")
            yield CorpusIssue(
                sop,
                (LINKS, i),
                Text(
                    f"“{link}” tidak ada di kumpulan SOP ini",
                    f"“{link}” is not in this collection of SOPs",
                ),
                help=_advice(near),
                related=(Related(near, (NAME,), Text("nama yang mirip", "a similar name")),) if near else (),
            )


def _advice(near: SopFacts | None) -> Text:
    if near is None:
        return Text("periksa namanya, atau buat SOP itu", "check the name, or write that SOP")
    return Text(f"maksudnya “{near.name}”?", f"did you mean “{near.name}”?")
