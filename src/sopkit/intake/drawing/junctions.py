"""Which way lines go where several of them end or begin as one.

Lines into the same symbol may end as one line, lines out of the same symbol may begin as one. Where they do, a
stretch between two places where lines meet carries no arrowhead of its own. A reader turns it the way that makes
sense of the whole: no line goes both ways, runs into a dead end or in a circle; lines that have met do not part
again; an answer leads to one step; a line goes on straight and another one joins it from the side; and of two
symbols the one that forks already forks once more.

Here: the directions of such stretches. Not here: what the ways then lead to.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.drawing.geometry import distance
from sopkit.intake.drawing.stretches import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sopkit.intake.drawing.net import End, Net
    from sopkit.intake.drawing.stretches import Stretch

_MOST_OPEN = 12
"""Stretches of one piece whose direction is looked for; what has more is left undecided."""

_MOST_TRIED = 20_000
"""Directions tried on one page, all pieces together."""

_MOST_LINKS = 100
"""Ways through one piece; no drawing that makes sense has more."""

Way = tuple[int, int]
"""A stretch with its direction: from this knot to that one."""

Cost = tuple[int, ...]


def settle(net: Net, decisions: AbstractSet[str]) -> None:
    """Take out of `net` the ways against the direction of their line, where several symbols share lines.

    `decisions` are the shapes whose exits lead to one symbol each. Where two directions make as much sense as each
    other the first is taken, and the nodes in question become `doubtful`.
    """
    left = _MOST_TRIED
    forks: dict[str, set[str]] = {}
    shared = []
    for piece in pieces(net):
        if _is_open(piece, net.ends):
            shared.append(piece)
        else:
            _note_forks(forks, piece, net.ends)
    for piece in sorted(shared, key=lambda piece: len(piece.stretches)):
        free = [stretch for stretch in piece.stretches if _fixed(stretch, net.ends) is None]
        left -= 2 ** min(len(free), 30)
        if len(free) > _MOST_OPEN or left < 0:
            continue
        _decide(net, piece, decisions, forks)


def _is_open(piece: Piece, ends: Mapping[int, End]) -> bool:
    """Whether more than one reading is possible."""
    goals = [knot for knot in piece.knots if knot in ends and ends[knot].arrow]
    starts = [knot for knot in piece.knots if knot in ends and not ends[knot].arrow]
    twofold = any(ends[knot].both for knot in goals)
    return (len(starts) > 1 and len(goals) > 1) or (bool(starts) and twofold)


def _note_forks(forks: dict[str, set[str]], piece: Piece, ends: Mapping[int, End]) -> None:
    """Add what the symbols at a piece that can be read one way only lead to."""
    goals = {ends[knot].shape for knot in piece.knots if knot in ends and ends[knot].arrow}
    for knot in piece.knots:
        if knot in ends and not ends[knot].arrow:
            forks.setdefault(ends[knot].shape, set()).update(goals)


def _fixed(stretch: Stretch, ends: Mapping[int, End]) -> Way | None:
    """The direction a stretch must have: out of a symbol, into an arrowhead, or as its strokes go."""
    for one, other in ((stretch.first, stretch.last), (stretch.last, stretch.first)):
        if (one in ends and not ends[one].arrow) or (other in ends and ends[other].arrow):
            return one, other
    if stretch.forth != stretch.back:
        return (stretch.first, stretch.last) if stretch.forth else (stretch.last, stretch.first)
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Directions of the stretches of a piece, what they lead from and to, and what speaks against them."""

    ways: tuple[Way, ...]
    links: frozenset[tuple[str, str]]
    cost: Cost


def _decide(net: Net, piece: Piece, decisions: AbstractSet[str], forks: dict[str, set[str]]) -> None:
    """Settle one piece by the reading of least cost."""
    best: list[_Reading] = []
    for ways in _readings(piece, net.ends):
        flow = _Flow(piece, ways, net)
        links = flow.links()
        if links is None:
            continue
        reading = _Reading(ways, frozenset(links), flow.cost(links, decisions, forks))
        if best and reading.cost < best[0].cost:
            best = []
        if not best or reading.cost == best[0].cost:
            best.append(reading)
    if best:
        _take(net, piece, best)
        for source, target in best[0].links:
            forks.setdefault(source, set()).add(target)


def _take(net: Net, piece: Piece, best: Sequence[_Reading]) -> None:
    """The first reading made that of the net; what another one leads elsewhere is doubtful."""
    chosen = best[0]
    for position, (stretch, way) in enumerate(zip(piece.stretches, chosen.ways, strict=True)):
        _turn(net, stretch, forth=way[0] == stretch.first)
        if any(other.ways[position] != way and other.links != chosen.links for other in best[1:]):
            net.doubtful.update(stretch.nodes)


def _turn(net: Net, stretch: Stretch, *, forth: bool) -> None:
    nodes = stretch.nodes if forth else stretch.nodes[::-1]
    for one, other in pairwise(nodes):
        if one in net.ways[other]:
            net.ways[other].remove(one)


