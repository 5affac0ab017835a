"""A page → its drawing: grid, trails, spacing, labels, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    grid = build_grid(page, 2, distances, costs)
    trails = lay_all(page, grid, costs, effort)
    lines = polylines(trails, grid, distances)
    labels = place_labels(page, lines, distances)
    paths = tuple(
        Path(edge.id, lines[edge.id], labels.get(edge.id))
        for edge in page.edges
        if edge.id in lines and (edge.label is None or edge.id in labels)
    )
    drawn = {path.connection for path in paths}
    return Routed(paths, tuple(edge.id for edge in page.edges if edge.id not in drawn))
