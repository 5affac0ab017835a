"""Rules about who the SOP belongs to: number, agency, signer, the six sections. Dates are the family `tanggal`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.identitas.agency_missing import agency_missing
from sopkit.lint.rules.identitas.logo_outside import logo_outside
from sopkit.lint.rules.identitas.nip_invalid import nip_invalid
from sopkit.lint.rules.identitas.number_form import number_form
from sopkit.lint.rules.identitas.number_missing import number_missing
from sopkit.lint.rules.identitas.number_year import number_year
from sopkit.lint.rules.identitas.related_is_no_sop import related_is_no_sop
from sopkit.lint.rules.identitas.section_empty import section_empty
from sopkit.lint.rules.identitas.signer_incomplete import signer_incomplete
from sopkit.lint.rules.identitas.unit_missing import unit_missing
from sopkit.lint.rules.identitas.warning_without_consequence import warning_without_consequence

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

IDENTITAS: tuple[Rule, ...] = (
    number_missing,
    number_year,
    number_form,
    signer_incomplete,
    nip_invalid,
    section_empty,
    agency_missing,
    unit_missing,
    related_is_no_sop,
    warning_without_consequence,
    logo_outside,
)
"""The rules of the family, by code."""
