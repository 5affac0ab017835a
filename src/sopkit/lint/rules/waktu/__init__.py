"""WKT: the times of the steps and the deadline. Whether they can be read, and what they amount to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.waktu.day_kind_open import day_kind_open
from sopkit.lint.rules.waktu.deadline_unreadable import deadline_unreadable
from sopkit.lint.rules.waktu.no_length import no_length
from sopkit.lint.rules.waktu.over_a_day import over_a_day
from sopkit.lint.rules.waktu.past_deadline import past_deadline
from sopkit.lint.rules.waktu.units_mixed import units_mixed
from sopkit.lint.rules.waktu.unreadable import unreadable
from sopkit.lint.rules.waktu.way_of_writing import way_of_writing
from sopkit.lint.rules.waktu.zero import zero

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

WAKTU: tuple[Rule, ...] = (
    unreadable,
    way_of_writing,
    units_mixed,
    over_a_day,
    day_kind_open,
    past_deadline,
    zero,
    no_length,
    deadline_unreadable,
)
"""The rules of this family, by code."""
