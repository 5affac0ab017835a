"""HKM004: the title of a regulation is not the official one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import citations, in_entry
from sopkit.lint.language.texts import quoted
from sopkit.lint.language.titles import differences, fold, is_near, same_title
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopkit.lint.facts.citations import Citation, Cited
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.titles import Change
    from sopkit.lint.rule import LintContext
    from sopkit.model.regulasi import Registry, Regulation
    from sopkit.model.rujukan import Rujukan

_SHOWN: Final = 3


@question(Subject.DASAR_HUKUM)
def has_wrong_title(entry: str, knowledge: Knowledge) -> bool:
    """Whether a title in the entry is not that of the regulation."""
    return any(True for citation in in_entry(entry) for _ in _of(citation, knowledge.registry))


@rule("HKM004", "judul-berbeda", Severity.WARNING, since="0.1", screen=(has_wrong_title,))
def title_differs(context: LintContext) -> Iterator[Issue]:
    """Judul peraturan berbeda dari judul resminya. / The title of a regulation is not the official one.

    ## Mengapa
    Judul dan nomor saling menguatkan. Judul yang salah, terpotong, atau milik peraturan lain membuat pembaca ragu peraturan
    mana yang dimaksud; sering pula nomornya yang keliru. Huruf besar, tanda baca, kata hubung, singkatan dalam kurung, dan
    catatan Lembaran Negara tidak dianggap perbedaan. Yang dibandingkan hanya peraturan yang judulnya tercatat dalam daftar
    regulasi.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Uang Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for citation in citations(context.sop.dasar_hukum):
        yield from _of(citation, context.knowledge.registry)


def _of(citation: Citation, registry: Registry) -> Iterator[Issue]:
    for cited in citation.named:
        title = cited.rujukan.judul
        if title is None:
            continue
        known = registry.get(cited.key)
        if known is None:
            yield from _of_another_kind(citation, cited, title, registry)
        elif known.judul and (changes := differences(title, known.judul)):
            yield _issue(citation, cited.rujukan, changes, known.judul, registry)


def _of_another_kind(citation: Citation, cited: Cited, title: str, registry: Registry) -> Iterator[Issue]:
    """Kind or issuer is wrong: number, year and title are those of a regulation that is recorded."""
    rujukan = cited.rujukan
    namesakes = _namesakes(registry, cited.key.nomor, rujukan.tahun)
    owner = next((known for known in namesakes if same_title(title, known.judul or "")), None)
    if owner is not None and (rujukan.penerbit or rujukan.jenis.scope is Scope.STATE):
        right, name = owner.rujukan.singkat, rujukan.singkat
        yield Issue(
            citation.path,
            Text(f"judul ini milik {right}, bukan {name}", f"this is the title of {right}, not of {name}"),
            help=Text("periksa jenis dan penerbitnya", "check its kind and issuer"),
            excerpt=citation.named[0].words,
        )


def _issue(
    citation: Citation, rujukan: Rujukan, changes: Sequence[Change], official: str, registry: Registry
) -> Issue:
    title, name = rujukan.judul or "", rujukan.singkat
    what = _said(changes) if is_near(title, official) else Text("", "")
    owner = _owners_by_title(registry).get(fold(title))
    return Issue(
        citation.path,
        Text(
            f"judul {name} berbeda dari judul resminya{what.id}",
            f"the title of {name} is not the official one{what.en}",
        ),
        help=_help(official, owner),
        excerpt=changes[0].words_in(title, citation.text) if what.id else title,
    )


def _said(changes: Sequence[Change]) -> Text:
    """What differs, one after the other; empty when that would be too much to read."""
    if len(changes) > _SHOWN:
        return Text("", "")
    said = [_one(change) for change in changes]
    return Text(": " + "; ".join(one.id for one in said), ": " + "; ".join(one.en for one in said))


def _one(change: Change) -> Text:
    written, official = quoted(change.written), quoted(change.official)
    if not change.written:
        end = Text(" di akhir", " at its end") if change.cut else Text("", "")
        return Text(f"kurang {official}{end.id}", f"{official} is missing{end.en}")
    if not change.official:
        return Text(f"{written} tidak ada di dalamnya", f"{written} is not in it")
    return Text(f"{written} seharusnya {official}", f"{written} should be {official}")


def _help(official: str, owner: Regulation | None) -> Text:
    if owner is None:
        return Text(f"judul resminya “{official}”", f"the official title is “{official}”")
    name = owner.rujukan.singkat
    return Text(
        f"judul itu milik {name}; periksa nomor dan tahunnya, atau tulis “{official}”",
        f"this is the title of {name}; check number and year, or write “{official}”",
    )


@lru_cache(maxsize=1024)
def _namesakes(registry: Registry, nomor: str | None, tahun: int | None) -> tuple[Regulation, ...]:
    """The regulations of that number and year that have a title, the one recorded last first."""
    of_year = reversed(registry.of_year(tahun))
    return tuple(known for known in of_year if known.key.nomor == nomor and known.judul)


@lru_cache(maxsize=8)
def _owners_by_title(registry: Registry) -> Mapping[str, Regulation]:
    """The regulations by their folded titles; of several under one title the one recorded last."""
    return {fold(known.judul): known for known in registry if known.judul}
