"""HKM009: a regulation is cited twice."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.known import Known
from sopkit.lint.facts.citations import citations, in_entry
from sopkit.lint.language.titles import fold
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopkit.lint.facts.citations import Citation
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan

_PART: Final = re.compile(r"\b(?:pasal|ayat|bab|bagian|lampiran)\b", re.IGNORECASE)


@rule("HKM009", "dirujuk-dua-kali", Severity.WARNING, since="0.1")
def cited_twice(context: LintContext) -> Iterator[Issue]:
    """Satu peraturan dirujuk dua kali. / A regulation is cited twice.

    ## Mengapa
    Butir yang berulang biasanya sisa penyalinan, atau nomor yang lupa diganti sehingga peraturan yang dimaksud justru tidak
    tercantum. Dua cara menulis peraturan yang sama dikenali (UU 23/2014 dan Undang-Undang Nomor 23 Tahun 2014). Peraturan yang
    disebut sebagai pengubah boleh dirujuk pula tersendiri, begitu pula pasal-pasal yang berbeda dari satu peraturan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
      - Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    entries = context.sop.dasar_hukum
    named = list(chain.from_iterable(map(_NAMED.__getitem__, entries)))
    if len(set(named)) == len(named):
        return
    first: dict[str, Citation] = {}
    for citation in citations(entries):
        for name in _names((citation,)):
            earlier = first.setdefault(name, citation)
            if citation.rujukan and earlier is not citation:
                yield _issue(citation, citation.rujukan, earlier)


def _names(read: Iterable[Citation]) -> tuple[str, ...]:
    """What each citation is told from others by; those of a part of a regulation may stand beside others."""
    return tuple(
        f"{citation.named[0].key} {_told_apart_by(rujukan)}"
        for citation in read
        if (rujukan := citation.rujukan) and not _PART.search(rujukan.text[: rujukan.letak_jenis[0]])
    )


_NAMED: Final = Known(lambda entry: _names(in_entry(entry)), 4096)


def _told_apart_by(rujukan: Rujukan) -> str:
    """The title, where the key alone does not say which regulation it is: without issuer, region or year."""
    is_open = rujukan.tahun is None or (rujukan.penerbit is None and rujukan.jenis.scope is not Scope.STATE)
    return fold(rujukan.judul or "") if is_open else ""


def _issue(citation: Citation, rujukan: Rujukan, earlier: Citation) -> Issue:
    name, number = rujukan.singkat, earlier.index + 1
    return Issue(
        citation.path,
        Text(
            f"{name} sudah dirujuk pada butir ke-{number}",
            f"{name} is cited already in entry {number}",
        ),
        help=Text(
            "hapus salah satunya, atau betulkan nomornya bila maksudnya peraturan lain",
            "take one out, or mend its number if another regulation is meant",
        ),
        related=((earlier.path, Text("rujukan pertama", "first cited here")),),
        excerpt=citation.named[0].words,
    )
