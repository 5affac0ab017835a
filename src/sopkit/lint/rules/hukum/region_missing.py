"""HKM006: a regional regulation is cited without its region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.citations import citations, in_entry
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation, Cited
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan

# The word of a region with a name behind it; in "Kabupaten dan Kota" or "Kabupaten/Kota" none is named.
_NAMED: Final = late(
    r"\b(?:kabupaten|kab\.?|kota|kotamadya|provinsi|propinsi|prov\.?|daerah\s+istimewa|daerah\s+khusus)\s+"
    r"(?!(?:dan|atau|serta|yang|di|ke|dari|pada|untuk|kota|kabupaten|provinsi|tahun|nomor|no)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_HEADS: Final = frozenset(("Gubernur", "Bupati", "Wali Kota"))


@question(Subject.DASAR_HUKUM)
def lacks_region(entry: str, _: Knowledge) -> bool:
    """Whether a citation in the entry does not say of which region it is."""
    return any(map(_without_region, in_entry(entry)))


@rule("HKM006", "rujukan-tanpa-daerah", Severity.WARNING, since="0.1", missing=True, screen=(lacks_region,))
def region_missing(context: LintContext) -> Iterator[Issue]:
    """Peraturan daerah dirujuk tanpa nama daerahnya. / A regional regulation is cited without its region.

    ## Mengapa
    Setiap daerah punya Peraturan Daerah dan peraturan kepala daerah dengan nomor dan tahun yang sama. Tanpa nama daerah,
    rujukan tidak menunjuk satu peraturan tertentu, dan SOP yang disalin dari daerah lain tidak ketahuan. Nama daerah dapat
    berdiri sesudah jenisnya, di dalam judul, atau pada catatan Lembaran Daerah; daerah tidak ditebak dari nama instansi.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Bupati Nomor 9 Tahun 2021 tentang Rencana Kerja Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Bupati Contoh Nomor 9 Tahun 2021 tentang Rencana Kerja Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for citation in citations(context.sop.dasar_hukum):
        regional = _without_region(citation)
        if regional:
            yield Issue(
                citation.path,
                Text(
                    f"{regional.rujukan.singkat} tidak menyebut daerahnya",
                    f"{regional.rujukan.singkat} does not say of which region",
                ),
                help=_help(regional),
                excerpt=regional.words,
            )


def _without_region(citation: Citation) -> Cited | None:
    """The first regional regulation named, where no region is."""
    named = citation.named
    regional = next((cited for cited in named if _lacks_region(cited.rujukan)), None)
    if regional is None or any(cited.rujukan.region for cited in named) or _NAMED.search(citation.text):
        return None
    return regional


def _lacks_region(rujukan: Rujukan) -> bool:
    if rujukan.jenis.scope is Scope.REGION:
        return rujukan.region is None
    return rujukan.penerbit in _HEADS


def _help(regional: Cited) -> Text:
    kind = regional.rujukan.jenis.nama
    if regional.rujukan.penerbit in _HEADS:
        kind = f"{kind} {regional.rujukan.penerbit}"
    return Text(
        f"tulis nama daerahnya sesudah “{kind}”",
        f"name the region after “{kind}”",
    )
