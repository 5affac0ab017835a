"""Rules about the legal basis: which regulations an SOP cites, whether they were in force, and how they are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.hukum.amended_by_lower import amended_by_lower
from sopkit.lint.rules.hukum.cited_twice import cited_twice
from sopkit.lint.rules.hukum.guideline_not_cited import guideline_not_cited
from sopkit.lint.rules.hukum.issuer_garbled import issuer_garbled
from sopkit.lint.rules.hukum.later_than_sop import later_than_sop
from sopkit.lint.rules.hukum.region_missing import region_missing
from sopkit.lint.rules.hukum.revoked import revoked
from sopkit.lint.rules.hukum.revoked_since import revoked_since
from sopkit.lint.rules.hukum.title_differs import title_differs
from sopkit.lint.rules.hukum.title_missing import title_missing
from sopkit.lint.rules.hukum.unreadable import unreadable
from sopkit.lint.rules.hukum.way_of_writing import way_of_writing

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

HUKUM: tuple[Rule, ...] = (
    revoked,
    later_than_sop,
    unreadable,
    title_differs,
    title_missing,
    region_missing,
    amended_by_lower,
    way_of_writing,
    cited_twice,
    issuer_garbled,
    guideline_not_cited,
    revoked_since,
)
"""The rules of the family, by code."""
