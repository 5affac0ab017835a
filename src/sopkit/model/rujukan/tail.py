"""The tail of a citation: what follows the number. Title, publication, and the regulation it is amended by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from sopkit.late import late
from sopkit.model.rujukan.citation import JUNCTO, Offsets
from sopkit.model.rujukan.wording import collapsed

_GAZETTE = r"(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)|t?(?:lnri|bnri|ln|bn)(?![a-z])"
# The repeats are bounded, so that no text is slow.
_TITLE_MARK = r"(?P<tentang>(?<![a-z])(?:tentang|ttg\.?|perihal)(?![a-z])\s{0,20}:?)"
_MARK = late(
    rf"{_TITLE_MARK}|(?P<pub>\(\s{{0,9}}(?:{_GAZETTE})[^()]*\)?"
    r"|[,;]\s{0,20}(?:lembaran|berita)\s+(?:negara|daerah)[^,;()]{0,60}\btahun\s+\d{4}\s+no(?:mor)?\b(?:(?!sebagaimana)[^;()])*)"
    r"|(?P<conn>\(?(?<![a-z])(?:(?:sebagaimana|yang)\s+)?(?:telah\s+|sudah\s+)?(?:(?:beberapa|kali|terakhir)\s+){0,4}"
    r"(?:di\s?ubah|dirubah|disempurnakan)\s{0,9},?(?:\s{0,9}(?:beberapa|terakhir|kali|kalinya|dan|untuk|ditambah|kedua|ketiga|,)(?![a-z])){0,8}"
    r"\s{0,9}(?:dengan|oleh|melalui)\s+"
    r"|\(?(?<![a-z])(?:jo|jis|juncto|junto)(?![a-z])[\s.]*)"
    r"|(?P<gone>(?<![a-z])(?:sebagaimana|yang)\s+(?:telah\s+)?(?:dicabut|diganti)\s+dengan(?![a-z]))"
    r"|(?P<semi>;)"
)
# Without a piece of this no mark but those of titles can follow: a sign, or a part that a word of "conn" or "gone" must hold.
_OTHER_MARK = re.compile(r"[(;]|,\s{0,20}[lb]|ubah|sempurnakan|cabut|ganti|(?<![a-z])j[iou]")
_ONLY_TITLE = re.compile(_TITLE_MARK)
_AND = late(r"[\s,]*dan\s+(?:terakhir\s+)?(?:kali\s+)?(?:dengan\s+)?")
_DANGLING = re.compile(r"[,;]\s*dan$")
_EDGE = " \t\n\r.,;:"
_NOTHING = frozenset({"", "dan", ")", "("})


class Tail(NamedTuple):
    """What follows the number. `connector` is canonical; the amending citation begins at `amended_from`."""

    title: Offsets | None
    publication: str | None
    connector: str
    amended_from: int | None
    stray: str


def read_tail(
    plain: str, low: str, start: int, starts_citation: Callable[[int], bool], *, amending: bool
) -> Tail:
    """The tail from `start` on.

    `amending`: this is already an amending regulation, so "dan" and another citation may follow at once.
    """
    if amending and (match := _AND.match(low, start)) is not None and starts_citation(match.end()):
        return Tail(None, None, "dan", match.end(), "")
    title: Offsets | None = None
    publication = None
    stray: list[str] = []
    opened, in_title = start, False
    for match in _marks(low, start):
        kind = match.lastgroup
        if (kind == "tentang" and (in_title or title)) or (
            kind == "conn" and not starts_citation(match.end())
        ):
            continue
        title = _close(plain, (opened, match.start()), title, stray, in_title=in_title)
        opened, in_title = match.end(), kind == "tentang"
        if kind == "pub":
            publication = _publication(plain[match.start() : match.end()], publication)
        elif kind == "gone":
            opened = match.start()
        elif kind == "conn":
            return Tail(title, publication, _connector(match[0]), match.end(), _joined(stray))
    title = _close(plain, (opened, len(plain)), title, stray, in_title=in_title)
    return Tail(title, publication, "", None, _joined(stray))


def _marks(low: str, start: int) -> Iterator[re.Match[str]]:
    if _OTHER_MARK.search(low, start):
        return _MARK.finditer(low, start)
    return islice(_ONLY_TITLE.finditer(low, start), 1)  # inside a title its mark means nothing


def _close(
    plain: str, span: Offsets, title: Offsets | None, stray: list[str], *, in_title: bool
) -> Offsets | None:
    words = plain[slice(*span)]
    if not in_title:
        stray.append(words)
        return title
    kept = words.rstrip(_EDGE + '"”')
    if kept.endswith("dan") and (dangling := _DANGLING.search(kept)) is not None:
        kept = kept[: dangling.start()]
    first = span[0] + len(words) - len(words.lstrip(_EDGE + '"“'))
    last = span[0] + len(kept.rstrip(_EDGE))
    return (first, last) if first < last else title


def _publication(words: str, earlier: str | None) -> str:
    note = collapsed(words.strip(" \t\n\r.,;()"))
    return f"{earlier}, {note}" if earlier else note


def _connector(words: str) -> str:
    low = collapsed(words.lower().strip(" (."))
    if low.startswith("j"):
        return JUNCTO
    few = "beberapa kali " if "beberapa" in low else ""
    last = " terakhir" if "terakhir" in low else ""
    return f"sebagaimana telah {few}diubah{last} dengan"


def _joined(stray: list[str]) -> str:
    parts = (collapsed(words.strip(_EDGE + "-")) for words in stray)
    return " ".join(part for part in parts if part.lower() not in _NOTHING)
