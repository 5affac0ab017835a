"""HKM005: a citation gives no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations, has_bare_title, in_entry
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Jenis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan


@question(Subject.DASAR_HUKUM)
def lacks_title(entry: str, _: Knowledge) -> bool:
    """Whether a citation in the entry gives no title."""
    return any(map(_lacks_title, in_entry(entry)))


@rule("HKM005", "rujukan-tanpa-judul", Severity.WARNING, since="0.1", missing=True, screen=(lacks_title,))
def title_missing(context: LintContext) -> Iterator[Issue]:
    """Rujukan tidak menyebut judul peraturan. / A citation gives no title.

    ## Mengapa
    Nomor dan tahun tanpa judul tidak memberi tahu pembaca apa yang diatur, dan satu angka yang salah tulis menunjuk
    peraturan lain tanpa terlihat. Peraturan yang hanya disebut sebagai pengubah tidak perlu judul, begitu pula
    Undang-Undang Dasar.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for citation in citations(context.sop.dasar_hukum):
        if citation.rujukan and _lacks_title(citation):
            yield _issue(citation, citation.rujukan, context)


def _lacks_title(citation: Citation) -> bool:
    rujukan = citation.rujukan
    if rujukan is None or rujukan.jenis is Jenis.UUD or any(cited.rujukan.judul for cited in citation.named):
        return False
    return not has_bare_title(rujukan)


def _issue(citation: Citation, rujukan: Rujukan, context: LintContext) -> Issue:
    name = rujukan.singkat
    known = context.knowledge.registry.get(citation.named[0].key)
    title = known.judul if known else None
    return Issue(
        citation.path,
        Text(f"judul {name} tidak disebut", f"the title of {name} is not given"),
        help=Text(f"tambahkan: tentang {title}", f"add: tentang {title}")
        if title
        else Text("tambahkan judulnya: tentang …", "add its title: tentang …"),
        excerpt=citation.named[0].words,
    )
