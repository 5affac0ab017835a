"""The head of a citation: kind, issuer and number, up to the year."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from sopkit.late import late
from sopkit.model.rujukan.citation import Offsets, formal_region
from sopkit.model.rujukan.entry import Entry
from sopkit.model.rujukan.issuer import Issuer, in_its_time, read_body, read_minister, without_state
from sopkit.model.rujukan.kind import Jenis, Scope, match_kind
from sopkit.model.rujukan.number import Number, find_number, issuer_of_code
from sopkit.model.rujukan.region import read_region
from sopkit.model.rujukan.wording import cased

_ANOTHER = late(
    r"(?<![a-z])(?:undang|peraturan|keputusan|ketetapan|instruksi|qanun|uu|pp|per(?:pu|pp|pres|men|da|gub|bup|wal))"
)
_BREAK = re.compile(r"(?<![a-z])(?:(?:tentang|ttg)(?![a-z])[\s.:]{0,9}|sebagaimana)|;")
_ASIDE = re.compile(r"\([^()]{0,60}\)")

# Codes that name their issuer and stand without a kind: 173/PMK.05/2019, PER/15/M.PAN/7/2008.
_BARE_CODES: Final = (
    (re.compile(r"per[/.-]\d{1,3}/m\.?pan"), Jenis.PERMEN),
    (re.compile(r"kep[/.-]\d{1,3}/m\.?pan"), Jenis.KEPMEN),
    (re.compile(r"\d{1,4}\s{0,3}/\s{0,3}pmk\.\d"), Jenis.PERMEN),
    (re.compile(r"\d{1,4}\s{0,3}/\s{0,3}kmk\.\d"), Jenis.KEPMEN),
)
_CONSTITUTION = late(
    r"(?:[\s.]{1,9}(?:negara|kesatuan|republik|indonesia|nkri|nri|n\.?r\.?i|r\.?i)(?![a-z])\.?){0,4}"
    r"(?:[\s,]{0,9}(?:tahun\s{0,9})?(?P<tahun>1945|1949|1950|'?45)(?!\d))?"
)
_IMPLIED: Final = {
    "perkap": "Kepala Kepolisian Negara Republik Indonesia",
    "perkapolri": "Kepala Kepolisian Negara Republik Indonesia",
    "perpol": "Kepolisian Negara Republik Indonesia",
    "perki": "Komisi Informasi",
    "perma": "Mahkamah Agung",
    "perbawaslu": "Badan Pengawas Pemilihan Umum",
    "pkpu": "Komisi Pemilihan Umum",
    "pojk": "Otoritas Jasa Keuangan",
    "pbi": "Bank Indonesia",
}
_OF_A_HEAD: Final = frozenset({"perka", "kepka"})
_JOINT: Final = frozenset({Jenis.SKB, Jenis.PERATURAN_BERSAMA})
_UNITS: Final = {
    Jenis.PERGUB: "Provinsi",
    Jenis.KEPGUB: "Provinsi",
    Jenis.PERDASUS: "Provinsi",
    Jenis.PERDAIS: "Provinsi",
    Jenis.PERBUP: "Kabupaten",
    Jenis.KEPBUP: "Kabupaten",
    Jenis.PERWALI: "Kota",
    Jenis.KEPWALI: "Kota",
}


class Head(NamedTuple):
    """Kind, issuer and number of a citation; `title` only where it stands before the number. All in offsets."""

    jenis: Jenis
    kind: Offsets
    issuer: Issuer | None
    named: Offsets | None
    nomor: str | None
    tahun: int | None
    number: Offsets
    title: Offsets | None
    stray: str


def starts_citation(low: str) -> Callable[[int], bool]:
    """Whether a kind of regulation begins at an offset of `low`."""
    return lambda start: match_kind(low, start) is not None


def read_head(entry: Entry, start: int) -> Head | None:
    """The head that begins at `start`; None when there is no kind, or no number that belongs to it."""
    match = match_kind(entry.low, start)
    if match is None or match.lastgroup is None:
        return _bare_code(entry, start)
    jenis, end = Jenis(match.lastgroup), match.end()
    if jenis is Jenis.UUD:
        return _constitution(entry, match.span())
    # In SE-5/MK.1/2020 the kind is the first part of the code.
    in_code = entry.low[end : end + 1] in {"-", "/"} and entry.low[end + 1 : end + 2].isdigit()
    number = find_number(entry.low, start if in_code else end)
    if number is None:
        return None
    return _with_issuer(entry, jenis, match.span(), number)


def _with_issuer(entry: Entry, jenis: Jenis, kind: Offsets, number: Number) -> Head | None:
    named, title = (kind[1], max(kind[1], number.start)), None
    if (found := _BREAK.search(entry.low, *named)) is not None:
        title = (found.end(), named[1])
        if not found[0].startswith("t") or _ANOTHER.search(entry.low, *title):
            return None  # the number is that of another citation
        named = (named[0], found.start())
    written = entry.plain[slice(*named)]
    asides = _ASIDE.findall(written) if "(" in written else []
    words = _ASIDE.sub(" ", written) if asides else written
    issuer = _issuer(jenis, entry.low[slice(*kind)], words, number.nomor)
    if jenis.scope is Scope.STATE:
        asides.append(without_state(words))
    issuer = in_its_time(issuer, number.tahun) if issuer else None
    place = _trimmed(entry.plain, named) if issuer else None
    stray = " ".join(filter(None, asides))
    return Head(
        jenis, kind, issuer, place, number.nomor, number.tahun, (number.start, number.end), title, stray
    )


def _issuer(jenis: Jenis, kind: str, words: str, nomor: str) -> Issuer | None:
    if jenis.scope is Scope.REGION:
        region = read_region(without_state(words), _UNITS.get(jenis))
        return Issuer(region, formal_region(jenis, region), region=region) if region else None
    if jenis.scope is Scope.MINISTER:
        named = issuer_of_code(nomor)
        return read_minister(words) or (read_minister(named) if named else None)
    if jenis in _JOINT:
        joint = cased(without_state(words))
        return Issuer(joint, joint) if joint else None
    if jenis.scope is Scope.BODY:
        return read_body(f"Kepala {words}" if kind in _OF_A_HEAD else _IMPLIED.get(kind, words))
    return None


def _bare_code(entry: Entry, start: int) -> Head | None:
    jenis = next((jenis for pattern, jenis in _BARE_CODES if pattern.match(entry.low, start)), None)
    number = find_number(entry.low, start) if jenis else None
    if jenis is None or number is None or number.start != start:
        return None
    return _with_issuer(entry, jenis, (start, start), number)


def _constitution(entry: Entry, kind: Offsets) -> Head:
    match = _CONSTITUTION.match(entry.low, kind[1])
    end = match.end() if match else kind[1]
    written = match["tahun"] if match else None
    tahun = int(written) if written and written.isdigit() and len(written) == len("1945") else 1945
    return Head(Jenis.UUD, kind, None, None, None, tahun, (kind[1], end), None, "")


def _trimmed(text: str, span: Offsets) -> Offsets | None:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(" \t\n\r.,:-"))
    end = span[1] - (len(words) - len(words.rstrip(" \t\n\r.,:-")))
    return (start, end) if start < end else None
