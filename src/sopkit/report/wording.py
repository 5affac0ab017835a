"""The words that reports for people add to the findings, in both languages.

The office reads `galat`, `peringatan`, `catatan`; in English, and in every format for machines whatever the
language, the severities are `error`, `warning`, `info`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.report.result import CheckResult

HELP = Text(id="bantuan", en="help")
SEE = Text(id="lihat", en="see")
NO_FINDINGS = Text(id="tidak ada temuan", en="no findings")

_WORDS = {
    Severity.ERROR: Text(id="galat", en="error"),
    Severity.WARNING: Text(id="peringatan", en="warning"),
    Severity.INFO: Text(id="catatan", en="info"),
}
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def severity_word(severity: Severity, language: Language) -> str:
    """The word for people, in the singular and in lower case."""
    return _WORDS[severity].pick(language)


def message_with_help(finding: Finding, language: Language) -> str:
    """The message and, on a line of its own, the help: for formats that have only one field for both."""
    message = finding.message.pick(language)
    return message if finding.help is None else f"{message}\n{finding.help.pick(language)}"


def summary(result: CheckResult) -> str:
    """The last line of the text report, without a line end: files and findings counted, the worst first."""
    checked = _checked(len(result.files), result.language)
    if not result.findings:
        return f"{checked}: {NO_FINDINGS.pick(result.language)}."
    counts = (_counted(result.count(severity), severity, result.language) for severity in _WORST_FIRST)
    return f"{checked}: {', '.join(counts)}."


def _checked(files: int, language: Language) -> str:
    noun = "file" if files == 1 else "files"
    return Text(id=f"{files} berkas diperiksa", en=f"{files} {noun} checked").pick(language)


def _counted(count: int, severity: Severity, language: Language) -> str:
    # "info" counts no pieces in English and has no plural
    plural = language == "en" and count != 1 and severity is not Severity.INFO
    return f"{count} {severity_word(severity, language)}{'s' if plural else ''}"
