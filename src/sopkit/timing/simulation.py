"""What chance makes of a procedure, by playing it many times: for ranges, and for loops beside parallel work.

A run goes through the rows as the procedure does: a step begins when all that is active before it is done, a decision
takes a branch by its odds, a branch back starts the steps from there anew, with all that they lead to. Steps are
independent of each other. The runs of a procedure are the same every time: the seed is fixed, draws are whole numbers
all the way, and where the play stops early it is by counting steps, not by the clock.
"""

from __future__ import annotations

from math import isqrt
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from sopkit.timing.dates import advance
from sopkit.timing.lengths import Span, Spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.lengths import StepTime
    from sopkit.timing.moments import At, Point
    from sopkit.timing.odds import Odds

Draw: TypeAlias = "Callable[[int], int]"
"""A source of whole numbers of so many random bits."""

SEED = 352012
"""The regulation these SOPs follow, 35 of 2012; any other number would do as well."""

MOST_STEPS = 2_000_000
"""So many steps are played in all; runs beyond them are left out."""

_BITS = 30


def simulate(
    odds: Odds,
    origin: At,
    steps: Callable[[Draw], Sequence[Callable[[At], At]]],
    runs: int,
    until: At | None = None,
) -> list[At]:
    """The moments at which `runs` runs ended, ascending; fewer when they needed more than MOST_STEPS steps.

    A run that goes on beyond `until` stops there: of what comes later it is only said that it is later.

    `steps`, given a source of random bits, makes for each step what turns its start into its finish. The flow must be
    sure to end.
    """
    draw = Random(SEED).getrandbits  # noqa: S311 - chance for a forecast, not for a secret
    take = [_chooser(odds, step, draw) for step in range(len(odds.targets))]
    advances = steps(draw)
    ended: list[At] = []
    left = MOST_STEPS
    while len(ended) < runs:
        arrival: dict[int, At] = {0: origin}
        finish = origin
        while arrival:
            if until is not None and finish > until:
                break
            step = min(arrival)
            done = advances[step](arrival.pop(step))
            for target in take[step]():
                if target is not None and (target not in arrival or arrival[target] < done):
                    arrival[target] = done
            if done > finish:  # noqa: PLR1730 - max() costs as much as the rest of the loop
                finish = done
            left -= 1
            if not left:
                return sorted(ended)
        ended.append(finish)
    return sorted(ended)


def by_order(times: Sequence[StepTime]) -> Callable[[Draw], Sequence[Callable[[int], int]]]:
    """For `simulate`: steps counted in seconds by `Span.order`."""

    def steps(draw: Draw) -> Sequence[Callable[[int], int]]:
        return [_by_order(time, draw) for time in times]

    return steps


def on_calendar(
    times: Sequence[StepTime], calendar: WorkingCalendar
) -> Callable[[Draw], Sequence[Callable[[Point], Point]]]:
    """For `simulate`: steps placed on the calendar."""

    def steps(draw: Draw) -> Sequence[Callable[[Point], Point]]:
        return [_on_calendar(time, calendar, draw) for time in times]

    return steps


def drawn(time: StepTime, draw: Draw) -> int:
    """One length of the step in seconds by `Span.order`, at random by its spread."""
    low, high = time.smallest.order, time.largest.order
    if time.spread is Spread.UNIFORM:
        return low + (draw(_BITS) * (high - low + 1) >> _BITS)
    peak = time.usual.order
    # the quantile of a triangle: from the left end up to the peak, from the right end beyond it
    chance = draw(_BITS) * (high - low)
    if chance < (peak - low) << _BITS:
        return low + isqrt(chance * (peak - low) >> _BITS)
    return high - isqrt((((high - low) << _BITS) - chance) * (high - peak) >> _BITS)


def _by_order(time: StepTime, draw: Draw) -> Callable[[int], int]:
    if time.spread is Spread.FIXED:
        fixed = time.usual.order
        return lambda at: at + fixed
    return lambda at: at + drawn(time, draw)


def _on_calendar(time: StepTime, calendar: WorkingCalendar, draw: Draw) -> Callable[[Point], Point]:
    if time.spread is Spread.FIXED:
        return lambda at: advance(calendar, at, time.usual)
    return lambda at: advance(calendar, at, _between(time, drawn(time, draw)))


def _between(time: StepTime, order: int) -> Span:
    """The span of that order on the straight line from the smallest over the usual to the largest span."""
    low, high = (time.smallest, time.usual) if order <= time.usual.order else (time.usual, time.largest)
    part, whole = order - low.order, high.order - low.order
    if not whole:
        return low
    work = low.work + (high.work - low.work) * part // whole
    elapsed = low.elapsed + (high.elapsed - low.elapsed) * part // whole
    return Span(work, elapsed, order)


def _chooser(odds: Odds, step: int, draw: Draw) -> Callable[[], tuple[int | None, ...]]:
    """Where the step goes on to, drawn anew at each call."""
    exits = odds.exits[step]
    if len(exits) < 2:  # noqa: PLR2004 - one branch is no choice
        certain = odds.onward(step)
        return lambda: certain
    (probability, first), (_, second) = exits
    threshold = round(probability * (1 << _BITS))
    one, other = (first,), (second,)
    return lambda: one if draw(_BITS) < threshold else other
