"""How a citation is written where it should be written otherwise: kind in full, "Nomor", "Tahun", "tentang", blanks.

Edits never touch what is cited: names of issuers that are misspelt, titles and notes on publication are left, and every
edit is proved by reading the citation again. Capitals are no fault, nor are names of issuers that are abbreviated
behind a kind in full; a list of legal bases would drown in such findings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.late import late
from sopkit.lint.facts.citations import named_in
from sopkit.model.rujukan import Jenis, Scope, parse_rujukan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.lint.facts.citations import Citation
    from sopkit.model.rujukan import Rujukan

_SIGN: Final = " \t\n\r.,:;–-"
_SIGNS: Final = late(r"[\s.–-]+")
_NUMBER: Final = re.compile(
    r"(?:(?P<word>nomor|nomer|nomo|nmr|no)(?P<sep>[\s.:-]*)(?:nomor[\s.:]+)?)?(?P<number>.+?)"
    r"(?:(?P<before>[\s,.]*)(?P<year>tahun|thn|th)(?P<after>[\s.:]*)\d{4})?",
    re.IGNORECASE | re.DOTALL,
)
_YEAR_FIRST: Final = re.compile(r"(?:tahun|thn)\b", re.IGNORECASE)
_GAP: Final = late(r"(\w*)(\s*[.,:;–-][\s.,:;–-]*)$")
_GAP_SIGNS: Final = (".", ",", ":", ";", "–", "-")
_TITLE: Final = re.compile(r"[\s,.]*(?P<word>tentang|ttg)[\s.:]*", re.IGNORECASE)
_PLAIN_TITLE: Final = late(r"\s+tentang\s+", re.IGNORECASE)
_SLASH: Final = late(r"\s*/\s*")
_SHORT_WORD: Final = 3
_ABBREVIATED: Final = frozenset(("prov", "prop", "kec"))
# Kinds whose other names are as good, or mean something else.
_LEFT: Final = frozenset((Jenis.UUD, Jenis.TAP, Jenis.QANUN))
_WITH_ISSUER: Final = frozenset((Jenis.PERATURAN_BADAN, Jenis.KEPUTUSAN_BADAN))


class Edit(NamedTuple):
    """The characters from `start` to `end` of a citation's text that should be `new`."""

    start: int
    end: int
    new: str


@lru_cache(maxsize=4096)
def edits(citation: Citation) -> tuple[Edit, ...]:
    """What should be written otherwise, in the order of the text; empty when nothing should.

    Also empty where the mended text would not be read as the same citation.
    """
    if citation.rujukan and citation.text == citation.rujukan.canonical:
        return ()  # as most are
    each = (edit for cited in citation.named for edit in _of_one(cited.rujukan))
    found = tuple(sorted(each, key=lambda edit: edit.start))
    return found if found and _same(citation, parse_rujukan(mended(citation.text, found))) else ()


def mended(text: str, found: Sequence[Edit]) -> str:
    """`text` with the edits made."""
    for edit in reversed(found):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def _same(citation: Citation, again: Rujukan | None) -> bool:
    return [_meaning(cited.rujukan) for cited in citation.named] == [
        _meaning(cited.rujukan) for cited in named_in(again)
    ]


def _meaning(rujukan: Rujukan) -> tuple[object, ...]:
    return (
        rujukan.key,
        rujukan.region,
        rujukan.garbled,
        rujukan.judul,
        rujukan.publikasi,
        rujukan.penghubung,
        rujukan.sisa,
    )


def _of_one(rujukan: Rujukan) -> Iterator[Edit]:
    """The edits of one regulation named; those of kind and number are one where no word is between them."""
    if rujukan.jenis in _LEFT or rujukan.letak_nomor[0] < rujukan.letak_jenis[1]:
        return  # in SE-5/MK.1/2020 the kind is part of the code
    if rujukan.letak_judul and rujukan.letak_judul[0] < rujukan.letak_nomor[0]:
        return
    kind, number = _kind(rujukan), _number(rujukan)
    start, end = rujukan.letak_nomor
    if kind and not (gap := rujukan.text[kind.end : start]).strip(_SIGN) and (number or gap.strip()):
        yield Edit(
            kind.start, end, f"{kind.new} {number.new.lstrip() if number else rujukan.text[start:end]}"
        )
    else:
        yield from (edit for edit in (kind, number) if edit)
    title = _title(rujukan)
    if title:
        yield title


