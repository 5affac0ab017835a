"""How long each step takes: work and elapsed time kept apart, in whole seconds.

What belongs here reads the waktu of the steps. Adding them up over the flow is elsewhere.

Work and elapsed time can only be added on a calendar. Where a way has to be ordered against another without a date,
elapsed time counts at the rate of a week without holidays (7 calendar days as 5 working days, by the project's own
numbers). That order is for finding the longest way and for the figures said to be converted, and for nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sopkit.model.waktu import Bentuk, Lama, Satuan

if TYPE_CHECKING:
    from sopkit.model.sop import Sop
    from sopkit.model.waktu import Waktu, WorkingTime

_WEEK = 7 * 86_400


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in seconds: `work` is done in working hours, `elapsed` passes day and night.

    `order` is what the whole weighs when ways are compared without a date: the seconds of work plus the elapsed ones
    converted, rounded half up for each step. It equals `work` where nothing is elapsed.
    """

    work: int = 0
    elapsed: int = 0
    order: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(self.work + other.work, self.elapsed + other.elapsed, self.order + other.order)

    @property
    def converted(self) -> bool:
        """Whether `order` holds elapsed time, so that it is an estimate of working time."""
        return self.elapsed > 0


class Unknown(Enum):
    """Why the length of a step is not known."""

    MISSING = "missing"
    """The step has no waktu."""
    WITHOUT_LENGTH = "without length"
    """The waktu says that there is no fixed length, as `sesuai jadwal`."""
    UNREADABLE = "unreadable"
    """The waktu cannot be read."""
    PER_ITEM = "per item"
    """The waktu is for one item, and how many items there are was not said."""


class Spread(Enum):
    """How the length of a step varies."""

    FIXED = "fixed"
    """One length."""
    UNIFORM = "uniform"
    """A range: any length between its ends is as likely as another."""
    TRIANGULAR = "triangular"
    """Three points: the usual length is the likeliest, the likelihood falls evenly to both ends."""


@dataclass(frozen=True, slots=True)
class StepTime:
    """The length of the step at `position`, whose printed number is `nomor`.

    `smallest`, `usual` and `largest` are the same when `spread` is FIXED. All are zero when `unknown` says why nothing
    is known: a sum with such a step in it is a lower bound. `per` is the item the waktu counts, if it counts one.
    """

    position: int
    nomor: str
    smallest: Span
    usual: Span
    largest: Span
    spread: Spread = Spread.FIXED
    unknown: Unknown | None = None
    per: str | None = None


def step_times(sop: Sop, rules: WorkingTime, items: int | None = None) -> tuple[StepTime, ...]:
    """The length of every step, in order; `items` is how many items a time for one item is done for.

    Raises:
        ValueError: `items` is negative.
    """
    if items is not None and items < 0:
        raise ValueError(f"there are no {items} items")
    return tuple(
        _step_time(i, nomor, step.mutu_baku.waktu, rules, items)
        for i, (nomor, step) in enumerate(zip(sop.nomor_langkah, sop.langkah, strict=True))
    )


def span_of(lama: Lama, rules: WorkingTime, times: int = 1) -> Span:
    """The seconds of `lama`, `times` over; only the product is rounded."""
    if times != 1:
        lama = Lama(tuple(part._replace(amount=part.amount * times) for part in lama.bagian))
    work = lama.work_seconds(rules)
    if not lama.has_elapsed:
        return Span(work, 0, work)
    elapsed = lama.elapsed_seconds()
    return Span(work, elapsed, work + in_working_time(elapsed, rules))


def in_working_time(elapsed: int, rules: WorkingTime) -> int:
    """`elapsed` seconds as seconds of work, half up, by a week without holidays: an estimate."""
    return (2 * elapsed * rules.seconds(Satuan.MINGGU) + _WEEK) // (2 * _WEEK)


def _step_time(
    position: int, nomor: str, waktu: Waktu | None, rules: WorkingTime, items: int | None
) -> StepTime:
    unknown = _unknown(waktu, items)
    per = waktu.per if waktu else None
    if unknown or waktu is None or waktu.cepat is None or waktu.biasa is None or waktu.lambat is None:
        return StepTime(position, nomor, Span(), Span(), Span(), unknown=unknown, per=per)
    times = 1 if per is None or items is None else items
    usual = span_of(waktu.biasa, rules, times)
    if not waktu.is_range:
        return StepTime(position, nomor, usual, usual, usual, per=per)
    ends = (span_of(waktu.cepat, rules, times), span_of(waktu.lambat, rules, times))
    # sorted, because the project's own length of a day can turn `1 hari - 7 jam 45 menit` round
    smallest, usual, largest = sorted((ends[0], usual, ends[1]), key=lambda span: span.order)
    # three points are not one text, a range is
    spread = Spread.UNIFORM if waktu.canonical else Spread.TRIANGULAR
    return StepTime(position, nomor, smallest, usual, largest, spread, per=per)


def _unknown(waktu: Waktu | None, items: int | None) -> Unknown | None:
    if waktu is None:
        return Unknown.MISSING
    if waktu.bentuk is Bentuk.TANPA_LAMA:
        return Unknown.WITHOUT_LENGTH
    if waktu.bentuk is Bentuk.TAK_TERBACA:
        return Unknown.UNREADABLE
    return Unknown.PER_ITEM if waktu.per is not None and items is None else None
