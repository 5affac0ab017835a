"""HKM005: a citation gives no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations, has_bare_title
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Jenis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan


@rule("HKM005", "rujukan-tanpa-judul", Severity.WARNING, since="0.1", missing=True)
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
        rujukan = citation.rujukan
        if rujukan is not None and rujukan.jenis is not Jenis.UUD and not _has_title(citation, rujukan):
            yield _issue(citation, rujukan, context)


def _has_title(citation: Citation, rujukan: Rujukan) -> bool:
    return has_bare_title(rujukan) or any(cited.rujukan.judul for cited in citation.named)


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
