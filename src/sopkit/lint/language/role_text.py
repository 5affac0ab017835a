"""Finding the names of roles in Indonesian text: words, phrases, and the unit written behind a role.

What a phrase means in one SOP (its columns, its agency) belongs in `roles`; what a rule makes of a mention, in the rule.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopkit.fixed import Fixed
from sopkit.late import late

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = late(r"[^\W_]+")
_VERB = late(r"(?:me(?:m|n|ng|ny|l|r|w|y)|ber)\w{3,}")
_PASSIVE = late(r"di\w{4,}")
_JOINTS = frozenset(("dan", "serta"))
_TIGHT = " .-\t\r\n"
"""What may stand between the words of one name: "Ka. Dinas", "Sub-Bagian"."""


class Word(NamedTuple):
    """One word in lower case, and where it stands: 0-based, up to not including `end`."""

    lower: str
    start: int
    end: int


class Role(NamedTuple):
    """A role by its canonical name, the words of the unit behind it, lower case, without "dan", and the kind of agency.

    "Kasubbag Umum dan Kepegawaian" is `Role("Kepala Sub Bagian", ("umum", "kepegawaian"))`. The name of a role that the word
    list does not know is its own words in lower case. `level` is the kind of agency that the very word states ("Sekcam":
    "kecamatan"), "" where it states none.
    """

    name: str
    unit: tuple[str, ...] = ()
    level: str = ""

    def elsewhere(self, other: Role) -> bool:
        """Whether both words state a kind of agency and these differ: "Sekcam" and "Seklur" are two people."""
        return bool(self.level and other.level) and self.level != other.level


class Mention(NamedTuple):
    """A role named in a text, from 0-based `start` up to, not including, `end`; the unit behind it is part of it."""

    role: Role
    start: int
    end: int


class Phrase(NamedTuple):
    """A way of writing a role, in lower-case words.

    `exact` is set where only this very spelling counts (abbreviations in capitals); `closed` where no unit may follow.
    """

    words: tuple[str, ...]
    role: Role
    exact: str | None = None
    closed: bool = False


class Grammar(NamedTuple):
    """The words around roles, from the list `tata_peran`; its head says what each set means."""

    stops: frozenset[str]
    adverbs: frozenset[str]
    openers: frozenset[str]
    subordinators: frozenset[str]
    markers: frozenset[str]
    quantifiers: frozenset[str]
    no_verbs: frozenset[str]
    elsewhere: frozenset[str]
    vague: frozenset[str]


class Vocabulary(Fixed):
    """The phrases to look for, by their first word, longest first.

    `unit_words` are words that belong to a unit even in lower case; `unit_nouns` the roles that name a unit, no person.
    Compared by identity, so that it can be a key of a cache.
    """

    phrases: Mapping[str, tuple[Phrase, ...]]
    grammar: Grammar
    unit_words: frozenset[str] = frozenset()
    unit_nouns: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def split_words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; digits count as letters."""
    return tuple(Word(match[0].lower(), *match.span()) for match in _WORD.finditer(text))


def is_active_verb(word: str, grammar: Grammar) -> bool:
    """Whether a lower-case word looks like an active verb (me-, ber-); words known to be none are not."""
    return _VERB.fullmatch(word) is not None and word not in grammar.no_verbs


def is_passive_verb(word: str, grammar: Grammar) -> bool:
    """Whether a lower-case word looks like a passive verb (di-); words known to be none are not."""
    return _PASSIVE.fullmatch(word) is not None and word not in grammar.no_verbs


def phrase_at(words: tuple[Word, ...], at: int, text: str, vocabulary: Vocabulary) -> Phrase | None:
    """The longest phrase that begins with word `at`."""
    phrases = vocabulary.phrases.get(words[at].lower)
    if phrases is None:
        return None
    following = tuple([word.lower for word in words[at : at + len(phrases[0].words)]])
    for phrase in phrases:
        if following[: len(phrase.words)] != phrase.words:
            continue
        part = words[at : at + len(phrase.words)]
        if not _adjoin(part, text):
            continue
        if phrase.exact is None or text[part[0].start : part[-1].end] == phrase.exact:
            return phrase
    return None


@lru_cache(maxsize=4096)
def mentions_in(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """The roles that `text` names, in order and apart from each other."""
    if vocabulary.phrases.keys().isdisjoint(_WORD.findall(text.lower())):
        return ()
    words = split_words(text)
    found = []
    at = 0
    while at < len(words):
        known = words[at].lower in vocabulary.phrases
        phrase = phrase_at(words, at, text, vocabulary) if known else None
        if phrase is None:
            at += 1
            continue
        after = at + len(phrase.words)
        end = after if phrase.closed else _unit_end(words, after, text, vocabulary)
        found.append(Mention(_role(phrase, words[after:end]), words[at].start, words[end - 1].end))
        at = end
    return tuple(found)


def unit_of(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The words of a unit's name, as `Role` keeps them."""
    return tuple(word.lower for word in words if word.lower not in _JOINTS)


def _role(phrase: Phrase, unit: tuple[Word, ...]) -> Role:
    role = phrase.role
    return Role(role.name, role.unit + unit_of(unit), role.level) if unit else role


def _adjoin(words: tuple[Word, ...], text: str) -> bool:
    return all(not text[first.end : second.start].strip(_TIGHT) for first, second in pairwise(words))


def _unit_end(words: tuple[Word, ...], at: int, text: str, vocabulary: Vocabulary) -> int:
    """The position behind the unit that begins with word `at`; `at` itself when none does."""
    end = at
    while end < len(words) and text[words[end - 1].end : words[end].start].isspace():
        joint = words[end].lower in _JOINTS and end > at
        step = 2 if joint else 1
        if end + step > len(words) or not _in_unit(words, end + step - 1, text, vocabulary, joint=joint):
            break
        end += step
    return end


def _in_unit(words: tuple[Word, ...], at: int, text: str, vocabulary: Vocabulary, *, joint: bool) -> bool:
    """Whether word `at` goes on with the name of a unit; behind a `joint` ("dan") no noun for a unit does."""
    word = words[at]
    grammar = vocabulary.grammar
    if word.lower in vocabulary.unit_words:
        named = True
    else:
        named = text[word.start].isupper() and not text.isupper() and word.lower not in grammar.stops
    if not named or is_active_verb(word.lower, grammar):
        return False
    phrase = phrase_at(words, at, text, vocabulary)
    return phrase is None or (phrase.role.name in vocabulary.unit_nouns and not joint)
