"""Rules about the steps and the wording: LKH."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.langkah.activity_missing import activity_missing
from sopkit.lint.rules.langkah.alike_steps import alike_steps
from sopkit.lint.rules.langkah.begins_with_actor import begins_with_actor
from sopkit.lint.rules.langkah.doubled_id import doubled_id
from sopkit.lint.rules.langkah.doubled_word import doubled_word
from sopkit.lint.rules.langkah.misspelt_word import misspelt_word
from sopkit.lint.rules.langkah.no_active_verb import no_active_verb
from sopkit.lint.rules.langkah.numbering_out_of_order import numbering_out_of_order
from sopkit.lint.rules.langkah.other_agency import other_agency
from sopkit.lint.rules.langkah.several_activities import several_activities

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

LANGKAH: tuple[Rule, ...] = (
    numbering_out_of_order,
    no_active_verb,
    begins_with_actor,
    alike_steps,
    several_activities,
    doubled_word,
    doubled_id,
    other_agency,
    misspelt_word,
    activity_missing,
)
"""The rules of the family in order of code."""
