"""Runs the rules over a loaded file: issues with paths become findings with places.

A rule that crashes becomes a finding about itself (SOP000) and the other rules run.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from sopkit.diagnostics import Code, Finding, Label, Severity
from sopkit.errors import SopkitError, Text
from sopkit.lint.select import matches
from sopkit.lint.suppress import about_suppressions, read_suppressions, suppress
from sopkit.model.sop import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.lint.rule import Issue, LintContext, Rule
    from sopkit.lint.select import Selection
    from sopkit.load.loading import Loaded
    from sopkit.model.sop import Sop
    from sopkit.source import DocPath, Span

CRASHED = Code(
    "SOP000",
    "aturan-gagal",
    Severity.ERROR,
    since="0.1",
    doc="""Sebuah aturan gagal berjalan; ini kesalahan sopkit. / A rule crashed; this is a fault of sopkit.

## Mengapa
Aturan lain tetap berjalan, tetapi pemeriksaan berkas ini tidak lengkap. Laporkan pesan ini bersama berkasnya.
""",
)


def lint(
    loaded: Loaded, context: LintContext | None, rules: Sequence[Rule], selection: Selection
) -> tuple[Finding, ...]:
    """All findings of one file, those of reading it included, suppressions obeyed, in the order of reports.

    `context` is None when the file could not be read as an SOP; then only the findings of reading it remain.
    """
    findings = list(loaded.findings)
    if context is not None:
        wanted = [rule for rule in rules if selection.runs(rule.code.code, loaded.source.name)]
        findings.extend(found for rule in wanted for found in run_rule(rule, context, loaded))
    return finish(findings, loaded, rules, selection)


def finish(
    findings: Iterable[Finding], loaded: Loaded, rules: Sequence[Rule], selection: Selection
) -> tuple[Finding, ...]:
    """Findings of one file with suppressions, selection and the office's severities applied, sorted."""
    known = {rule.code.code: rule for rule in rules}

    def names(target: str, code: str) -> bool:
        rule = known.get(code)
        return matches(target, rule.code, rule.aliases) if rule else target.upper() == code

    marks = read_suppressions(loaded.source, loaded.places)
    kept = suppress(findings, marks, names)
    kept.extend(about_suppressions(marks, loaded.source))
    chosen = (_as_configured(found, selection) for found in kept if _wanted(found, selection))
    return tuple(sorted(chosen, key=lambda found: found.sort_key))


def _wanted(finding: Finding, selection: Selection) -> bool:
    """A crash of ours is always told."""
    return finding.code == CRASHED.code or selection.runs(finding.code, finding.file)


def _as_configured(finding: Finding, selection: Selection) -> Finding:
    severity = selection.severities.get(finding.code)
    if severity is None or severity is finding.severity:
        return finding
    return _with_severity(finding, severity)


def _with_severity(found: Finding, severity: Severity) -> Finding:
    return Finding(
        found.file,
        found.code,
        found.name,
        severity,
        found.message,
        found.path,
        found.span,
        step=found.step,
        help=found.help,
        related=found.related,
        fix=found.fix,
    )


def run_rule(rule: Rule, context: LintContext, loaded: Loaded) -> Iterator[Finding]:
    """The findings of one rule on one file, before suppression."""
    severity = rule.code.severity
    if rule.missing and context.sop.status is Status.DRAF:
        severity = severity.milder
    try:
        for issue in rule.check(context):
            yield _place(issue, rule, severity, context.sop, loaded)
    except SopkitError:
        raise  # a table of the office that cannot be read stops the run with its own sentence
    except Exception as error:  # noqa: BLE001 - a bug of one rule must not hide what the others find
        yield _crash(rule, error, loaded)


def _crash(rule: Rule, error: Exception, loaded: Loaded) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{last.name}, line {last.lineno}"
    reason = f"{type(error).__name__}: {error} ({where})"
    return Finding(
        loaded.source.name,
        CRASHED.code,
        CRASHED.name,
        CRASHED.severity,
        Text(f"aturan {rule.code.code} gagal: {reason}", f"rule {rule.code.code} crashed: {reason}"),
        (),
        loaded.places.value(()),
        help=Text("laporkan ini; aturan lain tetap dijalankan", "please report this; the other rules ran"),
    )


def _place(issue: Issue, rule: Rule, severity: Severity, sop: Sop, loaded: Loaded) -> Finding:
    return Finding(
        file=loaded.source.name,
        code=rule.code.code,
        name=rule.code.name,
        severity=severity,
        message=issue.message,
        path=issue.path,
        span=_span(issue, loaded),
        step=printed_step(issue.path, sop),
        help=issue.help,
        related=tuple(
            Label(loaded.source.name, loaded.places.value(path), text) for path, text in issue.related
        ),
        fix=issue.fix,
    )


def _span(issue: Issue, loaded: Loaded) -> Span:
    if issue.at_key:
        return loaded.places.key(issue.path)
    return (
        loaded.places.excerpt(issue.path, issue.excerpt) if issue.excerpt else loaded.places.value(issue.path)
    )


def printed_step(path: DocPath, sop: Sop) -> str | None:
    """The printed number of the step that `path` lies in, None outside the table."""
    if len(path) > 1 and path[0] == "langkah" and isinstance(path[1], int) and path[1] < len(sop.langkah):
        return sop.nomor_langkah[path[1]]
    return None
