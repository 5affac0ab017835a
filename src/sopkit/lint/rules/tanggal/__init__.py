"""Rules about the dates of the identity block. Dates of a deadline are not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.tanggal.before_making import before_making
from sopkit.lint.rules.tanggal.effect_missing import effect_missing
from sopkit.lint.rules.tanggal.making_missing import making_missing
from sopkit.lint.rules.tanggal.month_without_day import month_without_day
from sopkit.lint.rules.tanggal.not_a_working_day import not_a_working_day
from sopkit.lint.rules.tanggal.old_spelling import old_spelling
from sopkit.lint.rules.tanggal.overdue import overdue
from sopkit.lint.rules.tanggal.revised_after_effect import revised_after_effect
from sopkit.lint.rules.tanggal.unreadable import unreadable

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

TANGGAL: tuple[Rule, ...] = (
    making_missing,
    effect_missing,
    before_making,
    month_without_day,
    not_a_working_day,
    old_spelling,
    overdue,
    revised_after_effect,
    unreadable,
)
"""The rules of the family, by code."""
