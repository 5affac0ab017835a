"""The code quality report of GitLab: a JSON list, shown in the merge request and beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.report.jsondoc import dump
from sopkit.report.location import repository_path, unique_fingerprints

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.report.result import CheckResult

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render_gitlab(result: CheckResult) -> str:
    """One entry a finding. GitLab tells old from new by fingerprint and drops doubles, so no two are alike."""
    marks = unique_fingerprints(result.findings)
    return dump([_entry(f, mark, result.language) for f, mark in zip(result.findings, marks, strict=True)])


def _entry(finding: Finding, mark: str, language: Language) -> dict[str, object]:
    return {
        # the code stands in the description too: the merge request shows nothing else, and a suppression needs it
        "description": f"{finding.code}: {finding.message.pick(language)}",
        "check_name": finding.name,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": repository_path(finding.file), "lines": {"begin": finding.span.start.line}},
    }
