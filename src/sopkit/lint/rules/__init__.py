"""The rules, by family. A rule is one module; `RULES` names them all, and nothing happens on import.

Rules know nothing of each other. What several of them need (verbs, roles in a text, citations) is in `lint` beside this
package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules.alur import ALUR
from sopkit.lint.rules.hukum import HUKUM
from sopkit.lint.rules.identitas import IDENTITAS
from sopkit.lint.rules.langkah import LANGKAH
from sopkit.lint.rules.lintas import LINTAS
from sopkit.lint.rules.mutu import MUTU
from sopkit.lint.rules.pelaksana import PELAKSANA
from sopkit.lint.rules.tanggal import TANGGAL
from sopkit.lint.rules.waktu import WAKTU

if TYPE_CHECKING:
    from sopkit.lint.corpus import CorpusRule
    from sopkit.lint.rule import Rule

RULES: tuple[Rule, ...] = (*IDENTITAS, *TANGGAL, *HUKUM, *PELAKSANA, *LANGKAH, *MUTU, *WAKTU, *ALUR)
"""Every rule about one SOP, by family in the order of the sheet, then by code."""

CORPUS_RULES: tuple[CorpusRule, ...] = LINTAS
"""Every rule across files, by code."""
