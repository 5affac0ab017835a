"""Kinds of agencies: which kind an SOP belongs to, and how texts name heads, things and partners of a kind.

The words are the list `instansi`. What is wrong with naming an agency belongs in the rules.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.language.texts import bare_words
from sopkit.lint.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopkit.lint.knowledge import Knowledge, Words
    from sopkit.model.sop import Sop

KINDS: Final = ("dinas", "badan", "kecamatan")
"""The kinds that can be told apart; of another kind an SOP is never said to be."""
WITH_NAMES: Final = ("dinas", "badan")


_Lead = tuple[str, tuple[str, ...]]


class Agencies(Fixed):
    """Patterns by kind: titles of the head, own things named with the agency, and the agency named as a partner.

    `owned` has the group `agency`. `marks` are single words in lower case without which no text names the kind; `leads`
    are, by their last word, the names of agencies of the kind and the last words of titles, a blank in front, each with what
    must stand before it in `titles` or `owned`, at least; both in `bare_words`. `heads` are the titles as listed, the usual one first.
    """

    titles: Mapping[str, re.Pattern[str]]
    owned: Mapping[str, re.Pattern[str]]
    partners: Mapping[str, re.Pattern[str]]
    marks: Mapping[str, frozenset[str]]
    leads: Mapping[str, Mapping[str, tuple[_Lead, ...]]]
    heads: Mapping[str, tuple[str, ...]]
    function_words: frozenset[str]
    many: frozenset[str]
    handling: frozenset[str]

    def kind_of(self, sop: Sop) -> str | None:
        """The kind of the agency by its name, else by the title of who signs; None when it is none of `KINDS`."""
        name = sop.instansi.perangkat_daerah
        if name:
            first = name.split(maxsplit=1)[0].casefold()
            return first if first in KINDS else None
        title = sop.disahkan_oleh.jabatan or ""
        return next((kind for kind in KINDS if self.titles[kind].match(title)), None)

    def may_claim(self, kind: str, text: str) -> bool:
        """Whether titles or `owned` of a kind may be in `text`.

        False is certain: the kind is not named, or other words stand before the name ("nota dinas").
        """
        words, marks = bare_words(text), self.marks[kind]
        if not marks.isdisjoint(words):
            said = f" {' '.join(words)}"
            for mark in marks.intersection(words):
                for name, leads in self.leads[kind].get(mark, ()):
                    if any(before.endswith(leads) for before in said.split(name)[:-1]):
                        return True
        if "".join(words).isalnum():
            return False
        # a mark with a sign grown on it ("Dinas-") is no word of its own
        return any(mark in word for word in words if not word.isalnum() for mark in marks)

    def is_bare_title(self, text: str, start: int, end: int) -> bool:
        """Whether the title from `start` to `end` has no name behind it and is not one of many: "para Kepala Badan"."""
        if text[:start].rstrip().endswith("/") or text[end:].lstrip().startswith("/"):
            return False
        before = [token.folded for token in tokens(text[:start])]
        return not (before and before[-1] in self.many) and self.ends_name(text[end:])

    def ends_name(self, rest: str) -> bool:
        """Whether the name of an agency is over where `rest` of the text begins."""
        words = tokens(rest)
        return not words or rest[: words[0].start].strip() != "" or words[0].folded in self.function_words

    def handles(self, text: str) -> bool:
        """Whether a kegiatan works on papers that others have sent: "Mereviu Renstra BKD"."""
        words = tokens(text)
        return bool(words) and words[0].folded in self.handling


@lru_cache(maxsize=8)
def agencies_of(knowledge: Knowledge) -> Agencies:
    """The agencies of the package with those of the office."""
    lists = knowledge.words("instansi")
    heads = {kind: lists[f"kepala {kind}"] for kind in KINDS}
    names = {kind: (kind, *lists[f"singkatan {kind}"]) for kind in WITH_NAMES}
    return Agencies(
        titles={kind: late(_phrase(heads[kind]), re.IGNORECASE) for kind in KINDS},
        owned={kind: late(_owned(lists, kind)) for kind in WITH_NAMES},
        partners={kind: late(_partner(lists, kind)) for kind in WITH_NAMES},
        marks={kind: _marks((*names[kind], *heads[kind])) for kind in WITH_NAMES},
        leads={
            kind: _leads(names[kind], (*lists["milik"], *lists["pejabat"]), heads[kind])
            for kind in WITH_NAMES
        },
        heads=heads,
        function_words=frozenset(lists["kata_tugas"]),
        many=frozenset(lists["jumlah"]),
        handling=frozenset(lists["olah"]),
    )


def _marks(texts: Iterable[str]) -> frozenset[str]:
    """The last words, which a text that names one of `texts` must have."""
    return frozenset(text.casefold().rsplit(maxsplit=1)[-1] for text in texts)


def _leads(names: Iterable[str], owned: Iterable[str], titles: Iterable[str]) -> dict[str, tuple[_Lead, ...]]:
    """Names and the last words of titles, with the words before them: "" where a title is a single word."""
    things = {_bare(thing).rpartition(" ")[2] for thing in owned}
    leads = {f" {_bare(name)}": set(things) for name in names}
    for title in titles:
        before, _, last = _bare(title).rpartition(" ")
        leads.setdefault(f" {last}", set()).add(before)
    by_mark: dict[str, tuple[_Lead, ...]] = {}
    for name, preceding in leads.items():
        mark = name.rpartition(" ")[2]
        by_mark[mark] = (*by_mark.get(mark, ()), (name, tuple(sorted(preceding))))
    return by_mark


def _bare(text: str) -> str:
    return " ".join(bare_words(text))


def _phrase(texts: Iterable[str]) -> str:
    """A pattern for one of `texts`, whatever the blanks between its words, the longest first."""
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    return rf"(?<!\w)(?:{'|'.join(_spaced(text) for text in ordered)})(?!\w)"


def _spaced(text: str) -> str:
    return r"\.?\s+".join(re.escape(word) for word in text.split())


def _short(lists: Words, kind: str) -> str:
    """The abbreviations as listed or in capitals: spelt otherwise they could be words."""
    return _phrase(
        dict.fromkeys(form for text in lists[f"singkatan {kind}"] for form in (text, text.upper()))
    )


def _owned(lists: Words, kind: str) -> str:
    """An own thing and an abbreviation ("IKU BKD"), or an own thing or post and the kind ("Sekretaris Badan")."""
    things, posts = _phrase(lists["milik"]), _phrase(lists["pejabat"])
    agency = rf"{_short(lists, kind)}|(?i:{kind})(?![\w/])"
    return rf"(?:(?i:{things})\)?\s+(?P<agency>{agency}))|(?:(?i:{posts})\s+(?P<seat>(?i:{kind}))(?![\w/]))"


def _partner(lists: Words, kind: str) -> str:
    """A named agency of the kind, or an abbreviation where a partner stands ("dari BKD")."""
    papers = "".join(rf"(?<!{re.escape(word)} )" for word in lists["naskah"])
    names = rf"{papers}(?<!\w){kind.capitalize()}\s+(?!(?:{'|'.join(lists['bukan_nama'])})\b)[A-Z][a-z]"
    places = _phrase(lists["mitra"])
    return rf"{names}|(?i:{places})\s+(?:(?i:kepala|sekretaris)\s+)?{_short(lists, kind)}"
