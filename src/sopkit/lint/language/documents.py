"""Documents as the columns Kelengkapan and Output name them: single names, kinds of document, words that tell them apart.

Word lists: `kelengkapan` (documents that come into being inside a procedure) and `samar` (names that name nothing). Whether a
document was produced before a step is for a rule to say.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.language.plain import plain
from sopkit.lint.language.tokens import after_list_mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.lint.knowledge import Knowledge, Words

KINDS: Final = ("konsep", "nota_dinas", "disposisi", "memo", "notulen", "telaahan", "koreksi")
"""The kinds of document that come into being inside a procedure: sections of the word list `kelengkapan`."""

NOTHING: Final = frozenset({"", "-", "–", "—", "--", "…", "...", "."})
"""What stands in a cell that is not filled in."""
_LIST: Final = late(r"[\n;]+|\s(?=\(?\d{1,2}[.)]\s)")
_AND: Final = late(r",|\+|&|\b(?:dan|serta|beserta)\b", re.IGNORECASE)
_CLAUSE_END: Final = late(r"[,;.]|\b(?:dan|serta|lalu|kemudian|untuk|guna)\b", re.IGNORECASE)
_OR: Final = late(r"/|\batau\b", re.IGNORECASE)
_SIGNED: Final = (
    (
        "paraf",
        late(r"\b(?:diparaf|terparaf|berparaf)\b"),
        ("paraf", "tanda tangan", "tandatangan", "ttd"),
    ),
    (
        "tanda tangan",
        late(r"\b(?:ditandatangani|tertandatangani|bertandatangan)\b|\b(?:di|ber)tanda ?tangan"),
        (
            *("tanda tangan", "tandatangan", " ttd", " tte", "teken", "setuju"),
            *(" mengesah", " pengesah", " disah", " menetap", " penetap", " ditetap"),
        ),
    ),
)


class DocumentWords(Fixed):
    """The word lists made ready. Compared by identity, so that readings can be kept by it.

    A text without any of `clues` names no document of a kind, one that ends in a word that is none of `vague_ends` is not
    vague.
    `making` are verbs of steps that write a document, `preparing` those and others that perhaps do.
    """

    clues: tuple[str, ...]
    head: re.Pattern[str]
    outside: re.Pattern[str]
    traces: Mapping[str, tuple[str, ...]]
    making: frozenset[str]
    preparing: frozenset[str]
    receiving: frozenset[str]
    common: frozenset[str]
    vague: frozenset[str]
    vague_or_idle: frozenset[str]
    no_result: frozenset[str]
    vague_ends: frozenset[str]


class Named(NamedTuple):
    """One document as a column names it: `text` as written, `name` in small letters, and its kind, None for any other document.

    `words` are those that tell it from others of its kind. `signed` is `paraf` or `tanda tangan` when the name says that
    the document already bears it, and `evidence` the words by which a step shows that it put it there.
    """

    text: str
    name: str
    kind: str | None
    words: frozenset[str]
    signed: str | None = None
    evidence: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def document_words(knowledge: Knowledge) -> DocumentWords:
    """The words of `knowledge` for this module.

    Raises:
        SopkitError: the office's own list cannot be read.
    """
    words, samar = _plainly(knowledge.words("kelengkapan")), _plainly(knowledge.words("samar"))
    named = (f"(?P<{kind}>{_alternatives(words[kind])})" for kind in KINDS)
    heads = {word for kind in KINDS for phrase in words[kind] for word in phrase.split()}
    return DocumentWords(
        _shortest((*(phrase for kind in KINDS for phrase in words[kind]), "paraf", "tanda")),
        late(rf"(?:{'|'.join(named)})(?:nya)?(?!\w)"),
        late(rf"(?:{_alternatives(words['luar'])})(?!\w)"),
        {kind: _traces(words[kind], words[f"jejak_{kind}"]) for kind in KINDS},
        frozenset(words["membuat"]),
        frozenset((*words["membuat"], *words["menyiapkan"])),
        frozenset(words["menerima"]),
        frozenset(words["umum"]) | heads,
        frozenset(samar["benda"]),
        frozenset((*samar["benda"], *samar["sifat"])),
        frozenset(samar["bukan_hasil"]),
        frozenset(
            (
                *samar["benda"],
                *samar["sifat"],
                *(phrase.rpartition(" ")[2] for phrase in samar["bukan_hasil"]),
            )
        ),
    )


def _plainly(words: Words) -> dict[str, tuple[str, ...]]:
    return {section: tuple(plain(text).strip() for text in texts) for section, texts in words.items()}


def _shortest(phrases: Sequence[str]) -> tuple[str, ...]:
    """Those that hold no other one of them: a text that holds a longer one holds the shorter one too."""
    return tuple(
        one for one in dict.fromkeys(phrases) if not any(other != one and other in one for other in phrases)
    )


def _traces(names: Sequence[str], beginnings: Sequence[str]) -> tuple[str, ...]:
    """Pieces of a text padded with blanks that tell of a kind: whole names (`memo`, not `memohon`), beginnings of words."""
    whole = (f" {name}{ending} " for name in names for ending in ("", "nya"))
    return (*whole, *(f" {beginning}" for beginning in beginnings))


@lru_cache(maxsize=8192)
def may_name_kind(text: str, words: DocumentWords) -> bool:
    """Whether `text` may name a document of a kind or one that is signed; False is certain, and quickly told."""
    low = text.lower()
    for clue in words.clues:  # noqa: SIM110 - asked of every text, and a generator takes twice as long
        if clue in low:
            return True
    return False


def _alternatives(phrases: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def says_nothing(texts: Sequence[str]) -> bool:
    """Whether a column is empty: no text, or nothing but dashes or dots."""
    return NOTHING.issuperset(texts)


@lru_cache(maxsize=8192)
def is_vague(text: str, words: DocumentWords) -> bool:
    """Whether an output names no document or result that could be looked at: `Data`, `Dokumen`, `Selesai`."""
    last = text.rsplit(None, 1)[-1:]
    # a last word without marks is the last one of the name too, and a vague name ends in a vague word
    if last and last[0].isalpha() and last[0].lower() not in words.vague_ends:
        return False
    name = plain(text[after_list_mark(text) :]).strip()
    if name in words.no_result:
        return True
    parts = frozenset(name.split())
    return parts <= words.vague_or_idle and not parts.isdisjoint(words.vague)


def first_clause(kegiatan: str) -> str:
    """What a kegiatan says before its first comma, full stop or conjunction, with the mark of a list in front."""
    return _CLAUSE_END.split(kegiatan, maxsplit=1)[0]


@lru_cache(maxsize=4096)
def alternatives(text: str, words: DocumentWords) -> tuple[tuple[Named, ...], ...]:
    """The documents that one text of a column names, each with what may stand in its place (`Arahan atau disposisi`)."""
    found: list[tuple[Named, ...]] = []
    for item in _LIST.split(text):
        for part in _AND.split(item[after_list_mark(item) :]):
            named = tuple(_named(one.strip(), words) for one in _OR.split(part) if one.strip())
            if named:
                found.append(named)
    return tuple(found)


def _named(text: str, words: DocumentWords) -> Named:
    name = plain(text).strip()
    kind = None
    if not words.outside.match(name):
        head = words.head.match(name)
        kind = head.lastgroup if head else None
    telling = frozenset(name.split()) - words.common
    for signed, pattern, evidence in _SIGNED:
        if state := pattern.search(name):
            telling -= frozenset(state[0].split())
            return Named(text, name, kind, telling, signed, evidence)
    return Named(text, name, kind, telling)
