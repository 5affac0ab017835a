"""Whether the words of a step examine, approve, mend or decide something.

Word lists: `keputusan`. What follows from it for the flow is for rules to say.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.language.patterns import alternatives
from sopkit.lint.language.plain import plain
from sopkit.lint.language.texts import clues
from sopkit.lint.language.tokens import after_list_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sopkit.lint.knowledge import Knowledge, Words

_CLAUSE = late(r"[,;./]|\b(?:dan|serta|lalu|kemudian|selanjutnya|sekaligus)\b")


class Deed(Enum):
    """What a verb of the list means for a document."""

    EXAMINES = "examines"
    """Judges what others wrote."""
    APPROVES = "approves"
    """Approves it or puts it into force."""
    MENDS = "mends"
    """Repairs it."""


class DecisionWords(Fixed):
    """The word list `keputusan` made ready. Compared by identity, so that readings can be kept by it.

    `records` finds the name of a paper that holds what an examination found, wrong or right.
    A text without a word of `hints` does none of the deeds; one without a word of `conditions` decides nothing. A text without
    a word of `judging`, as `cut` has them, neither examines nor approves; one without a word of `choosing` decides nothing.
    """

    hints: frozenset[str]
    conditions: frozenset[str]
    judging: frozenset[str]
    choosing: frozenset[str]
    verbs: Mapping[str, Deed]
    nouns: Mapping[str, Deed]
    doing: frozenset[str]
    delegating: frozenset[str]
    documents: re.Pattern[str]
    beside: re.Pattern[str]
    only_read: re.Pattern[str]
    records: re.Pattern[str]
    condition: re.Pattern[str]
    consequence: re.Pattern[str]
    returning: re.Pattern[str]
    choice: re.Pattern[str]


class Deeds(NamedTuple):
    """What the kegiatan of a step does. `verb` is the word that says so, in small letters.

    `examines`: judges a document of others; `approves`: approves or puts into force; `mends`: repairs it itself.
    """

    examines: bool = False
    approves: bool = False
    mends: bool = False
    verb: str = ""


class Choice(NamedTuple):
    """The words by which a text decides, as written: the condition, and what follows; the same for `setuju/tidak`.

    `leading` is True when the condition opens the text; `returns`, when the text sends something back.
    """

    condition: str
    consequence: str
    leading: bool
    returns: bool


@lru_cache(maxsize=8)
def decision_words(knowledge: Knowledge) -> DecisionWords:
    """The words of `knowledge` for this module.

    Raises:
        SopkitError: the office's own list cannot be read.
    """
    words = knowledge.words("keputusan")
    judging = ("memeriksa", "pemeriksaan", "mengesahkan", "pengesahan")
    deeds_of = (*judging, "memperbaiki", "perbaikan")
    return DecisionWords(
        frozenset(_with_suffix(word for section in deeds_of for word in words[section])),
        frozenset(plain(phrase).split()[0] for section in ("syarat", "pilihan") for phrase in words[section]),
        clues(_with_suffix(word for section in judging for word in words[section])),
        clues((*words["syarat"], *_with_suffix(words["pilihan"]))),
        _meanings(words, memeriksa=Deed.EXAMINES, mengesahkan=Deed.APPROVES, memperbaiki=Deed.MENDS),
        _meanings(words, pemeriksaan=Deed.EXAMINES, pengesahan=Deed.APPROVES, perbaikan=Deed.MENDS),
        frozenset(map(str.lower, words["melakukan"])),
        frozenset(map(str.lower, words["menugaskan"])),
        _any_of((*words["dokumen"], *words["membubuhkan"])),
        _any_of(words["batas_benda"]),
        _any_of(words["bukan_pemeriksaan"]),
        _any_of(words["temuan"]),
        late(
            rf"\b(?:{alternatives(words['syarat'])})\b(?!\s+(?:{alternatives(words['bukan_syarat'])})\b)",
            re.IGNORECASE,
        ),
        late(
            rf"(?<!untuk )(?<!agar )(?<!supaya )(?<!guna )\b(?:{alternatives(words['akibat'])})(?:nya)?\b",
            re.IGNORECASE,
        ),
        _any_of(words["kembali"]),
        _any_of(words["pilihan"]),
    )


def _meanings(words: Words, **sections: Deed) -> dict[str, Deed]:
    return {word: deed for section, deed in sections.items() for word in _with_suffix(words[section])}


def _with_suffix(words: Iterable[str]) -> Iterator[str]:
    """The words in small letters, each also with -nya."""
    for word in words:
        yield from (word.lower(), f"{word.lower()}nya")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in any case, the longest first; `-nya` may follow."""
    return late(rf"(?<![\w-])(?:{alternatives(phrases)})(?:nya)?\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def deeds(kegiatan: str, words: DecisionWords) -> Deeds:
    """What `kegiatan` does, by the verb of each of its clauses: `Menerima dan memeriksa berkas` examines.

    A step that tells others to examine does not, nor one that only reads a letter to pass it on.
    """
    if words.hints.isdisjoint(plain(kegiatan).split()):
        return Deeds()
    clauses = [plain(part).strip() for part in _CLAUSE.split(kegiatan[after_list_mark(kegiatan) :].lower())]
    clauses = [clause for clause in clauses if clause]
    if not clauses or _delegates(clauses[0].split(), words):
        return Deeds()
    found = [_deed(clause.split(), words) for clause in clauses]
    if not found[0][1] and (noun := words.nouns.get(clauses[0].split()[0])):
        found[0] = noun, clauses[0].split()[0]  # "Verifikasi berkas" for "Memverifikasi berkas"
    examining, approving, mending = (_first(found, deed) for deed in Deed)
    if examining and (words.only_read.search(kegiatan) or not _documents_examined(clauses, found, words)):
        examining = ""
    return Deeds(bool(examining), bool(approving), bool(mending), examining or approving)


def _documents_examined(
    clauses: list[str], found: list[tuple[Deed | None, str]], words: DecisionWords
) -> bool:
    """Whether what a clause examines is a document; a bare verb (`memeriksa dan memaraf`) asks the other clauses."""
    for clause, (deed, verb) in zip(clauses, found, strict=True):
        if deed is not Deed.EXAMINES:
            continue
        object_ = words.beside.split(clause.removeprefix(verb), maxsplit=1)[0].strip()
        if words.documents.search(object_ or " ; ".join(clauses)):
            return True
    return False


def _first(found: Iterable[tuple[Deed | None, str]], wanted: Deed) -> str:
    return next((word for deed, word in found if deed is wanted), "")


def _delegates(clause: list[str], words: DecisionWords) -> bool:
    return clause[0] in words.delegating or " ".join(clause[:2]) in words.delegating


def _deed(clause: list[str], words: DecisionWords) -> tuple[Deed | None, str]:
    """What a clause does by its verb, and the verb; of `melakukan koreksi` both words."""
    verb = clause[0]
    if verb in words.verbs:
        return words.verbs[verb], verb
    if verb in words.doing and len(clause) > 1 and clause[1] in words.nouns:
        return words.nouns[clause[1]], f"{verb} {clause[1]}"
    return None, ""


@lru_cache(maxsize=4096)
def choice(text: str, words: DecisionWords) -> Choice | None:
    """Where `text` decides: a condition and a consequence for the flow, or both outcomes named; else None."""
    if words.conditions.isdisjoint(plain(text).split()):
        return None
    both = words.choice.search(text)
    if both:
        return Choice(both[0], both[0], leading=False, returns=True)
    condition = words.condition.search(text)
    consequence = condition and words.consequence.search(text)
    if not condition or not consequence:
        return None
    leading = not text[: condition.start()][after_list_mark(text) :].strip()
    return Choice(condition[0], consequence[0], leading, bool(words.returning.search(text)))
