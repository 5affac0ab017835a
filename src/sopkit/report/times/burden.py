"""Who is busy for how long, and the notes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.times.amounts import minutes_number, percent, work_words
from sopkit.report.times.facts import Fact, length_facts
from sopkit.report.times.steps import one_line
from sopkit.report.times.verdicts import deadline_facts
from sopkit.report.times.words import LOAD, NOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.errors import Language
    from sopkit.report.times.timed import TimedSop


def all_facts(timed: TimedSop, language: Language) -> tuple[Fact, ...]:
    """Every fact of an SOP, in the order of reports: the deadline first, since it is the question."""
    return (
        *deadline_facts(timed, language),
        *length_facts(timed, language),
        *load_facts(timed, language),
        *_notes(timed, language),
    )


def load_facts(timed: TimedSop, language: Language) -> Iterator[Fact]:
    """The load of each pelaksana, hand-overs, waiting."""
    load = timed.analysis.load
    items = [
        Fact(
            one_line(role.heading),
            f"{work_words(role.seconds, timed.time, language)}, {percent(role.share, language)}",
        )
        for role in load.roles
    ]
    if load.unassigned:
        nobody = Text(id="tanpa pelaksana", en="no role").pick(language)
        items.append(Fact(nobody, work_words(load.unassigned, timed.time, language)))
    if items:
        yield Fact(LOAD.pick(language), "", tuple(items))
    times = Text(id=f"{load.handovers} kali", en=str(load.handovers)).pick(language)
    yield Fact(Text(id="Serah terima", en="Hand-overs").pick(language), times)
    if timed.waits:
        yield Fact(
            Text(id="Menunggu cabang lain", en="Waiting for another branch").pick(language),
            "; ".join(_waits(timed, language)),
        )


def _waits(timed: TimedSop, language: Language) -> Iterator[str]:
    numbers = timed.sop.nomor_langkah
    for wait in timed.waits:
        amount = minutes_number(wait.seconds, language)
        yield Text(
            id=f"hasil langkah {numbers[wait.step]} menunggu {amount} menit sebelum langkah {numbers[wait.join]}",
            en=f"the result of step {numbers[wait.step]} waits {amount} minutes for step {numbers[wait.join]}",
        ).pick(language)


def _notes(timed: TimedSop, language: Language) -> Iterator[Fact]:
    said = tuple(Fact("", one_line(note.text.pick(language))) for note in timed.analysis.notes)
    if said:
        yield Fact(NOTES.pick(language), "", said)
