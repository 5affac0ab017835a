"""Whether a procedure keeps its deadline, scenario by scenario.

What belongs here compares a scenario with a frame. With a start every step is placed on the calendar; without one,
seconds of work are compared with seconds of work, calendar days on either side being converted (see `lengths`) and the
verdict marked as an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.timing.dates import finish_of, latest_network
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.due import Frame
    from sopkit.timing.lengths import Span, StepTime
    from sopkit.timing.network import Network
    from sopkit.timing.scenarios import Scenarios, ScenarioTime
    from sopkit.timing.ways import Ways


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a frame means for one scenario.

    `network` is the work placed: that of the scenario, but where steps take elapsed time, the longest scenarios are
    those that end latest on the calendar. `finish` is None without a start. `margin` are seconds of work left over, on
    whole minutes when there is a start, negative when late; `margin_days` are the calendar days from the day of the
    finish to the day it is due. Both are at most that when `unknown` (positions of steps) is not empty. `met` is None
    when it cannot be told: no deadline, a date without a start, or unknown steps while the known ones are in time.
    `estimated` says that calendar days and working time were compared without a date.
    """

    kind: Kind
    network: Network
    finish: datetime | None
    margin: int | None
    margin_days: int | None
    met: bool | None
    estimated: bool
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A frame, the verdict on each scenario in the order of `Kind`, and the years whose cuti bersama is not known."""

    frame: Frame
    verdicts: tuple[Verdict, ...]
    unannounced: tuple[int, ...]

    def of(self, kind: Kind) -> Verdict:
        """The verdict on one scenario."""
        return next(verdict for verdict in self.verdicts if verdict.kind is kind)


def assess(
    frame: Frame, found: Scenarios, ways: Ways, times: Sequence[StepTime], calendar: WorkingCalendar
) -> Assessment:
    """The verdicts on all scenarios; raises SopkitError where a date lies beyond what the calendar answers for."""
    placing = _Placing(frame, ways, times, calendar, found.rounds)
    verdicts = tuple(placing.verdict(scenario) for scenario in found.all)
    unannounced: tuple[int, ...] = ()
    if frame.begin is not None:
        ends = [frame.due, *(verdict.finish for verdict in verdicts)]
        last = max(end for end in ends if end is not None)
        unannounced = calendar.unannounced_years(frame.begin.date(), last.date())
    return Assessment(frame, verdicts, unannounced)


@dataclass(frozen=True, slots=True)
class _Placing:
    frame: Frame
    ways: Ways
    times: Sequence[StepTime]
    calendar: WorkingCalendar
    rounds: int

    def verdict(self, scenario: ScenarioTime) -> Verdict:
        if self.frame.begin is None:
            return self._by_length(scenario)
        return self._by_date(scenario, self.frame.begin)

    def _by_length(self, scenario: ScenarioTime) -> Verdict:
        span, available = scenario.span, self.frame.available
        margin = None if available is None else available - span.order
        # of one kind on both sides, the conversion changes nothing
        estimated = margin is not None and (
            (self.frame.converted and span.work > 0) or (span.converted and not self.frame.converted)
        )
        met = _met(None if margin is None else margin >= 0, scenario.unknown)
        return Verdict(scenario.kind, scenario.network, None, margin, None, met, estimated, scenario.unknown)

    def _by_date(self, scenario: ScenarioTime, begin: datetime) -> Verdict:
        network, finish = self._place(scenario, begin)
        unknown = tuple(sorted({step for step in network.steps if self.times[step].unknown}))
        due = self.frame.due
        if due is None:
            return Verdict(scenario.kind, network, finish, None, None, None, False, unknown)
        margin = self.calendar.selisih(finish, due) * 60
        days = (due.date() - finish.date()).days
        met = _met(finish <= due, unknown)
        return Verdict(scenario.kind, network, finish, margin, days, met, False, unknown)

    def _place(self, scenario: ScenarioTime, begin: datetime) -> tuple[Network, datetime]:
        if not any(time.usual.elapsed for time in self.times):
            # work alone: the length is all that counts
            return scenario.network, self.calendar.tambah(begin, -(-scenario.span.work // 60))
        spans: list[Span] = [time.usual for time in self.times]
        network = scenario.network
        if scenario.kind in {Kind.LONGEST, Kind.REWORK}:
            rounds = self.rounds if scenario.kind is Kind.REWORK else 0
            network = latest_network(self.ways, spans, self.calendar, begin, rounds)
        return network, finish_of(network, spans, self.calendar, begin)


def _met(in_time: bool | None, unknown: Sequence[int]) -> bool | None:  # noqa: FBT001 - three states, not a switch
    return None if in_time and unknown else in_time
