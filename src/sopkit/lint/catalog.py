"""Every code that sopkit can report, rules and not, in the order of `sopkit rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.rules import CORPUS_RULES, RULES
from sopkit.lint.runner import CRASHED
from sopkit.lint.suppress import USELESS, WITHOUT_REASON
from sopkit.load.codes import LOAD_CODES
from sopkit.sheet.codes import SHEET_CODES

if TYPE_CHECKING:
    from sopkit.diagnostics import Code

__all__ = ["CODES", "CORPUS_RULES", "RULES"]

_MACHINERY = (CRASHED, *LOAD_CODES, USELESS, WITHOUT_REASON)

CODES: tuple[tuple[Code, tuple[str, ...]], ...] = (
    *((code, ()) for code in sorted(_MACHINERY, key=lambda code: code.code)),
    *((rule.code, rule.aliases) for rule in RULES),
    *((rule.code, ()) for rule in CORPUS_RULES),
    *((code, ()) for code in SHEET_CODES),
)
"""Each code with its old names: first those of reading and running (SOP), then the rules by family, then those across files.

Last are those of drawing (LBR), which `sopkit render` reports and `sopkit validate` never does.
"""
