"""What kind of word a kegiatan begins with, and the active verb it should begin with.

The forms are worked out from the stems of `data/kata_kerja.yaml` by the sound rules of the prefixes. Who acts (roles) and
how many activities a text names do not belong here.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.errors import SopkitError, Text
from sopkit.fixed import Fixed
from sopkit.lint.language.texts import first_word
from sopkit.lint.language.tokens import after_list_mark, like, tokens
from sopkit.lint.questions import Subject, question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.lint.knowledge import Knowledge, Words
    from sopkit.lint.language.tokens import Token

_VOWELS: Final = frozenset("aeiou")
_ACTIVE: Final = re.compile(r"me(?:ng?|ny|[mlrwy])[a-z]{3,}|me(?:m|ng?|ny|nge)?-\w+|ber[a-z]{4,}")
_RELATIVE: Final = frozenset(("yang", "telah", "sudah", "belum", "akan", "agar", "untuk", "guna"))


class Form(Enum):
    """What the first word of a kegiatan is."""

    ACTIVE = "active"
    """An active verb, as the guideline asks."""
    PASSIVE = "passive"
    """A verb with di- or ter-."""
    BARE = "bare"
    """The stem of a verb without its prefix: `buat`, `verifikasi`."""
    NOUN = "noun"
    """A noun made from a verb: `penyusunan`."""
    OTHER = "other"
    """Anything else."""


class Opening(NamedTuple):
    """The first word of a text (two where only both make sense: `tanda tangan`), from `start` up to `end` in it.

    `active` is the active verb that should stand there, in lower case, None when not known or not needed.
    `replaces` says whether it can take the place of the word just so; the rest of the sentence fits then.
    """

    text: str
    start: int
    end: int
    form: Form
    active: str | None = None
    replaces: bool = False


def active_form(stem: str, *, one_syllable: bool = False, whole: bool = False) -> str:
    """The me- form of a stem in lower case; p, t, k and s fall before a vowel unless the stem stays `whole`.

    >>> active_form("susun"), active_form("proses"), active_form("cek", one_syllable=True)
    ('menyusun', 'memproses', 'mengecek')
    """
    if one_syllable:
        return f"menge{stem}"
    first, falls = stem[:1], not whole and stem[1:2] in _VOWELS
    if first in _FALLING:
        nasal = _FALLING[first]
        kept = "men" if first == "s" else nasal.replace("ny", "n")
        return f"{nasal}{stem[1:]}" if falls else f"{kept}{stem}"
    return f"{_NASAL.get(first, 'meng')}{stem}"


_FALLING: Final = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}
_NASAL: Final = {
    **dict.fromkeys("bfv", "mem"),
    **dict.fromkeys("cdjz", "men"),
    **dict.fromkeys("lmnrwy", "me"),
}


class Verbs(Fixed):
    """The verbs known: me- forms by stem and by noun, words by what should replace them, and what is no verb.

    `conditions` are the words that open a conditional clause.
    """

    by_stem: Mapping[str, str]
    by_noun: Mapping[str, str]
    replacements: Mapping[str, str]
    others: frozenset[str]
    no_verbs: frozenset[str]
    conditions: frozenset[str]

    def is_active(self, word: str) -> bool:
        """Whether a word in lower case is an active verb: by its shape, unless it is known to be none.

        A stem may have the shape of a verb by chance: `berikan` is a command, not ber- before `ikan`.
        """
        if word in self.no_verbs or word in self.by_stem:
            return word in self.others
        return word in self.others or _ACTIVE.fullmatch(word) is not None

    def of_passive(self, word: str) -> str | None:
        """The active verb of a di- or ter- form in lower case, None when the word is none or its stem not known."""
        if word.startswith("di"):
            return self.of_stem(word[2:])
        stem = word[3:] if word.startswith("ter") else ""
        forms = (self.by_stem.get(f"{stem}{suffix}") for suffix in ("", "kan", "i"))
        return next((active for active in forms if active), None)

    def of_stem(self, word: str) -> str | None:
        """The active verb of a stem, also with -kan, -i, -nya or -lah behind it; None when not known."""
        if word in self.by_stem:
            return self.by_stem[word]
        for suffix in ("kan", "i"):
            bare = word.removesuffix(suffix)
            if bare != word and bare in self.by_stem:
                return self.by_stem[bare] + suffix
        for suffix in ("nya", "lah"):
            if word.endswith(suffix) and len(word) > len(suffix):
                return self.of_stem(word.removesuffix(suffix))
        return None


@lru_cache(maxsize=8)
def verbs_of(knowledge: Knowledge) -> Verbs:
    """The verbs of the package with those of the office.

    Raises:
        SopkitError: an entry of `pengganti` has no `=`.
    """
    words = knowledge.words("kata_kerja")
    by_stem = _stems(words)
    return Verbs(
        by_stem=by_stem,
        by_noun=_nouns(by_stem, frozenset(words["utuh"])),
        replacements=dict(_pair(entry) for entry in words["pengganti"]),
        others=frozenset(words["lain"]),
        no_verbs=frozenset(words["bukan_kata_kerja"]),
        conditions=frozenset(words["syarat"]),
    )


def _stems(words: Words) -> dict[str, str]:
    forms = {stem: active_form(stem) for stem in words["dasar"]}
    forms.update((stem, active_form(stem, one_syllable=True)) for stem in words["satu_suku"])
    forms.update((stem, active_form(stem, whole=True)) for stem in words["utuh"])
    return forms


def _nouns(by_stem: Mapping[str, str], whole: frozenset[str]) -> dict[str, str]:
    """Nouns in pe-...-an with the verb they come from; of two verbs with one noun the first in the list."""
    nouns: dict[str, str] = {}
    for stem, active in by_stem.items():
        start = stem if stem in whole else f"pe{active[2:]}"
        for root in _roots(start):
            nouns.setdefault(f"{root}an", active)
    return nouns


def _roots(word: str) -> tuple[str, ...]:
    """The word without -kan; with and without -i, which may belong to the stem (`bagi`, `lengkapi`)."""
    if word.endswith("kan"):
        return (word.removesuffix("kan"),)
    return (word.removesuffix("i"), word) if word.endswith("i") else (word,)


def _pair(entry: str) -> tuple[str, str]:
    word, sign, replacement = (part.strip() for part in entry.partition("="))
    if not sign or not word or not replacement:
        raise SopkitError(
            Text(
                f"kata_kerja.pengganti: “{entry}” harus berbentuk kata = penggantinya",
                f"kata_kerja.pengganti: “{entry}” must look like word = replacement",
            )
        )
    return word.casefold(), replacement


def begins_actively(text: str, verbs: Verbs) -> bool:
    """Whether the `opening` of `text` is an active verb."""
    word = first_word(text)
    if word and word not in verbs.conditions and verbs.is_active(word):
        return True  # most do, and no closer look is needed
    first = opening(text, verbs)
    return first is not None and first.form is Form.ACTIVE


@question(Subject.KEGIATAN)
def is_not_active(text: str, knowledge: Knowledge) -> bool:
    """Whether a kegiatan begins otherwise than with an active verb."""
    return not begins_actively(text, verbs_of(knowledge))


@lru_cache(maxsize=4096)
def opening(text: str, verbs: Verbs) -> Opening | None:
    """What `text` begins with, behind marks of a list; None for a text without a word.

    An active verb right behind a conditional clause counts: "Jika lengkap, meneruskan …".
    """
    start = after_list_mark(text)
    words = [token for token in tokens(text) if token.start >= start]
    if not words:
        return None
    first = words[0]
    if first.folded in verbs.conditions:
        first = _behind_comma(text, words) or first
    if verbs.is_active(first.folded):
        return Opening(first.text, first.start, first.end, Form.ACTIVE)
    return _not_active(words, verbs)


def _behind_comma(text: str, words: Sequence[Token]) -> Token | None:
    """The first word behind the first comma."""
    for before, word in pairwise(words):
        if "," in text[before.end : word.start]:
            return word
    return None


def _not_active(words: Sequence[Token], verbs: Verbs) -> Opening:
    first = words[0]
    passive = verbs.of_passive(first.folded)
    if passive:
        return Opening(first.text, first.start, first.end, Form.PASSIVE, like(passive, first.text))
    inner = _inner_passive(words, verbs)
    replaced = _replaceable(words, verbs)
    if inner is None:
        return replaced or Opening(first.text, first.start, first.end, Form.OTHER)
    if replaced is None or inner not in _EMPTY_VERBS:
        form = replaced.form if replaced else Form.OTHER
        return Opening(first.text, first.start, first.end, form, like(inner, first.text))
    return replaced._replace(replaces=False)


_EMPTY_VERBS: Final = frozenset(("mengadakan", "melakukan", "melaksanakan", "menyelenggarakan"))
"""Verbs that say less than the noun beside them: `verifikasi dilakukan` is memverifikasi."""


def _inner_passive(words: Sequence[Token], verbs: Verbs) -> str | None:
    """The verb of a sentence such as `surat dicatat`: the first passive that does not belong to a noun before it."""
    for before, word in pairwise(words):
        if verbs.is_active(word.folded):
            return None
        active = verbs.of_passive(word.folded)
        if active and before.folded not in _RELATIVE:
            return active
    return None


def _replaceable(words: Sequence[Token], verbs: Verbs) -> Opening | None:
    """The opening where one or two words can give way to an active verb just so."""
    first = words[0]
    if len(words) > 1 and f"{first.folded} {words[1].folded}" in verbs.replacements:
        second = words[1]
        active = like(verbs.replacements[f"{first.folded} {second.folded}"], first.text)
        text = f"{first.text} {second.text}"
        return Opening(text, first.start, second.end, Form.OTHER, active, replaces=True)
    if first.folded in verbs.no_verbs:
        return None
    for form, active_or_none in (
        (Form.OTHER, verbs.replacements.get(first.folded)),
        (Form.NOUN, verbs.by_noun.get(first.folded)),
        (Form.BARE, verbs.of_stem(first.folded)),
    ):
        if active_or_none:
            active = like(active_or_none, first.text)
            return Opening(first.text, first.start, first.end, form, active, replaces=True)
    return None
