"""HKM003: an entry of dasar_hukum cannot be read as a citation, or names no year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.citations import citations, in_entry
from sopkit.lint.language.texts import quoted
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.citations import Citation
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan

_YEAR: Final = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@question(Subject.DASAR_HUKUM)
def is_unreadable(entry: str, _: Knowledge) -> bool:
    """Whether a citation in the entry cannot be read, or names no year."""
    return any(_is_unread(citation) or _has_no_year(citation) for citation in in_entry(entry))


@rule("HKM003", "rujukan-tak-terbaca", Severity.INFO, since="0.1", screen=(is_unreadable,))
def unreadable(context: LintContext) -> Iterator[Issue]:
    """Dasar hukum tidak terbaca sebagai rujukan peraturan. / A legal basis cannot be read as a citation.

    ## Mengapa
    Rujukan yang lengkap menyebut jenis peraturan, nomor, tahun, dan judul, sehingga pembaca dapat menemukan naskahnya dan
    keberlakuannya dapat diperiksa. Butir tanpa jenis, nomor, atau tahun tidak dapat diperiksa lebih lanjut.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang tentang Keuangan Negara
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
        if _is_unread(citation):
            yield _unread(citation)
        elif citation.rujukan and _has_no_year(citation):
            yield _without_year(citation, citation.rujukan)


def _is_unread(citation: Citation) -> bool:
    """Whether it is none that can be read, nor a heading over the entries that follow."""
    return citation.rujukan is None and not citation.text.rstrip().endswith(":")


def _has_no_year(citation: Citation) -> bool:
    """Whether no year is given, nor a date of a decision ("tanggal 3 Mei 2020") before the title."""
    rujukan = citation.rujukan
    if rujukan is None or rujukan.tahun is not None:
        return False
    end = rujukan.letak_judul[0] if rujukan.letak_judul else None
    return not _YEAR.search(rujukan.text[:end])


def _unread(citation: Citation) -> Issue:
    return Issue(
        citation.path,
        Text(
            f"{quoted(citation.text)} tidak terbaca sebagai rujukan peraturan",
            f"{quoted(citation.text)} cannot be read as a citation of a regulation",
        ),
        help=Text(
            "tulis jenis peraturan, nomor, tahun, dan judulnya, mis. Undang-Undang Nomor … Tahun … tentang …",
            "give the kind, number, year and title, e.g. Undang-Undang Nomor … Tahun … tentang …",
        ),
        excerpt=citation.text,
    )


def _without_year(citation: Citation, rujukan: Rujukan) -> Issue:
    name = rujukan.singkat
    return Issue(
        citation.path,
        Text(f"tahun {name} tidak disebut", f"the year of {name} is not given"),
        help=Text("tambahkan Tahun … setelah nomornya", "add Tahun … after its number"),
        excerpt=citation.named[0].words,
    )
