"""LTS004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.corpus import ROLES, CorpusIssue, Related, corpus_rule
from sopkit.lint.language.roles import heading_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import SopFacts
    from sopkit.lint.knowledge import Knowledge


@corpus_rule("LTS004", "sebutan-pelaksana-berbeda", Severity.INFO, since="0.1")
def role_spelt_differently(facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[CorpusIssue]:
    """Satu instansi menulis pelaksana yang sama dengan beberapa cara. / One agency writes a role in several ways.

    ## Mengapa
    Kadis, Kadin, dan Kepala Dinas adalah orang yang sama. Bila tiap SOP menulisnya lain, beban kerja seorang pejabat tidak
    dapat dijumlahkan dan pembaca mengira jabatannya berbeda. Tiap cara menulis dilaporkan sekali saja.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    pelaksana: {kadis: Kadis}
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
    pelaksana: {kadis: Kepala Dinas}
    langkah:
      - kegiatan: Mengolah data
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    pelaksana: {kadis: Kepala Dinas}
    langkah:
      - kegiatan: Menyusun draf
    ---
    sopkit: 1
    nama: Penyusunan Laporan Kinerja
    pelaksana: {kadis: Kepala Dinas}
    langkah:
      - kegiatan: Mengolah data
    ```
    """
    first: dict[tuple[str, str, frozenset[str]], tuple[SopFacts, str]] = {}
    seen: set[tuple[str, str]] = set()
    for sop in facts:
        for key, heading in sop.roles.items():
            if (sop.agency, heading) in seen:
                continue
            seen.add((sop.agency, heading))
            role = heading_role(knowledge, heading)
            other, its = first.setdefault((sop.agency, role.name, frozenset(role.unit)), (sop, key))
            written = other.roles[its]
            if _same_writing(written, heading):
                continue
            if role.elsewhere(heading_role(knowledge, written)):
                continue
            yield CorpusIssue(
                sop,
                (ROLES, key),
                Text(
                    f"“{heading}” ditulis “{written}” di {other.file}",
                    f"“{heading}” is written “{written}” in {other.file}",
                ),
                help=Text(
                    "pakai satu sebutan di semua SOP instansi ini", "use one name in all SOPs of this agency"
                ),
                related=(Related(other, (ROLES, its), Text("sebutan yang lain", "the other name")),),
            )


def _same_writing(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
