"""MTB: the quality standard of a step. What it needs, how long it takes, what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.mutu.kelengkapan_from_nowhere import kelengkapan_from_nowhere
from sopkit.lint.rules.mutu.output_same_as_kelengkapan import output_same_as_kelengkapan
from sopkit.lint.rules.mutu.output_too_vague import output_too_vague
from sopkit.lint.rules.mutu.part_missing import part_missing

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

MUTU: tuple[Rule, ...] = (
    part_missing,
    output_same_as_kelengkapan,
    kelengkapan_from_nowhere,
    output_too_vague,
)
"""The rules of this family, by code."""
