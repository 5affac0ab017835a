"""A page → its drawing: grid, trails, spacing, labels, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.sheet.routing.choices import Choices
from sopkit.sheet.routing.grid import build_grid
from sopkit.sheet.routing.labels import place_labels
from sopkit.sheet.routing.laying import lay_all
from sopkit.sheet.routing.measures import USUAL
from sopkit.sheet.routing.problem import Path, Routed
from sopkit.sheet.routing.spacing import spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.measures import Distances, Measures
    from sopkit.sheet.routing.problem import LabelBox, Page, Point
    from sopkit.sheet.routing.traffic import Trail


def route(page: Page, measures: Measures = USUAL) -> Routed:
    """The lines and labels of `page`. Never a wrong line: what has no legal way or no place for its label is named instead.

    The same page gives the same drawing. A label must be narrower than a column and lower than a row by twice
    `measures.distances.label`, or it has no place.
    """
    tracks, avoid = measures.effort.tracks, frozenset[tuple[int, int]]()
    best = drawing = _draw(page, tracks, avoid, measures)
    for _ in range(measures.effort.redraws):
        if not best.routed.unroutable:
            break
        tracks += drawing.lacks_way
        avoid |= drawing.crowded
        drawing = _draw(page, tracks, avoid, measures)
        best = min(best, drawing, key=lambda drawing: len(drawing.routed.unroutable))
    return best.routed


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing and what is wrong with it: lines without a way, and (line, side) of exits where a label had no place."""

    routed: Routed
    lacks_way: bool
    crowded: frozenset[tuple[int, int]]


def _draw(page: Page, tracks: int, avoid: frozenset[tuple[int, int]], measures: Measures) -> _Drawing:
    grid = build_grid(page, tracks, measures.distances, measures.costs.near_port)
    trails = lay_all(grid, Choices(page, avoid, measures.costs), measures.effort)
    lines, labels = _place(page, trails, grid, measures.distances)
    bare = {edge.id for edge in page.edges if edge.label is not None and edge.id not in labels}
    drawn = [edge for edge in page.edges if edge.id in lines and edge.id not in bare]
    return _Drawing(
        Routed(
            tuple(Path(edge.id, lines[edge.id], labels.get(edge.id)) for edge in drawn),
            tuple(edge.id for edge in page.edges if edge not in drawn),
        ),
        len(lines) < len(page.edges),
        frozenset((number, trails[number].leaves.side) for number in bare & trails.keys()),
    )


def _place(
    page: Page, trails: Mapping[int, Trail], grid: Grid, distances: Distances
) -> tuple[Mapping[int, tuple[Point, ...]], Mapping[int, LabelBox]]:
    """Lines spread evenly and their labels; lines moved aside where more labels find a place so."""
    lines = spread(trails, grid, distances)
    labels = place_labels(page, lines, distances)
    if all(edge.label is None or edge.id in labels for edge in page.edges if edge.id in trails):
        return lines, labels
    moved = spread(trails, grid, distances, aside=True)
    others = place_labels(page, moved, distances)
    return (moved, others) if len(others) > len(labels) else (lines, labels)
