"""The time of one SOP: everything that is asked of it, in one frozen value.

What belongs here puts the parts together. All lengths are whole seconds; a writer turns them into minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Waktu
from sopkit.timing import notes
from sopkit.timing.critical import critical_path
from sopkit.timing.due import NO_START, find_frames, readable, tightest
from sopkit.timing.forecast import NO_FORECAST, Case, forecast, met_on_calendar
from sopkit.timing.lengths import Unknown, step_times
from sopkit.timing.load import find_load
from sopkit.timing.odds import assumed, find_odds
from sopkit.timing.scenarios import Kind, find_scenarios
from sopkit.timing.verdict import assess
from sopkit.timing.ways import find_ways, loop_steps, one_way_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.flow.graph import FlowGraph
    from sopkit.model.sop import Sop
    from sopkit.timing.critical import CriticalPath
    from sopkit.timing.due import Deadline, Frame, Start
    from sopkit.timing.forecast import Forecast
    from sopkit.timing.lengths import StepTime
    from sopkit.timing.load import Load
    from sopkit.timing.notes import Note
    from sopkit.timing.scenarios import Scenarios
    from sopkit.timing.settings import WorkRules
    from sopkit.timing.verdict import Assessment, Verdict
    from sopkit.timing.ways import Ways

MOST_ROUNDS = 1000
"""The most rounds of rework that are counted: beyond them the cause is a slip of the pen."""

MOST_REWORK_STEPS = 200_000
"""The most steps all rounds of rework together may take."""

MOST_ROWS = 1000
"""Longer SOPs, which no office has, get no forecast."""


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """What is asked.

    `rework` is how often each loop is taken in that scenario. `items` is for times per item; None leaves them unknown.
    `start` is when and for which year. `deadline` takes the place of the SOP's own `tenggat`. `runs` is how many runs a
    simulation makes where no exact answer exists, which takes tenths of a second; with 0 the percentiles are then None.
    With None they are also None for loops, whose exact distribution takes some milliseconds: for a summary over
    thousands of SOPs.

    Raises:
        SopkitError: `rework`, `items` or `runs` is negative, or there are more than MOST_ROUNDS rounds of rework.
    """

    rework: int = 1
    items: int | None = None
    start: Start = NO_START
    deadline: Deadline | None = None
    runs: int | None = 10_000

    def __post_init__(self) -> None:
        if not 0 <= self.rework <= MOST_ROUNDS:
            raise SopkitError(
                Text(
                    id=f"Jumlah putaran perbaikan harus dari 0 sampai {MOST_ROUNDS}, bukan {self.rework}.",
                    en=f"The rounds of rework must be from 0 to {MOST_ROUNDS}, not {self.rework}.",
                )
            )
        for name, number in (("items", self.items), ("runs", self.runs)):
            if number is not None and number < 0:
                raise SopkitError(
                    Text(
                        id=f"Nilai {name} tidak boleh negatif, bukan {number}.",
                        en=f"The number of {name} must not be negative, not {number}.",
                    )
                )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The finish on the calendar and the verdicts, for each frame of the deadline.

    `deadline` is None when there is none, and only the finish is told. There is one assessment, for a yearly window
    without a start one for each year; `tightest` is the one with the least time.
    """

    deadline: Deadline | None
    assessments: tuple[Assessment, ...]
    tightest: Assessment

    def verdict(self, kind: Kind) -> Verdict:
        """The verdict on a scenario in the tightest frame."""
        return self.tightest.of(kind)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The time of one SOP.

    `times`, one for each step, are in document order. `critical` is of the longest scenario without rework. `load` is of
    the scenario as written, every row once. `outcome` is None without a start and a readable deadline, and when the
    calendar cannot answer (a note then says why). `forecast.met` is the probability of the tightest frame. `unknown` are
    the positions of all steps without a known length: where there are any, totals are lower bounds.
    """

    times: tuple[StepTime, ...]
    scenarios: Scenarios
    critical: CriticalPath
    forecast: Forecast
    load: Load
    outcome: Outcome | None
    notes: tuple[Note, ...]

    @property
    def unknown(self) -> tuple[int, ...]:
        """The positions of the steps whose length is not known."""
        return tuple(time.position for time in self.times if time.unknown)


def analyse(sop: Sop, flow: FlowGraph, rules: WorkRules, options: AnalysisOptions | None = None) -> Analysis:
    """The time of `sop`, whose flow is `flow`.

    Never raises for what stands in the SOP; what the calendar cannot answer for becomes a note.
    """
    asked = options or AnalysisOptions()
    times = step_times(sop, rules.time, asked.items)
    rounds = asked.rework if loop_steps(flow) * asked.rework <= MOST_REWORK_STEPS else 0
    scenarios, ways = find_scenarios(flow, times, rounds), find_ways(flow)
    usual = [time.usual for time in times]
    outcome, said = _outcome(_Question(sop, rules, asked, scenarios, ways, times))
    case = Case(flow, find_odds(sop, flow), times, asked.runs)
    load = find_load(sop, scenarios.as_written.network, usual)
    found = _forecast(case, outcome, rules)
    return Analysis(
        times,
        scenarios,
        critical_path(scenarios.longest.network, ways, [span.order for span in usual]),
        found,
        load,
        outcome,
        (
            *_notes(sop, times, load),
            *_flow_notes(sop, flow, counted=rounds == asked.rework),
            *_chance_notes(sop, flow, case, found),
            *said,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Question:
    """What the outcome hangs on."""

    sop: Sop
    rules: WorkRules
    asked: AnalysisOptions
    scenarios: Scenarios
    ways: Ways
    times: Sequence[StepTime]

    def assess(self, frame: Frame) -> Assessment:
        return assess(frame, self.scenarios, self.ways, self.times, self.rules.calendar)


def _outcome(question: _Question) -> tuple[Outcome | None, tuple[Note, ...]]:
    asked = question.asked
    deadline = question.sop.tenggat if asked.deadline is None else asked.deadline
    said: list[Note] = []
    if deadline is not None and not readable(deadline):
        said.append(notes.deadline_unreadable(_text(deadline)))
        deadline = None
    try:
        frames = find_frames(deadline, asked.start, question.rules)
        assessed = [question.assess(frame) for frame in frames]
    except SopkitError as error:
        # a waktu of a million years must not stop the other SOPs of a run
        return None, (*said, notes.no_date(error.message))
    if not assessed:
        if deadline is not None:
            said.append(notes.no_window(asked.start.year))
        return None, tuple(said)
    least = assessed[frames.index(tightest(frames))]
    said.extend(_outcome_notes(least, deadline))
    return Outcome(deadline, tuple(assessed), least), tuple(said)


def _outcome_notes(least: Assessment, deadline: Deadline | None) -> Iterator[Note]:
    if least.unannounced:
        yield notes.not_announced(least.unannounced)
    if deadline is not None and least.frame.available is None:
        yield notes.start_missing()
    if any(verdict.estimated for verdict in least.verdicts):
        yield notes.deadline_estimated()


def _forecast(case: Case, outcome: Outcome | None, rules: WorkRules) -> Forecast:
    """The forecast, with the probability of the tightest frame unless a step that may be done has no known length."""
    if case.flow.size > MOST_ROWS:
        return NO_FORECAST
    frame = outcome.tightest.frame if outcome else None
    reached = [case.times[step] for step in case.odds.reached]
    if frame is None or frame.available is None or any(time.unknown for time in reached):
        return forecast(case)
    if frame.begin is None or frame.due is None or not any(time.largest.elapsed for time in reached):
        return forecast(case, frame.available)
    found = forecast(case)
    try:
        return replace(found, met=met_on_calendar(case, rules.calendar, frame.begin, frame.due))
    except SopkitError:
        # a branch of a million years runs past all calendars; the verdicts on the scenarios stand
        return found


def _notes(sop: Sop, times: Sequence[StepTime], load: Load) -> Iterator[Note]:
    unknown = tuple(time.position for time in times if time.unknown)
    if unknown:
        yield notes.unknown_times(sop, unknown)
    for item in dict.fromkeys(time.per for time in times if time.unknown is Unknown.PER_ITEM and time.per):
        yield notes.items_missing(sop, tuple(time.position for time in times if time.per == item), item)
    elapsed = tuple(time.position for time in times if time.largest.elapsed)
    if elapsed:
        yield notes.elapsed_times(sop, elapsed)
    if load.split:
        yield notes.split_equally(sop, load.split)


def _flow_notes(sop: Sop, flow: FlowGraph, *, counted: bool) -> Iterator[Note]:
    if not counted:
        yield notes.rework_too_long()
        return
    back = tuple(dict.fromkeys(edge.source for edge in one_way_back(flow)))
    if back:
        yield notes.way_back_not_counted(sop, back)


def _chance_notes(sop: Sop, flow: FlowGraph, case: Case, found: Forecast) -> Iterator[Note]:
    if flow.size > MOST_ROWS:
        yield notes.too_large(flow.size)
        return
    if not case.odds.ends:
        yield notes.never_sure_to_end(sop)
    guessed = tuple(step for step in assumed(sop, flow) if step in case.odds.reached)
    if guessed:
        yield notes.odds_assumed(sop, guessed)
    if case.runs and 0 < found.runs < case.runs:
        yield notes.fewer_runs(found.runs, case.runs)


def _text(deadline: Deadline) -> str:
    if isinstance(deadline, Waktu):
        return deadline.text
    return f"{deadline.mulai}..{deadline.selesai}" if isinstance(deadline, Jendela) else deadline.isoformat()
