"""The times of an SOP with their places, for rules about waktu.

Times that are not filled in, and the rows that are only a capsule, are left out: they are no times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.lint.facts.lately import kept_lately, kept_of_each
from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.documents import NOTHING
from sopkit.lint.questions import Subject, question
from sopkit.model.waktu import Satuan, Waktu, WorkingTime, parse_waktu
from sopkit.timing.working_time import working_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sopkit.config import WaktuSettings
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import Sop
    from sopkit.model.waktu import Lama
    from sopkit.source import DocPath


@kept_lately
def step_times(sop: Sop) -> tuple[tuple[int, DocPath, Waktu], ...]:
    """Position, path and time of every step that has one, in document order."""
    found: list[tuple[int, DocPath, Waktu]] = []
    for i, step in enumerate(sop.langkah):
        waktu = step.mutu_baku.waktu
        if waktu is not None and waktu.text not in NOTHING and not is_capsule(step):
            found.append((i, ("langkah", i, "mutu_baku", "waktu"), waktu))
    return tuple(found)


class Length(NamedTuple):
    """A usual length, read once for all steps that have it.

    `units` are those of its summands. `single` is the summand where it is the only one and no elapsed time, else None; `number`
    of its unit are `parts` times its amount. `short` are its seconds or a little more where it is in hours or less, else 0.
    """

    lama: Lama
    units: tuple[Satuan, ...]
    single: Satuan | None
    number: int
    parts: int
    short: int


_SECONDS: Final = {Satuan.DETIK: 1, Satuan.MENIT: 60, Satuan.JAM: 3600}


@kept_of_each(1024)
def _length(waktu: Waktu) -> Length | None:
    """The usual length of a waktu that says how long a step takes; None where it is one for each item."""
    usual = waktu.biasa
    if usual is None or waktu.per is not None:
        return None  # there is a usual length only where the text states one; then `known` only asks for the item
    first, several = usual.bagian[0], len(usual.bagian) > 1
    amount = first.amount
    return Length(
        usual,
        tuple(bagian.unit for bagian in usual.bagian),
        None if first.elapsed or several else first.unit,
        amount.numerator,
        amount.denominator,
        _short(usual),
    )


def _short(lama: Lama) -> int:
    seconds = 0
    for amount, unit, elapsed in lama.bagian:
        if elapsed or unit not in _SECONDS:
            return 0
        seconds += amount.numerator * _SECONDS[unit] // amount.denominator + 1
    return seconds


@kept_lately
def known_lengths(sop: Sop) -> tuple[tuple[int, DocPath, Waktu, Length], ...]:
    """Position, path, time and usual length of every step that says how long it takes, in document order."""
    found: list[tuple[int, DocPath, Waktu, Length]] = []
    for i, path, waktu in step_times(sop):
        length = _length(waktu)
        if length is not None:
            found.append((i, path, waktu, length))
    return tuple(found)


@kept_of_each(1024)
def _is_odd(waktu: Waktu) -> bool:
    """Whether there is anything to say of a waktu by itself: all but a length above zero, written as usual."""
    longest = waktu.lambat
    return (
        longest is None
        or waktu.canonical != waktu.text
        or waktu.hari_polos
        or not any(bagian.amount for bagian in longest.bagian)
    )


@kept_lately
def odd_times(sop: Sop) -> tuple[tuple[int, DocPath, Waktu], ...]:
    """Those of `step_times` of which a rule may have something to say by themselves; mostly few."""
    return tuple([one for one in step_times(sop) if _is_odd(one[2])])


@question(Subject.WAKTU)
def is_odd(text: str, _: Knowledge) -> bool:
    """Whether a rule may have something to say of a waktu by itself."""
    return _is_odd(parse_waktu(text))


class Measured(NamedTuple):
    """What the usual lengths of some waktu come to: the units `used`, and the larger ones that a length `fills`.

    Both are a bit for each unit. `long` says that one in hours or less is longer than a working day.
    """

    used: int = 0
    fills: int = 0
    long: bool = False


_BITS: Final = {unit: 1 << i for i, unit in enumerate(Satuan)}
_LADDER: Final = {
    Satuan.MENIT: (Satuan.JAM, Satuan.HARI),
    Satuan.JAM: (Satuan.HARI,),
    Satuan.HARI: (Satuan.MINGGU,),
}
"""The larger units in which an amount is usual as soon as it fills one of them."""


def larger_units(length: Length, working: WorkingTime) -> Iterator[Satuan]:
    """The larger units that a length in a single unit fills at least once, the smallest first."""
    unit = length.single
    if unit is None:
        return
    for larger in _LADDER.get(unit, ()):
        if length.number * working.seconds(unit) >= length.parts * working.seconds(larger):
            yield larger


@kept_of_each(8)
def _measure(settings: WaktuSettings) -> Callable[[Waktu], Measured]:
    """What measures a waktu by the settings."""
    working = working_time(settings)

    @kept_of_each(1024)
    def measured(waktu: Waktu) -> Measured:
        length = _length(waktu)
        if length is None:
            return Measured()
        return Measured(
            sum({_BITS[unit] for unit in length.units}),
            sum(_BITS[unit] for unit in larger_units(length, working)),
            length.short > working.seconds(Satuan.HARI),
        )

    return measured


@kept_lately
def measured(context: LintContext) -> Measured:
    """What the usual lengths of all steps come to, capsules included."""
    measure, used, fills, long = _measure(context.settings.waktu), 0, 0, False
    each = [step.mutu_baku.waktu for step in context.sop.langkah]
    for waktu in {id(waktu): waktu for waktu in each}.values():  # one value for all steps that take as long
        if waktu is not None:
            one = measure(waktu)
            used, fills, long = used | one.used, fills | one.fills, long or one.long
    return Measured(used, fills, long)


def odd_times_and_deadline(sop: Sop) -> tuple[tuple[DocPath, Waktu], ...]:
    """Path and time of the deadline, when it is a length, and of those steps."""
    steps = tuple([(path, waktu) for _, path, waktu in odd_times(sop)])
    return ((("tenggat",), sop.tenggat), *steps) if isinstance(sop.tenggat, Waktu) else steps
