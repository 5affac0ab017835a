"""Which of the straight lines of a page are table borders: the grid told apart from the drawing.

A border begins and ends on other borders; a connector ends at a symbol or at an arrowhead. So whatever has a free
end is taken away, again and again, until all that is left holds together. Borders written cell by cell are joined
first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.intake.drawing.shapes import Box

MEET = 3.5
"""Points: borders this near to each other are one (a double line, the borders of two cells)."""

HELD = 1.5
"""Points: a border that ends this near to one across ends on it. Connectors run no nearer than some two points."""

_SAME = 1.2
_GAP = 2.6
_TABLE = (110.0, 28.0)
_BOX_SIDES = 2
_SHORTEST = 5.0
_MOST = 800


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: at `place` (y of a horizontal, x of a vertical one), from `start` to `end` along it."""

    place: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """From start to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Grid:
    """The borders that hold together as one table."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """The box around all borders."""
        return (
            min(rule.place for rule in self.vertical),
            min(rule.place for rule in self.horizontal),
            max(rule.place for rule in self.vertical),
            max(rule.place for rule in self.horizontal),
        )


def is_table(grid: Grid) -> bool:
    """Whether borders are those of a table, and not of a single box as small as a symbol."""
    left, top, right, bottom = grid.box
    sides = len(grid.horizontal) == _BOX_SIDES and len(grid.vertical) == _BOX_SIDES
    return not sides or (right - left >= _TABLE[0] and bottom - top >= _TABLE[1])


def joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules that lie on one line and touch, as one."""
    result: list[Rule] = []
    for group in _lines(sorted(rules, key=lambda rule: (rule.place, rule.start))):
        group.sort(key=lambda rule: rule.start)
        run = [group[0]]
        end = group[0].end
        for rule in group[1:]:
            if rule.start <= end + _GAP:
                run.append(rule)
                end = max(end, rule.end)
            else:
                result.append(_one(run))
                run, end = [rule], rule.end
        result.append(_one(run))
    return tuple(sorted(result, key=lambda rule: (rule.place, rule.start)))


def _lines(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and rule.place - groups[-1][0].place <= _SAME:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _one(run: Sequence[Rule]) -> Rule:
    weight = sum(max(rule.length, 0.1) for rule in run)
    place = sum(rule.place * max(rule.length, 0.1) for rule in run) / weight
    return Rule(place, min(rule.start for rule in run), max(rule.end for rule in run))


def grids(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> tuple[Grid, ...]:
    """The borders that hold together, from the top: tables, and boxes drawn as four lines (`is_table` tells)."""
    across = [rule for rule in joined(horizontal) if rule.length >= _SHORTEST]
    down = [rule for rule in joined(vertical) if rule.length >= _SHORTEST]
    across, down = _longest(across), _longest(down)
    _prune(across, down)
    return tuple(sorted(_components(across, down), key=lambda grid: (grid.box[1], grid.box[0])))


def _longest(rules: list[Rule]) -> list[Rule]:
    """The rules, the shortest left out where a pattern or a map makes them too many to compare."""
    least = sorted((rule.length for rule in rules), reverse=True)[:_MOST][-1] if rules else 0.0
    return [rule for rule in rules if rule.length >= least][: 2 * _MOST]


def _prune(across: list[Rule], down: list[Rule]) -> None:
    changed = True
    while changed:
        changed = False
        for rules, others in ((across, down), (down, across)):
            kept = [rule for rule in rules if _held(rule, others)]
            if len(kept) < len(rules):
                rules[:] = kept
                changed = True


def _held(rule: Rule, others: Sequence[Rule]) -> bool:
    """Whether a border across lies at either end of the rule, and not the same one at both."""
    across = [other for other in others if other.start - HELD <= rule.place <= other.end + HELD]
    first = [other for other in across if abs(other.place - rule.start) <= HELD]
    last = [other for other in across if abs(other.place - rule.end) <= HELD]
    return any(one is not other for one in first for other in last)


def _components(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    waiting_across, waiting_down = list(across), list(down)
    found: list[Grid] = []
    while waiting_across:
        one: list[Rule] = [waiting_across.pop(0)]
        two: list[Rule] = []
        grown = True
        while grown:
            grown = _pull(two, waiting_down, one) | _pull(one, waiting_across, two)
        if len(one) > 1 and len(two) > 1:
            found.append(Grid(tuple(one), tuple(two)))
    return found


def _pull(into: list[Rule], waiting: list[Rule], others: Sequence[Rule]) -> bool:
    near = [rule for rule in waiting if any(_touch(rule, other) for other in others)]
    for rule in near:
        waiting.remove(rule)
        into.append(rule)
    return bool(near)


def _touch(rule: Rule, other: Rule) -> bool:
    return (
        other.start - HELD <= rule.place <= other.end + HELD
        and rule.start - HELD <= other.place <= rule.end + HELD
    )
