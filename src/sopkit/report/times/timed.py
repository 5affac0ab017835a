"""The time of one SOP as reports take it: the input of every writer of times. Nothing here formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from sopkit.errors import Language
    from sopkit.model.sop import Sop
    from sopkit.model.waktu import WorkingTime
    from sopkit.timing.analysis import Analysis
    from sopkit.timing.calendar import WorkingCalendar
    from sopkit.timing.due import Deadline
    from sopkit.timing.load import Wait
    from sopkit.timing.settings import WorkRules
    from sopkit.timing.verdict import Verdict


@dataclass(frozen=True, slots=True)
class TimedSop:
    """One SOP and its time.

    `deadline` is the one that stands, whether readable or not: that of the command, else the SOP's own. `counting` is
    the scenario whose verdict counts. `waits` are those of the longest scenario. `before` is the SOP as its file has
    it, where `sop` is a changed one to set beside it; `changes` then says what was changed, as typed.
    """

    file: str
    sop: Sop
    analysis: Analysis
    rules: WorkRules
    counting: Kind = Kind.LONGEST
    deadline: Deadline | None = None
    waits: tuple[Wait, ...] = ()
    before: TimedSop | None = None
    changes: tuple[str, ...] = ()

    @property
    def time(self) -> WorkingTime:
        """What a day of work amounts to."""
        return self.rules.time

    @property
    def calendar(self) -> WorkingCalendar:
        """Which days are worked."""
        return self.rules.calendar

    @property
    def at_least(self) -> bool:
        """Whether the length of some step is not known, so that totals are lower bounds."""
        return bool(self.analysis.unknown)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the scenario that counts; None where there is neither a start nor a readable deadline."""
        outcome = self.analysis.outcome
        return outcome.verdict(self.counting) if outcome else None

    @property
    def met(self) -> bool | None:
        """Whether the deadline is met in the scenario that counts; None when there is none or it cannot be told."""
        verdict = self.verdict
        return verdict.met if verdict else None

    def numbers(self, steps: tuple[int, ...]) -> tuple[str, ...]:
        """The printed numbers of the steps at these positions."""
        return tuple(self.sop.nomor_langkah[step] for step in steps)


@dataclass(frozen=True, slots=True)
class TimesOptions:
    """How times are written: the language, and whether each SOP is told in full or gets one line of a summary.

    Formats for programs heed neither.
    """

    language: Language = "id"
    detail: bool = True
