"""Waktu: how long a step takes, as an office writes it, and what that amounts to.

The grammar of the text, the exact amounts and the way back to text belong here. The calendar (which day is a
holiday) and the summing up over a procedure do not. A text that contradicts itself (`3 (empat) hari`,
`3 jam - 30 menit`) or that can be read only in part is not readable: nothing is guessed.

Numbers follow Indonesian usage: a comma is a decimal comma; a point followed by exactly three digits groups
thousands (`1.440 menit`), any other point is decimal (`1.5 jam`), and so is the point of `0.125`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sopkit.errors import Language

_CACHE_SIZE: Final = 8192
_LONGEST_TEXT: Final = 200
"""Characters; a longer text is prose and is not read."""


class Satuan(StrEnum):
    """The units of time; the value is the word as it is written."""

    DETIK = "detik"
    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


_FIXED: Final = {Satuan.DETIK: 1, Satuan.MENIT: 60, Satuan.JAM: 3600}
_MONTHS: Final = {Satuan.BULAN: 1, Satuan.TRIWULAN: 3, Satuan.SEMESTER: 6, Satuan.TAHUN: 12}
_DAY: Final = 86_400
_ELAPSED: Final = {
    **_FIXED,
    Satuan.HARI: _DAY,
    Satuan.MINGGU: 7 * _DAY,
    Satuan.BULAN: 30 * _DAY,
    Satuan.TRIWULAN: 90 * _DAY,
    Satuan.SEMESTER: 180 * _DAY,
    Satuan.TAHUN: 365 * _DAY,
}


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """How much work a day, a week and a month hold; triwulan, semester and tahun are 3, 6 and 12 months.

    The defaults are 37 h 30 m a week in five days, breaks not counted (Perpres 21/2023), and 20 days a month.
    Raises ValueError for an amount below one or for more minutes than a day has.
    """

    minutes_per_day: int = 450
    days_per_week: int = 5
    days_per_month: int = 20

    def __post_init__(self) -> None:
        if not 1 <= self.minutes_per_day <= _DAY // 60 or self.days_per_week < 1 or self.days_per_month < 1:
            raise ValueError(f"not a working time: {self}")

    def seconds(self, unit: Satuan) -> int:
        """The seconds of work in one `unit`."""
        if unit in _FIXED:
            return _FIXED[unit]
        day = self.minutes_per_day * 60
        if unit is Satuan.HARI:
            return day
        if unit is Satuan.MINGGU:
            return day * self.days_per_week
        return day * self.days_per_month * _MONTHS[unit]


_DEFAULT_WORKING_TIME: Final = WorkingTime()


@dataclass(frozen=True, slots=True)
class Bagian:
    """One summand of a length: an amount of one unit.

    `elapsed` is True for calendar time (`kalender`, `1 x 24 jam`), which passes whether or not anybody works.
    `1 x 24 jam` is 24 elapsed hours.
    """

    amount: Fraction
    unit: Satuan
    elapsed: bool = False

    def __str__(self) -> str:
        if not self.elapsed:
            word = "hari kerja" if self.unit is Satuan.HARI else self.unit.value
            return f"{_decimal(self.amount)} {word}"
        if self.unit is Satuan.JAM and self.amount % 24 == 0:
            return f"{_decimal(self.amount / 24)} x 24 jam"
        return f"{_decimal(self.amount)} {self.unit.value} kalender"


@dataclass(frozen=True, slots=True)
class Lama:
    """A length of time: summands in the order written, each exact."""

    bagian: tuple[Bagian, ...]

    def work_seconds(self, working_time: WorkingTime) -> int:
        """The seconds of work, half up to a whole second; elapsed summands count as 0."""
        return _half_up(self._exact_work(working_time))

    def elapsed_seconds(self) -> int:
        """The elapsed seconds, half up to a whole second; summands of work count as 0.

        A calendar month is taken as 30 days and a calendar year as 365: approximations, since the text
        does not say which month.
        """
        return _half_up(self._exact_elapsed())

    @property
    def has_elapsed(self) -> bool:
        """Whether some summand is calendar time."""
        return any(bagian.elapsed for bagian in self.bagian)

    def _exact_work(self, working_time: WorkingTime) -> Fraction:
        parts = (b.amount * working_time.seconds(b.unit) for b in self.bagian if not b.elapsed)
        return sum(parts, start=Fraction(0))

    def _exact_elapsed(self) -> Fraction:
        return sum((b.amount * _ELAPSED[b.unit] for b in self.bagian if b.elapsed), start=Fraction(0))

    def __str__(self) -> str:
        return " ".join(map(str, self.bagian)) or "0 menit"


class Bentuk(Enum):
    """What kind of text a waktu is."""

    LAMA = "lama"
    """It states a length."""
    TANPA_LAMA = "tanpa lama"
    """It says in words that there is no fixed length: `sesuai jadwal`, `tentatif`."""
    TAK_TERBACA = "tak terbaca"
    """It cannot be read; also the empty text and a lone `-`."""


@dataclass(frozen=True, slots=True)
class Waktu:
    """What a waktu text says.

    `cepat`, `biasa` and `lambat` are the shortest, usual and longest length; the same when the text states one
    length, all None unless `bentuk` is LAMA. Of a range, `biasa` is the exact midpoint.
    `maksimal` and `kira_kira` say that the text began with such a word (`paling lama`, `±`).
    `per` is the item when the length is for one item (`berkas` in `2 menit/berkas`), in small letters.
    `hari_polos` says that a `hari` was written without kerja, kalender or efektif.
    `canonical` is the same text in the usual way of writing, with the numbers, units and words the author chose;
    None unless `bentuk` is LAMA, and None for three points, which are not one text.
    """

    text: str
    bentuk: Bentuk
    cepat: Lama | None = None
    biasa: Lama | None = None
    lambat: Lama | None = None
    maksimal: bool = False
    kira_kira: bool = False
    per: str | None = None
    hari_polos: bool = False
    canonical: str | None = None

    @property
    def is_range(self) -> bool:
        """Whether the shortest and the longest length differ."""
        return self.cepat != self.lambat

    @property
    def known(self) -> bool:
        """Whether the text says how long the step takes: a length that is not for one item only."""
        return self.bentuk is Bentuk.LAMA and self.per is None


@lru_cache(maxsize=_CACHE_SIZE)
def parse_waktu(text: str) -> Waktu:
    """What `text` says; never raises. A text is read in full or is TAK_TERBACA."""
    folded = _fold(text)
    if not folded or len(folded) > _LONGEST_TEXT:
        return Waktu(text, Bentuk.TAK_TERBACA)
    read = _read(text, folded)
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
    if _surely_longer(low, usual) or _surely_longer(usual, high) or _surely_longer(low, high):
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


_UNITS_OF_AMOUNT: Final = {
    "id": (("hari kerja",) * 2, ("jam",) * 2, ("menit",) * 2, ("detik",) * 2),
    "en": (("working day", "working days"), ("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
}


def format_seconds(seconds: int, working_time: WorkingTime, language: Language = "id") -> str:
    """An amount of work for people to read: `2 hari kerja 1 jam`, `45 detik`, `0 menit`; exact.

    Days are working days of `working_time`. A negative amount has a minus in front.
    """
    days, rest = divmod(abs(seconds), working_time.minutes_per_day * 60)
    amounts = (days, rest // 3600, rest % 3600 // 60, rest % 60)
    names = _UNITS_OF_AMOUNT[language]
    words = [f"{n} {many if n != 1 else one}" for n, (one, many) in zip(amounts, names, strict=True) if n]
    return ("-" if seconds < 0 else "") + (" ".join(words) or f"0 {names[2][1]}")


# --- numbers -------------------------------------------------------------------------------------------------

_WORDS: Final = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_VULGAR: Final = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "1/2": Fraction(1, 2),
    "1/4": Fraction(1, 4),
    "3/4": Fraction(3, 4),
    "setengah": Fraction(1, 2),
}
_VULGAR_SIGN: Final = {Fraction(1, 2): "½", Fraction(1, 4): "¼", Fraction(3, 4): "¾"}
_SLASHED: Final = r"(?:1/2|1/4|3/4)(?![0-9])"
_DIGITS: Final = (
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}(?:,[0-9]{1,12})?"
    r"|0\.[0-9]{1,12}"
    r"|[0-9]{1,9}(?:,[0-9]{1,12}|\.[0-9]{1,2}|\.[0-9]{4,12})?)(?![0-9])"
)
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_MIXED: Final = re.compile(r"([0-9.,]*) ?(½|¼|¾|1/2|1/4|3/4|setengah)?")
_SPELLED: Final = rf"(?:(?:{'|'.join(_WORDS)}|puluh|belas|seratus|ratus|setengah) ?)+"


class _Number(NamedTuple):
    value: Fraction
    written: str


@lru_cache(maxsize=1024)
def _number(raw: str) -> _Number | None:
    """The value of what `_NUMBER` matched, or of the word in parentheses, and its usual way of writing."""
    if raw == "se":
        return _Number(Fraction(1), raw)
    mixed = _MIXED.fullmatch(raw)
    if mixed is None or not mixed[1]:
        return _number_in_words(raw)
    digits, tail = mixed[1], mixed[2]
    if not re.fullmatch(_DIGITS, digits):
        return None
    if not _GROUPED.fullmatch(digits):
        digits = digits.replace(".", ",")
    value = Fraction(digits.replace(".", "").replace(",", "."))
    written = re.sub(r"^0+(?=[0-9])", "", digits)
    if tail is None:
        return _Number(value, written)
    if value.denominator != 1:
        return None
    return _Number(value + _VULGAR[tail], written + _VULGAR_SIGN[_VULGAR[tail]])


def _number_in_words(raw: str) -> _Number | None:
    words = " ".join(raw.split())
    if words in _VULGAR:
        return _Number(_VULGAR[words], words if words == "setengah" else _VULGAR_SIGN[_VULGAR[words]])
    whole = words.removesuffix("setengah")
    value = _spelled().get(whole.replace(" ", ""))
    if value is None:
        return None
    return _Number(Fraction(value) + (Fraction(1, 2) if whole != words else 0), words)


@cache
def _spelled() -> dict[str, int]:
    """The numbers 1 to 999 in words, written without blanks; made on first use to keep the start short."""
    return {_spell(number): number for number in range(1, 1000)}


def _spell(number: int) -> str:
    if number <= len(_WORDS):
        return _WORDS[number - 1] if number else ""
    if number < 20:  # noqa: PLR2004 - the teens end here
        return _spell(number - 10) + "belas"
    if number < 100:  # noqa: PLR2004 - the tens end here
        return _spell(number // 10) + "puluh" + _spell(number % 10)
    hundreds = number // 100
    return ("seratus" if hundreds == 1 else _spell(hundreds) + "ratus") + _spell(number % 100)


def _decimal(amount: Fraction) -> str:
    """`amount` in digits with a decimal comma, exact; `1/3` when no decimal number is."""
    rest, places = amount.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return str(amount)
    whole, part = divmod(abs(amount.numerator) * 10**places // amount.denominator, 10**places)
    sign = "-" if amount < 0 else ""
    return f"{sign}{whole},{part:0{places}}" if places else f"{sign}{whole}"


def _half_up(amount: Fraction) -> int:
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


# --- the grammar ---------------------------------------------------------------------------------------------

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
_NUMBER: Final = (
    rf"{_SLASHED}|[½¼¾]|{_DIGITS}(?: ?[½¼¾]| {_SLASHED}| ?setengah)?|{_SPELLED}|se(?=(?:{_UNIT})(?![a-z]))"
)
_TO: Final = r" ?(?:[-‐‑‒–—−~]|s ?[./]? ?d(?![a-z])\.?|sampai(?: dengan)?(?![a-z])|hingga(?![a-z])) ?"
_PART: Final = re.compile(
    rf"({_NUMBER}) ?(?:\(([^()]{{1,40}})\) ?)?"
    rf"(?:{_TO}({_NUMBER}) ?(?:\(([^()]{{1,40}})\) ?)?)?"
    rf"(?:((?:[x×*]|kali) ?24 ?jam)|({_UNIT})|({'|'.join(_SHORT_UNITS)}))(?![a-z])(?(7)\.?)"
    r"(?: ?(kerja|kalender|efektif)(?![a-z]))?"
)
_BETWEEN: Final = re.compile(_TO)
_JOIN: Final = re.compile(r" ?(\+|,? ?dan(?![a-z])|,)? ?")
_PREFIX: Final = re.compile(
    r"(?:(?:(maksimal|maksimum|maks|max)(?![a-z])\.?|(paling lama|paling lambat)(?![a-z])"
    r"|(±|\+ ?/ ?-|\+-)|(kurang lebih|lebih kurang|kira[- ]kira|sekitar)(?![a-z])) ?)"
)
_NOT_AN_ITEM: Final = rf"(?!(?:{_SPELLED}|se(?:{_UNIT})|sesuai|menyesuaikan|tentatif|maks|paling)(?![a-z]))"
_ITEM: Final = re.compile(rf" ?(/|per(?= ))[ ]?{_NOT_AN_ITEM}([a-z]+(?:[ -][a-z]+){{0,3}})")
_WITHOUT_LENGTH: Final = re.compile(
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


def _confirmed(raw: str, word: str | None) -> _Number | None:
    """The number `raw`; None when the word in parentheses after it, `3 (tiga)`, says another number."""
    number = _number(raw)
    if word is None or number is None:
        return number
    confirming = _number(word.strip())
    if raw == "se" or confirming is None or confirming.value != number.value:
        return None
    return _Number(number.value, f"{number.written} ({confirming.written})")


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
        if _surely_longer(cepat, lambat):
            return None
        biasa = _midpoint(cepat, lambat)
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


def _surely_longer(a: Lama, b: Lama) -> bool:
    """Whether `a` is longer than `b`, work against work and elapsed time against elapsed time.

    When one holds more work and the other more elapsed time neither is longer.
    """
    if len(a.bagian) == len(b.bagian) == 1:  # the usual range, and much faster than measuring
        (x,), (y,) = a.bagian, b.bagian
        if x.unit is y.unit and x.elapsed is y.elapsed:
            return x.amount > y.amount
    first = a._exact_work(_DEFAULT_WORKING_TIME), a._exact_elapsed()  # noqa: SLF001 - the same module
    second = b._exact_work(_DEFAULT_WORKING_TIME), b._exact_elapsed()  # noqa: SLF001 - the same module
    return first != second and first[0] >= second[0] and first[1] >= second[1]


def _midpoint(a: Lama, b: Lama) -> Lama:
    """Halfway between, exact: in the units of both when these agree, else the halves of both added up."""
    if [(x.unit, x.elapsed) for x in a.bagian] == [(x.unit, x.elapsed) for x in b.bagian]:
        pairs = zip(a.bagian, b.bagian, strict=True)
        return Lama(tuple([Bagian((x.amount + y.amount) / 2, x.unit, x.elapsed) for x, y in pairs]))
    return Lama(tuple([Bagian(x.amount / 2, x.unit, x.elapsed) for x in (*a.bagian, *b.bagian)]))
