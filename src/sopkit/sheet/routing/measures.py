"""Distances and costs of the drawing: every number of the router that is a matter of taste, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Distances:
    """Clear distances in micrometres, from the middle of a line."""

    symbol: int = 1500
    """Line to a symbol that is not its own."""
    arrow: int = 2200
    """Last straight run of a line: an arrowhead of 2 mm and a little of the line."""
    border: int = 700
    """Line to a line of the table that it runs along."""
    lines: int = 500
    """Line to a line that it runs along, at the very least."""
    wide: int = 1000
    """The same, where there is room."""
    label: int = 400
    """Label to a symbol, a label or a line of the table."""
    label_to_line: int = 550
    """Label to its own line, where there is room."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What the search pays. A micrometre of line costs 1, so that 1000 is a millimetre of detour."""

    bend: int = 7_000
    crossing: int = 80_000
    join: int = 1_000
    """Meeting a line to the same symbol instead of a port of one's own."""
    fork: int = 25_000
    """Beginning as one with a line that goes on at once with this one, instead of by a port of one's own."""
    tangle: int = 60_000
    """Beginning as one with one line and ending as one with another: who reads cannot tell where they part from where they meet."""
    exit_right: int = 0
    exit_below: int = 0
    exit_left: int = 1_000
    exit_top: int = 28_000
    enter_top: int = 0
    enter_side: int = 3_000
    enter_below: int = 26_000
    near_port: int = 700
    """Passing in front of a port, which another line may need."""
    avoided: int = 100_000
    """Leaving by a side where the label had no place."""
    push: int = 120_000
    """Taking the place of a line already there, when nothing else is possible."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How long the router tries; counts, never a clock, so that the same page gives the same drawing."""

    states: int = 30_000
    """Places looked at by all searches of a page together, after which a drawing is no longer improved."""
    tracks: int = 2
    """Tracks in a gap to begin with."""
    redraws: int = 3
    """Times that a drawing with something left over is made anew, with more tracks or other exits."""
    rounds: int = 6
    """Times that all lines are taken up and laid again."""
    restarts: int = 2
    """Orders of laying that are tried while lines are left over or cross."""
    pushes: int = 12
    """Lines that may be pushed away while one order is laid."""


@dataclass(frozen=True, slots=True)
class Measures:
    """All of them together, as a drawing needs them."""

    distances: Distances = Distances()
    costs: Costs = Costs()
    effort: Effort = Effort()


USUAL = Measures()
