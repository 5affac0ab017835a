"""Whether an SOP can meet its deadline at all: what WKT006 says, apart because it needs the whole of `timing`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.lint.facts.steps import called
from sopkit.lint.rule import Issue
from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Waktu, format_seconds
from sopkit.timing.analysis import AnalysisOptions, analyse
from sopkit.timing.due import Start, readable
from sopkit.timing.scenarios import Kind
from sopkit.timing.settings import WorkRules, work_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.config import Settings
    from sopkit.lint.rule import LintContext
    from sopkit.model.waktu import WorkingTime
    from sopkit.timing.analysis import Analysis
    from sopkit.timing.due import Deadline


def late(context: LintContext, deadline: Deadline) -> Iterator[Issue]:
    """The issue of a deadline that the longest way surely misses."""
    if not readable(deadline):
        return
    rules = _rules(_Asked(_key(context.settings), context.settings))
    options = AnalysisOptions(start=Start(as_of=context.as_of), runs=0)
    analysis = analyse(context.sop, context.flow, rules, options)
    over = _surely_over(analysis)
    if over is None:
        return
    longest = analysis.scenarios.longest
    steps = called(context.sop, dict.fromkeys(longest.network.steps[piece] for piece in longest.chain))
    yield Issue(
        ("tenggat",),
        _message(deadline, None if longest.span.elapsed else longest.span.work, over, rules.time),
        help=Text(
            f"jalurnya {steps.id}; singkatkan langkahnya, kerjakan serentak, atau perpanjang tenggat",
            f"the way is {steps.en}; shorten its steps, do them side by side, or extend the deadline",
        ),
    )


def _surely_over(analysis: Analysis) -> int | None:
    """By how many seconds of work the longest way is late in the year that suits it best; None unless always late.

    Where calendar days are compared with working time without a date, the answer is an estimate, and the rule is silent.
    """
    outcome = analysis.outcome
    if outcome is None or outcome.deadline is None:
        return None
    verdicts = [assessment.of(Kind.LONGEST) for assessment in outcome.assessments]
    margins = [verdict.margin for verdict in verdicts if verdict.margin is not None]
    if len(margins) < len(verdicts) or any(
        verdict.met is not False or verdict.estimated for verdict in verdicts
    ):
        return None
    return -max(margins)


def _message(deadline: Deadline, length: int | None, over: int, time: WorkingTime) -> Text:
    until = _written(deadline)
    how_long = "" if length is None else f" ({format_seconds(length, time)})"
    how_long_en = "" if length is None else f" ({format_seconds(length, time, 'en')})"
    return Text(
        f"jalur terpanjang{how_long} melampaui tenggat “{until}” sebanyak {format_seconds(over, time)}",
        f"the longest way{how_long_en} passes the deadline “{until}” by {format_seconds(over, time, 'en')}",
    )


def _written(deadline: Deadline) -> str:
    if isinstance(deadline, Waktu):
        return deadline.text
    return f"{deadline.mulai} – {deadline.selesai}" if isinstance(deadline, Jendela) else deadline.isoformat()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Settings under what they say, because settings themselves cannot be looked up: they hold mappings."""

    key: str
    settings: Settings = field(compare=False)


def _key(settings: Settings) -> str:
    return settings.waktu.model_dump_json() + settings.kalender.model_dump_json()


@lru_cache(maxsize=4)
def _rules(asked: _Asked) -> WorkRules:
    """The rules of the project, made once: the calendar keeps the years it has worked out."""
    return work_rules(asked.settings)
