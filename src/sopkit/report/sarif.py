"""SARIF 2.1.0 (OASIS standard, with errata 01), for code scanning and for editors. Numbers of sections are the standard's."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from sopkit import __version__
from sopkit.diagnostics import Severity
from sopkit.report.jsondoc import dump
from sopkit.report.location import fingerprint
from sopkit.report.wording import message_with_help

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.report.result import CheckResult, RuleInfo
    from sopkit.source import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the standard keeps its schema."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_DRIVE = re.compile(r"[A-Za-z]:/")


def render_sarif(result: CheckResult) -> str:
    """One run with all rules and all findings. A finding whose rule is not among the rules has no `ruleIndex`."""
    index = {rule.code: number for number, rule in enumerate(result.rules)}
    run = {
        "tool": {"driver": _driver(result)},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index, result.language) for finding in result.findings],
        **({} if result.shard is None else {"properties": {"sopkit/shard": result.shard}}),
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(result: CheckResult) -> dict[str, object]:
    return {
        "name": "sopkit",
        "version": __version__,
        "language": result.language,
        "rules": [_rule(rule, result.language) for rule in result.rules],
    }


def _rule(rule: RuleInfo, language: Language) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.pick(language)},
        **({} if rule.help_uri is None else {"helpUri": rule.help_uri}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int], language: Language) -> dict[str, object]:
    related = [
        {"id": number, **_location(label.file, label.span), "message": _message(label.text.pick(language))}
        for number, label in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.code,
        **({"ruleIndex": index[finding.code]} if finding.code in index else {}),
        "level": _LEVELS[finding.severity],
        "message": _message(message_with_help(finding, language)),
        "locations": [_location(finding.file, finding.span)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"sopkitPath/v1": fingerprint(finding)},
    }


def _message(text: str) -> dict[str, str]:
    """A message in which words of a document become neither a placeholder (3.11.5) nor a link (3.11.6).

    Braces are doubled as the standard asks; it knows no escape for what only looks like a link, so a blank breaks it.
    """
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _location(file: str, span: Span) -> dict[str, object]:
    region = {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": artifact_uri(file)}, "region": region}}


def artifact_uri(file: str) -> str:
    """The name of a file as a URI reference (3.4.3): relative and percent-encoded, `file:` for an absolute path.

    A byte that is not UTF-8 stays the byte it is (`%FF`). The colon of a drive stays, any other is encoded, because
    the first part of a relative reference must not look like a scheme.
    """
    path = normpath(file)
    drive = path[:2] if _DRIVE.match(path) else ""
    encoded = drive + quote(_file_bytes(path.removeprefix(drive)), safe="/")
    if drive:
        return f"file:///{encoded}"
    return f"file://{encoded}" if path.startswith("/") else encoded


def _file_bytes(path: str) -> bytes:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte, as Windows allows in file names
        return path.encode("utf-8", "backslashreplace")
