"""Scenarios: which branch each decision takes, and which steps become active by that.

A decision takes one branch; a step with several `lanjut` starts all of them. Scenarios hold forward edges only: what a
loop costs is a question of time, answered in `timing`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sopkit.flow.graph import Edge, FlowGraph


class Scenario(NamedTuple):
    """One way through the procedure: the active steps in document order, and the active forward edges.

    `chosen` are the branches taken, in document order. `finishes` tells whether some active step ends the procedure.
    """

    steps: tuple[int, ...]
    edges: tuple[Edge, ...]
    chosen: tuple[Edge, ...]

    @property
    def finishes(self) -> bool:
        """Whether the end is reached."""
        return any(edge.target is None for edge in self.edges)


def forward_branches(flow: FlowGraph, decision: int) -> tuple[Edge, ...]:
    """The branches of a decision that do not lead back, `ya` first."""
    return tuple(edge for edge in flow.out(decision) if not edge.leads_back)


def follow(flow: FlowGraph, choose: Callable[[tuple[Edge, ...]], Edge]) -> Scenario:
    """The scenario in which every active decision takes the branch that `choose` picks of those that go forward."""
    active = {0} if flow.size else set()
    edges: list[Edge] = []
    chosen: list[Edge] = []
    decisions = set(flow.decisions)
    for step in range(flow.size):
        if step not in active:
            continue
        options = forward_branches(flow, step)
        if step in decisions and options:
            options = (choose(options),)
            chosen.extend(options)
        edges.extend(options)
        active.update(edge.target for edge in options if edge.target is not None)
    return Scenario(tuple(sorted(active)), tuple(edges), tuple(chosen))


def smooth(flow: FlowGraph) -> Scenario:
    """Nothing comes back: every decision takes the branch that does not lead back, and `ya` where neither does."""
    return follow(flow, lambda options: options[0])


def scenarios(flow: FlowGraph, limit: int) -> tuple[Scenario, ...]:
    """All scenarios without rework, each once, `ya` before `tidak`; at most `limit` of them.

    Only decisions that become active are varied, so that a decision behind a branch not taken multiplies nothing.
    """
    return tuple(islice(_vary(flow, ()), limit))


def _vary(flow: FlowGraph, taken: tuple[int, ...]) -> Iterator[Scenario]:
    """The scenarios whose first choices, in document order, are the option numbers `taken`."""
    widths: list[int] = []

    def choose(options: tuple[Edge, ...]) -> Edge:
        widths.append(len(options))
        position = len(widths) - 1
        return options[taken[position] if position < len(taken) else 0]

    scenario = follow(flow, choose)
    yield scenario
    for position in range(len(taken), len(widths)):
        head = (*taken, *([0] * (position - len(taken))))
        for option in range(1, widths[position]):
            yield from _vary(flow, (*head, option))
