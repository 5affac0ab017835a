"""The critical path of a scenario: when each step can and must happen, and what would shorten the whole.

What belongs here counts seconds from the start, by `Span.order`; dates are in `dates`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.timing.network import Network
    from sopkit.timing.ways import Ways

MOST_WAYS = 10
"""So many critical ways are listed; there can be exponentially many."""

MOST_LEVERS = 3

MOST_TRIED = 200
"""So many steps are tried as levers, the longest first."""


@dataclass(frozen=True, slots=True)
class Timed:
    """When one piece of work can and must happen, in seconds from the start, so that the whole takes no longer."""

    step: int
    earliest_start: int
    earliest_finish: int
    latest_start: int
    latest_finish: int

    @property
    def slack(self) -> int:
        """By how much it can be late without making the whole longer; 0 on a critical way."""
        return self.latest_start - self.earliest_start


@dataclass(frozen=True, slots=True)
class Schedule:
    """The pieces of a network with their times, in its order, and the length of the whole."""

    pieces: tuple[Timed, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Lever:
    """`gain` is by how many seconds the longest way would be shorter if the step at `step` took half its time."""

    step: int
    gain: Fraction


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """The schedule of the longest scenario and its critical ways, each as positions of steps in order of work.

    `cut` says that there are more ways than listed. `levers` are the steps whose halving gains most, at most three,
    the greatest gain first; a step is missing when it would gain nothing, as when there is a second critical way.
    """

    schedule: Schedule
    ways: tuple[tuple[int, ...], ...]
    cut: bool
    levers: tuple[Lever, ...]

    def timed(self, step: int) -> Timed | None:
        """The times of the step at a position; None when the scenario does not come by it."""
        return next((timed for timed in self.schedule.pieces if timed.step == step), None)

    @property
    def steps(self) -> frozenset[int]:
        """The positions of all steps on a critical way, also on those not listed."""
        return frozenset(timed.step for timed in self.schedule.pieces if not timed.slack)


def critical_path(network: Network, ways: Ways, weights: Sequence[int]) -> CriticalPath:
    """The critical path of `network`, the longest scenario of `ways` without rework."""
    schedule = make_schedule(network, weights)
    found = tuple(islice(_critical_ways(network, schedule), MOST_WAYS + 1))
    levers = _levers(found[0], ways, weights)
    return CriticalPath(schedule, found[:MOST_WAYS], len(found) > MOST_WAYS, levers)


def make_schedule(network: Network, weights: Sequence[int]) -> Schedule:
    """The earliest and latest times of each piece."""
    finish: list[int] = []
    for step, before in zip(network.steps, network.before, strict=True):
        finish.append(max([finish[i] for i in before], default=0) + weights[step])
    length = max(finish, default=0)
    latest = [length] * len(finish)
    for piece in range(len(finish) - 1, -1, -1):
        start = latest[piece] - weights[network.steps[piece]]
        for i in network.before[piece]:
            latest[i] = min(latest[i], start)
    rows = (
        Timed(step, early - weights[step], early, late - weights[step], late)
        for step, early, late in zip(network.steps, finish, latest, strict=True)
    )
    return Schedule(tuple(rows), length)


def _critical_ways(network: Network, schedule: Schedule) -> Iterator[tuple[int, ...]]:
    """Every way without slack and without waiting from the start to the end, in document order."""
    following, pieces = network.after(), schedule.pieces

    def onward(piece: int) -> list[int]:
        done = pieces[piece].earliest_finish
        return [i for i in following[piece] if not pieces[i].slack and pieces[i].earliest_start == done]

    begin = [i for i, before in enumerate(network.before) if not before and not pieces[i].slack]
    stack: list[tuple[int, ...]] = [(piece,) for piece in reversed(begin)]
    while stack:
        way = stack.pop()
        follow = onward(way[-1])
        if follow:
            stack.extend((*way, piece) for piece in reversed(follow))
        else:
            yield tuple(pieces[piece].step for piece in way)


def _levers(way: Sequence[int], ways: Ways, weights: Sequence[int]) -> tuple[Lever, ...]:
    """Only a step that is on every critical way gains anything, so those of one way are enough to try."""
    doubled = [2 * weight for weight in weights]
    whole = ways.longest(doubled)[0]
    levers: list[Lever] = []
    for step in sorted(way, key=lambda step: -weights[step])[:MOST_TRIED]:
        if (
            len(levers) >= MOST_LEVERS
            and sorted(lever.gain for lever in levers)[-MOST_LEVERS] * 2 > weights[step]
        ):
            break  # half of a shorter step is less than what was found
        tried = doubled.copy()
        tried[step] = weights[step]
        gain = Fraction(whole - ways.longest(tried)[0], 2)
        if gain:
            levers.append(Lever(step, gain))
    return tuple(sorted(levers, key=lambda lever: (-lever.gain, lever.step))[:MOST_LEVERS])
