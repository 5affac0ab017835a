"""LTS004."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Label, Severity
from sopkit.errors import Text
from sopkit.lint.corpus import CorpusIssue, corpus_rule
from sopkit.lint.language.roles import heading_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.corpus import Located, SopFacts
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
    first: dict[tuple[str, str, frozenset[str]], tuple[str, Located]] = {}
    seen: set[tuple[str, str]] = set()
    for sop in facts:
        for heading in sop.roles:
            if (sop.agency, heading.text) in seen:
                continue
            seen.add((sop.agency, heading.text))
            role = heading_role(knowledge, heading.text)
            file, place = first.setdefault((sop.agency, role.name, frozenset(role.unit)), (sop.file, heading))
            if _same_writing(place.text, heading.text):
                continue
            if role.elsewhere(heading_role(knowledge, place.text)):
                continue
            yield CorpusIssue(
                sop.file,
                heading,
                Text(
                    f"“{heading.text}” ditulis “{place.text}” di {file}",
                    f"“{heading.text}” is written “{place.text}” in {file}",
                ),
                help=Text(
                    "pakai satu sebutan di semua SOP instansi ini", "use one name in all SOPs of this agency"
                ),
                related=(Label(file, place.span, Text("sebutan yang lain", "the other name")),),
            )


def _same_writing(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