def _readings(piece: Piece, ends: Mapping[int, End]) -> Iterator[tuple[Way, ...]]:
    """All directions of the stretches in which something comes to and something goes from every place they meet."""
    degree: dict[int, int] = {}
    for stretch in piece.stretches:
        for knot in (stretch.first, stretch.last):
            degree[knot] = degree.get(knot, 0) + 1
    made: list[Way] = []
    into: dict[int, int] = dict.fromkeys(degree, 0)
    out: dict[int, int] = dict.fromkeys(degree, 0)

    def is_stuck(knot: int) -> bool:
        full = into[knot] + out[knot] == degree[knot]
        return full and knot not in ends and not (into[knot] and out[knot])

    def following(position: int) -> Iterator[tuple[Way, ...]]:
        if position == len(piece.stretches):
            yield tuple(made)
            return
        stretch = piece.stretches[position]
        fixed = _fixed(stretch, ends)
        both = ((stretch.first, stretch.last), (stretch.last, stretch.first))
        for way in (fixed,) if fixed is not None else both:
            made.append(way)
            out[way[0]] += 1
            into[way[1]] += 1
            if not is_stuck(way[0]) and not is_stuck(way[1]):
                yield from following(position + 1)
            out[way[0]] -= 1
            into[way[1]] -= 1
            made.pop()

    return following(0)


class _Flow:
    """One reading of a piece: its stretches by the knots they leave and enter."""

    __slots__ = ("ends", "into", "net", "out", "piece")

    def __init__(self, piece: Piece, ways: Sequence[Way], net: Net) -> None:
        self.piece, self.net, self.ends = piece, net, net.ends
        self.out: dict[int, list[tuple[int, Stretch]]] = {}
        self.into: dict[int, list[tuple[int, Stretch]]] = {}
        for stretch, (source, target) in zip(piece.stretches, ways, strict=True):
            self.out.setdefault(source, []).append((target, stretch))
            self.into.setdefault(target, []).append((source, stretch))

    def links(self) -> list[tuple[str, str]] | None:
        """Every way through from symbol to symbol, once for each way; None where a line goes in a circle."""
        found: list[tuple[str, str]] = []
        for start in self._starts():
            paths: list[tuple[int, ...]] = [(start,)]
            while paths:
                path = paths.pop()
                if path[-1] in self.ends and len(path) > 1:
                    found.append((self.ends[start].shape, self.ends[path[-1]].shape))
                    continue
                for target, _ in self.out.get(path[-1], ()):
                    if target in path:
                        return None
                    paths.append((*path, target))
                if len(paths) + len(found) > _MOST_LINKS:
                    return None
        return found

    def _starts(self) -> list[int]:
        return [knot for knot in self.piece.knots if knot in self.ends and self.out.get(knot)]

    def cost(
        self,
        links: Sequence[tuple[str, str]],
        decisions: AbstractSet[str],
        forks: Mapping[str, set[str]],
    ) -> Cost:
        """What speaks against the reading, the weightiest first."""
        targets: dict[str, set[str]] = {}
        for source, target in links:
            targets.setdefault(source, set()).add(target)
        parting = self._met_and_parted() + len(links) - len(set(links))
        answers = sum(
            len(self._goals(start)) - 1 for start in self._starts() if self.ends[start].shape in decisions
        )
        own = sum(source == target and source not in decisions for source, target in links)
        forking = sum(
            len(reached | forks.get(source, set())) > 1
            for source, reached in targets.items()
            if source not in decisions
        )
        return parting, answers + own, forking, self._against_the_grain()

    def _goals(self, start: int) -> set[int]:
        seen, waiting = {start}, [start]
        while waiting:
            for target, _ in self.out.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return {knot for knot in seen if knot in self.ends and knot != start}

    def _met_and_parted(self) -> int:
        """Places where lines part that some have met before."""
        met = [knot for knot, lines in self.into.items() if len(lines) > 1]
        after: set[int] = set()
        waiting = list(met)
        while waiting:
            knot = waiting.pop()
            if knot not in after:
                after.add(knot)
                waiting.extend(target for target, _ in self.out.get(knot, ()))
        return sum(len(self.out.get(knot, ())) > 1 for knot in after)

    def _against_the_grain(self) -> int:
        """Places where two lines meet head on, or part in opposite directions."""
        return sum(
            _are_opposite(self.net, knot, lines[0][1], lines[1][1])
            for side in (self.into, self.out)
            for knot, lines in side.items()
            if len(lines) == 2  # noqa: PLR2004 two lines that meet
        )


def _are_opposite(net: Net, knot: int, one: Stretch, other: Stretch) -> bool:
    ax, ay = _leaving(net, one, knot)
    bx, by = _leaving(net, other, knot)
    return ax * bx + ay * by < -0.9  # noqa: PLR2004 cosine: practically straight


def _leaving(net: Net, stretch: Stretch, knot: int) -> tuple[float, float]:
    """The direction in which a stretch leaves a knot."""
    nodes = stretch.nodes if stretch.first == knot else stretch.nodes[::-1]
    start = net.points[nodes[0]]
    end = next((net.points[node] for node in nodes if distance(net.points[node], start) > 1), start)
    length = distance(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length
