"""Workflow commands of GitHub Actions, which become annotations on the changed lines: one line a finding.

Escapes and names as the `core` package of the actions toolkit writes them. GitHub shows ten annotations of each level
a step and leaves the rest in the log.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.printable import visible
from sopkit.report.location import repository_path
from sopkit.report.wording import message_with_help

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.report.result import CheckResult

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render_github(result: CheckResult) -> str:
    """One command a finding, each with a line end; empty when there is none."""
    return "".join(_command(finding, result.language) + "\n" for finding in result.findings)


def _command(finding: Finding, language: Language) -> str:
    properties = ",".join(
        f"{key}={_shown(value).translate(_PROPERTY)}" for key, value in _properties(finding)
    )
    message = _shown(message_with_help(finding, language)).translate(_DATA)
    return f"::{_COMMANDS[finding.severity]} {properties}::{message}"


def _shown(text: str) -> str:
    """`text` with what would steer a terminal or turn round the reading of the log written out; line ends stay."""
    return re.sub(r"[^\r\n]+", lambda line: visible(line[0]), text)


def _properties(finding: Finding) -> list[tuple[str, str]]:
    start, end = finding.span.start, finding.span.end
    properties = [
        ("file", repository_path(finding.file)),
        ("line", str(start.line)),
        ("col", str(start.column)),
        ("endLine", str(end.line)),
    ]
    # columns of two different lines are refused
    if start.line == end.line:
        properties.append(("endColumn", str(end.column)))
    return [*properties, ("title", f"{finding.code} {finding.name}")]
