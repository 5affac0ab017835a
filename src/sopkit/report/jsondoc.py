"""The report for programs: JSON, version 1. Its keys are a contract of their own and no dump of internal classes.

A key may be added within a version; one that goes or changes its meaning makes a new version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopkit.printable import well_formed
from sopkit.report.indented import indented

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.report.result import CheckResult

VERSION = 1

_INTEGER = re.compile(r"0|[1-9][0-9]{0,14}")
"""What every JSON reader takes as the same integer; `09` is none, it would lose its zero."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(result: CheckResult) -> str:
    """`version`, the number of `files` read, and the `findings` in order; messages in the language of `result`.

    The report of one part of a check has `shard` as well: what `sopkit merge-reports` needs of it, under its own version.
    """
    findings = [_finding(finding, result.language) for finding in result.findings]
    shard = {} if result.shard is None else {"shard": result.shard}
    return dump({"version": VERSION, "files": len(result.files), "findings": findings, **shard})


def dump(value: object) -> str:
    r"""`value` as indented JSON in Unicode with a line end behind it; keys in the order given.

    A lone surrogate becomes the words `\udcff`, as in `well_formed`: strict readers refuse it even when escaped.
    """
    text = indented(value) + "\n"
    try:
        text.encode()  # to look for one among the words of many findings takes five times as long
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda match: "\\" + well_formed(match[0]), text)
    return text


def step_number(step: str | None) -> int | str | None:
    """The printed number of a step: an int when it reads the same as one, else as printed (`09`, `3a`, `1.10`)."""
    return int(step) if step is not None and _INTEGER.fullmatch(step) else step


def _finding(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "file": finding.file,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message.pick(language),
        "path": list(finding.path),
        "line": finding.span.start.line,
        "column": finding.span.start.column,
        "end_line": finding.span.end.line,
        "end_column": finding.span.end.column,
        "step": step_number(finding.step),
        "help": None if finding.help is None else finding.help.pick(language),
    }
