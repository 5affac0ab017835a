"""HKM010: the minister who issued a regulation is misnamed or not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
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


@question(Subject.DASAR_HUKUM)
def misnames_issuer(entry: str, _: Knowledge) -> bool:
    """Whether the entry misnames a minister or does not name one."""
    return any(True for citation in in_entry(entry) for _ in _of(citation))


@rule("HKM010", "penerbit-keliru", Severity.WARNING, since="0.1", screen=(misnames_issuer,))
def issuer_garbled(context: LintContext) -> Iterator[Issue]:
    """Nama menteri penerbit keliru atau tidak disebut. / The minister who issued a regulation is misnamed or not named.

    ## Mengapa
    Nomor Peraturan Menteri hanya tunggal di kementeriannya; nama yang keliru atau kosong membuat rujukan tidak menunjuk
    peraturan tertentu dan tidak ditemukan di JDIH. Singkatan yang lazim (Permendagri, PermenPAN-RB) bukan kekeliruan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Menteri Pendayaan Aparatur Negara dan Reformasi Birokrasi Nomor 19 Tahun 2018 tentang Penyusunan Peta Proses Bisnis Instansi Pemerintah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 19 Tahun 2018 tentang Penyusunan Peta Proses Bisnis Instansi Pemerintah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for citation in citations(context.sop.dasar_hukum):
        yield from _of(citation)


def _of(citation: Citation) -> Iterator[Issue]:
    for cited in citation.named:
        rujukan = cited.rujukan
        if rujukan.garbled and rujukan.letak_penerbit:
            yield _misnamed(citation, rujukan)
        elif rujukan.jenis.scope is Scope.MINISTER and _is_open(cited):
            yield _unnamed(citation, cited)


def _is_open(cited: Cited) -> bool:
    """Whether no minister is named, nor the same as of the regulation it amends, nor by an abbreviation (PMK)."""
    rujukan = cited.rujukan
    written = cited.words.lower()
    return (
        rujukan.penerbit is None
        and "men" in written
        and (cited.amended is None or cited.amended.jenis is not rujukan.jenis)
    )


def _misnamed(citation: Citation, rujukan: Rujukan) -> Issue:
    start, end = rujukan.letak_jenis[0], (rujukan.letak_penerbit or rujukan.letak_jenis)[1]
    written = rujukan.text[start:end]
    right = f"{rujukan.jenis.nama} {rujukan.penerbit_resmi}"
    return Issue(
        citation.path,
        Text(
            f"nama penerbit pada “{written}” keliru",
            f"the issuer in “{written}” is misnamed",
        ),
        help=Text(f"tulis “{right}”", f"write “{right}”"),
        excerpt=written,
    )


def _unnamed(citation: Citation, cited: Cited) -> Issue:
    name, kind = cited.rujukan.singkat, cited.rujukan.jenis.nama
    return Issue(
        citation.path,
        Text(f"{name} tidak menyebut menterinya", f"{name} does not say of which minister"),
        help=Text(f"tulis nama menterinya sesudah “{kind}”", f"name the minister after “{kind}”"),
        excerpt=cited.words,
    )
