"""A network of work: the steps of one scenario in the order they are done, each with the ones it waits for.

Every scenario becomes a network, and everything that is asked of a scenario (its length, its dates, its load) is
asked of the network. A step that is done again in a round of rework stands in it again. How a scenario is chosen is
in `scenarios`; what is not here either: any calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sopkit.flow.graph import Edge
    from sopkit.flow.scenario import Scenario
    from sopkit.timing.moments import At


@dataclass(frozen=True, slots=True)
class Network:
    """`steps[i]` is the position of the step that the i-th piece of work does; it waits for those in `before[i]`.

    All of `before[i]` are smaller than i. A piece that waits for nothing begins at the start.
    """

    steps: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]

    def finishes(self, origin: At, advance: Sequence[Callable[[At], At]]) -> list[At]:
        """When each piece is done; `advance[step]` turns the start of a step into its finish."""
        done: list[At] = []
        for step, before in zip(self.steps, self.before, strict=True):
            done.append(advance[step](max([done[i] for i in before], default=origin)))
        return done

    def after(self) -> list[list[int]]:
        """The pieces that wait for each piece, ascending."""
        following: list[list[int]] = [[] for _ in self.steps]
        for piece, before in enumerate(self.before):
            for i in before:
                following[i].append(piece)
        return following

    def chain(self, weights: Sequence[int]) -> tuple[int, ...]:
        """The pieces of the longest way through, the first in order of several; `weights` by position of the step."""
        following = self.after()
        rest = [0] * len(self.steps)
        for piece in range(len(self.steps) - 1, -1, -1):
            onward = max([rest[i] for i in following[piece]], default=0)
            rest[piece] = weights[self.steps[piece]] + onward
        way, onward_from = [], [i for i, before in enumerate(self.before) if not before]
        while onward_from:
            wanted = max([rest[i] for i in onward_from])
            piece = next(i for i in onward_from if rest[i] == wanted)
            way.append(piece)
            onward_from = following[piece]
        return tuple(way)


def in_sequence(steps: Iterable[int]) -> Network:
    """One after the other, as they are listed."""
    listed = tuple(steps)
    return Network(listed, tuple((i - 1,) if i else () for i in range(len(listed))))


@dataclass(frozen=True, slots=True)
class Round:
    """One round of rework: the steps from where the loop leads back to the decision, joined by `edges`.

    `length` is the longest way through them.
    """

    steps: tuple[int, ...]
    edges: tuple[Edge, ...]
    length: int


def of_scenario(scenario: Scenario | Round, rounds: Mapping[int, Sequence[Round]] | None = None) -> Network:
    """The steps of a scenario, or of one round; each waits for all active edges that reach it.

    `rounds` are done after the first time their decision is, one after the other, each ending with the decision once
    more. What the decision leads to waits for the last of them; other ways out of the steps of a round do not wait for
    the repetition.
    """
    building = _Building()
    building.add(scenario.steps, scenario.edges, rounds or {}, None)
    return Network(tuple(building.steps), tuple(building.before))


class _Building:
    """A network while it grows."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self.before: list[tuple[int, ...]] = []

    def add(
        self,
        steps: Iterable[int],
        edges: Iterable[Edge],
        rounds: Mapping[int, Sequence[Round]],
        first: int | None,
    ) -> int:
        """Add `steps`, of which the earliest waits for the piece `first`; returns the piece that is last in order."""
        sources: dict[int, dict[int, None]] = {}
        for edge in edges:
            if edge.target is not None:
                sources.setdefault(edge.target, {})[edge.source] = None
        piece: dict[int, int] = {}
        last = -1
        for step in steps:
            before = tuple([piece[source] for source in sources.get(step, ())])
            if not piece and first is not None:
                before = (first,)
            last = self._append(step, before)
            for again in rounds.get(step, ()):
                last = self.add(again.steps, again.edges, {}, last)
            piece[step] = last
        return last

    def _append(self, step: int, before: tuple[int, ...]) -> int:
        self.steps.append(step)
        self.before.append(before)
        return len(self.steps) - 1
