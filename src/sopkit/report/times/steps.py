"""The rows of the table of steps, the same for every writer: what a step is, how long it takes, when it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.timing.dates import timetable
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from sopkit.model.sop import Langkah, Sop
    from sopkit.report.times.timed import TimedSop
    from sopkit.timing.critical import Timed
    from sopkit.timing.dates import Placed
    from sopkit.timing.lengths import StepTime

NO_TEXT = "–"
"""What stands where the file says nothing."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step. `kegiatan`, `roles` and `waktu` are as printed, on one line, NO_TEXT where the file has none.

    `timed` and `placed` are of the longest scenario without rework; `timed` is None when it does not come by the
    step, `placed` also when there is no start.
    """

    nomor: str
    kegiatan: str
    roles: str
    waktu: str
    length: StepTime
    timed: Timed | None
    placed: Placed | None
    critical: bool


def step_rows(timed: TimedSop) -> tuple[StepRow, ...]:
    """All steps of `timed` in document order."""
    analysis, sop = timed.analysis, timed.sop
    critical = analysis.critical.steps
    by_step = {piece.step: piece for piece in reversed(analysis.critical.schedule.pieces)}
    placed = _placed(timed)
    return tuple(
        StepRow(
            nomor=length.nomor,
            kegiatan=one_line(step.kegiatan),
            roles=role_names(sop, step),
            waktu=one_line(step.mutu_baku.waktu.text if step.mutu_baku.waktu else None),
            length=length,
            timed=by_step.get(length.position),
            placed=placed.get(length.position),
            critical=length.position in critical,
        )
        for step, length in zip(sop.langkah, analysis.times, strict=True)
    )


def role_names(sop: Sop, step: Langkah) -> str:
    """Who does a step: headings, `a → b` when a hands over to b inside it, `a + b` when they do it together."""
    roles = [
        one_line(sop.pelaksana[key].nama if key in sop.pelaksana else key) for key in step.pelaksana.kunci
    ]
    return (" + " if step.pelaksana.bersama else " → ").join(roles) or NO_TEXT


def one_line(text: str | None) -> str:
    """`text` with every run of blanks and line breaks as one blank; NO_TEXT when there is none."""
    return " ".join(text.split()) if text and text.strip() else NO_TEXT


def _placed(timed: TimedSop) -> dict[int, Placed]:
    outcome = timed.analysis.outcome
    if outcome is None or outcome.tightest.frame.begin is None:
        return {}
    network = outcome.verdict(Kind.LONGEST).network
    spans = [length.usual for length in timed.analysis.times]
    placed = timetable(network, spans, timed.calendar, outcome.tightest.frame.begin)
    return {piece.step: piece for piece in reversed(placed)}
