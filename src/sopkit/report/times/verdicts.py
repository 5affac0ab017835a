"""The deadline and the finish in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Waktu
from sopkit.report.times.amounts import (
    END_OF_DAY,
    MONTHS,
    clock_words,
    date_words,
    day_words,
    moment_words,
    percent,
    work_words,
)
from sopkit.report.times.facts import Fact, Tone, random
from sopkit.report.times.words import MET, MISSED, OPEN, kind_words
from sopkit.timing.forecast import Method
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.errors import Language
    from sopkit.report.times.timed import TimedSop
    from sopkit.timing.due import Deadline
    from sopkit.timing.verdict import Verdict

_ASKED = (Kind.SMOOTH, Kind.LONGEST, Kind.REWORK)
"""The scenarios whose verdicts are told, besides the one that counts."""

_LEAP_YEAR = 2000


def deadline_facts(timed: TimedSop, language: Language) -> Iterator[Fact]:
    """The deadline with its verdicts, or, with a start alone, the finish; nothing when neither is known."""
    outcome = timed.analysis.outcome
    if timed.deadline is None and outcome is None:
        return
    if timed.deadline is None:
        yield _finish(timed, language)
        return
    label = Text(id="Tenggat", en="Deadline").pick(language)
    if outcome is None or outcome.deadline is None:
        yield Fact(label, f"{deadline_words(timed.deadline, language)}: {OPEN.pick(language)}")
        return
    yield Fact(label, _frame_words(timed, language), tuple(_verdicts(timed, language)))
    met = timed.analysis.forecast.met
    if met is not None and random(timed.analysis):
        by = Text(id=" (menurut simulasi)", en=" (by simulation)").pick(language)
        yield Fact(
            Text(id="Peluang terpenuhi", en="Probability of meeting it").pick(language),
            percent(met.value, language) + (by if met.by is Method.SIMULATED else ""),
        )


def deadline_words(deadline: Deadline, language: Language) -> str:
    """The deadline as it was set: a length as written, a date or a window in words."""
    if isinstance(deadline, Waktu):
        return " ".join(deadline.text.split())
    if isinstance(deadline, Jendela):
        return _window_words(deadline, language)
    return day_words(deadline, language)


def verdict_words(timed: TimedSop, verdict: Verdict, language: Language) -> str:
    """Met, missed or open, with the finish and the margin as far as they are known."""
    word = {True: MET, False: MISSED, None: OPEN}[verdict.met].pick(language)
    parts = [word]
    if verdict.met is None and verdict.unknown:
        numbers = ", ".join(timed.numbers(verdict.unknown))
        why = Text(
            id=f"lama langkah {numbers} tidak diketahui", en=f"the length of step {numbers} is not known"
        )
        parts = [f"{word} ({why.pick(language)})"]
    if verdict.finish is not None:
        done = Text(id="selesai", en="done").pick(language)
        parts.append(f"{done} {moment_words(verdict.finish, language)}")
    if verdict.margin is not None:
        parts.append(_margin_words(timed, verdict, verdict.margin, language))
    return ", ".join(parts)


def tone_of(verdict: Verdict) -> Tone:
    """Good news when the deadline is met, bad news when it is missed."""
    return {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[verdict.met]


def _margin_words(timed: TimedSop, verdict: Verdict, margin: int, language: Language) -> str:
    late = margin < 0
    word = Text(id="kurang" if late else "sisa", en="short by" if late else "to spare").pick(language)
    amount = work_words(abs(margin), timed.time, language)
    if verdict.met is None:
        word = Text(id="sisa paling banyak", en="at most to spare").pick(language)
    if verdict.estimated:
        amount = f"± {amount}"
    if verdict.margin_days is not None:
        days = abs(verdict.margin_days)
        if not days:
            return f"{word}: {amount}, " + Text(id="pada hari yang sama", en="on the same day").pick(language)
        calendar = Text(id=f"{days} hari kalender", en=f"{days} calendar day{'' if days == 1 else 's'}")
        amount = f"{amount}, {calendar.pick(language)}"
    return f"{word}: {amount}"


def _verdicts(timed: TimedSop, language: Language) -> Iterator[Fact]:
    outcome = timed.analysis.outcome
    if outcome is None:
        return
    told: set[tuple[int, ...]] = set()
    kinds = [kind for kind in Kind if kind in _ASKED or kind is timed.counting]
    for kind in sorted(kinds, key=lambda kind: kind is not timed.counting):
        verdict = outcome.verdict(kind)
        if verdict.network.steps in told:
            continue
        told.add(verdict.network.steps)
        yield Fact(
            kind_words(kind, timed.analysis.scenarios.rounds, language),
            verdict_words(timed, verdict, language),
            tone=tone_of(verdict),
        )


def _finish(timed: TimedSop, language: Language) -> Fact:
    outcome = timed.analysis.outcome
    items = []
    told: set[tuple[int, ...]] = set()
    for kind in _ASKED:
        verdict = outcome.verdict(kind) if outcome else None
        if verdict is None or verdict.finish is None or verdict.network.steps in told:
            continue
        told.add(verdict.network.steps)
        label = kind_words(kind, timed.analysis.scenarios.rounds, language)
        least = Text(id="paling cepat ", en="at the earliest ").pick(language) if verdict.unknown else ""
        items.append(Fact(label, least + moment_words(verdict.finish, language)))
    return Fact(Text(id="Selesai", en="Finish").pick(language), _start_words(timed, language), tuple(items))


def _start_words(timed: TimedSop, language: Language) -> str:
    outcome = timed.analysis.outcome
    begin = outcome.tightest.frame.begin if outcome else None
    if begin is None:
        return ""
    return Text(id="mulai ", en="start ").pick(language) + moment_words(begin, language)


def _frame_words(timed: TimedSop, language: Language) -> str:
    outcome = timed.analysis.outcome
    if timed.deadline is None or outcome is None:
        return ""
    frame, parts = outcome.tightest.frame, [deadline_words(timed.deadline, language)]
    if frame.year is not None and len(outcome.assessments) > 1:
        years = [one.frame.year for one in outcome.assessments if one.frame.year]
        tightest = Text(
            id=f"tersempit dari {min(years)}–{max(years)}: {frame.year}",
            en=f"the tightest of {min(years)}–{max(years)}: {frame.year}",
        )
        parts.append(tightest.pick(language))
    if frame.begin is not None and frame.due is not None:
        until = Text(id="sampai ", en="until ").pick(language) + day_words(frame.due.date(), language)
        parts += [_start_words(timed, language), until]
        if (frame.due.hour, frame.due.minute) != END_OF_DAY:
            parts[-1] += f" {clock_words(frame.due, language)}"
    if frame.available is not None:
        amount = work_words(frame.available, timed.time, language)
        # "2 hari kerja; 2 hari kerja (900 menit)" would say it twice
        parts = [amount, *parts[1:]] if amount.startswith(f"{parts[0]} (") else [*parts, amount]
    return "; ".join(parts)


def _window_words(window: Jendela, language: Language) -> str:
    days = window.days(_LEAP_YEAR) if window.yearly else None
    if not window.readable:
        return f"{window.mulai}–{window.selesai}"
    to = Text(id=" sampai ", en=" to ").pick(language)
    if days:
        ends = [f"{day.day} {MONTHS[language][day.month - 1]}" for day in days]
        return to.join(ends) + Text(id=" setiap tahun", en=" every year").pick(language)
    return to.join(date_words(date.fromisoformat(end), language) for end in (window.mulai, window.selesai))
