"""Who takes part in what a text says: the roles that act, and those that only receive, hand on or are asked.

Names of roles are found in `role_text`, their columns in `roles`; what follows from it for an SOP is a rule's business.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.late import late
from sopkit.lint.language.role_text import is_active_verb, is_passive_verb, split_words
from sopkit.lint.language.role_words import base_vocabulary
from sopkit.lint.language.roles import acting_at, actors, mentions
from sopkit.lint.language.texts import cut, first_word
from sopkit.lint.questions import Subject, question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.role_text import Grammar, Mention
    from sopkit.lint.language.roles import Roles

_SENTENCE = late(r"[;.]\s+")
_BY = late(r"\boleh\s+", re.IGNORECASE)
_LOOSE = " .-\t\r\n"
_LIST = late(r"\s*(?:[/,&]|,?\s(?:dan|serta|atau|maupun)\s)\s*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def taking_part(text: str, roles: Roles) -> tuple[Mention, ...]:
    """The mentions in `text` of roles that act, receive, hand on or are asked, in order.

    A role is one of them by the word before it ("kepada", "melalui", "menugaskan", "ditandatangani"), by standing in a list
    with such a one, or by acting itself. "SK Kepala Dinas" and "ruang Sekretaris" only name a document and a place.
    """
    named = mentions(text, roles)
    if not named:
        return ()
    taken = {mention for chain in doers(text, roles) for mention in chain}
    for before, mention in zip((None, *named), named, strict=False):
        if _is_marked(text, mention.start, roles.vocabulary.grammar) or (
            before in taken and _LIST.fullmatch(text[before.end : mention.start])
        ):
            taken.add(mention)
    return tuple(mention for mention in named if mention in taken)


@lru_cache(maxsize=4096)
def doers(text: str, roles: Roles) -> tuple[tuple[Mention, ...], ...]:
    """The roles in `text` that do the work of the step itself, in order; those in one tuple do it together.

    These are subjects of its sentences, of clauses after "lalu" and the like, and "oleh …" in a passive sentence. What
    a clause with "agar", "untuk", "yang", "jika" tells is work of another step.
    """
    if not mentions(text, roles):
        return ()
    clauses = (acting_at(text, start, roles) for start in _clauses(text, roles.vocabulary.grammar))
    found = (actors(text, roles), *clauses, *_agents(text, roles))
    return tuple(sorted({chain for chain in found if chain}, key=lambda chain: chain[0].start))


@question(Subject.KEGIATAN)
def may_have_doers(text: str, knowledge: Knowledge) -> bool:
    """Whether `doers` may find any in `text`, those aside that bear a name of a column and stand at its beginning."""
    first, words = first_word(text), cut(text)
    vocabulary = base_vocabulary(knowledge)
    return (
        not first  # it begins with signs or numbers, and behind them perhaps with a role
        or first in vocabulary.phrases
        or first in vocabulary.grammar.quantifiers
        or "oleh" in words
        or not vocabulary.grammar.openers.isdisjoint(words)
        or "." in text  # a second sentence
        or ";" in text
    )


def _is_marked(text: str, start: int, grammar: Grammar) -> bool:
    """Whether the word before `start`, "seluruh" and the like aside, makes the role there one that takes part."""
    end = start
    for word in reversed(split_words(text)):
        if word.start >= start:
            continue
        if text[word.end : end].strip(_LOOSE):
            return False
        if word.lower not in grammar.quantifiers:
            return word.lower in grammar.markers or is_passive_verb(word.lower, grammar)
        end = word.start
    return False


def _clauses(text: str, grammar: Grammar) -> Iterator[int]:
    """Where new sentences begin, and clauses behind "lalu" and the like that belong to the main clause."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    yield from ends
    for word in split_words(text):
        if word.lower in grammar.openers and not _is_subordinate(text, word.start, grammar):
            yield word.end


def _agents(text: str, roles: Roles) -> Iterator[tuple[Mention, ...]]:
    """The roles behind "oleh" where nothing before it in the sentence acts, and no clause with "agar", "yang" began."""
    grammar = roles.vocabulary.grammar
    for by in _BY.finditer(text):
        if _is_subordinate(text, by.start(), grammar) or _acts_before(text, by.start(), grammar):
            continue
        mention = next((one for one in mentions(text, roles) if one.start >= by.end()), None)
        if mention is not None:
            between = split_words(text[by.end() : mention.start])
            if all(word.lower in grammar.quantifiers for word in between):
                yield (mention,)


def _is_subordinate(text: str, at: int, grammar: Grammar) -> bool:
    return any(word in grammar.subordinators for word in _sentence(text, at))


def _acts_before(text: str, at: int, grammar: Grammar) -> bool:
    return any(is_active_verb(word, grammar) for word in _sentence(text, at))


def _sentence(text: str, at: int) -> list[str]:
    """The words, in lower case, that stand before `at` in its sentence."""
    start = max((match.end() for match in _SENTENCE.finditer(text, 0, at)), default=0)
    return [word.lower for word in split_words(text) if start <= word.start < at]
