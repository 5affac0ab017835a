"""The lines of a drawing as the fewest straight strokes: runs that connectors share are drawn once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.render.shapes import ARROW, arrowhead, before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.sheet.model import Connector
    from sopkit.sheet.routing.problem import Point


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight stroke from `start` to `end` at the x (`upright`) or y `at`; `start` is the lesser."""

    upright: bool
    at: int
    start: int
    end: int


def strokes(connectors: Iterable[Connector]) -> tuple[Stroke, ...]:
    """The strokes of `connectors`: horizontal ones first, each by place. They end half an arrowhead before an arrow's tip."""
    lines: dict[tuple[bool, int], list[tuple[int, int]]] = {}
    for connector in connectors:
        for one, other in pairwise(_drawn(connector)):
            upright = one[0] == other[0]
            along = 1 if upright else 0
            stretch = (min(one[along], other[along]), max(one[along], other[along]))
            lines.setdefault((upright, one[1 - along]), []).append(stretch)
    return tuple(
        Stroke(upright, at, start, end)
        for (upright, at), stretches in sorted(lines.items())
        for start, end in _joined(stretches)
    )


def _drawn(connector: Connector) -> tuple[Point, ...]:
    points = connector.points
    if not connector.arrow:
        return points
    return (*points[:-1], before(points[-1], points[-2], ARROW[0] // 2))


def _joined(stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of one line made as few as possible."""
    first, last = min(stretches)
    for start, end in sorted(stretches):
        if start > last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last


def arrowheads(connectors: Iterable[Connector]) -> tuple[tuple[Point, Point, Point], ...]:
    """The arrowheads of `connectors`, tip first; one where several lines end as one."""
    found = (
        arrowhead(connector.points[-1], connector.points[-2]) for connector in connectors if connector.arrow
    )
    return tuple(dict.fromkeys(found))
