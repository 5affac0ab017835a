"""The four directions as small numbers, and how many bends two of them are apart at least. No page, no costs."""

from __future__ import annotations

from collections import deque
from functools import cache
from itertools import product

EAST, SOUTH, WEST, NORTH = range(4)
"""Clockwise, y downward: the opposite is `d ^ 2`, turns are `d ± 1`, even is horizontal."""

DX = (1, 0, -1, 0)
DY = (0, 1, 0, -1)
TURNS = ((1, 3), (2, 0), (3, 1), (0, 2))
"""The two directions at right angles to each."""
ANY = 4
"""In place of a final direction: whichever."""

_REACH = 3


def sign(number: int) -> int:
    """-1, 0 or 1."""
    return (number > 0) - (number < 0)


@cache
def fewest_bends(start: int, final: int) -> tuple[int, ...]:
    """Bends that a line needs on an empty page, by where its end lies: 9 numbers at `3 * (sign of dx) + sign of dy + 4`.

    It comes into its first point heading `start` and leaves its last one heading `final` (or ANY); it may bend at both.
    """
    bends = _bends_heading_east()
    table = []
    for dx, dy in product((-2, 0, 2), repeat=2):
        x, y = dx, dy
        for _ in range(start):  # turn the page until the start is east
            x, y = y, -x
        finals = range(4) if final == ANY else ((final - start) % 4,)
        table.append(min(bends[x, y, f] for f in finals))
    return tuple(table)


@cache
def _bends_heading_east() -> dict[tuple[int, int, int], int]:
    """Fewest bends from (0, 0) heading east to each place and heading near it; a place is bent on only once."""
    best: dict[tuple[int, int, int], int] = {}
    queue = deque([(0, 0, 0, EAST, True)])
    seen: set[tuple[int, int, int, bool]] = set()
    while queue:
        bends, x, y, d, may_bend = queue.popleft()
        if (x, y, d, may_bend) in seen or max(abs(x), abs(y)) > _REACH:
            continue
        seen.add((x, y, d, may_bend))
        best.setdefault((x, y, d), bends)
        queue.appendleft((bends, x + DX[d], y + DY[d], d, True))
        if may_bend:
            queue.extend((bends + 1, x, y, turn, False) for turn in TURNS[d])
    return best
