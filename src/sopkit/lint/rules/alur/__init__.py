"""ALR: the flow. Where steps lead, what decides, and whether the procedure can end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.alur.branch_missing import branch_missing
from sopkit.lint.rules.alur.branches_alike import branches_alike
from sopkit.lint.rules.alur.dangling_reference import dangling_reference
from sopkit.lint.rules.alur.decision_and_next import decision_and_next
from sopkit.lint.rules.alur.ends_in_decision import ends_in_decision
from sopkit.lint.rules.alur.examined_without_return import examined_without_return
from sopkit.lint.rules.alur.loop_without_decision import loop_without_decision
from sopkit.lint.rules.alur.no_way_to_end import no_way_to_end
from sopkit.lint.rules.alur.step_never_reached import step_never_reached
from sopkit.lint.rules.alur.text_decides import text_decides

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

ALUR: tuple[Rule, ...] = (
    dangling_reference,
    step_never_reached,
    no_way_to_end,
    branch_missing,
    branches_alike,
    examined_without_return,
    text_decides,
    loop_without_decision,
    ends_in_decision,
    decision_and_next,
)
"""The rules of this family, by code."""
