"""Time SOPs: each as its file has it, and, where a change is tried, beside it as it would be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.flow.graph import build_flow
from sopkit.report.times.timed import TimedSop
from sopkit.timing.analysis import AnalysisOptions, analyse
from sopkit.timing.load import find_load
from sopkit.timing.scenarios import Kind
from sopkit.timing.whatif import in_parallel, with_times

if TYPE_CHECKING:
    from sopkit.model.sop import Sop
    from sopkit.timing.analysis import Analysis
    from sopkit.timing.load import Wait
    from sopkit.timing.settings import WorkRules


@dataclass(frozen=True, slots=True)
class DurationOptions:
    """What is asked: the analysis, the scenario whose verdict counts, and changes to try.

    `times` are pairs of a step (printed number or id) and its other waktu; each of `parallel` names steps to do at
    the same time.
    """

    analysis: AnalysisOptions
    counting: Kind = Kind.LONGEST
    times: tuple[tuple[str, str], ...] = ()
    parallel: tuple[tuple[str, ...], ...] = ()

    @property
    def changes(self) -> tuple[str, ...]:
        """The changes as they are typed; empty when there are none."""
        return (
            *(f"--set {step}={text}" for step, text in self.times),
            *(f"--parallel {','.join(steps)}" for steps in self.parallel),
        )


def time_sop(file: str, sop: Sop, rules: WorkRules, options: DurationOptions) -> TimedSop:
    """The time of the SOP in `file`; with changes to try, of the changed one, with `before` as it is.

    Raises:
        SopkitError: a change cannot be made.
    """
    found = _timed(file, sop, rules, options)
    if not options.changes:
        return found
    try:
        changed = with_times(sop, dict(options.times))
        for steps in options.parallel:
            changed = in_parallel(changed, steps)
    except SopkitError as error:
        raise SopkitError(Text(f"{file}: {error.message.id}", f"{file}: {error.message.en}")) from error
    return replace(_timed(file, changed, rules, options), before=found, changes=options.changes)


def _timed(file: str, sop: Sop, rules: WorkRules, options: DurationOptions) -> TimedSop:
    flow = build_flow(sop)
    analysis = analyse(sop, flow, rules, options.analysis)
    asked = options.analysis.deadline
    return TimedSop(
        file,
        sop,
        analysis,
        rules,
        options.counting,
        sop.tenggat if asked is None else asked,
        _waits(sop, analysis),
    )


def _waits(sop: Sop, analysis: Analysis) -> tuple[Wait, ...]:
    """Who waits in the longest scenario: every row once has no branches side by side."""
    network = analysis.scenarios.longest.network
    if all(len(before) <= 1 for before in network.before):
        return ()
    return find_load(sop, network, [time.usual for time in analysis.times]).waits
