"""The vocabulary of roles: the word lists `peran` and `tata_peran`, and the headings of an SOP cut into roles.

What the roles mean for one SOP belongs in `roles`; how they are found in a text, in `role_text`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.lint.language.role_text import Grammar, Phrase, Role, Vocabulary, phrase_at, split_words, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.lint.knowledge import Knowledge, Words

_LEVEL = "tingkat "
_LONGEST_NAME = 500
"""Characters that are looked at for one name: all that is left, at each of many cuts, would take its square."""
_CUT = re.compile(r"\s*[/&+,;]\s*|\s+(?:dan|serta|atau)\s+", re.IGNORECASE)


@lru_cache(maxsize=8)
def base_vocabulary(knowledge: Knowledge) -> Vocabulary:
    """The vocabulary of the word lists alone."""
    manners = knowledge.words("tata_peran")
    levels = {
        text: section.removeprefix(_LEVEL)
        for section, texts in manners.items()
        if section.startswith(_LEVEL)
        for text in texts
    }
    phrases = (
        Phrase(
            _lower(text),
            Role(name, level=levels.get(text, "")),
            text if text.isupper() and " " not in text else None,
        )
        for name, texts in knowledge.words("peran").items()
        for text in (name, *texts)
    )
    return Vocabulary(_by_first_word(phrases), _grammar(manners), unit_nouns=frozenset(manners["satuan"]))


def _grammar(manners: Words) -> Grammar:
    return Grammar(
        stops=frozenset(manners["penutup"]),
        adverbs=frozenset(manners["bantu"]),
        openers=frozenset(manners["sambung"]),
        subordinators=frozenset(manners["anak"]),
        markers=frozenset(manners["penanda"]),
        quantifiers=frozenset(manners["jumlah"]),
        no_verbs=frozenset(manners["bukan_kerja"]),
        elsewhere=frozenset(manners["instansi_lain"]),
        vague=frozenset(manners["samar"]),
    )


def with_headings(base: Vocabulary, texts: Iterable[str]) -> Vocabulary:
    """`base` with the headings' own names; their units' words count as such even in lower case."""
    own = []
    unit_words: set[str] = set()
    for text in texts:
        role = role_of_name(text, base)
        unit_words.update(role.unit)
        words = _lower(text)
        if words and (role.unit or words[0] not in base.phrases):
            own.append(Phrase(words, role, closed=True))
    return Vocabulary(_merged(own, base), base.grammar, frozenset(unit_words), base.unit_nouns)


def _merged(own: Sequence[Phrase], base: Vocabulary) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of `base` with `own` before those of the same length."""
    firsts = {phrase.words[0] for phrase in own}
    known = (phrase for word in firsts for phrase in base.phrases.get(word, ()))
    return {**base.phrases, **_by_first_word((*own, *known))}


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    groups: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        groups.setdefault(phrase.words[0], []).append(phrase)
    return {
        word: tuple(sorted(group, key=lambda phrase: -len(phrase.words))) for word, group in groups.items()
    }


def _lower(text: str) -> tuple[str, ...]:
    return tuple(word.lower for word in split_words(text))


def heading_roles(heading: str, base: Vocabulary) -> tuple[Role, ...]:
    """The roles of a heading, each once, in order."""
    return tuple(dict.fromkeys(role_of_name(part, base) for part in heading_parts(heading, base)))


@lru_cache(maxsize=4096)
def role_of_name(text: str, base: Vocabulary) -> Role:
    """The role of one name ("para" and the like aside): known by its beginning, the rest its unit; else its own words."""
    words = split_words(text)
    while len(words) > 1 and words[0].lower in base.grammar.quantifiers:
        words = words[1:]
    phrase = phrase_at(words, 0, text, base) if words else None
    if phrase is None:
        return Role(" ".join(word.lower for word in words))
    return Role(phrase.role.name, unit_of(words[len(phrase.words) :]), phrase.role.level)


@lru_cache(maxsize=4096)
def heading_parts(heading: str, base: Vocabulary) -> tuple[str, ...]:
    """A heading cut where another role begins: "Kabid/Koordinator Program" in two, "Kasubag Umum dan Keuangan" in one."""
    parts = []
    start = 0
    for cut in _CUT.finditer(heading):
        left, right = heading[start : cut.start()], heading[cut.end() :]
        if left and _begins_role(left, right, base):
            parts.append(left)
            start = cut.end()
    return (*parts, heading[start:])


def _begins_role(left: str, right: str, base: Vocabulary) -> bool:
    """Whether a role of its own begins at `right`; a mere noun for a unit only beside another one."""
    words = split_words(right[:_LONGEST_NAME])
    phrase = phrase_at(words, 0, right, base) if words else None
    if phrase is None:
        return False
    return phrase.role.name not in base.unit_nouns or role_of_name(left, base).name in base.unit_nouns
