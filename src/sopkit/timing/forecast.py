"""The forecast of a procedure: expected length, percentiles, and how likely a deadline is met.

Exact wherever the flow allows it; else from simulated runs, and said to be so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Generic

from sopkit.timing.dates import advances
from sopkit.timing.expected import distribution, expected_seconds, outcomes_by_scenario
from sopkit.timing.moments import At, Point
from sopkit.timing.simulation import by_order, on_calendar, simulate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sopkit.flow.graph import FlowGraph
    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.expected import Outcomes
    from sopkit.timing.lengths import StepTime
    from sopkit.timing.odds import Odds
from sopkit.timing.simulation import Draw

P50, P80, P95 = Fraction(1, 2), Fraction(4, 5), Fraction(19, 20)


class Method(Enum):
    """How a figure of chance was found."""

    EXACT = "exact"
    """Without chance; of a probability less than 10⁻¹² may be missing (see `expected.NEGLIGIBLE`)."""
    SIMULATED = "simulated"


@dataclass(frozen=True, slots=True)
class Percentiles:
    """So many seconds by `Span.order` are enough in 50, 80 and 95 of 100 cases: the shortest such lengths."""

    p50: int
    p80: int
    p95: int


@dataclass(frozen=True, slots=True)
class Probability:
    """A probability from 0 to 1 and how it was found."""

    value: Fraction
    by: Method


@dataclass(frozen=True, slots=True)
class Forecast:
    """`expected` seconds by `Span.order` on average, and the percentiles.

    Both are None when the procedure is not sure to end, or when only simulation could tell and no runs were asked for.
    `runs` are those really made, 0 when nothing was simulated. `met` is the probability of being done in time; None
    without a deadline, or when it cannot be told.
    """

    expected: Fraction | None
    expected_by: Method | None
    percentiles: Percentiles | None
    percentiles_by: Method | None
    runs: int
    met: Probability | None = None


NO_FORECAST = Forecast(None, None, None, None, 0)


@dataclass(frozen=True, slots=True)
class Case:
    """What is forecast: the flow with its odds and times, and how many runs a simulation may make.

    With 0 runs only what is exact is told; with None not even the exact distribution of loops is looked for, which is
    what takes longest after simulating.
    """

    flow: FlowGraph
    odds: Odds
    times: Sequence[StepTime]
    runs: int | None


def forecast(case: Case, limit: int | None = None) -> Forecast:
    """The forecast of `case`; with `limit`, in seconds by `Span.order`, also how likely that is enough."""
    if not case.odds.ends:
        return NO_FORECAST
    plain = [lambda at, by=time.usual.order: at + by for time in case.times]
    clock = _Clock(0, plain, by_order(case.times))
    outcomes, runs = _outcomes(case, clock, None)
    method = Method.SIMULATED if runs else Method.EXACT
    expected, expected_by = expected_seconds(case.odds, case.times), Method.EXACT
    if expected is None and outcomes:
        expected, expected_by = sum((at * p for at, p in outcomes), start=Fraction(0)), method
    if not outcomes:
        return Forecast(expected, None if expected is None else expected_by, None, None, 0)
    percentiles = Percentiles(*(_percentile(outcomes, share) for share in (P50, P80, P95)))
    met = _met(case, clock, limit, outcomes if runs else None) if limit is not None else None
    return Forecast(expected, expected_by, percentiles, method, runs, met)


def met_on_calendar(
    case: Case, calendar: WorkingCalendar, begin: datetime, due: datetime
) -> Probability | None:
    """How likely a procedure begun at `begin` is done by `due`, every step placed on the calendar.

    None when it is not sure to end, or when only simulation could tell and no runs were asked for.
    """
    if not case.odds.ends:
        return None
    plain = advances(calendar, [time.usual for time in case.times])
    return _met(case, _Clock(Point(begin), plain, on_calendar(case.times, calendar)), Point(due), None)


def _met(case: Case, clock: _Clock[At], limit: At, simulated: Outcomes[At] | None) -> Probability | None:
    outcomes, runs = (simulated, 1) if simulated else _outcomes(case, clock, limit)
    if not outcomes:
        return None
    value = sum((p for at, p in outcomes if at <= limit), start=Fraction(0))
    return Probability(value, Method.SIMULATED if runs else Method.EXACT)


@dataclass(frozen=True, slots=True)
class _Clock(Generic[At]):
    """Where time begins and how steps move it on: by their usual lengths, or by drawn ones."""

    origin: At
    plain: Sequence[Callable[[At], At]]
    drawn: Callable[[Draw], Sequence[Callable[[At], At]]]


def _outcomes(case: Case, clock: _Clock[At], until: At | None) -> tuple[Outcomes[At] | None, int]:
    """The moments of the end with their probabilities, and the runs they come from, 0 when they are exact."""
    exact = None
    if not case.odds.varies(case.times):
        if case.odds.sequential:
            if case.runs is None and case.odds.loops:
                return None, 0
            exact = distribution(case.odds, clock.origin, clock.plain, P95, until)
        elif not case.odds.loops:
            exact = outcomes_by_scenario(case.flow, case.odds, clock.origin, clock.plain)
    if exact is not None or not case.runs:
        return exact, 0
    ended = simulate(case.odds, clock.origin, clock.drawn, case.runs, until)
    # in ascending order, because Counter keeps the order of first sight
    counted = [(at, Fraction(count, len(ended))) for at, count in Counter(ended).items()]
    return counted, len(ended)


def _percentile(outcomes: Outcomes[int], share: Fraction) -> int:
    total = Fraction(0)
    for at, probability in outcomes:
        total += probability
        if total >= share:
            return at
    return outcomes[-1][0]
