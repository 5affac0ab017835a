"""Rules about the columns of the Pelaksana part and the roles that the steps and their texts name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.pelaksana.another_role_acts import another_role_acts
from sopkit.lint.rules.pelaksana.column_order import column_order
from sopkit.lint.rules.pelaksana.column_without_step import column_without_step
from sopkit.lint.rules.pelaksana.heading_unclear import heading_unclear
from sopkit.lint.rules.pelaksana.role_in_two_columns import role_in_two_columns
from sopkit.lint.rules.pelaksana.role_without_column import role_without_column
from sopkit.lint.rules.pelaksana.step_without_role import step_without_role
from sopkit.lint.rules.pelaksana.unknown_key import unknown_key

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

PELAKSANA: tuple[Rule, ...] = (
    unknown_key,
    step_without_role,
    column_without_step,
    role_without_column,
    column_order,
    heading_unclear,
    role_in_two_columns,
    another_role_acts,
)
"""The rules PLK001 to PLK008, by code."""
