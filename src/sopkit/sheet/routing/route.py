"""A page → its drawing: grid, trails, spacing, labels, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.sheet.routing.choices import Choices
from sopkit.sheet.routing.grid import build_grid
from sopkit.sheet.routing.labels import place_labels
from sopkit.sheet.routing.laying import lay_all
from sopkit.sheet.routing.measures import COSTS, DISTANCES, EFFORT
from sopkit.sheet.routing.problem import Path, Routed
from sopkit.sheet.routing.spacing import polylines

if TYPE_CHECKING:
    from sopkit.sheet.routing.measures import Costs, Distances, Effort
    from sopkit.sheet.routing.problem import Page


def route(
    page: Page, distances: Distances = DISTANCES, costs: Costs = COSTS, effort: Effort = EFFORT
) -> Routed:
    """The lines and labels of `page`. Never a wrong line: what has no legal way or no place for its label is named instead.

    The same page gives the same drawing. A label must be narrower than a column and lower than a row by twice
    `distances.label`, or it has no place.
    """
    tracks, avoid = effort.tracks, frozenset[tuple[int, int]]()
    best = drawing = _draw(page, tracks, avoid, distances, costs, effort)
    for _ in range(effort.redraws):
        if not best.routed.unroutable:
            break
        tracks += bool(drawing.without_way)
        avoid |= drawing.crowded
        drawing = _draw(page, tracks, avoid, distances, costs, effort)
        best = min(best, drawing, key=lambda drawing: len(drawing.routed.unroutable))
    return best.routed


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing and what is wrong with it: lines without a way, and (line, side) of exits where a label had no place."""

    routed: Routed
    without_way: bool
    crowded: frozenset[tuple[int, int]]


def _draw(
    page: Page,
    tracks: int,
    avoid: frozenset[tuple[int, int]],
    distances: Distances,
    costs: Costs,
    effort: Effort,
) -> _Drawing:
    grid = build_grid(page, tracks, distances, costs)
    trails = lay_all(grid, Choices(page, avoid, costs), effort)
    lines = polylines(trails, grid, distances)
    labels = place_labels(page, lines, distances)
    bare = {edge.id for edge in page.edges if edge.label is not None and edge.id not in labels}
    paths = tuple(
        Path(edge.id, lines[edge.id], labels.get(edge.id))
        for edge in page.edges
        if edge.id in lines and edge.id not in bare
    )
    drawn = {path.connection for path in paths}
    return _Drawing(
        Routed(paths, tuple(edge.id for edge in page.edges if edge.id not in drawn)),
        len(lines) < len(page.edges),
        frozenset((number, trails[number].leaves.side) for number in bare & trails.keys()),
    )
