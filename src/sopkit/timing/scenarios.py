"""The five scenarios of a procedure and how long each takes.

as written: every row once, one after the other. smooth: every decision takes the branch that does not lead back, `ya`
where both go on. shortest and longest: of all choices of branches that never lead back. rework: the longest way on
which every loop whose decision it meets is taken N times: each time the longest way from where the loop leads back to
the decision is done once more, without loops inside it, so that every loop, nested or not, is taken N times in all.
Parallel branches outside that way are not repeated; what comes after the decision waits.

Lengths are of the longest way through the network of the scenario, by `Span.order`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from sopkit.flow.scenario import smooth
from sopkit.timing.lengths import Span
from sopkit.timing.network import Network, in_sequence, of_scenario
from sopkit.timing.ways import find_rounds, find_ways

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.flow.graph import FlowGraph
    from sopkit.timing.lengths import StepTime
    from sopkit.timing.ways import Ways


class Kind(Enum):
    """The scenarios, by their names in reports."""

    AS_WRITTEN = "as_written"
    SMOOTH = "smooth"
    SHORTEST = "shortest"
    LONGEST = "longest"
    REWORK = "rework"


_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True)
class ScenarioTime:
    """A scenario and its length.

    `network` holds its work; `network.steps` are positions in the order of work, repeated ones again. `span` is the
    sum over `chain`, the pieces of the network (by index) that make the length: the critical way, the first in
    document order when there are several. `smallest` and `largest` are lengths of the same kind of scenario when every
    step takes its shortest and its longest time; another branch may then be the one. `unknown` are the positions of
    its steps without a known length: where there are any, every length is a lower bound.
    """

    kind: Kind
    network: Network
    chain: tuple[int, ...]
    span: Span
    smallest: Span
    largest: Span
    unknown: tuple[int, ...]

    @property
    def steps(self) -> tuple[int, ...]:
        """The positions of its steps in the order of work."""
        return self.network.steps


@dataclass(frozen=True, slots=True)
class Scenarios:
    """All five scenarios in the order of `Kind`; `rounds` is how often the last one takes each loop."""

    all: tuple[ScenarioTime, ...]
    rounds: int

    def of(self, kind: Kind) -> ScenarioTime:
        """The scenario of a kind."""
        return self.all[_ORDER.index(kind)]

    @property
    def as_written(self) -> ScenarioTime:
        """Every row once."""
        return self.of(Kind.AS_WRITTEN)

    @property
    def longest(self) -> ScenarioTime:
        """The longest way without rework."""
        return self.of(Kind.LONGEST)


def find_scenarios(flow: FlowGraph, times: Sequence[StepTime], rounds: int = 1) -> Scenarios:
    """The scenarios of `flow`, the last with `rounds` rounds of rework.

    Raises:
        ValueError: `rounds` is negative.
    """
    if rounds < 0:
        raise ValueError(f"a loop is not taken {rounds} times")
    ways = find_ways(flow)
    cases = _Cases(
        tuple(time.smallest for time in times),
        tuple(time.usual for time in times),
        tuple(time.largest for time in times),
        frozenset(i for i, time in enumerate(times) if time.unknown),
    )
    kinds = tuple(Kind) if flow.decisions else (Kind.AS_WRITTEN, Kind.SMOOTH)
    found = {kind: _scenario(kind, ways, cases, rounds) for kind in kinds}
    # without a decision there is only one way
    return Scenarios(
        tuple(found.get(kind) or replace(found[Kind.SMOOTH], kind=kind) for kind in Kind), rounds
    )


def choose(kind: Kind, ways: Ways, spans: Sequence[Span], rounds: int) -> Network:
    """The work of the scenario of a kind when the steps take `spans`."""
    if kind is Kind.AS_WRITTEN:
        return in_sequence(range(ways.flow.size))
    if kind is Kind.SMOOTH:
        return of_scenario(smooth(ways.flow))
    weights = [span.order for span in spans]
    if kind is Kind.SHORTEST:
        return of_scenario(ways.take(ways.shortest(weights), min))
    loops = find_rounds(ways.flow, weights) if kind is Kind.REWORK and rounds else {}
    for decision, again in loops.items():
        weights[decision] += rounds * again.length
    scenario = ways.take(ways.longest(weights), max)
    return of_scenario(scenario, {decision: (again,) * rounds for decision, again in loops.items()})


@dataclass(frozen=True, slots=True)
class _Cases:
    """The spans of all steps, by how long they take, and the steps whose length is unknown."""

    smallest: tuple[Span, ...]
    usual: tuple[Span, ...]
    largest: tuple[Span, ...]
    unknown: frozenset[int]


def _scenario(kind: Kind, ways: Ways, cases: _Cases, rounds: int) -> ScenarioTime:
    network = choose(kind, ways, cases.usual, rounds)
    chain, span = _longest(network, cases.usual)
    smallest, largest = (
        span if case == cases.usual else _longest(choose(kind, ways, case, rounds), case)[1]
        for case in (cases.smallest, cases.largest)
    )
    unknown = tuple(sorted(cases.unknown.intersection(network.steps)))
    return ScenarioTime(kind, network, chain, span, smallest, largest, unknown)


def _longest(network: Network, spans: Sequence[Span]) -> tuple[tuple[int, ...], Span]:
    chain = network.chain([span.order for span in spans])
    return chain, sum((spans[network.steps[piece]] for piece in chain), start=Span())
