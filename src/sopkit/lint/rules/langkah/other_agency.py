"""LKH008: another kind of agency named as if it were the own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.agencies import WITH_NAMES, agencies_of
from sopkit.lint.language.texts import bare_words, holding, wording
from sopkit.lint.questions import Question, Subject
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.language.agencies import Agencies
    from sopkit.lint.language.texts import Place
    from sopkit.model.sop import Sop

_RIVALS: Final = {"dinas": ("badan",), "badan": ("dinas",), "kecamatan": ("dinas", "badan")}
"""The kinds that an SOP of a kind may have been copied from; any of them names a Camat by rights."""


def _claim(kind: str) -> Question:
    """Whether a text may claim an agency of the kind."""
    return Question(Subject.WORDING, lambda text, knowledge: agencies_of(knowledge).may_claim(kind, text))


_CLAIMS: Final = {kind: _claim(kind) for kind in WITH_NAMES}


@rule("LKH008", "instansi-lain", Severity.ERROR, since="0.1", asks=tuple(_CLAIMS.values()))
def other_agency(context: LintContext) -> Iterator[Issue]:
    """Instansi lain disebut seolah-olah instansi sendiri. / Another agency is named as if it were the own.

    ## Mengapa
    SOP sering disalin dari instansi lain. Bila “Kepala Badan” atau “IKU BKD” tertinggal dalam SOP sebuah dinas, langkah itu
    menunjuk pejabat atau dokumen yang tidak ada di instansi ini, sehingga tidak dapat dijalankan sebagaimana tertulis.
    Instansi lain yang disebut sebagai mitra, seperti “surat dari Bappeda”, tidak dipersoalkan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    instansi:
      perangkat_daerah: Dinas Perikanan
    langkah:
      - kegiatan: Mengajukan laporan kepada Kepala Badan
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    instansi:
      perangkat_daerah: Dinas Perikanan
    langkah:
      - kegiatan: Mengajukan laporan kepada Kepala Dinas
    ```
    """
    sop = context.sop
    agencies = agencies_of(context.knowledge)
    own = agencies.kind_of(sop)
    if own is None:
        return
    yield from _signer(sop, own, agencies)
    for rival in _RIVALS[own]:
        if not context.may(_CLAIMS[rival]):
            continue  # the kind is not named, or never as the own one
        written = tuple(wording(sop))
        marks = agencies.marks[rival].intersection(
            chain.from_iterable(bare_words(text) for _, text in written)
        )
        places = tuple(holding(written, marks))
        if not any(agencies.partners[rival].search(text) for _, text in places):
            for place in places:
                yield from _claims(place, own, rival, sop, agencies)


def _signer(sop: Sop, own: str, agencies: Agencies) -> Iterator[Issue]:
    title = sop.disahkan_oleh.jabatan
    if title is None or agencies.titles[own].search(title):
        return
    for rival in _RIVALS[own]:
        match = agencies.titles[rival].search(title)
        if match:
            yield Issue(
                ("disahkan_oleh", "jabatan"),
                _message(match[0], own, sop),
                _use_head(own, agencies),
                excerpt=match[0],
            )


def _claims(place: Place, own: str, rival: str, sop: Sop, agencies: Agencies) -> Iterator[Issue]:
    """What in one text can only mean the own agency, under the name of another kind."""
    path, text = place
    if not agencies.titles[own].search(text):
        for match in agencies.titles[rival].finditer(text):
            if agencies.is_bare_title(text, match.start(), match.end()):
                yield Issue(path, _message(match[0], own, sop), _use_head(own, agencies), excerpt=match[0])
    for match in agencies.owned[rival].finditer(text):
        short = match["agency"] or match["seat"]
        generic = short.casefold() == rival
        named = match[0] if generic else short
        if agencies.ends_name(text[match.end() :]) if generic else not agencies.handles(text):
            yield Issue(path, _message(named, own, sop), _USE_OWN_NAME, excerpt=named)


def _message(words: str, own: str, sop: Sop) -> Text:
    agency = sop.instansi.perangkat_daerah or f"sebuah {own}"
    return Text(
        f"“{words}” menyebut instansi lain, padahal SOP ini milik {agency}",
        f"“{words}” names another agency, but this SOP is of {agency}",
    )


def _use_head(own: str, agencies: Agencies) -> Text:
    head = agencies.heads[own][0].title()
    return Text(
        f"ganti dengan “{head}”; bila memang pejabat instansi lain, tulis nama instansinya",
        f"write “{head}”; if the head of another agency is meant, name that agency",
    )


_USE_OWN_NAME: Final = Text(
    "ganti dengan nama instansi sendiri; bila memang milik instansi lain, tulis dari instansi mana",
    "write the name of this agency; if another agency's is meant, say from which it comes",
)
