"""Trails on the grid → polylines on the page, the tracks really used spread evenly over their gaps.

A run moves inside its gap only, and runs that lie side by side keep their order: what crossed crosses still, nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sopkit.sheet.routing.grid import Grid
    from sopkit.sheet.routing.lines import Gap, Track
    from sopkit.sheet.routing.measures import Distances
    from sopkit.sheet.routing.problem import Point
    from sopkit.sheet.routing.traffic import Trail

_BESIDE = 1_000
"""Runs whose ends are nearer than this along their direction count as side by side."""
_ARROW = 3_000
"""A symbol farther than this from a gap does not stand at its side."""
_APART = 2_500
"""Runs stand no farther apart than this, however wide their gap."""


@dataclass(slots=True)
class _Run:
    """A straight stretch between two corners on the grid line `line`; the place `at` is what spacing changes.

    `low` and `high` are its ends: the runs at right angles that it meets there, or a coordinate at a port.
    """

    upright: bool
    line: int
    at: int
    ends: tuple[_Run | int, _Run | int]
    port: int | None = None
    """For the last run but one, where the port lies that the last goes into: an arrowhead must have room before it."""

    def enters_beside(self, gap: Gap) -> bool:
        """Whether an arrow goes from it straight into a symbol at the side of `gap`."""
        return self.port is not None and gap.low - _ARROW <= self.port <= gap.high + _ARROW

    def span(self) -> tuple[int, int]:
        """Its lower and higher end as they are now."""
        a, b = (end if isinstance(end, int) else end.at for end in self.ends)
        return min(a, b), max(a, b)


@dataclass(slots=True)
class _Bar:
    """Runs that lie on each other and so move together, with the ends of the whole."""

    line: int
    low: int
    high: int
    runs: list[_Run]
    before: int = 0
    after: int = 0
    """How many bars, one beside the other, lie before and after it in the gap."""

    def beside(self, other: _Bar) -> bool:
        """Whether some stretch of it, or nearly so, lies beside `other`."""
        return self.low - _BESIDE <= other.high and other.low - _BESIDE <= self.high


def spread(
    trails: Mapping[int, Trail], grid: Grid, distances: Distances, *, aside: bool = False
) -> dict[int, tuple[Point, ...]]:
    """The corners of each trail's line, from port to port, by the number of the trail.

    A run that has its gap to itself goes down the middle, or, with `aside`, as far from the symbol as it can: less pretty, but
    it leaves more room for labels.
    """
    ways = {number: _runs(trail, grid) for number, trail in trails.items()}
    for upright, lines in ((True, grid.xs), (False, grid.ys)):
        runs = [run for way in ways.values() for run in way if run.upright is upright]
        for gap, bars in _by_gap(runs, lines):
            _spread(bars, gap, distances, aside=aside)
    return {number: _points(trails[number], way) for number, way in ways.items()}


def _runs(trail: Trail, grid: Grid) -> list[_Run]:
    runs = [_run_through(trail.points[0], trail.leaves.side, grid)]
    for point, come, go in trail.headings(grid.strides):
        if come != go:
            runs.append(_run_through(point, go, grid))
    first, last = trail.leaves.at[runs[0].upright], trail.enters.at[runs[-1].upright]
    for i, run in enumerate(runs):
        run.ends = (runs[i - 1] if i else first, runs[i + 1] if i + 1 < len(runs) else last)
    if len(runs) > 1:
        runs[-2].port = last
    return runs


def _run_through(point: int, heading: int, grid: Grid) -> _Run:
    row, column = divmod(point, len(grid.xs))
    upright = bool(heading & 1)
    line = column if upright else row
    return _Run(upright, line, (grid.xs if upright else grid.ys)[line].at, (0, 0))


def _points(trail: Trail, runs: Sequence[_Run]) -> tuple[Point, ...]:
    corners = [(run.at, then.at) if run.upright else (then.at, run.at) for run, then in pairwise(runs)]
    return (trail.leaves.at, *corners, trail.enters.at)


def _by_gap(runs: Iterable[_Run], lines: Sequence[Track]) -> Iterator[tuple[Gap, list[_Bar]]]:
    """The bars in each gap, from its low end to its high end."""
    gaps: dict[Gap, list[_Run]] = {}
    for run in sorted(runs, key=lambda run: (run.line, run.span())):
        gap = lines[run.line].gap
        if gap is not None:
            gaps.setdefault(gap, []).append(run)
    for gap, found in gaps.items():
        bars: list[_Bar] = []
        for run in found:
            low, high = run.span()
            if bars and bars[-1].line == run.line and low <= bars[-1].high:
                bars[-1].runs.append(run)
                bars[-1].high = max(high, bars[-1].high)
            else:
                bars.append(_Bar(run.line, low, high, [run]))
        yield gap, bars


def _spread(bars: list[_Bar], gap: Gap, distances: Distances, *, aside: bool) -> None:
    """Move the bars of a gap to their places; let them be where an arrowhead or another line would lose its room."""
    _rank(bars)
    places = [_place(bar, gap, aside=aside) for bar in bars]
    if _leaves_room(bars, places, distances):
        for bar, place in zip(bars, places, strict=True):
            for run in bar.runs:
                run.at = place


def _rank(bars: Sequence[_Bar]) -> None:
    for i, bar in enumerate(bars):
        bar.before = max((b.before + 1 for b in bars[:i] if b.line < bar.line and b.beside(bar)), default=0)
    for i in reversed(range(len(bars))):
        bar = bars[i]
        bar.after = max(
            (b.after + 1 for b in bars[i + 1 :] if b.line > bar.line and b.beside(bar)), default=0
        )


def _place(bar: _Bar, gap: Gap, *, aside: bool) -> int:
    if bar.before == bar.after == 0:
        if aside:
            return gap.far
        return gap.alone if any(run.enters_beside(gap) for run in bar.runs) else gap.middle
    room, middle = gap.high - gap.low, (gap.low + gap.high) // 2
    lead = bar.before - bar.after
    shift = min(room * abs(lead) // (2 * (bar.before + bar.after)), _APART * abs(lead) // 2)
    return middle + shift if lead > 0 else middle - shift


def _leaves_room(bars: Sequence[_Bar], places: Sequence[int], distances: Distances) -> bool:
    for i, bar in enumerate(bars):
        for run in bar.runs:
            if run.port is not None and abs(places[i] - run.port) < min(
                abs(run.at - run.port), distances.arrow
            ):
                return False
        for j in range(i):
            if bars[j].line < bar.line and bars[j].beside(bar) and places[i] - places[j] < distances.lines:
                return False
    return True
