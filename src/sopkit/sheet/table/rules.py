"""The ruled lines of cells: the edges of all, each stretch once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.model import CellKind, Rule, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.sheet.model import Cell

_Line = tuple[bool, int]
"""Whether a line is upright, and its x or y."""
_Stretch = tuple[int, int]


def rules(cells: Iterable[Cell]) -> tuple[Rule, ...]:
    """The lines around `cells`, upright ones last; between two roles a hair line, elsewhere the frame."""
    frame: dict[_Line, list[_Stretch]] = {}
    hair: dict[_Line, list[_Stretch]] = {}
    for cell in cells:
        for line, stretch, is_side in _edges(cell):
            grey = is_side and cell.kind is CellKind.ROLE
            (hair if grey else frame).setdefault(line, []).append(stretch)
    black = {line: _joined(stretches) for line, stretches in frame.items()}
    grey_lines = {line: _less(_joined(stretches), black.get(line, [])) for line, stretches in hair.items()}
    return (*_rules(grey_lines, Weight.HAIR), *_rules(black, Weight.FRAME))


def _edges(cell: Cell) -> Iterator[tuple[_Line, _Stretch, bool]]:
    for y in (cell.y, cell.y + cell.h):
        yield (False, y), (cell.x, cell.x + cell.w), False
    for x in (cell.x, cell.x + cell.w):
        yield (True, x), (cell.y, cell.y + cell.h), True


def _joined(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Stretches of one line as few as possible, those that touch made one."""
    found: list[_Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _less(stretches: Sequence[_Stretch], taken: Sequence[_Stretch]) -> list[_Stretch]:
    """What of `stretches` is not in `taken`; both are in order."""
    found: list[_Stretch] = []
    for first, end in stretches:
        start = first
        for low, high in taken:
            if high <= start or low >= end:
                continue
            if low > start:
                found.append((start, low))
            start = max(start, high)
        if start < end:
            found.append((start, end))
    return found


def _rules(lines: dict[_Line, list[_Stretch]], weight: Weight) -> Iterator[Rule]:
    for (upright, at), stretches in sorted(lines.items()):
        for start, end in stretches:
            yield Rule(at, start, at, end, weight) if upright else Rule(start, at, end, at, weight)
