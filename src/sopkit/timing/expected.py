"""The exact expected length, and where all lengths are few enough, their exact distribution.

Sequential flows are Markov chains: the expected rest of the way from a step is its own mean and the weighed rests of
what follows, which makes one linear equation for each step that a loop leads back to (a loop is a geometric series).
With parallel branches the scenarios are enumerated, which needs fixed lengths and no loop. What neither covers is for
`simulation`.
"""

from __future__ import annotations

from fractions import Fraction
from heapq import heappop, heappush
from math import prod
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sopkit.flow.scenario import forward_branches, scenarios
from sopkit.timing.lengths import Spread
from sopkit.timing.moments import At, Point
from sopkit.timing.network import of_scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopkit.flow.graph import FlowGraph
    from sopkit.timing.lengths import StepTime
    from sopkit.timing.odds import Odds

MOST_DECISIONS = 12
"""With more decisions scenarios are not enumerated."""

MOST_STATES = 1000
"""So many pairs of moment and decision are followed before a distribution counts as too wide to be exact."""

MOST_BITS = 1024
"""The same for the size of its fractions, which grow with every round of a loop."""

NEGLIGIBLE = Fraction(1, 10**12)
"""What is less likely than this all together is not followed further."""

Outcomes: TypeAlias = "list[tuple[At, Fraction]]"
"""Moments at which the procedure can end, ascending, with their probabilities."""

_Key = TypeVar("_Key", int, Point, tuple[int, int], tuple[Point, int])

MOST_UNKNOWNS = 50
"""So many steps that loops lead back to are solved for."""

Affine = dict[int | None, Fraction]
"""A sum of unknowns (the expected rest from a step), each with its factor; the constant stands under None."""


def expected_seconds(odds: Odds, times: Sequence[StepTime]) -> Fraction | None:
    """The expected length by `Span.order`.

    None when the flow is not sequential, not sure to end, or has more loops than anybody could draw.
    """
    if not odds.sequential or not odds.ends or len(odds.loop_targets) > MOST_UNKNOWNS:
        return None
    rests: dict[int, Affine] = {}
    for step in reversed(odds.reached):
        rest: Affine = {None: mean(times[step])}
        for probability, target in odds.branches(step):
            if target is not None:
                _add(rest, rests[target] if target > step else {target: Fraction(1)}, probability)
        rests[step] = rest
    return _solve(rests)


def mean(time: StepTime) -> Fraction:
    """The mean length of a step in seconds."""
    low, high = time.smallest.order, time.largest.order
    if time.spread is Spread.TRIANGULAR:
        return Fraction(low + time.usual.order + high, 3)
    return Fraction(low + high, 2)


def distribution(
    odds: Odds, origin: At, advance: Sequence[Callable[[At], At]], share: Fraction, until: At | None = None
) -> Outcomes[At] | None:
    """The moments at which a sequential flow of fixed lengths, sure to end, can end.

    Followed in order of time until the probabilities add up to `share`, and past `until` when that is given, or until
    what is left is NEGLIGIBLE. None when that takes too much, as with a loop that is hardly ever left.
    """
    mass: dict[tuple[At, int], Fraction] = {}
    ahead: list[tuple[At, int]] = []
    ended: dict[At, Fraction] = {}
    waiting: list[At] = []

    def go_on(moment: At, step: int | None, amount: Fraction) -> None:
        """To the next decision, or to the end: between decisions nothing is open."""
        while step is not None and len(odds.exits[step]) < 2:  # noqa: PLR2004 - one branch is no decision
            moment, (step,) = advance[step](moment), odds.onward(step)
        if step is None:
            _put(ended, waiting, moment, amount)
        else:
            _put(mass, ahead, (moment, step), amount)

    go_on(origin, 0, Fraction(1))
    settled: Outcomes[At] = []
    total, enough = Fraction(0), 1 - NEGLIGIBLE
    for _ in range(MOST_STATES):
        while waiting and (not ahead or waiting[0] < ahead[0][0]):
            moment = heappop(waiting)
            settled.append((moment, ended.pop(moment)))
            total += settled[-1][1]
        if not ahead or total >= enough or (total >= share and (until is None or ahead[0][0] > until)):
            return settled
        state = heappop(ahead)
        here, done = mass.pop(state), advance[state[1]](state[0])
        if here.denominator.bit_length() > MOST_BITS:
            return None
        for probability, target in odds.exits[state[1]]:
            go_on(done, target, here * probability)
    return None


def _put(amounts: dict[_Key, Fraction], queue: list[_Key], key: _Key, amount: Fraction) -> None:
    """Add to the amount of `key`, which joins the queue when it is new."""
    if key not in amounts:
        heappush(queue, key)
    amounts[key] = amounts.get(key, Fraction(0)) + amount


def outcomes_by_scenario(
    flow: FlowGraph, odds: Odds, origin: At, advance: Sequence[Callable[[At], At]]
) -> Outcomes[At] | None:
    """The moments at which a flow of fixed lengths without loops can end; None with too many decisions."""
    if sum(len(forward_branches(flow, step)) > 1 for step in flow.decisions) > MOST_DECISIONS:
        return None
    found: dict[At, Fraction] = {}
    for scenario in scenarios(flow, 2**MOST_DECISIONS):
        probability = prod((odds.probability(edge) for edge in scenario.chosen), start=Fraction(1))
        if probability:
            end = max(of_scenario(scenario).finishes(origin, advance))
            found[end] = found.get(end, Fraction(0)) + probability
    return sorted(found.items())


def _add(rest: Affine, other: Affine, factor: Fraction) -> None:
    for unknown, value in other.items():
        rest[unknown] = rest.get(unknown, Fraction(0)) + factor * value


def _solve(rests: dict[int, Affine]) -> Fraction:
    """The expected rest from step 0: eliminates the unknowns, the steps that loops lead back to, one by one."""
    unknowns = sorted({unknown for rest in rests.values() for unknown in rest if unknown is not None})
    equations = {unknown: dict(rests[unknown]) for unknown in unknowns}
    answer = dict(rests[0])
    for unknown in unknowns:
        # x = a x + rest, so x = rest / (1 - a); a < 1 because the procedure is sure to end
        rest = equations.pop(unknown)
        factor = 1 / (1 - rest.pop(unknown, Fraction(0)))
        rest = {other: value * factor for other, value in rest.items()}
        for equation in (*equations.values(), answer):
            if unknown in equation:
                _add(equation, rest, equation.pop(unknown))
    return answer[None]
