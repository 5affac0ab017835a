"""Where lines may run: the centre lines of the symbols, and tracks in the gaps between symbols and table lines.

One dimension at a time: columns and rows are treated alike, as lanes with a low and a high end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.sheet.routing.measures import Distances


@dataclass(frozen=True, slots=True)
class Gap:
    """Free room that lines may run along, from `low` to `high`; `near` is the end at which a symbol stands.

    `near` is -1 for the low end, 1 for the high end, 0 for neither or both.
    """

    low: int
    high: int
    near: int
    roomy: bool = True
    """Whether an arrowhead has room before the symbol wherever in the gap its line bends."""
    middle: int = 0
    """Half-way between what stands at both sides, though there an arrowhead may have no room."""

    @property
    def alone(self) -> int:
        """The place for a line that has the gap to itself: the middle, or away from the symbol where room is scarce."""
        room = self.high - self.low
        return (self.low + self.high) // 2 - (0 if self.roomy else self.near * room // 4)

    @property
    def far(self) -> int:
        """The end away from the symbol; the middle where there is one at both ends."""
        return {-1: self.high, 1: self.low}.get(self.near, (self.low + self.high) // 2)


@dataclass(frozen=True, slots=True)
class Track:
    """A line of the grid: its coordinate, and the gap it may be moved in; None for a centre line, which stands fast."""

    at: int
    gap: Gap | None


def place(track: Track) -> int:
    """The coordinate of a track, for searching in sorted ones."""
    return track.at


@dataclass(frozen=True, slots=True)
class Lane:
    """A column or a row in one dimension: its ends, and for each symbol in it both ends and centre."""

    low: int
    high: int
    symbols: tuple[tuple[int, int], ...]
    centres: tuple[int, ...]


def tracks(lanes: Iterable[Lane], per_gap: int, distances: Distances) -> tuple[Track, ...]:
    """The grid lines of all lanes in rising order, `per_gap` in each gap where there is room for so many."""
    found: list[Track] = []
    for lane in lanes:
        fixed = [Track(at, None) for at in sorted(set(lane.centres))]
        loose = [t for gap in _gaps(lane, distances) for t in _spread(gap, per_gap, distances)]
        found += sorted(fixed + loose, key=place)
    return tuple(found)


def _gaps(lane: Lane, distances: Distances) -> Iterator[Gap]:
    """The free room between table lines, symbols and centre lines of others."""
    solid = _merged([*lane.symbols, *((c, c) for c in lane.centres)])
    ends = [lane.low, *(end for pair in solid for end in pair), lane.high]
    for i in range(0, len(ends), 2):
        at_low, at_high = i > 0, i + 2 < len(ends)
        if at_low and at_high:
            gap = _between_symbols(ends[i], ends[i + 1], distances)
        else:
            gap = _beside_table_line(ends[i], ends[i + 1], at_low - at_high, distances)
        if gap.low <= gap.high:
            yield gap


def _beside_table_line(low: int, high: int, symbol_end: int, distances: Distances) -> Gap:
    """The room between a symbol and a table line, or, with `symbol_end` 0, between two table lines."""
    roomy = high - low - distances.border - distances.arrow >= distances.wide
    clear = distances.arrow if roomy else distances.symbol
    middle = (low + high) // 2
    if symbol_end < 0:
        return Gap(low + distances.border, high - clear, 1, roomy, middle)
    if symbol_end > 0:
        return Gap(low + clear, high - distances.border, -1, roomy, middle)
    return Gap(low + distances.border, high - distances.border, 0, middle=middle)


def _between_symbols(low: int, high: int, distances: Distances) -> Gap:
    """The room between two symbols of a lane, where an arrow may go into either."""
    clear = distances.arrow if high - low >= 2 * distances.arrow else distances.symbol
    return Gap(low + clear, high - clear, 0, middle=(low + high) // 2)


def _merged(intervals: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(intervals):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _spread(gap: Gap, count: int, distances: Distances) -> Iterator[Track]:
    room = gap.high - gap.low
    fit = min(count, room // distances.lines + 1)
    if fit == 1:
        yield Track(gap.alone, gap)
        return
    for i in range(fit):
        yield Track(gap.low + room * i // (fit - 1), gap)
