"""FlowGraph: steps as nodes, by their 0-based position in the document, and edges in document order.

An edge to a later step is forward; to the same or an earlier step it leads back and opens a loop. The forward edges
alone are therefore always free of cycles, with the document order as a topological order.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from sopkit.model.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sopkit.model.sop import Cabang, Langkah, Sop
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


@dataclass(frozen=True, slots=True)
class Edge:
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


@dataclass(frozen=True, slots=True)
class Dangling:
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
        return _grouped(self.size, self.edges, lambda edge: edge.source)

    @cached_property
    def _into(self) -> tuple[tuple[Edge, ...], ...]:
        return _grouped(self.size, self.edges, lambda edge: edge.target)

    def out(self, step: int) -> tuple[Edge, ...]:
        """The edges that leave `step`; of a decision first ya, then tidak."""
        return self._out[step]

    def into(self, step: int) -> tuple[Edge, ...]:
        """The edges that reach `step`."""
        return self._into[step]

    @cached_property
    def loops(self) -> tuple[Edge, ...]:
        """The edges that lead back."""
        return tuple(edge for edge in self.edges if edge.leads_back)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The steps after which the procedure can end."""
        return tuple(dict.fromkeys(edge.source for edge in self.edges if edge.target is None))

    @cached_property
    def reachable(self) -> frozenset[int]:
        """The steps that can be reached from the first."""
        return _spread((0,), lambda step: (edge.target for edge in self.out(step)))

    @cached_property
    def finishing(self) -> frozenset[int]:
        """The steps from which an end can be reached."""
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
    for source, step in enumerate(sop.langkah):
        for reference, kind, path, label in _exits(source, step, len(sop.langkah)):
            if isinstance(reference, int):
                edges.append(Edge(source, reference, kind, path, label))
            elif reference == SELESAI or reference is None:
                edges.append(Edge(source, None, kind, path, label))
            elif reference in index:
                edges.append(Edge(source, index[reference], kind, path, label))
            else:
                dangling.append(Dangling(source, reference, path))
    decisions = tuple(i for i, step in enumerate(sop.langkah) if step.keputusan is not None)
    return FlowGraph(len(sop.langkah), tuple(edges), tuple(dangling), decisions)


def _references(sop: Sop) -> dict[str, int]:
    """Position by `id`, else by printed number; of doubled ones the first holds, and an id comes before a number."""
    index: dict[str, int] = {}
    for position, step in enumerate(sop.langkah):
        if step.id:
            index.setdefault(step.id, position)
    for position, printed in enumerate(sop.nomor_langkah):
        index.setdefault(printed, position)
    return index


_Exit = tuple[str | int | None, EdgeKind, "DocPath", str | None]


def _exits(source: int, step: Langkah, size: int) -> Iterator[_Exit]:
    """The ways out of a step: a position, a reference, or None for the end."""
    path: DocPath = ("langkah", source)
    if step.keputusan is not None:
        yield from _branch(step.keputusan.ya, EdgeKind.YA, "Ya", path)
        yield from _branch(step.keputusan.tidak, EdgeKind.TIDAK, "Tidak", path)
    elif step.lanjut is not None:
        for i, reference in enumerate(step.lanjut):
            yield reference, EdgeKind.LANJUT, (*path, "lanjut", i), None
    else:
        yield (source + 1 if source + 1 < size else None), EdgeKind.NEXT, path, None


def _branch(branch: Cabang | None, kind: EdgeKind, word: str, path: DocPath) -> Iterator[_Exit]:
    if branch is not None and branch.ke is not None:
        yield branch.ke, kind, (*path, "keputusan", kind.value), branch.label or word


def _grouped(
    size: int, edges: Iterable[Edge], by: Callable[[Edge], int | None]
) -> tuple[tuple[Edge, ...], ...]:
    groups: list[list[Edge]] = [[] for _ in range(size)]
    for edge in edges:
        step = by(edge)
        if step is not None:
            groups[step].append(edge)
    return tuple(tuple(group) for group in groups)


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
