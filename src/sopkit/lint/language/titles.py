"""How the title of a regulation, as an SOP gives it, differs from the official one.

Capitals, punctuation, small words, words in parentheses and "Nomor" are no difference: offices write them in many ways.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.late import late

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_PARENTHESES: Final = re.compile(r"\([^()]*\)?")
_HALF: Final = 0.5
_WORD: Final = re.compile(r"\w+")
# What may follow a whole title without being part of it.
_AFTER: Final = late(
    r"[\s,;.:–-]*\b(?:sebagaimana|beserta|berikut|(?:dan|serta)\s+perubahan|yang\s+telah|jo|juncto|jis|tambahan\s+lembaran"
    r"|(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)|t?ln|bn|pasal|bab|lampiran)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SMALL: Final = frozenset(
    [
        "dan",
        "serta",
        "atau",
        "atas",
        "tentang",
        "terhadap",
        "di",
        "ke",
        "pada",
        "dalam",
        "dari",
        "untuk",
        "bagi",
        "yang",
        "dengan",
        "oleh",
        "nomor",
        "nomer",
        "no",
        "ri",
        "republik",
        "indonesia",
    ]
)
_SPELT_OUT: Final = {
    "uu": ("undang", "undang"),
    "pp": ("peraturan", "pemerintah"),
    "perpres": ("peraturan", "presiden"),
    "keppres": ("keputusan", "presiden"),
    "thn": ("tahun",),
    "th": ("tahun",),
}


class Change(NamedTuple):
    """One place where a title differs: the words as written, and those of the official title; either may be "".

    `start` and `end` bound the written words in the title. `cut` says that the official title goes on after the written
    one.
    """

    written: str
    official: str
    start: int
    end: int
    cut: bool = False

    def words_in(self, title: str, text: str) -> str:
        """The written words, or those before the gap, with as many more before them as make them unique in `text`."""
        start = self.start if self.written else title.rfind(" ", 0, self.start) + 1
        while start > 0 and text.count(title[start : self.end]) > 1:
            start = title.rfind(" ", 0, start - 1) + 1
        return title[start : self.end]


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def differences(title: str, official: str) -> tuple[Change, ...]:
    """Where `title` differs from `official`, in the order of the title; empty when it is the same one.

    What follows a whole title ("sebagaimana …", "Lembaran Negara …") is no difference.
    """
    if same_title(title, official):
        return ()
    written, right = _words(title), _words(official)
    if not written:
        return ()
    matcher = _matcher(written, right)
    changes = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        mine, theirs = written[a:b], right[c:d]
        if _joined(mine) != _joined(theirs):
            start = mine[0].start if mine else (written[a - 1].end if a else 0)
            end = mine[-1].end if mine else start
            cut = not mine and a == len(written)
            changes.append(Change(title[start:end], _slice(official, theirs), start, end, cut))
    return tuple(changes)


@lru_cache(maxsize=1024)
def is_near(title: str, official: str) -> bool:
    """Whether at least half of the words are the same, so that `title` is this title with faults, not another one."""
    written, right = _words(title), _words(official)
    return _matcher(written, right).ratio() >= _HALF


def _matcher(written: list[_Word], right: list[_Word]) -> SequenceMatcher[str]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where a title differs

    return SequenceMatcher(None, [w.folded for w in written], [w.folded for w in right], autojunk=False)


def same_title(title: str, official: str) -> bool:
    """Whether two titles are one, blanks inside words and what is said of the publication apart."""
    return title == official or fold(title) == fold(official)


@lru_cache(maxsize=4096)
def fold(title: str) -> str:
    """The title for comparing: its words that count, run together (`Tata Cara` is `Tatacara`)."""
    return _joined(_words(title))


def _joined(words: list[_Word]) -> str:
    return "".join(word.folded for word in words)


def _slice(text: str, words: list[_Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _words(title: str) -> list[_Word]:
    """The words that count, with their places in `title`."""
    text = _PARENTHESES.sub(lambda match: " " * len(match[0]), title)
    if (after := _AFTER.search(text)) is not None and after.start() > 0:
        text = text[: after.start()]
    found: list[_Word] = []
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if word not in _SMALL:
            found.extend(_Word(part, *match.span()) for part in _SPELT_OUT.get(word, (word,)))
    following = (*found[1:], None)
    return [word for word, after in zip(found, following, strict=False) if not _is_led(word, after)]


def _is_led(word: _Word, after: _Word | None) -> bool:
    """Whether it is the "Peraturan" of "Peraturan Pelaksanaan", which is said with and without it."""
    return word.folded == "peraturan" and after is not None and after.folded == "pelaksanaan"
