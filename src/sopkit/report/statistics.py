"""Findings counted by rule, for a first look at a large stock of SOPs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sopkit.report.wording import NO_FINDINGS

if TYPE_CHECKING:
    from sopkit.report.result import CheckResult


def statistics(result: CheckResult) -> str:
    """One line a code: count, code, name; the most frequent first, then by code. One sentence when there is none."""
    if not result.findings:
        return NO_FINDINGS.pick(result.language).capitalize() + ".\n"
    counts = Counter((finding.code, finding.name) for finding in result.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    digits = len(str(ranked[0][1]))
    return "".join(f"{count:>{digits}}  {code}  {name}\n" for (code, name), count in ranked)
