"""The grammar of a waktu: text in, value out.

A text that contradicts itself (`3 (empat) hari`, `3 jam - 30 menit`) or that can be read only in part is not readable: nothing
is guessed.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from sopkit.late import late
from sopkit.model.waktu.length import Bagian, Lama, Satuan, midpoint, surely_longer
from sopkit.model.waktu.number import DIGITS, MOST_DIGITS, SLASHED, SPELLED, Number, read_number
from sopkit.model.waktu.value import Bentuk, Waktu

_CACHE_SIZE: Final = 8192
_LONGEST_TEXT: Final = 200
"""Characters; a longer text is prose and is not read."""


@lru_cache(maxsize=_CACHE_SIZE)
def parse_waktu(text: str) -> Waktu:
    """What `text` says; never raises. A text is read in full or is TAK_TERBACA."""
    folded = _fold(text)
    if not folded or len(folded) > _LONGEST_TEXT:
        return Waktu(text, Bentuk.TAK_TERBACA)
    read = _read_plain(text, folded) or _read(text, folded)
    if read is not None:
        return read
    return Waktu(text, Bentuk.TANPA_LAMA if _WITHOUT_LENGTH.fullmatch(folded) else Bentuk.TAK_TERBACA)


@lru_cache(maxsize=_CACHE_SIZE)
def three_points(cepat: str, biasa: str, lambat: str) -> Waktu:
    """The waktu of `{cepat: …, biasa: …, lambat: …}`; `text` is a readable rendering of the three.

    LAMA only when all three are one length each, for the same item, in the order cepat ≤ biasa ≤ lambat;
    TANPA_LAMA when one of them has no length and the others can be read; else TAK_TERBACA.
    """
    text = f"cepat {cepat}, biasa {biasa}, lambat {lambat}"
    points = [parse_waktu(point) for point in (cepat, biasa, lambat)]
    kinds = {point.bentuk for point in points}
    if Bentuk.TANPA_LAMA in kinds and Bentuk.TAK_TERBACA not in kinds:
        return Waktu(text, Bentuk.TANPA_LAMA)
    lengths = [point.biasa for point in points if point.biasa is not None and not point.is_range]
    if len(lengths) < len(points) or len({point.per for point in points}) > 1:
        return Waktu(text, Bentuk.TAK_TERBACA)
    low, usual, high = lengths
    if surely_longer(low, usual) or surely_longer(usual, high) or surely_longer(low, high):
        return Waktu(text, Bentuk.TAK_TERBACA)
    return Waktu(
        text,
        Bentuk.LAMA,
        cepat=low,
        biasa=usual,
        lambat=high,
        maksimal=any(point.maksimal for point in points),
        kira_kira=any(point.kira_kira for point in points),
        per=points[0].per,
        hari_polos=any(point.hari_polos for point in points),
    )


_FULL_UNITS: Final = {unit.value: (unit, unit.value) for unit in Satuan} | {
    "pekan": (Satuan.MINGGU, "pekan"),
    "tri wulan": (Satuan.TRIWULAN, "triwulan"),
}
_SHORT_UNITS: Final = {
    short: (unit, unit.value)
    for short, unit in {
        "dtk": Satuan.DETIK,
        "mnt": Satuan.MENIT,
        "mnit": Satuan.MENIT,
        "hr": Satuan.HARI,
        "mgg": Satuan.MINGGU,
        "bln": Satuan.BULAN,
        "thn": Satuan.TAHUN,
        "th": Satuan.TAHUN,
    }.items()
}
_UNITS: Final = _FULL_UNITS | _SHORT_UNITS

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_UNIT: Final = "|".join(_FULL_UNITS)
_KINDS: Final = ("kerja", "kalender", "efektif")
_NUMBER: Final = (
    rf"{SLASHED}|[½¼¾]|{DIGITS}(?: ?[½¼¾]| {SLASHED}| ?setengah)?|{SPELLED}|se(?=(?:{_UNIT})(?![a-z]))"
)
_TO: Final = r" ?(?:[-‐‑‒–—−~]|s ?[./]? ?d(?![a-z])\.?|sampai(?: dengan)?(?![a-z])|hingga(?![a-z])) ?"
_PART: Final = late(
    rf"({_NUMBER}) ?(?:\(([^()]{{1,40}})\) ?)?"
    rf"(?:{_TO}({_NUMBER}) ?(?:\(([^()]{{1,40}})\) ?)?)?"
    rf"(?:((?:[x×*]|kali) ?24 ?jam)|({_UNIT})|({'|'.join(_SHORT_UNITS)}))(?![a-z])(?(7)\.?)"
    r"(?: ?(kerja|kalender|efektif)(?![a-z]))?"
)
_BETWEEN: Final = late(_TO)
_JOIN: Final = late(r" ?(\+|,? ?dan(?![a-z])|,)? ?")
_PREFIX: Final = late(
    r"(?:(?:(maksimal|maksimum|maks|max)(?![a-z])\.?|(paling lama|paling lambat)(?![a-z])"
    r"|(±|\+ ?/ ?-|\+-)|(kurang lebih|lebih kurang|kira[- ]kira|sekitar)(?![a-z])) ?)"
)
_NOT_AN_ITEM: Final = rf"(?!(?:{SPELLED}|se(?:{_UNIT})|sesuai|menyesuaikan|tentatif|maks|paling)(?![a-z]))"
_ITEM: Final = late(rf" ?(/|per(?= ))[ ]?{_NOT_AN_ITEM}([a-z]+(?:[ -][a-z]+){{0,3}})")
_WITHOUT_LENGTH: Final = late(
    r"(?:(?:sesuai|disesuaikan|menyesuaikan|tergantung|bergantung)(?![a-z])[a-z ,./()'&-]*"
    r"|tentati(?:f|ve)|situasional|kondisional|insident[ai]l|insidentil|fleksibel|terjadwal|rutin|berkala"
    r"|setiap (?:saat|waktu|hari(?: kerja)?|minggu|bulan|triwulan|semester|tahun)|sewaktu[- ]waktu|kapan saja"
    r"|terus[- ]menerus|berkelanjutan|tidak (?:ditentukan|terbatas|tentu)|(?:(?:selama|pada) )?jam kerja) ?\.?"
)
_TIMES_24: Final = "x 24"


class _Part(NamedTuple):
    """One summand as written: `low` to `high` of one unit (`high` None when it is one length)."""

    low: Fraction
    high: Fraction | None
    unit: Satuan
    kind: str | None  # kerja, kalender, efektif, x 24, or None when nothing was written
    numeral: str
    unit_word: str
    plus: bool  # joined to the summand before it with "+"

    @property
    def written(self) -> str:
        if self.kind == _TIMES_24:
            return f"{self.numeral} x 24 jam"
        unit = self.unit_word if self.kind is None else f"{self.unit_word} {self.kind}"
        return self.numeral + unit if self.numeral == "se" else f"{self.numeral} {unit}"

    def bagian(self, amount: Fraction) -> Bagian:
        return Bagian(amount, self.unit, self.kind in {"kalender", _TIMES_24})


def _fold(text: str) -> str:
    """`text` in small letters, one blank for any run of blanks, none around it, nothing invisible."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split()).lower()


