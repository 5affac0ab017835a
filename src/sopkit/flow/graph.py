"""FlowGraph: steps as nodes, by their 0-based position in the document, and edges in document order.

An edge to a later step is forward; to the same or an earlier step it leads back and opens a loop. The forward edges
alone are therefore always free of cycles, with the document order as a topological order.
"""

from __future__ import annotations

from collections import deque
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopkit.fixed import Fixed
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


class FlowGraph(Fixed):
    """`size` steps, the edges between them in document order, and the references that lead nowhere.

    `numbered` and `named` say whether steps have numbers and ids of their own.
    """

    size: int
    edges: tuple[Edge, ...]
    dangling: tuple[Dangling, ...]
    decisions: tuple[int, ...]
    numbered: bool = False
    named: bool = False

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

    @cached_property
    def sources(self) -> tuple[tuple[int, ...], ...]:
        """For every step, the others right before it."""
        return tuple(
            tuple(edge.source for edge in edges if edge.source != i) for i, edges in enumerate(self._into)
        )

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
    """The flow of `sop`. A missing branch or a dangling reference makes no edge; both are for rules to report.

    SOPs of one shape share their graph, and with it what is worked out of it: a graph knows no texts.
    """
    marked = [
        _Marked(i, step.id, step.nomor, _branches(step.keputusan), step.lanjut)
        for i, step in enumerate(sop.langkah)
        if step.keputusan is not None or step.lanjut is not None or step.nomor or step.id
    ]
    return _shaped(len(sop.langkah), tuple(marked))


_Branches = tuple[tuple[str, str] | None, tuple[str, str] | None]
"""Where ya and tidak lead, each with the word on it; None for a branch that leads nowhere."""


class _Marked(NamedTuple):
    """A step that does not just lead to the next row, or has a name of its own; `exits` are those of a decision."""

    position: int
    id: str | None
    nomor: str | None
    exits: _Branches | None
    lanjut: tuple[str, ...] | None


def _branches(decision: Keputusan | None) -> _Branches | None:
    return None if decision is None else (_branch(decision.ya, "Ya"), _branch(decision.tidak, "Tidak"))


def _branch(branch: Cabang | None, word: str) -> tuple[str, str] | None:
    return None if branch is None or branch.ke is None else (branch.ke, branch.label or word)


@lru_cache(maxsize=256)
def _shaped(size: int, marked: tuple[_Marked, ...]) -> FlowGraph:
    """The flow of `size` steps, those of `marked` as they say, the others each to the next row."""
    index = _references(size, marked)
    rows = {step.position: step for step in marked}
    edges: list[Edge] = []
    dangling: list[Dangling] = []
    for source in range(size):
        step = rows.get(source)
        if step is None or (step.exits is None and step.lanjut is None):
            following = None if source == size - 1 else source + 1
            edges.append(Edge(source, following, EdgeKind.NEXT, ("langkah", source)))
            continue
        for reference, kind, path, label in _exits(step):
            if reference == SELESAI:
                edges.append(Edge(source, None, kind, path, label))
            elif reference in index:
                edges.append(Edge(source, index[reference], kind, path, label))
            else:
                dangling.append(Dangling(source, reference, path))
    decisions = tuple(step.position for step in marked if step.exits is not None)
    numbered, named = any(step.nomor for step in marked), any(step.id for step in marked)
    return FlowGraph(size, tuple(edges), tuple(dangling), decisions, numbered, named)


def _references(size: int, marked: Iterable[_Marked]) -> dict[str, int]:
    """Position by `id`, else by printed number; of doubled ones the first holds, and an id comes before a number."""
    numbers = [str(number) for number in range(1, size + 1)]
    names: list[tuple[str, int]] = []
    for step in marked:
        if step.nomor:
            numbers[step.position] = step.nomor
        if step.id:
            names.append((step.id, step.position))
    index = dict(zip(reversed(numbers), range(size - 1, -1, -1), strict=True))
    index.update(reversed(names))
    return index


_Exit = tuple[str, EdgeKind, "DocPath", str | None]
"""A reference, how it is an exit, where it stands, and the word on it."""


def _exits(step: _Marked) -> Iterator[_Exit]:
    """The exits of a step; a decision has no `lanjut`."""
    at = ("langkah", step.position)
    if step.exits is None:
        for i, reference in enumerate(step.lanjut or ()):
            yield reference, EdgeKind.LANJUT, (*at, "lanjut", i), None
        return
    for kind, branch in zip((EdgeKind.YA, EdgeKind.TIDAK), step.exits, strict=True):
        if branch is not None:
            yield branch[0], kind, (*at, "keputusan", kind.value), branch[1]


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
