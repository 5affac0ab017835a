"""The report for people: place, severity and message; the line with carets; related places; what to do.

    sops/a.yaml:41:14: error[ALR004] The branch leads nowhere.
    41 |       tidak: {ke: susun}
       |              ^^^^^^^^^^^
       = see: sops/a.yaml:12:5: this step was meant, perhaps
       = help: Name the step that follows.

Everything from a document or a file name goes through `visible` or `cells`. Colours come from outside, as a `Paint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.printable import visible
from sopkit.report.excerpt import excerpt
from sopkit.report.style import Paint, Style, plain
from sopkit.report.wording import HELP, SEE, severity_word, summary

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding, Label
    from sopkit.report.result import CheckResult

_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.INFO: Style.INFO}


def render_text(result: CheckResult, paint: Paint = plain) -> str:
    """All findings, a blank line after each, then the summary."""
    findings = [finding_text(result, finding, paint) + "\n\n" for finding in result.findings]
    return "".join(findings) + paint(summary(result), Style.BOLD) + "\n"


def finding_text(result: CheckResult, finding: Finding, paint: Paint = plain) -> str:
    """One finding in one or more lines, without the last line end."""
    margin = " " * len(str(finding.span.start.line))
    lines = [_head(result, finding, paint), *_source(result, finding, paint)]
    lines += [_see(result, label, margin, paint) for label in finding.related]
    if finding.help is not None:
        lines += _help(HELP.pick(result.language), finding.help.pick(result.language), margin, paint)
    return "\n".join(lines)


def _head(result: CheckResult, finding: Finding, paint: Paint) -> str:
    start = finding.span.start
    place = paint(f"{visible(finding.file)}:{start.line}:{start.column}", Style.PATH)
    word = paint(severity_word(finding.severity, result.language), _STYLES[finding.severity])
    code = paint(f"[{finding.code}]", Style.CODE)
    return f"{place}: {word}{code} {paint(visible(finding.message.pick(result.language)), Style.BOLD)}"


def _source(result: CheckResult, finding: Finding, paint: Paint) -> list[str]:
    source = result.sources.get(finding.file)
    number = finding.span.start.line
    line = source.line(number) if source else ""
    if not line:
        return []
    part = excerpt(line, finding.span)
    gutter = paint(f"{number} |", Style.GUTTER)
    below = paint(" " * len(str(number)) + " |", Style.GUTTER)
    carets = paint("^" * part.width, Style.CARET)
    return [f"{gutter} {part.text}", f"{below} {' ' * part.offset}{carets}"]


def _see(result: CheckResult, label: Label, margin: str, paint: Paint) -> str:
    start = label.span.start
    place = paint(f"{visible(label.file)}:{start.line}:{start.column}", Style.PATH)
    mark = paint(f"{margin} = {SEE.pick(result.language)}:", Style.GUTTER)
    return f"{mark} {place}: {visible(label.text.pick(result.language))}"


def _help(word: str, text: str, margin: str, paint: Paint) -> list[str]:
    mark = f"{margin} = {word}:"
    first, *more = [paint(visible(line), Style.HELP) for line in text.split("\n")]
    return [f"{paint(mark, Style.GUTTER)} {first}", *(f"{' ' * len(mark)} {line}" for line in more)]
