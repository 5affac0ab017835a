"""The roles of one SOP: what its headings mean, which roles a text names, and which column a named role has.

Rules about roles, and rules that must tell an actor from an activity, stand on this. Where names stand in a text is found in
`role_text`; the names, from the word lists and the headings, in `role_words`.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.language.role_text import Mention, Role, Vocabulary, is_active_verb, mentions_in, split_words
from sopkit.lint.language.role_words import (
    base_vocabulary,
    heading_parts,
    heading_roles,
    role_of_name,
    with_headings,
)
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.role_text import Grammar
    from sopkit.model.sop import Sop

__all__ = [
    "Column",
    "Mention",
    "Role",
    "Roles",
    "acting_at",
    "actors",
    "heading_role",
    "meant_key",
    "mentions",
    "role_phrases",
]

_HEADS = "pimpinan"
_CHAIN = late(r"\s*(?:[/,&]|,?\s(?:dan|serta|bersama|dengan)\s)\s*", re.IGNORECASE)
_LEAD = late(r"[\s\d.)(•*-]*")
_PREFIX = 3


class Column(NamedTuple):
    """A column: its key and heading, the roles its heading names, and those its aliases name."""

    key: str
    heading: str
    roles: tuple[Role, ...]
    aliases: tuple[Role, ...]


class Roles(Fixed):
    """The columns of an SOP and the words for roles in it.

    `generic` and `outside` are canonical names: mere common words, and roles outside the unit. `heads` are the heads of
    agencies by kind ("dinas"), "" for a head of any kind; `kind` is the kind of this SOP's agency, None when unknown.
    `served` are the people whom the office serves.
    """

    vocabulary: Vocabulary
    columns: tuple[Column, ...]
    generic: frozenset[str]
    outside: frozenset[str]
    served: frozenset[str]
    heads: dict[str, frozenset[str]]
    kind: str | None

    @cached_property
    def _own_heads(self) -> frozenset[str]:
        return self.heads.get(self.kind or "", frozenset()) | self.heads.get("", frozenset())

    def is_head(self, role: Role) -> bool:
        """Whether `role` leads an agency of any kind."""
        return any(role.name in names for names in self.heads.values())

    def same(self, one: Role, other: Role) -> bool:
        """Whether two roles are one: synonyms, or the head of this agency and "Kepala PD"; with the same unit."""
        return not one.elsewhere(other) and self.sameness(one) == self.sameness(other)

    def sameness(self, role: Role) -> tuple[str, frozenset[str]]:
        """What roles have in common that are one, unless their very words state other kinds of agency (`Role.elsewhere`)."""
        return "" if role.name in self._own_heads else role.name, frozenset(role.unit)

    def columns_of(self, role: Role) -> tuple[Column, ...]:
        """The columns that `role` may mean, in order: those of the very same role, else those that do not contradict it.

        "Kasubag" may mean every Kasubag, "Kasubag Program" also the column "Kasubag"; all heads of agencies count as one.
        """
        return _columns_of(role, self)

    def may_be(self, role: Role, own: Role) -> bool:
        """Whether `role` may mean `own`: the same name, or heads of agencies both, and no units that differ."""
        if role.name != own.name:
            return self.is_head(role) and self.is_head(own)
        return not role.elsewhere(own) and (
            not role.unit or not own.unit or _units_agree(role.unit, own.unit)
        )


def role_phrases(knowledge: Knowledge, sop: Sop) -> Roles:
    """The roles of `sop`: its headings and aliases together with the word lists. Kept for the SOPs looked at last."""
    columns = tuple((key, column.nama, column.alias) for key, column in sop.pelaksana.items())
    return _roles(knowledge, columns, sop.instansi.perangkat_daerah or "")


def meant_key(sop: Sop, key: str) -> str | None:
    """The key that an unknown `key` probably stands for: by its own spelling, else by a heading; None when all are far."""
    by_heading = {column.nama: own for own, column in sop.pelaksana.items()}
    near = nearest(key, sop.pelaksana)
    heading = None if near else nearest(key, by_heading)
    return by_heading[heading] if heading else near


def mentions(text: str, roles: Roles) -> tuple[Mention, ...]:
    """The roles that `text` names, in order: known ones and those of the columns, the longest name first, in any case.

    Common words ("staf", "tim", "bidang") are mentions too; `roles.generic` holds their canonical names.
    """
    return mentions_in(text, roles.vocabulary)


def heading_role(knowledge: Knowledge, heading: str) -> Role:
    """The role that a heading names, by the word lists alone: for comparing the headings of several SOPs."""
    return role_of_name(heading, base_vocabulary(knowledge))


def actors(text: str, roles: Roles) -> tuple[Mention, ...]:
    """The roles that `text` begins with as those who act: "Kabid dan Kasubag memeriksa …". Empty when it begins otherwise.

    A role counts only with an active verb behind it, so that "Tim Penyusun LAKIP" alone is no actor.
    """
    lead = _LEAD.match(text)
    return acting_at(text, lead.end() if lead else 0, roles)


def acting_at(text: str, start: int, roles: Roles) -> tuple[Mention, ...]:
    """The roles that act from character `start` on: one or several names in a chain, then an active verb."""
    grammar = roles.vocabulary.grammar
    chain: list[Mention] = []
    for mention in mentions(text, roles):
        if mention.start < start:
            continue
        gap = text[chain[-1].end : mention.start] if chain else text[start : mention.start]
        words = split_words(gap)
        if chain and not _CHAIN.fullmatch(gap):
            break
        if not chain and (gap.strip() and not all(word.lower in grammar.quantifiers for word in words)):
            return ()
        chain.append(mention)
    if chain and _verb_follows(text, chain[-1].end, grammar):
        return tuple(chain)
    return ()


def _verb_follows(text: str, at: int, grammar: Grammar) -> bool:
    if not text[at : at + 1].isspace():
        return False
    words = (word.lower for word in split_words(text) if word.start > at)
    return is_active_verb(next((word for word in words if word not in grammar.adverbs), ""), grammar)


@lru_cache(maxsize=4096)
def _columns_of(role: Role, roles: Roles) -> tuple[Column, ...]:
    exact = tuple(
        column for column in roles.columns if any(roles.same(role, own) for own in _all_roles(column))
    )
    return exact or tuple(
        column for column in roles.columns if any(roles.may_be(role, own) for own in _all_roles(column))
    )


def _all_roles(column: Column) -> tuple[Role, ...]:
    return column.roles + column.aliases


def _units_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of units may be one: a word in common, an abbreviation, or the initials of the other."""
    if _is_initials(one, other) or _is_initials(other, one):
        return True
    return any(a[:_PREFIX] in b or b[:_PREFIX] in a for a in one for b in other)


