"""The ways forward through a flow: where they lead, how long the rest is, which branch to take.

What belongs here is exact without walking all scenarios. The rest of the way from a step is its own length and the
longest (or shortest) rest of what follows; at a decision of the branch taken, at a parallel step of the longest
branch, because a join waits. Taking the better branch at every decision makes every rest as long (or as short) as it
can be at once, whatever runs in parallel, so that the answer for any number of decisions costs one look at each edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.flow.scenario import Scenario, follow, forward_branches
from sopkit.timing.network import Round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sopkit.flow.graph import Edge, FlowGraph

Rest = tuple[int, ...]
"""The length of the rest of the way from each step, the step included."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The forward edges worth taking, by step.

    `targets[step]` are the steps it can go on to. Of a decision only branches from which the end can be reached
    forward are kept, unless none can; the end itself is no target. `choices` are the decisions with two such branches.
    """

    flow: FlowGraph
    targets: tuple[tuple[int, ...], ...]
    choices: frozenset[int]
    finishing: tuple[bool, ...]

    def longest(self, weights: Sequence[int]) -> Rest:
        """The longest rest from each step."""
        return self._rest(weights, max)

    def shortest(self, weights: Sequence[int]) -> Rest:
        """The shortest rest from each step that a choice of branches can bring about."""
        return self._rest(weights, min)

    def take(self, rest: Rest, best: Callable[[Iterable[int]], int]) -> Scenario:
        """The scenario in which every decision takes the branch with the `best` (min, max) rest; at a tie `ya`."""
        return follow(self.flow, lambda options: self.pick(options, rest, best))

    def pick(self, options: Sequence[Edge], rest: Rest, best: Callable[[Iterable[int]], int]) -> Edge:
        """Of the branches `options` the one with the `best` rest; those that cannot come to an end are left out."""
        worth = [edge for edge in options if edge.target is None or self.finishing[edge.target]] or options
        wanted = best([_rest_of(rest, edge) for edge in worth])
        return next(edge for edge in worth if _rest_of(rest, edge) == wanted)

    def _rest(self, weights: Sequence[int], best: Callable[[Iterable[int]], int]) -> Rest:
        rest = [0] * len(self.targets)
        decisions = self.choices
        for step in range(len(rest) - 1, -1, -1):
            following = [rest[target] for target in self.targets[step]]
            if step in decisions:
                if len(following) == 1:  # the other branch ends the procedure
                    following.append(0)
                rest[step] = weights[step] + best(following)
            else:
                rest[step] = weights[step] + max(following, default=0)
        return tuple(rest)


def find_ways(flow: FlowGraph) -> Ways:
    """The ways forward of `flow`."""
    finishing = _finishing(flow)
    targets: list[tuple[int, ...]] = []
    choices = set()
    decisions = set(flow.decisions)
    for step in range(flow.size):
        edges = forward_branches(flow, step)
        if step in decisions:
            edges = tuple(e for e in edges if e.target is None or finishing[e.target]) or edges
            if len({edge.target for edge in edges}) > 1:
                choices.add(step)
        targets.append(tuple(dict.fromkeys(edge.target for edge in edges if edge.target is not None)))
    return Ways(flow, tuple(targets), frozenset(choices), finishing)


def loop_steps(flow: FlowGraph) -> int:
    """At most so many steps one round of every loop takes: a bound for what counting rework costs."""
    return sum(edge.source - edge.target + 1 for edge in flow.loops if edge.target is not None)


def find_rounds(flow: FlowGraph, weights: Sequence[int]) -> Mapping[int, Round]:
    """One round of every loop, by its decision: the longest way from where it leads back to the decision.

    Inside a round no further loop is taken; where the ways part in parallel, all branches that come back to the
    decision are done. An edge back to a step that does not lead to the decision again is no loop: see `one_way_back`.
    Nor is one of a decision that has no branch forward: it would never be left.
    """
    rounds = {}
    for edge in flow.loops:
        if edge.source in rounds or not _opens_loop(flow, edge):
            continue
        found = _round(flow, edge, weights)
        if found is not None:
            rounds[edge.source] = found
    return rounds


def one_way_back(flow: FlowGraph) -> tuple[Edge, ...]:
    """The reachable edges that lead back and make no round that can be counted, in document order."""
    zero = [0] * flow.size
    return tuple(
        edge
        for edge in flow.loops
        if edge.source in flow.reachable and (not _opens_loop(flow, edge) or _round(flow, edge, zero) is None)
    )


def _opens_loop(flow: FlowGraph, edge: Edge) -> bool:
    """Whether the procedure can go on after the loop: a decision with a branch forward."""
    return edge.source in flow.decisions and bool(forward_branches(flow, edge.source))


def _round(flow: FlowGraph, loop: Edge, weights: Sequence[int]) -> Round | None:
    start, decision = loop.target, loop.source
    if start is None:
        return None
    reach: dict[int, int] = {decision: weights[decision]}
    for step in range(decision - 1, start - 1, -1):
        onward = [_rest_of(reach, edge) for edge in flow.out(step) if _within(edge, reach)]
        if onward:
            reach[step] = weights[step] + max(onward)
    if start not in reach:
        return None
    decisions = set(flow.decisions)
    active, edges = {start}, []
    for step in range(start, decision):
        if step in active:
            onward_edges = [edge for edge in flow.out(step) if _within(edge, reach)]
            if step in decisions:
                onward_edges = [max(onward_edges, key=lambda edge: _rest_of(reach, edge))]
            edges.extend(onward_edges)
            active.update(edge.target for edge in onward_edges if edge.target is not None)
    return Round(tuple(sorted(active)), tuple(edges), reach[start])


def _within(edge: Edge, reach: Mapping[int, int]) -> bool:
    return not edge.leads_back and edge.target in reach


def _rest_of(rest: Sequence[int] | Mapping[int, int], edge: Edge) -> int:
    return 0 if edge.target is None else rest[edge.target]


def _finishing(flow: FlowGraph) -> tuple[bool, ...]:
    """Whether the end can be reached forward from each step."""
    found = [False] * flow.size
    for step in range(flow.size - 1, -1, -1):
        found[step] = any(edge.target is None or found[edge.target] for edge in forward_branches(flow, step))
    return tuple(found)
