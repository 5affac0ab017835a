"""Findings → text, JSON, GitHub annotations, SARIF, GitLab code quality, JUnit.

A reporter is a function from one frozen `CheckResult` to a `str` that can be encoded as UTF-8. What belongs here is
formats of findings; no terminal, no colours, no files, no printing. A new format is one module and one line in
`REPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from sopkit.report.github import render_github
from sopkit.report.gitlab import render_gitlab
from sopkit.report.jsondoc import render_json
from sopkit.report.junit import render_junit
from sopkit.report.location import fingerprint, unique_fingerprints
from sopkit.report.result import CheckResult, RuleInfo
from sopkit.report.sarif import render_sarif
from sopkit.report.statistics import statistics
from sopkit.report.style import Paint, Style, plain
from sopkit.report.text import render_text
from sopkit.report.wording import summary

__all__ = [
    "REPORTERS",
    "CheckResult",
    "Paint",
    "Reporter",
    "RuleInfo",
    "Style",
    "fingerprint",
    "plain",
    "render_text",
    "statistics",
    "summary",
    "unique_fingerprints",
]

Reporter = Callable[[CheckResult], str]
"""Findings to one document; the same result gives the same text."""

REPORTERS: dict[str, Reporter] = {
    "text": render_text,
    "json": render_json,
    "sarif": render_sarif,
    "github": render_github,
    "gitlab": render_gitlab,
    "junit": render_junit,
}
"""The formats by the name that `--format` takes, in the order that its help lists them."""
