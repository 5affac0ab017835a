"""The rules, by family. A rule is one module; `RULES` names them all, and nothing happens on import.

Rules know nothing of each other. What several of them need (verbs, roles in a text, citations) is in `lint` beside this
package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.lint.rule import Rule

RULES: tuple[Rule, ...] = ()
"""Every rule about one SOP, by family in the order of the sheet, then by code."""
