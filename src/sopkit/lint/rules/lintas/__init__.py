"""LTS: what only shows when several SOPs are seen together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.lintas.link_one_sided import link_one_sided
from sopkit.lint.rules.lintas.link_to_nothing import link_to_nothing
from sopkit.lint.rules.lintas.name_twice import name_twice
from sopkit.lint.rules.lintas.number_twice import number_twice
from sopkit.lint.rules.lintas.role_spelt_differently import role_spelt_differently

if TYPE_CHECKING:
    from sopkit.lint.corpus import CorpusRule

LINTAS: tuple[CorpusRule, ...] = (
    number_twice,
    link_to_nothing,
    name_twice,
    role_spelt_differently,
    link_one_sided,
)
