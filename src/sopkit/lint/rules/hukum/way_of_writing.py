"""HKM008: a citation is not written in the usual way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.lint.facts.citation_form import edits, mended
from sopkit.lint.facts.citations import citations, has_bare_title, in_entry
from sopkit.lint.language.texts import quoted
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.lint.facts.citation_form import Edit
    from sopkit.lint.facts.citations import Citation
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext
    from sopkit.model.rujukan import Rujukan

_SHOWN: Final = 3


@question(Subject.DASAR_HUKUM)
def is_written_otherwise(entry: str, _: Knowledge) -> bool:
    """Whether a citation in the entry is not written in the usual way."""
    return any(
        citation.rujukan and (edits(citation) or has_bare_title(citation.rujukan))
        for citation in in_entry(entry)
    )


@rule("HKM008", "penulisan-rujukan", Severity.INFO, since="0.1", fixable=True, screen=(is_written_otherwise,))
def way_of_writing(context: LintContext) -> Iterator[Issue]:
    """Penulisan rujukan tidak baku. / A citation is not written in the usual way.

    ## Mengapa
    Dalam naskah resmi peraturan disebut dengan jenis yang ditulis lengkap, lalu Nomor, Tahun, dan judul yang didahului kata
    tentang: Peraturan Presiden Nomor 29 Tahun 2014 tentang …. Singkatan (PP, Permendagri, No., Thn., ttg), tanda baca di
    tengah, dan spasi yang hilang membuat daftar dasar hukum tidak seragam dan sulit dicari. `--fix` hanya mengubah cara
    menulisnya; judul, nama penerbit yang keliru, dan catatan Lembaran Negara dibiarkan. Huruf besar dan kecil
    (Undang-undang, tahun) serta singkatan nama lembaga tidak dipersoalkan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - PP No. 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    entries = context.sop.dasar_hukum
    for citation in citations(entries):
        if citation.rujukan is None:
            continue
        found = edits(citation)
        if found:
            yield _issue(citation, found, entries[citation.index])
        if has_bare_title(citation.rujukan):
            yield _without_tentang(citation, citation.rujukan)


def _issue(citation: Citation, found: Sequence[Edit], entry: str) -> Issue:
    said = _said(citation.text, found)
    end = citation.offset + len(citation.text)
    whole = entry[: citation.offset] + mended(citation.text, found) + entry[end:]
    return Issue(
        citation.path,
        Text(f"penulisan rujukan tidak baku: {said.id}", f"not the usual way of citing: {said.en}"),
        help=Text(
            "tulis jenis peraturan lengkap, lalu Nomor … Tahun … tentang …",
            "write the kind in full, then Nomor … Tahun … tentang …",
        ),
        fix=Fix(
            citation.path,
            whole,
            Text("tulis rujukan dengan cara baku", "write the citation in the usual way"),
        ),
        excerpt=citation.text[found[0].start : found[0].end].strip(),
    )


def _said(text: str, found: Sequence[Edit]) -> Text:
    pairs = [(text[edit.start : edit.end].strip(), edit.new.strip()) for edit in found[:_SHOWN]]
    more = len(found) - len(pairs)
    return Text(
        ", ".join(f"{quoted(old)} seharusnya {quoted(new)}" for old, new in pairs)
        + (f", dan {more} lagi" if more else ""),
        ", ".join(f"{quoted(old)} should be {quoted(new)}" for old, new in pairs)
        + (f", and {more} more" if more else ""),
    )


def _without_tentang(citation: Citation, rujukan: Rujukan) -> Issue:
    title = quoted(rujukan.sisa)
    return Issue(
        citation.path,
        Text(
            f"judul {title} tidak berdiri sesudah kata “tentang”",
            f"the title {title} does not stand behind the word “tentang”",
        ),
        help=Text(
            f"tulis {rujukan.singkat} tentang {rujukan.sisa}",
            f"write {rujukan.singkat} tentang {rujukan.sisa}",
        ),
        excerpt=rujukan.sisa,
    )
