"""What a check found, as one frozen value: the input of every reporter.

The rules that can fire come along as `RuleInfo`, because SARIF lists them; how a rule works is no business of this
room. Nothing here formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.diagnostics import Finding
    from sopkit.errors import Language, Text
    from sopkit.source import SourceFile


class RuleInfo(NamedTuple):
    """What a report tells about a rule. `severity` is the one without configuration, `help_uri` None without a page."""

    code: str
    name: str
    severity: Severity
    title: Text
    help_uri: str | None = None


class CheckResult(NamedTuple):
    """One run of the check.

    `files` are the names of all files read, in order; `findings` are sorted by `Finding.sort_key`. `sources` may lack
    a file (one that could not be read, or not decoded): reports then leave out its line. `rules` are in the order of
    the rule table. Findings at or above `fail_on` make the check fail. `shard` is what the report of one part of a check
    carries, plain data for JSON and SARIF to hand on; None for a whole check.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceFile]
    language: Language = "id"
    rules: tuple[RuleInfo, ...] = ()
    fail_on: Severity = Severity.ERROR
    shard: Mapping[str, object] | None = None

    def count(self, severity: Severity) -> int:
        """How many findings are of exactly `severity`."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether `finding` is at or above `fail_on`."""
        return finding.severity.rank >= self.fail_on.rank

    @property
    def failed(self) -> bool:
        """Whether any finding is at or above `fail_on`."""
        return any(map(self.fails, self.findings))
