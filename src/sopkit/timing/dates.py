"""A scenario on the calendar: when each piece of its work begins and ends.

What belongs here adds spans to moments exactly, work in working hours and elapsed time day and night. In a span that
has both, the work is done first. Since a later start never ends earlier, going through a network (or through all ways
at once) piece by piece is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.flow.scenario import follow
from sopkit.timing.elapsed import tambah_elapsed
from sopkit.timing.moments import Point
from sopkit.timing.network import of_scenario
from sopkit.timing.ways import find_rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from sopkit.flow.graph import Edge
    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.lengths import Span
    from sopkit.timing.network import Network, Round
    from sopkit.timing.ways import Ways


@dataclass(frozen=True, slots=True)
class Placed:
    """A step on the calendar; both ends on whole minutes, the start rounded down and the finish up."""

    step: int
    start: datetime
    finish: datetime


def advance(calendar: WorkingCalendar, point: Point, span: Span) -> Point:
    """The point at which `span`, begun at `point`, is over; raises SopkitError as the calendar does."""
    minutes, seconds = divmod(point.seconds + span.work, 60)
    moment = calendar.tambah(point.minute, minutes)
    if seconds:
        moment = calendar.next_start(moment)
    if not span.elapsed:
        return Point(moment, seconds)
    return Point(tambah_elapsed(moment, seconds=seconds + span.elapsed))


def finish_of(
    network: Network, spans: Sequence[Span], calendar: WorkingCalendar, begin: datetime
) -> datetime:
    """When the last piece of `network`, begun at `begin`, is done, rounded up to a minute."""
    done = network.finishes(Point(begin), advances(calendar, spans))
    return moment_after(calendar, max(done, default=Point(begin)))


def timetable(
    network: Network, spans: Sequence[Span], calendar: WorkingCalendar, begin: datetime
) -> tuple[Placed, ...]:
    """Every piece of `network` on the calendar, in its order; a piece begins when its worker can first work on it."""
    origin = Point(begin)
    done = network.finishes(origin, advances(calendar, spans))
    placed = []
    for step, before, finish in zip(network.steps, network.before, done, strict=True):
        start = max((done[i] for i in before), default=origin).minute
        if spans[step].work:
            start = calendar.next_start(start)
        placed.append(Placed(step, start, max(start, moment_after(calendar, finish))))
    return tuple(placed)


def latest_network(
    ways: Ways, spans: Sequence[Span], calendar: WorkingCalendar, begin: datetime, rounds: int
) -> Network:
    """The work of the scenario that, begun at `begin`, ends latest on the calendar, with `rounds` rounds of rework.

    Decisions that do not lie on its longest way take the branch with the longer rest, as without a date. Where no
    span is elapsed this is the longest scenario.
    """
    weights = [span.order for span in spans]
    loops = find_rounds(ways.flow, weights) if rounds else {}
    taken = _latest_way(ways, _advances_with_rounds(calendar, spans, loops, rounds), Point(begin))
    for decision, again in loops.items():
        weights[decision] += rounds * again.length
    rest = ways.longest(weights)

    def choose(options: tuple[Edge, ...]) -> Edge:
        source = options[0].source
        onward = [edge for edge in options if (source, edge.target) in taken]
        return onward[0] if onward else ways.pick(options, rest, max)

    return of_scenario(follow(ways.flow, choose), {d: (again,) * rounds for d, again in loops.items()})


def advances(calendar: WorkingCalendar, spans: Sequence[Span]) -> list[Callable[[Point], Point]]:
    """For each step, what turns its start into its finish."""
    return [lambda point, span=span: advance(calendar, point, span) for span in spans]  # type: ignore[misc]


def moment_after(calendar: WorkingCalendar, point: Point) -> datetime:
    """The whole minute at or after `point`."""
    return calendar.tambah(point.minute, 1) if point.seconds else point.minute


def _advances_with_rounds(
    calendar: WorkingCalendar, spans: Sequence[Span], loops: Mapping[int, Round], rounds: int
) -> list[Callable[[Point], Point]]:
    plain = advances(calendar, spans)
    charged = list(plain)
    for decision, again in loops.items():
        charged[decision] = _with_rounds(plain, decision, of_scenario(again), rounds)
    return charged


def _with_rounds(
    plain: Sequence[Callable[[Point], Point]], decision: int, body: Network, rounds: int
) -> Callable[[Point], Point]:
    def done(point: Point) -> Point:
        point = plain[decision](point)
        for _ in range(rounds):
            point = max(body.finishes(point, plain))
        return point

    return done


def _latest_way(
    ways: Ways, steps: Sequence[Callable[[Point], Point]], begin: Point
) -> set[tuple[int, int | None]]:
    """The edges of the way forward that ends latest, the one to the end included."""
    arrival: dict[int, Point] = {0: begin}
    source: dict[int, int] = {}
    finish: dict[int, Point] = {}
    for step, targets in enumerate(ways.targets):
        if step in arrival:
            finish[step] = steps[step](arrival[step])
            for target in targets:
                if target not in arrival or arrival[target] < finish[step]:
                    arrival[target], source[target] = finish[step], step
    at = max(finish, key=lambda step: (finish[step], step))
    taken: set[tuple[int, int | None]] = {(at, None)}
    while at in source:
        taken.add((source[at], at))
        at = source[at]
    return taken
