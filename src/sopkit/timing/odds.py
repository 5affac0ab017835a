"""How likely each way out of a step is, and what is random in a procedure at all.

The probability of a branch is its `peluang`; of a missing one the rest of the other's, and one half when neither is
given. Two that do not add up to 1 keep their proportion; two zeros count as not given. A branch that leads nowhere (it is
missing, or names no step) is never taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.flow.graph import Edge, FlowGraph
    from sopkit.model.sop import Cabang, Sop
    from sopkit.timing.lengths import StepTime

Exit: TypeAlias = "tuple[Fraction, int | None]"
"""The probability of a branch, above 0, and the step it leads to; None is the end."""

_HALF, _CERTAIN = Fraction(1, 2), Fraction(1)


@dataclass(frozen=True, slots=True)
class Odds:
    """Where each step goes on to.

    `exits[step]` are the branches of a decision, of which one is taken; empty for other steps, which go on to all of
    `targets[step]` at once (None is the end). `reached` are the steps that are ever done, ascending.
    """

    exits: tuple[tuple[Exit, ...], ...]
    targets: tuple[tuple[int | None, ...], ...]
    reached: tuple[int, ...]

    @property
    def sequential(self) -> bool:
        """Whether nothing is ever done in parallel."""
        return all(len(self.targets[step]) <= 1 for step in self.reached)

    @property
    def loops(self) -> bool:
        """Whether the way can lead back."""
        return bool(self.loop_targets)

    @property
    def loop_targets(self) -> frozenset[int]:
        """The steps to which the way can lead back."""
        return frozenset(
            to for step in self.reached for to in self.onward(step) if to is not None and to <= step
        )

    @property
    def ends(self) -> bool:
        """Whether the procedure is sure to end: from every step that is ever done the end can be reached."""
        ending: set[int] = set()
        before = -1
        while before < len(ending):
            before = len(ending)
            # backwards, so that one round is enough but for loops
            ending.update(step for step in reversed(self.reached) if self._ends_within(step, ending))
        return before == len(self.reached)

    def onward(self, step: int) -> tuple[int | None, ...]:
        """All that `step` can go on to."""
        return tuple(target for _, target in self.exits[step]) or self.targets[step]

    def branches(self, step: int) -> tuple[Exit, ...]:
        """The ways out of `step`, each with its probability; in a parallel step every one is certain."""
        return self.exits[step] or tuple((_CERTAIN, target) for target in self.targets[step])

    def probability(self, edge: Edge) -> Fraction:
        """How likely the decision at the source of `edge` goes on to its target."""
        return sum((p for p, target in self.exits[edge.source] if target == edge.target), start=Fraction(0))

    def varies(self, times: Sequence[StepTime]) -> bool:
        """Whether the length of some step that is ever done is a range."""
        return any(times[step].smallest != times[step].largest for step in self.reached)

    def _ends_within(self, step: int, ending: set[int]) -> bool:
        return any(target is None or target in ending for target in self.onward(step))


def find_odds(sop: Sop, flow: FlowGraph) -> Odds:
    """The odds of `sop`."""
    exits: list[tuple[Exit, ...]] = [() for _ in range(flow.size)]
    targets: list[tuple[int | None, ...]] = [() for _ in range(flow.size)]
    for step in range(flow.size):
        decision, edges = sop.langkah[step].keputusan, flow.out(step)
        if decision is None:
            targets[step] = tuple(dict.fromkeys(edge.target for edge in edges))
        else:
            given = {"ya": decision.ya, "tidak": decision.tidak}
            weights = _weights([_peluang(given[edge.kind.value]) for edge in edges])
            exits[step] = _merged(weights, edges)
    odds = Odds(tuple(exits), tuple(targets), ())
    return Odds(odds.exits, odds.targets, _reached(odds))


def assumed(sop: Sop, flow: FlowGraph) -> tuple[int, ...]:
    """The decisions with two branches and no `peluang` at all: one half is an assumption there."""
    return tuple(
        step
        for step in flow.decisions
        if len({edge.target for edge in flow.out(step)}) > 1
        and (decision := sop.langkah[step].keputusan) is not None
        and _peluang(decision.ya) is None
        and _peluang(decision.tidak) is None
    )


def _peluang(branch: Cabang | None) -> Fraction | None:
    return branch.peluang if branch else None


def _weights(given: Sequence[Fraction | None]) -> list[Fraction]:
    """What each branch weighs against the other."""
    if len(given) == 1:
        return [Fraction(1)]
    known = [p for p in given if p is not None]
    if len(known) == 1:
        return [1 - known[0] if p is None else p for p in given]
    return known if any(known) else [_HALF for _ in given]


def _merged(weights: Sequence[Fraction], edges: Sequence[Edge]) -> tuple[Exit, ...]:
    whole = sum(weights)
    merged: dict[int | None, Fraction] = {}
    for weight, edge in zip(weights, edges, strict=True):
        if weight:
            merged[edge.target] = merged.get(edge.target, Fraction(0)) + weight / whole
    return tuple((p, target) for target, p in merged.items())


def _reached(odds: Odds) -> tuple[int, ...]:
    seen, todo = {0}, [0]
    while todo:
        for target in odds.onward(todo.pop()):
            if target is not None and target not in seen:
                seen.add(target)
                todo.append(target)
    return tuple(sorted(seen))
