"""The times of an SOP with their places, for rules about waktu.

Times that are not filled in, and the rows that are only a capsule, are left out: they are no times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.lint.facts.lately import kept_lately, kept_of_each
from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.documents import NOTHING
from sopkit.model.waktu import Satuan, Waktu

if TYPE_CHECKING:
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


def odd_times_and_deadline(sop: Sop) -> tuple[tuple[DocPath, Waktu], ...]:
    """Path and time of the deadline, when it is a length, and of those steps."""
    steps = tuple([(path, waktu) for _, path, waktu in odd_times(sop)])
    return ((("tenggat",), sop.tenggat), *steps) if isinstance(sop.tenggat, Waktu) else steps
