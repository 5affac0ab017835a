"""The report of times for programs: JSON, version 1. Its keys are a contract of their own and no dump of our classes.

All lengths are minutes of work, ints where they are whole, else decimals of four places; null where they are not known.
Calendar time is never folded into them: `elapsed_minutes` stands beside a length that has some. Only what compares ways
without a date (starts, finishes, slack, gains, waits, expected, percentiles, margin without a start) counts calendar time at the
rate of a week without holidays; `converted` then says so. A key may be added within a version.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sopkit.printable import well_formed
from sopkit.report.jsondoc import VERSION, step_number
from sopkit.report.times.amounts import decimal, minutes
from sopkit.report.times.facts import converted
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sopkit.errors import Language
    from sopkit.report.times.timed import TimedSop, TimesOptions
    from sopkit.timing.critical import Timed
    from sopkit.timing.lengths import Span, StepTime
    from sopkit.timing.scenarios import ScenarioTime
    from sopkit.timing.verdict import Verdict

Json = dict[str, object]

_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(timed: Iterable[TimedSop], options: TimesOptions) -> str:
    """`version` and `sops` in order; one line for each step and each other key, so that versions compare well."""
    sops = [_lines(document(one, options.language)) for one in timed]
    body = ",\n".join(sops)
    text = f'{{\n  "version": {VERSION},\n  "sops": [' + (f"\n{body}\n  ]\n}}\n" if sops else "]\n}\n")
    return _SURROGATE.sub(lambda match: "\\" + well_formed(match[0]), text)


def document(timed: TimedSop, language: Language) -> Json:
    """One SOP."""
    found = {"file": timed.file, "nama": timed.sop.nama, **_times(timed, language)}
    if timed.before is not None:
        found |= {"changes": list(timed.changes), "before": _times(timed.before, language)}
    return found


def _times(timed: TimedSop, language: Language) -> Json:
    analysis = timed.analysis
    scenarios, critical = analysis.scenarios, analysis.critical
    by_step = {piece.step: piece for piece in reversed(critical.schedule.pieces)}
    steps = critical.steps
    found: Json = {
        "steps": [
            _step(length, by_step.get(length.position), length.position in steps) for length in analysis.times
        ],
        "total_minutes": minutes(scenarios.as_written.span.work),
        **_elapsed(scenarios.as_written.span),
        "at_least": timed.at_least,
        "critical_path": _critical(timed),
        "deadline": _deadline(timed),
        "scenarios": {scenario.kind.value: _scenario(timed, scenario) for scenario in scenarios.all},
        "range": _range(scenarios.longest),
        **_forecast(timed),
        "load": _load(timed),
        "handovers": analysis.load.handovers,
        "unknown_steps": _numbers(timed, analysis.unknown),
        **_more(timed),
        **_finish(timed),
    }
    if converted(timed):
        found["converted"] = True
    found["notes"] = [
        {"code": note.code, "text": note.text.pick(language), "steps": _numbers(timed, note.steps)}
        for note in analysis.notes
    ]
    return found


def _step(length: StepTime, timed: Timed | None, critical: bool) -> Json:  # noqa: FBT001 - a field of the document
    return {
        "nomor": step_number(length.nomor),
        "minutes": None if length.unknown else minutes(length.usual.work),
        **_elapsed(length.usual),
        "critical": critical,
        "earliest_start": minutes(timed.earliest_start) if timed else None,
        "earliest_finish": minutes(timed.earliest_finish) if timed else None,
        "latest_start": minutes(timed.latest_start) if timed else None,
        "latest_finish": minutes(timed.latest_finish) if timed else None,
        "slack": minutes(timed.slack) if timed else None,
    }


def _elapsed(span: Span) -> Json:
    return {"elapsed_minutes": minutes(span.elapsed)} if span.elapsed else {}


def _numbers(timed: TimedSop, steps: Sequence[int]) -> list[int | str | None]:
    return [step_number(timed.sop.nomor_langkah[step]) for step in steps]


def _critical(timed: TimedSop) -> Json:
    span, ways = timed.analysis.scenarios.longest.span, timed.analysis.critical.ways
    found: Json = {"minutes": minutes(span.work), **_elapsed(span), "steps": _numbers(timed, ways[0])}
    if len(ways) > 1:
        found["others"] = [_numbers(timed, way) for way in ways[1:]]
    return found


def _scenario(timed: TimedSop, scenario: ScenarioTime) -> Json:
    return {
        "minutes": minutes(scenario.span.work),
        **_elapsed(scenario.span),
        "steps": _numbers(timed, scenario.steps),
    }


def _range(scenario: ScenarioTime) -> Json:
    """Of the critical path."""
    spans = {"smallest": scenario.smallest, "usual": scenario.span, "largest": scenario.largest}
    found: Json = {name: minutes(span.work) for name, span in spans.items()}
    if scenario.largest.elapsed:
        found["elapsed_minutes"] = {name: minutes(span.elapsed) for name, span in spans.items()}
    return found


def _forecast(timed: TimedSop) -> Json:
    found = timed.analysis.forecast
    at = found.percentiles
    return {
        "expected_minutes": None if found.expected is None else minutes(found.expected),
        "percentiles": {
            "p50": minutes(at.p50) if at else None,
            "p80": minutes(at.p80) if at else None,
            "p95": minutes(at.p95) if at else None,
        },
        **({"simulated_runs": found.runs} if found.runs else {}),
    }


def _load(timed: TimedSop) -> list[Json]:
    return [
        {"pelaksana": role.heading, "minutes": minutes(role.seconds), "share": decimal(role.share)}
        for role in timed.analysis.load.roles
    ]


def _more(timed: TimedSop) -> Json:
    """What the document has beyond its first version: each key only where it says something."""
    analysis, found = timed.analysis, Json()
    if analysis.load.unassigned:
        found["unassigned_minutes"] = minutes(analysis.load.unassigned)
    if timed.waits:
        found["waits"] = [
            {
                "nomor": _numbers(timed, (wait.step,))[0],
                "before": _numbers(timed, (wait.join,))[0],
                "minutes": minutes(wait.seconds),
            }
            for wait in timed.waits
        ]
    found["levers"] = [
        {"nomor": _numbers(timed, (lever.step,))[0], "gain_minutes": minutes(lever.gain)}
        for lever in analysis.critical.levers
    ]
    return found


def _deadline(timed: TimedSop) -> Json | None:
    """None without a deadline; with one that cannot be read or judged, its figures are null."""
    outcome = timed.analysis.outcome
    if timed.deadline is None:
        return None
    judged = outcome if outcome and outcome.deadline is not None else None
    frame = judged.tightest.frame if judged else None
    verdict = judged.verdict(timed.counting) if judged else None
    found: Json = {
        "minutes": minutes(frame.available) if frame and frame.available is not None else None,
        "margin_minutes": _margin(verdict),
        "met": verdict.met if verdict else None,
        "scenario": timed.counting.value,
    }
    if frame and frame.year is not None:
        found["year"] = frame.year
    if verdict and verdict.estimated:
        found["estimated"] = True
    if judged:
        found["scenarios"] = {
            kind.value: {"margin_minutes": _margin(judged.verdict(kind)), "met": judged.verdict(kind).met}
            for kind in Kind
        }
    chance = timed.analysis.forecast.met
    if chance is not None:
        found |= {"probability": decimal(chance.value), "probability_by": chance.by.value}
    return found


def _margin(verdict: Verdict | None) -> int | float | None:
    return minutes(verdict.margin) if verdict and verdict.margin is not None else None


def _finish(timed: TimedSop) -> Json:
    """The dates of the scenario that counts; nothing where no beginning is known."""
    outcome, verdict = timed.analysis.outcome, timed.verdict
    if outcome is None or verdict is None or verdict.finish is None:
        return {}
    frame = outcome.tightest.frame
    return {
        "finish": {
            "start": _moment(frame.begin),
            "finish": _moment(verdict.finish),
            "deadline": _moment(frame.due),
            "met": verdict.met,
            "margin_minutes": _margin(verdict),
            "margin_calendar_days": verdict.margin_days,
        }
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


def _lines(value: Json) -> str:
    """An object at the third level of the document: each key on a line, and each item of a list of objects."""
    return (
        "    {\n"
        + ",\n".join(f"      {_compact(key)}: {_value(part)}" for key, part in value.items())
        + "\n    }"
    )


def _value(part: object) -> str:
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return "[\n" + ",\n".join(f"        {_compact(item)}" for item in part) + "\n      ]"
    if isinstance(part, dict) and all(isinstance(item, dict) for item in part.values()):
        items = (f"        {_compact(key)}: {_compact(item)}" for key, item in part.items())
        return "{\n" + ",\n".join(items) + "\n      }"
    return _compact(part)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
