"""The number of a regulation: how it is found in a citation, written in one way, and compared."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sopkit.late import late
from sopkit.model.rujukan.kind import Jenis

# A number is 23, 5A, PM 3 or a code such as PER/15/M.PAN/7/2008; the repeats are bounded, so that no text is slow.
_WORD = r"(?!(?:tahun|thn)(?![a-z]))[\w.]{1,40}"
_CODE = rf"{_WORD}(?:(?:\s{{0,3}}/\s{{0,3}}|-){_WORD}){{0,8}}"
_YEAR_WORD = r"\s{0,20}[,.]?\s{0,20}(?:tahun|thn|th)(?![a-z])[\s.:]{0,20}"
_PLAIN = r"(?:(?:pm|km|kp|p|per|kep|se)[\s.]{0,3})?\d{1,5}[a-z]?"
_NOMOR = r"(?<![a-z])(?:nomor|nomer|nomo|nmr|no)(?![a-z])[\s.:-]{0,20}"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"

_NUMBER = re.compile(
    rf"{_NOMOR}(?:nomor[\s.:]{{1,20}})?(?P<nomor>{_PLAIN}(?={_YEAR_WORD}\d)|{_CODE})(?:{_YEAR_WORD}(?P<tahun>{_YEAR}))?"
    rf"|(?<![\w/.-])(?P<plain>{_PLAIN})(?:{_YEAR_WORD}|\s?/\s?)(?P<year>{_YEAR})(?![/-])"
    rf"|(?<![\w/.-])(?P<code>\w[\w.-]{{0,39}}(?:\s{{0,3}}/\s{{0,3}}\w[\w.-]{{0,39}}){{1,6}})(?![/-])"
    rf"|(?<![a-z])(?:tahun|thn)[\s.:]{{1,20}}(?P<first>{_YEAR})\s{{1,20}}{_NOMOR}(?P<after>\d{{1,5}}[a-z]?)(?![\w/.-])"
)
_SHORT = late(rf"(\d{{1,4}}[a-z]?)\s?/\s?({_YEAR})")
_LAST_YEAR = re.compile(r"[/-]\s?((?:19|20)\d\d)$")
_SIGN_BLANKS = re.compile(r"\s*/\s*")

# The running number inside the codes of ministers: 173/PMK.05/2019, PER/21/M.PAN/11/2008, P.75/MENLHK/..., PM 3.
_RUNNING = late(
    r"(?:(?:per|kep|p|pm|km|kp)[\s./-]{1,3})?0*(\d{1,5})(?:/[a-z][\w.]*(?:/[\w.]+){0,5}/\d{4}|(?![\w/.-]))"
)
_MINISTERIAL: Final = frozenset({Jenis.PERMEN, Jenis.KEPMEN})
# The issuer that a code names, where the words do not.
_CODE_ISSUERS: Final[tuple[tuple[str, str], ...]] = (
    ("/pmk.", "Keuangan"),
    ("/kmk.", "Keuangan"),
    ("m.pan", "PANRB"),
    ("menkes", "Kesehatan"),
    ("m.kominfo", "Komunikasi dan Informatika"),
    ("menlhk", "Lingkungan Hidup dan Kehutanan"),
    ("/prt/m/", "Pekerjaan Umum dan Perumahan Rakyat"),
)


class Number(NamedTuple):
    """A number as read: canonical text, year (None when not given), and where the whole of it stands."""

    nomor: str
    tahun: int | None
    start: int
    end: int


def find_number(low: str, start: int) -> Number | None:
    """The first number of a regulation in the lower-case text `low` at or after `start`."""
    match = _NUMBER.search(low, start)
    while match is not None:
        number = _read(match)
        if number is not None:
            return number
        match = _NUMBER.search(low, match.end())
    return None


def _read(match: re.Match[str]) -> Number | None:
    written = match["nomor"] or match["plain"] or match["code"] or match["after"]
    code = (_SIGN_BLANKS.sub("/", written) if "/" in written else written).strip(".-")
    if not (code.isdigit() or any(c.isdigit() for c in code)) or (
        match["code"] and not _LAST_YEAR.search(code)
    ):
        return None
    tahun = match["tahun"] or match["year"] or match["first"]
    if tahun is None and (short := _SHORT.fullmatch(code)) is not None:
        code, tahun = short.groups()
    elif tahun is None and (last := _LAST_YEAR.search(code)) is not None:
        tahun = last[1]
    return Number(_canonical(code), int(tahun) if tahun else None, match.start(), match.end())


def _canonical(code: str) -> str:
    if code.isdigit():
        return code.lstrip("0") or "0"
    return " ".join(code.upper().split())


def number_key(jenis: Jenis, nomor: str) -> str:
    """`nomor` for comparing: of a minister's code only the running number, which is unique in its year."""
    low = nomor.lower()
    running = _RUNNING.fullmatch(low) if jenis in _MINISTERIAL else None
    return running[1] if running else low


def issuer_of_code(nomor: str) -> str | None:
    """The portfolio of the minister that a code names; None when it names none."""
    low = nomor.lower()
    return next((name for part, name in _CODE_ISSUERS if part in low), None)