def _kind(rujukan: Rujukan) -> Edit | None:
    """The kind in full, with the issuer where the two are written in one word (`Permendagri`)."""
    start, end = rujukan.letak_jenis
    if rujukan.garbled or _is_formal(rujukan.text[start:end], rujukan.jenis):
        return None
    new = rujukan.jenis.nama
    grown = rujukan.jenis.scope is Scope.MINISTER or rujukan.jenis in _WITH_ISSUER
    if grown and rujukan.text[start:end].lower() != "sk":
        if rujukan.penerbit is None or _is_unknown(rujukan):
            return None  # a PMK may be of the minister of finance or of health
        end = max(end, rujukan.letak_penerbit[1] if rujukan.letak_penerbit else end)
        new = f"{new} {rujukan.penerbit_resmi}"
    written = rujukan.text[start : rujukan.letak_jenis[1]]
    return Edit(start, end, new.upper() if written.isupper() and " " in written else new)


def _is_unknown(rujukan: Rujukan) -> bool:
    """Whether an abbreviation grown on the kind (`Permenxyz`) is none that is known, so that only its letters remain."""
    if rujukan.letak_penerbit is None or rujukan.letak_penerbit[0] > rujukan.letak_jenis[1]:
        return False
    return rujukan.penerbit_resmi.casefold() == rujukan.penerbit_asli.casefold()


def _is_formal(written: str, jenis: Jenis) -> bool:
    if written == jenis.nama:  # most are; what follows says the same of it
        return True
    low = " ".join(written.lower().split())
    if "undang" in low and "undang-undang" not in low:
        return False
    run_together = _SIGNS.sub("", low).removeprefix("surat")
    full = _SIGNS.sub("", jenis.nama.lower()).removeprefix("surat")
    return run_together == full or "direktorat" in low


def _number(rujukan: Rujukan) -> Edit | None:
    """`Nomor … Tahun …`, with what stands before it where signs stray there (`Birokrasi. Nomor`)."""
    start, end = rujukan.letak_nomor
    written = rujukan.text[start:end]
    new = _formal_number(written, rujukan)
    gap = _stray_signs(rujukan.text[rujukan.letak_jenis[0] : start])
    if gap:
        return Edit(start - gap, end, f" {new or written}")
    return Edit(start, end, new) if new else None


def _formal_number(written: str, rujukan: Rujukan) -> str | None:
    """The number as it should be written; None when it is so already."""
    if _YEAR_FIRST.match(written):
        return f"Nomor {rujukan.nomor} Tahun {rujukan.tahun}"
    match = _NUMBER.fullmatch(written)
    if match is None or rujukan.nomor is None:
        return None
    number = _SLASH.sub("/", match["number"])
    is_short = "/" in number and "/" not in rujukan.nomor  # 23/2014
    with_year = is_short or match["year"] is not None
    if (
        not is_short
        and number == match["number"]
        and (match["word"] or "").lower() == "nomor"
        and _is_blank(match["sep"])
        and (not with_year or _is_tahun(match))
    ):
        return None
    year = f" Tahun {rujukan.tahun}" if with_year else ""
    return f"Nomor {rujukan.nomor if is_short else number}{year}"


def _is_tahun(match: re.Match[str]) -> bool:
    return match["year"].lower() == "tahun" and _is_blank(match["before"]) and _is_blank(match["after"])


def _is_blank(text: str | None) -> bool:
    return bool(text) and not (text or "").strip()


def _stray_signs(before: str) -> int:
    """How many characters before the number are a sign out of place with its blanks; 0 when there is none."""
    if not before.rstrip().endswith(_GAP_SIGNS):  # looked for from the end, which the pattern is not
        return 0
    match = _GAP.search(before)
    if match is None:
        return 0
    word = match[1].lower()
    if match[2].strip() == "." and (len(word) <= _SHORT_WORD or word in _ABBREVIATED):
        return 0  # "Kab.", "R.I."
    return len(match[2])


def _title(rujukan: Rujukan) -> Edit | None:
    if rujukan.letak_judul is None:
        return None
    start, end = rujukan.letak_nomor[1], rujukan.letak_judul[0]
    between = rujukan.text[start:end]
    if between == " tentang ":
        return None
    if not _TITLE.fullmatch(between) or _PLAIN_TITLE.fullmatch(between):
        return None
    return Edit(start, end, " tentang ")