def _read_plain(text: str, folded: str) -> Waktu | None:
    """Whole numbers and units, as in `2 hari kerja`, `5–10 menit` and `1 jam 30 menit`, without the grammar; else None."""
    words = folded.split(" ")
    kind = words.pop() if len(words) % 2 else None
    parts = [_plain_part(numeral, unit) for numeral, unit in zip(words[::2], words[1::2], strict=True)]
    low = [part for part in parts if part is not None and (part.high is None or len(parts) == 1)]
    if not low or len(low) < len(parts) or (kind and kind not in _KINDS):
        return None
    low[-1] = low[-1]._replace(kind=kind)
    return _waktu(text, _NO_PREFIX, low, [], None)


def _plain_part(numeral: str, unit: str) -> _Part | None:
    first, dash, last = numeral.replace("-", "–").partition("–")
    if unit not in _FULL_UNITS or not _is_plain(first) or (dash and not _is_plain(last)):
        return None
    meant, word = _FULL_UNITS[unit]
    high = Fraction(int(last)) if dash else None
    return _Part(Fraction(int(first)), high, meant, None, f"{first}{dash}{last}", word, plus=False)


def _is_plain(digits: str) -> bool:
    """Whether they are a whole number as it is written in the usual way."""
    return digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS and digits[0] != "0"


def _read(text: str, folded: str) -> Waktu | None:
    """The length that `folded` states; None when it states none or not all of it can be read."""
    prefix, at = _read_prefix(folded)
    low, at = _read_sum(folded, at)
    high: list[_Part] = []
    between = _BETWEEN.match(folded, at) if low else None
    if between:
        high, at = _read_sum(folded, between.end())
    per = _ITEM.match(folded, at)
    if per:
        at = per.end()
    if not low or (between and not high) or folded[at:] not in {"", ".", " ."}:
        return None
    return _waktu(text, prefix, low, high, per)


