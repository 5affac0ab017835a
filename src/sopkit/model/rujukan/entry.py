"""One entry of dasar_hukum made ready for reading: markup and list marks out of the way, every offset kept."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sopkit.late import late

_FOLDING: Final = {
    **{ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-"),
}
_MARKUP = late(r"</?[a-z][^<>]{0,200}>|&(?:nbsp|ensp|emsp|#160);", re.IGNORECASE)
_MARK = r"[^a-z0-9]{1,20}|\d{1,3}\s{0,2}[.,)]{1,2}(?!\d)|\d{1,3}\s{1,10}(?=[a-z])|[a-z]{1,4}\)|[a-z]\.(?=\s)|[ivx]{2,4}\.(?=\s)"
_LEAD = (
    r"pasal\s+\d+[a-z]?(?:\s+(?:ayat|huruf|angka)\s+\(?\w{1,3}\)?)*|berdasarkan|sesuai(?:\s+dengan)?"
    r"|mengacu(?:\s+pada)?|salinan|lampiran(?:\s+[ivx]+)?"
)
_FRONT = re.compile(rf"(?:{_MARK}){{0,8}}(?:(?:{_LEAD})\s+)?")


class Entry(NamedTuple):
    """The entry as given, without markup, and without markup in small letters with one kind of hyphen.

    All three have the same length, so that an offset in one is an offset in the others.
    """

    text: str
    plain: str
    low: str


def read_entry(text: str) -> Entry:
    """`text` made ready. Markup becomes blanks; letters other than A to Z keep their case."""
    plain = text
    if "<" in text or "&" in text:
        plain = _MARKUP.sub(lambda match: " " * len(match[0]), text).replace("&amp;", "&    ")
    # among ASCII there are no other hyphens, and small letters are far quicker made than by a table
    return Entry(text, plain, plain.lower() if plain.isascii() else plain.translate(_FOLDING))


def front_end(low: str) -> int:
    """Where the entry itself begins: after list marks, and after words such as "Pasal 5 ayat (1)" or "Berdasarkan"."""
    match = _FRONT.match(low)
    return match.end() if match else 0
