"""A Gantt chart in characters: one bar for each step, critical ones in a mark of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.report.times.steps import StepRow


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters a chart is drawn with."""

    critical: str = "█"
    other: str = "▒"
    slack: str = "·"
    unknown: str = "?"
    rule: str = "─"


ASCII = Marks(critical="#", other="=", slack=".", rule="-")
"""For terminals that show nothing else."""


def bar(row: StepRow, length: int, width: int, marks: Marks) -> str:
    """The bar of a step in a chart of `length` seconds and `width` cells, without blanks behind it.

    At least one cell long, so that a short step is seen. Empty for a step that is not on the longest way.
    """
    timed = row.timed
    if timed is None or width < 1:
        return ""
    scale = max(length, 1)
    begin = min(timed.earliest_start * width // scale, width - 1)
    end = max(_up(timed.earliest_finish * width, scale), begin + 1)
    free = max(_up(timed.latest_finish * width, scale), end)
    mark = marks.critical if row.critical else marks.other
    if row.length.unknown:
        mark = marks.unknown
    return " " * begin + mark * (end - begin) + marks.slack * (free - end)


def _up(value: int, by: int) -> int:
    return -(-value // by)
