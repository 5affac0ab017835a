"""PLK004: the text of a step names a role of this office that has no column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.acting import taking_part
from sopkit.lint.language.role_text import split_words
from sopkit.lint.language.roles import insiders
from sopkit.lint.language.texts import cut
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.role_text import Mention
    from sopkit.lint.language.roles import Roles
    from sopkit.lint.rule import LintContext
    from sopkit.source import DocPath

_BEHIND = late(r"\s+(?:(?:pada|di)\s+)?(\w+)")
_ABBREVIATION = 4
_Place = tuple["DocPath", str]


@question(Subject.KEGIATAN)
def names_insider(text: str, knowledge: Knowledge) -> bool:
    """Whether a role of the office may be named."""
    return not insiders(knowledge).isdisjoint(cut(text))


@rule(
    "PLK004",
    "peran-tanpa-kolom",
    Severity.WARNING,
    since="0.1",
    screen=(names_insider,),
)
def role_without_column(context: LintContext) -> Iterator[Issue]:
    """Kegiatan menyebut peran yang tidak punya kolom. / The text of a step names a role without a column.

    ## Mengapa
    Siapa pun di unit kerja yang berbuat, menerima, atau meneruskan sesuatu dalam prosedur mempunyai kolom, supaya alurnya
    terlihat di diagram. Peran yang hanya muncul di kalimat tidak tahu kapan gilirannya dan tidak punya waktu baku. Pihak di
    luar perangkat daerah (bupati, instansi lain, pemohon) tidak dituntut, begitu pula sebutan umum seperti staf.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    instansi: {perangkat_daerah: Dinas Perikanan}
    pelaksana:
      analis: Analis Perikanan Tangkap
    langkah:
      - kegiatan: Menyusun laporan bulanan
        pelaksana: analis
      - kegiatan: Menyerahkan laporan kepada Kasubbag Umum
        pelaksana: analis
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    instansi: {perangkat_daerah: Dinas Perikanan}
    pelaksana:
      analis: Analis Perikanan Tangkap
      kasubbag_umum: Kasubbag Umum
    langkah:
      - kegiatan: Menyusun laporan bulanan
        pelaksana: analis
      - kegiatan: Menyerahkan laporan kepada Kasubbag Umum
        pelaksana: analis
      - kegiatan: Mengarsipkan laporan
        pelaksana: kasubbag_umum
    ```
    """
    roles = context.roles
    if not roles.columns:
        return  # without any column, that alone is what must be said
    agency = context.sop.instansi.perangkat_daerah
    unit = context.sop.instansi.unit
    missing: dict[tuple[str, frozenset[str]], list[_Place]] = {}
    for i in context.steps_that_may(names_insider):
        text = context.sop.langkah[i].kegiatan or ""
        for mention in taking_part(text, roles):
            if (
                roles.is_head(mention.role)
                and _is_office_of_its_own(unit, roles)
                and _is_addressed(mention, text, roles)
            ):
                continue
            if _lacks_column(mention, text, roles, agency):
                place = (("langkah", i, "kegiatan"), text[mention.start : mention.end])
                missing.setdefault((mention.role.name, frozenset(mention.role.unit)), []).append(place)
    for places in missing.values():
        yield _issue(places)


def _issue(places: list[_Place]) -> Issue:
    (path, name), *others = places
    elsewhere = dict.fromkeys(other for other, _ in others if other != path)
    return Issue(
        path,
        Text(
            f"“{name}” disebut dalam kegiatan, tetapi tidak punya kolom pelaksana",
            f"“{name}” is named in the step, but has no column",
        ),
        help=Text(
            f"tambahkan kolom {name} beserta langkahnya, atau tulis {name} sebagai alias kolom yang mewakilinya",
            f"add a column {name} with its step, or write {name} as alias of the column that stands for it",
        ),
        related=tuple((other, Text("disebut juga di sini", "also named here")) for other in elsewhere),
        excerpt=name,
    )


def _is_office_of_its_own(unit: str | None, roles: Roles) -> bool:
    """Whether the unit is an office with a head of its own (UPTD, Puskesmas, Kelurahan), so that its agency is above it."""
    words = split_words(unit or "")[:1]  # "Bidang Pembinaan SMP" is none
    return any(word.lower in roles.vocabulary.grammar.elsewhere for word in words)


def _is_addressed(mention: Mention, text: str, roles: Roles) -> bool:
    """Whether something goes to the role or comes from it; it does not act here itself."""
    before = split_words(text[: mention.start])
    return bool(before) and before[-1].lower in roles.vocabulary.grammar.markers


def _lacks_column(mention: Mention, text: str, roles: Roles, agency: str | None) -> bool:
    role = mention.role
    if role.name in roles.generic or role.name in roles.outside or roles.columns_of(role):
        return False
    if roles.is_head(role) and not _is_own_head(mention, text, roles, agency):
        return False
    return not _is_elsewhere(mention, text, roles)


def _is_own_head(mention: Mention, text: str, roles: Roles, agency: str | None) -> bool:
    """Whether the head is that of this agency: of its kind, of its name when a name is given, and only one."""
    role = mention.role
    before = split_words(text[: mention.start])
    if before and before[-1].lower in roles.vocabulary.grammar.quantifiers - {"bapak", "ibu"}:
        return False
    if agency is None:
        return not role.unit
    own = roles.heads.get(roles.kind or "", frozenset()) | roles.heads[""]
    return role.name in own and set(role.unit) <= {word.lower for word in split_words(agency)}


def _is_elsewhere(mention: Mention, text: str, roles: Roles) -> bool:
    """Whether the words of the mention, or the word behind it, tell of another agency or of nobody in particular."""
    grammar = roles.vocabulary.grammar
    behind = _BEHIND.match(text, mention.end)
    named = text[mention.start : mention.end] + (" " + behind[1] if behind else "")
    words = split_words(named)
    if any(word.lower in grammar.elsewhere | grammar.vague for word in words[1:]):
        return True
    kinds = _kind_words(roles)
    return not roles.is_head(mention.role) and any(
        kinds.get(word.lower, roles.kind) != roles.kind
        or _is_abbreviation(named[word.start : word.end], text)
        for word in words
    )


def _kind_words(roles: Roles) -> dict[str, str]:
    """The words that tell of a kind of agency ("dinas", "camat"), with the kind."""
    heads = {name.lower().split()[-1]: kind for kind, names in roles.heads.items() if kind for name in names}
    return heads | {kind: kind for kind in roles.heads if kind}


def _is_abbreviation(word: str, text: str) -> bool:
    return len(word) >= _ABBREVIATION and word.isupper() and not text.isupper()