class _Prefix(NamedTuple):
    maksimal: bool
    kira_kira: bool
    written: str


_NO_PREFIX: Final = _Prefix(maksimal=False, kira_kira=False, written="")


def _read_prefix(folded: str) -> tuple[_Prefix, int]:
    found, at = _NO_PREFIX, 0
    while match := _PREFIX.match(folded, at):
        at = match.end()
        short_most, long_most, sign, words = match.groups()
        most, about = bool(short_most or long_most), bool(sign or words)
        if (most and found.maksimal) or (about and found.kira_kira):
            return _NO_PREFIX, 0
        word = "maksimal" if short_most else long_most or words or "±"
        found = _Prefix(found.maksimal or most, found.kira_kira or about, f"{found.written}{word} ")
    return found, at


def _read_sum(folded: str, at: int) -> tuple[list[_Part], int]:
    """The summands from index `at` and the index after them; no summands when one contradicts itself.

    A range is a summand only where a plus joins it: `1–2 jam 30 menit` can be meant in two ways.
    """
    parts: list[_Part] = []
    start, plus = at, False
    while match := _PART.match(folded, start):
        part = _part(match, plus=plus)
        if part is None:
            return [], at
        parts.append(part)
        at = match.end()
        join = _JOIN.match(folded, at)
        if join is None or join.end() == len(folded):
            break
        start, plus = join.end(), join[1] == "+"
    if len(parts) > 1 and any(part.high is not None for part in parts) and not all(p.plus for p in parts[1:]):
        return [], at
    return parts, at


def _part(match: re.Match[str], *, plus: bool) -> _Part | None:
    raw, word, raw_high, word_high, times, full, short, kind = match.groups()
    low = _confirmed(raw, word)
    if low is None or (times and kind in {"kerja", "efektif"}):
        return None
    unit, unit_word = (Satuan.JAM, "jam") if times else _UNITS[full or short]
    factor, kind = (24, _TIMES_24) if times else (1, kind)
    if raw_high is None:
        return _Part(low.value * factor, None, unit, kind, low.written, unit_word, plus)
    high = _confirmed(raw_high, word_high)
    if high is None or "se" in {raw, raw_high}:
        return None
    numeral = f"{low.written}–{high.written}"
    return _Part(low.value * factor, high.value * factor, unit, kind, numeral, unit_word, plus)


def _confirmed(raw: str, word: str | None) -> Number | None:
    """The number `raw`; None when the word in parentheses after it, `3 (tiga)`, says another number."""
    number = read_number(raw)
    if word is None or number is None:
        return number
    confirming = read_number(word.strip())
    if raw == "se" or confirming is None or confirming.value != number.value:
        return None
    return Number(number.value, f"{number.written} ({confirming.written})")


def _waktu(
    text: str, prefix: _Prefix, low: list[_Part], high: list[_Part], per: re.Match[str] | None
) -> Waktu | None:
    if high:
        if any(part.high is not None for part in (*low, *high)):
            return None
        low = _with_kind_of(low, high)
    shared = any(part.high is not None for part in low)
    cepat = lambat = biasa = Lama(tuple([part.bagian(part.low) for part in low]))
    if high:
        lambat = Lama(tuple([part.bagian(part.low) for part in high]))
    elif shared:
        lambat = Lama(tuple([part.bagian(part.low if part.high is None else part.high) for part in low]))
    if lambat is not cepat:
        if surely_longer(cepat, lambat):
            return None
        biasa = midpoint(cepat, lambat)
    written = (" + " if shared else " ").join([part.written for part in low])
    if high:
        written += " – " + " ".join([part.written for part in high])
    item, per_written = (per[2], f"/{per[2]}" if per[1] == "/" else f" per {per[2]}") if per else (None, "")
    plain = any(part.unit is Satuan.HARI and part.kind is None for part in (*low, *high))
    return Waktu(
        text,
        Bentuk.LAMA,
        cepat,
        biasa,
        lambat,
        prefix.maksimal,
        prefix.kira_kira,
        item,
        plain,
        f"{prefix.written}{written}{per_written}",
    )


def _with_kind_of(low: list[_Part], high: list[_Part]) -> list[_Part]:
    """`low` with the kind of day that only the second end names: `5 hari s.d. 10 hari kalender`."""
    last, other = low[-1], high[-1]
    if last.kind is None and other.kind not in {None, _TIMES_24} and last.unit is other.unit:
        return [*low[:-1], last._replace(kind=other.kind)]
    return low
