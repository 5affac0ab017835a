"""What the analysis says of one SOP, in words: the same facts for the text, Markdown and HTML reports.

A fact is a label and a sentence, with further facts below it. What has no meaning for an SOP (the range of fixed times,
percentiles where nothing is random) is left out. Deadline and load are in modules of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.times.amounts import mean_words, number, span_words, work_words
from sopkit.report.times.words import AT_LEAST, CRITICAL, kind_words
from sopkit.timing.forecast import Method
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.errors import Language
    from sopkit.report.times.timed import TimedSop
    from sopkit.timing.analysis import Analysis
    from sopkit.timing.scenarios import ScenarioTime


_SHORT_RUN = 2
"""So many rows that follow each other are named one by one."""


class Tone(Enum):
    """Whether a fact is good news, bad news, or neither."""

    PLAIN = auto()
    GOOD = auto()
    BAD = auto()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact on one line. `value` may be empty when there are `items`; texts of the document are not escaped."""

    label: str
    value: str
    items: tuple[Fact, ...] = ()
    tone: Tone = Tone.PLAIN


def length_facts(timed: TimedSop, language: Language) -> Iterator[Fact]:
    """How long the procedure takes: the sum, the critical path, scenarios, range, chances, levers."""
    yield Fact(
        Text(id="Jumlah seluruh langkah", en="Sum of all steps").pick(language),
        _length(timed, timed.analysis.scenarios.as_written, language),
    )
    yield _critical(timed, language)
    yield _scenarios(timed, language)
    yield from _range(timed, language)
    yield from _chances(timed, language)
    yield from _levers(timed, language)


def total_words(timed: TimedSop, kind: Kind, language: Language) -> str:
    """The length of a scenario in words, with "at least" in front where a step of it has no known length."""
    return _length(timed, timed.analysis.scenarios.of(kind), language)


def way_words(timed: TimedSop, steps: Sequence[int], language: Language) -> str:
    """The steps at these positions in the order of work, rows that follow each other drawn together.

    `langkah 1–5 → 8`; of two rows that follow each other both are named.
    """
    runs: list[list[int]] = []
    for step in steps:
        if runs and step == runs[-1][-1] + 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    names = timed.sop.nomor_langkah
    parts = [
        " → ".join(names[step] for step in run)
        if len(run) <= _SHORT_RUN
        else f"{names[run[0]]}–{names[run[-1]]}"
        for run in runs
    ]
    word = Text(id="langkah", en="step" if len(steps) == 1 else "steps").pick(language)
    return f"{word} {' → '.join(parts)}"


def _length(timed: TimedSop, scenario: ScenarioTime, language: Language) -> str:
    words = span_words(scenario.span, timed.time, language)
    return f"{AT_LEAST.pick(language)} {words}" if scenario.unknown else words


def _critical(timed: TimedSop, language: Language) -> Fact:
    ways, scenario = timed.analysis.critical.ways, timed.analysis.scenarios.longest
    value = f"{_length(timed, scenario, language)}: {way_words(timed, ways[0], language)}"
    others: tuple[Fact, ...] = ()
    if len(ways) > 1:
        also = Text(id="sama panjang", en="just as long").pick(language)
        more = (
            Text(id=" (dan lainnya)", en=" (and more)").pick(language) if timed.analysis.critical.cut else ""
        )
        others = (Fact(also, "; ".join(way_words(timed, way, language) for way in ways[1:]) + more),)
    return Fact(CRITICAL.pick(language), value, others)


def _scenarios(timed: TimedSop, language: Language) -> Fact:
    label = Text(id="Skenario", en="Scenarios").pick(language)
    found = timed.analysis.scenarios
    shown = [scenario for scenario in found.all if scenario.kind is not Kind.AS_WRITTEN]
    if len({scenario.steps for scenario in shown}) == 1:
        only = Text(
            id="semuanya sama, tidak ada pilihan jalan", en="all the same, there is no choice of ways"
        )
        return Fact(label, only.pick(language))
    alike: dict[tuple[int, ...], list[ScenarioTime]] = {}
    for scenario in shown:
        alike.setdefault(scenario.steps, []).append(scenario)
    items = tuple(
        Fact(
            ", ".join(kind_words(scenario.kind, found.rounds, language) for scenario in same),
            f"{_length(timed, same[0], language)}: {way_words(timed, steps, language)}",
        )
        for steps, same in alike.items()
    )
    return Fact(label, "", items)


def _range(timed: TimedSop, language: Language) -> Iterator[Fact]:
    scenario = timed.analysis.scenarios.longest
    ends = (scenario.smallest, scenario.span, scenario.largest)
    if ends[0] == ends[2]:
        return
    names = Text(
        id="Rentang jalur kritis (tercepat – biasa – terlama)",
        en="Range of the critical path (fastest – usual – slowest)",
    )
    least = f"{AT_LEAST.pick(language)} " if scenario.unknown else ""
    yield Fact(
        names.pick(language), least + " – ".join(span_words(end, timed.time, language) for end in ends)
    )


def random(analysis: Analysis) -> bool:
    """Whether chance plays a part in how long the procedure takes, as far as it is known."""
    found, length = analysis.forecast, analysis.scenarios.longest.span.order
    if found.percentiles is not None and found.percentiles.p50 != found.percentiles.p95:
        return True
    return found.expected is not None and found.expected != length


def _chances(timed: TimedSop, language: Language) -> Iterator[Fact]:
    found = timed.analysis.forecast
    if not random(timed.analysis):
        return
    least = (f"{AT_LEAST.pick(language)} " if timed.at_least else "") + ("± " if converted(timed) else "")
    if found.expected is not None:
        label = Text(id="Rata-rata yang diharapkan", en="Expected on average").pick(language)
        by = _by(found.expected_by, found.runs, language)
        yield Fact(label, f"{least}{mean_words(found.expected, timed.time, language)}{by}")
    if found.percentiles is not None:
        shares = (
            ("50%", found.percentiles.p50),
            ("80%", found.percentiles.p80),
            ("95%", found.percentiles.p95),
        )
        within = Text(id="kejadian dalam", en="of cases within").pick(language)
        words = "; ".join(f"{share} {within} {mean_words(at, timed.time, language)}" for share, at in shares)
        label = Text(id="Kemungkinan lama", en="Likely lengths").pick(language)
        yield Fact(label, f"{least}{words}{_by(found.percentiles_by, found.runs, language)}")


def _by(method: Method | None, runs: int, language: Language) -> str:
    if method is not Method.SIMULATED:
        return ""
    count = number(Fraction(runs), language)
    return Text(id=f" (dari {count} simulasi)", en=f" (from {count} simulated runs)").pick(language)


def _levers(timed: TimedSop, language: Language) -> Iterator[Fact]:
    label = Text(id="Bila waktunya dipangkas separuh", en="If its time were halved").pick(language)
    gain = Text(id="menghemat", en="would save").pick(language)
    items = tuple(
        Fact(
            way_words(timed, (lever.step,), language),
            f"{gain} {_gain(timed, lever.gain, language)}",
        )
        for lever in timed.analysis.critical.levers
    )
    if items:
        yield Fact(label, "", items)


def converted(timed: TimedSop) -> bool:
    """Whether ways are compared by an estimate, because a step takes calendar time."""
    return any(length.largest.converted for length in timed.analysis.times)


def _gain(timed: TimedSop, gain: Fraction, language: Language) -> str:
    if converted(timed):
        return f"± {mean_words(gain, timed.time, language)}"
    return work_words(gain, timed.time, language)