def _is_initials(short: Sequence[str], words: Sequence[str]) -> bool:
    return "".join(word[0] for word in words) in short


@lru_cache(maxsize=256)
def _roles(knowledge: Knowledge, given: tuple[tuple[str, str, tuple[str, ...]], ...], agency: str) -> Roles:
    base = base_vocabulary(knowledge)
    columns = tuple(
        Column(
            key, heading, heading_roles(heading, base), tuple(role_of_name(alias, base) for alias in names)
        )
        for key, heading, names in given
    )
    texts = [text for _, heading, names in given for text in (*heading_parts(heading, base), *names)]
    manner = _manner(knowledge)
    first = agency.lower().split(" ", 1)[0]
    return Roles(
        with_headings(base, texts),
        columns,
        manner.generic,
        manner.outside,
        manner.served,
        manner.heads,
        first if first in manner.heads and first else None,
    )


class _Manner(NamedTuple):
    """What `Roles` says of all SOPs alike."""

    generic: frozenset[str]
    outside: frozenset[str]
    served: frozenset[str]
    heads: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def insiders(knowledge: Knowledge) -> frozenset[str]:
    """The first words of all names but those of common words and of roles outside.

    A text without any of them, cut as in `activities`, names nobody who lacks a column.
    """
    manner = _manner(knowledge)
    return frozenset(
        first
        for first, phrases in base_vocabulary(knowledge).phrases.items()
        if any(phrase.role.name not in manner.generic | manner.outside for phrase in phrases)
    )


@lru_cache(maxsize=8)
def _manner(knowledge: Knowledge) -> _Manner:
    words = knowledge.words("tata_peran")
    generic, outside = frozenset(words["umum"]), frozenset(words["luar"])
    heads = {
        section.removeprefix(_HEADS).strip(): frozenset(names)
        for section, names in words.items()
        if section.startswith(_HEADS)
    }
    return _Manner(generic, outside, frozenset(words["dilayani"]), heads)
