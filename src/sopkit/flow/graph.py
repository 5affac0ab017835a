"""FlowGraph: steps as nodes, by their 0-based position in the document, and edges in document order.

An edge to a later step is forward; to the same or an earlier step it leads back and opens a loop. The forward edges
alone are therefore always free of cycles, with the document order as a topological order.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopkit.model.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sopkit.model.sop import Cabang, Keputusan, Sop
    from sopkit.source import DocPath


class EdgeKind(Enum):
    """How an edge came about."""

    NEXT = "next"
    """The next row, because the step names no successor."""
    LANJUT = "lanjut"
    """Named in `lanjut`."""
    YA = "ya"
    """The yes branch of a decision."""
    TIDAK = "tidak"
    """The no branch of a decision."""


class Edge(NamedTuple):
    """From step `source` to step `target`, by position; `target` None is the end of the procedure.

    `label` is the word on a branch of a decision, None elsewhere; `path` is where the document names the target.
    """

    source: int
    target: int | None
    kind: EdgeKind
    path: DocPath
    label: str | None = None

    @property
    def leads_back(self) -> bool:
        """Whether the edge goes to the same or an earlier step."""
        return self.target is not None and self.target <= self.source


class Dangling(NamedTuple):
    """A reference to a step that is not there."""

    source: int
    reference: str
    path: DocPath


@dataclass(frozen=True)
class FlowGraph:
    """`size` steps, the edges between them in document order, and the references that lead nowhere."""

    size: int
    edges: tuple[Edge, ...]
    dangling: tuple[Dangling, ...]
    decisions: tuple[int, ...]

    @cached_property
    def _out(self) -> tuple[tuple[Edge, ...], ...]:
        groups: list[list[Edge]] = [[] for _ in range(self.size)]
        for edge in self.edges:
            groups[edge.source].append(edge)
        return tuple(map(tuple, groups))

    @cached_property
    def _into(self) -> tuple[tuple[Edge, ...], ...]:
        groups: list[list[Edge]] = [[] for _ in range(self.size)]
        for edge in self.edges:
            if edge.target is not None:
                groups[edge.target].append(edge)
        return tuple(map(tuple, groups))

    def out(self, step: int) -> tuple[Edge, ...]:
        """The edges that leave `step`; of a decision first ya, then tidak."""
        return self._out[step]

    def into(self, step: int) -> tuple[Edge, ...]:
        """The edges that reach `step`."""
        return self._into[step]

    @cached_property
    def loops(self) -> tuple[Edge, ...]:
        """The edges that lead back."""
        return tuple([edge for edge in self.edges if edge.target is not None and edge.target <= edge.source])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The steps after which the procedure can end."""
        return tuple(dict.fromkeys(edge.source for edge in self.edges if edge.target is None))

    @cached_property
    def reachable(self) -> frozenset[int]:
        """The steps that can be reached from the first."""
        entered = {to for source, to, _, _, _ in self.edges if to is not None and to > source}
        if len(entered) == self.size - 1:  # each of the others from an earlier one
            return frozenset(range(self.size))
        return _spread((0,), lambda step: (edge.target for edge in self.out(step)))

    @cached_property
    def finishing(self) -> frozenset[int]:
        """The steps from which an end can be reached."""
        left = {source for source, to, _, _, _ in self.edges if to is None or to > source}
        if len(left) == self.size:  # each for a later one or the end
            return frozenset(range(self.size))
        return _spread(self.ends, lambda step: (edge.source for edge in self.into(step)))

    @cached_property
    def ancestors(self) -> tuple[frozenset[int], ...]:
        """For every step, the steps that come before it on some way, loops included; itself only when on a loop."""
        direct = [tuple({edge.source for edge in self.into(step)}) for step in range(self.size)]
        # a set of steps is a number with a bit for each: what comes before a step is handed on until nothing is new
        masks, changed = [0] * self.size, True
        while changed:
            changed = False
            for step, sources in enumerate(direct):
                mask = masks[step]
                for source in sources:
                    mask |= masks[source] | 1 << source
                changed = changed or mask != masks[step]
                masks[step] = mask
        return tuple(frozenset(at for at in range(self.size) if mask >> at & 1) for mask in masks)


def build_flow(sop: Sop) -> FlowGraph:
    """The flow of `sop`. A missing branch or a dangling reference makes no edge; both are for rules to report."""
    index = _references(sop)
    edges: list[Edge] = []
    dangling: list[Dangling] = []
    decisions: list[int] = []
    last = len(sop.langkah) - 1
    for source, step in enumerate(sop.langkah):
        if step.keputusan is not None:
            decisions.append(source)
            exits = _branches(source, step.keputusan)
        elif step.lanjut is not None:
            exits = _named(source, step.lanjut)
        else:
            edges.append(_following(source, None if source == last else source + 1))
            continue
        for reference, kind, path, label in exits:
            if reference == SELESAI:
                edges.append(Edge(source, None, kind, path, label))
            elif reference in index:
                edges.append(Edge(source, index[reference], kind, path, label))
            else:
                dangling.append(Dangling(source, reference, path))
    return FlowGraph(last + 1, tuple(edges), tuple(dangling), tuple(decisions))


def _references(sop: Sop) -> dict[str, int]:
    """Position by `id`, else by printed number; of doubled ones the first holds, and an id comes before a number."""
    numbers = sop.nomor_langkah
    index = dict(zip(reversed(numbers), range(len(numbers) - 1, -1, -1), strict=True))
    named = [(step.id, position) for position, step in enumerate(sop.langkah) if step.id]
    index.update(reversed(named))
    return index


@lru_cache(maxsize=256)
def _following(source: int, target: int | None) -> Edge:
    """The edge to the next row, or to the end; kept, because the rows of all SOPs follow each other in the same way."""
    return Edge(source, target, EdgeKind.NEXT, ("langkah", source))


_Exit = tuple[str, EdgeKind, "DocPath", str | None]
"""A reference, how it is an exit, where it stands, and the word on it."""


def _branches(source: int, decision: Keputusan) -> Iterator[_Exit]:
    yield from _branch(decision.ya, EdgeKind.YA, "Ya", ("langkah", source, "keputusan", "ya"))
    yield from _branch(decision.tidak, EdgeKind.TIDAK, "Tidak", ("langkah", source, "keputusan", "tidak"))


def _branch(branch: Cabang | None, kind: EdgeKind, word: str, path: DocPath) -> Iterator[_Exit]:
    if branch is not None and branch.ke is not None:
        yield branch.ke, kind, path, branch.label or word


def _named(source: int, references: Iterable[str]) -> Iterator[_Exit]:
    for i, reference in enumerate(references):
        yield reference, EdgeKind.LANJUT, ("langkah", source, "lanjut", i), None


def _spread(start: Iterable[int], neighbours: Callable[[int], Iterable[int | None]]) -> frozenset[int]:
    """All that is reached from `start`, itself included, breadth first."""
    seen = set(start)
    queue = deque(seen)
    while queue:
        for step in neighbours(queue.popleft()):
            if step is not None and step not in seen:
                seen.add(step)
                queue.append(step)
    return frozenset(seen)
