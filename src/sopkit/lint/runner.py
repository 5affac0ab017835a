"""Runs the rules over a loaded file: issues with paths become findings with places.

A rule that crashes becomes a finding about itself (SOP000) and the other rules run.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Finding, Label, Severity
from sopkit.errors import SopkitError, Text
from sopkit.lint.corpus import facts_of
from sopkit.lint.select import matches
from sopkit.lint.suppress import read_suppressions, suppress
from sopkit.model.sop import Status
from sopkit.sheet.codes import SHEET_CODES
from sopkit.source import FILE_START

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.lint.corpus import CorpusRule, SopFacts
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import Issue, LintContext, Rule
    from sopkit.lint.screening import Screening
    from sopkit.lint.select import Codes, Selection
    from sopkit.lint.suppress import Suppression
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


class Linted(NamedTuple):
    """One file after its own rules: all that is needed later, without its text.

    `findings` are not yet suppressed, because the rules across files still add theirs.
    """

    file: str
    findings: tuple[Finding, ...]
    marks: tuple[Suppression, ...]
    facts: SopFacts | None


def lint(loaded: Loaded, context: LintContext | None, screening: Screening, selection: Selection) -> Linted:
    """Run those of the rules of `screening`, as `selection` has chosen them, that are wanted in the file over it.

    `context` is None when the file could not be read as an SOP; then only the findings of reading it remain.
    """
    findings = list(loaded.findings)
    if context is not None:
        rules = selection.wanted(screening.rules_for(context.answers), loaded.source.name)
        findings += run_rules(rules, context, loaded)
    marks = read_suppressions(loaded.source, loaded.places)
    return Linted(loaded.source.name, tuple(findings), marks, facts_of(loaded))


def lint_across(
    facts: tuple[SopFacts, ...],
    rules: Sequence[CorpusRule],
    knowledge: Knowledge,
    selection: Selection,
    *,
    whole: bool,
) -> list[Finding]:
    """Run the rules across files over the facts of all SOPs, in the order of the files.

    `whole` says that the files are a whole collection and not a choice out of it.
    """
    found: list[Finding] = []
    for rule in rules:
        if whole or not rule.whole:
            found.extend(_run_across(rule, facts, knowledge))
    return [one for one in found if selection.runs(one.code, one.file)]


def finish(
    linted: Linted, across: Iterable[Finding], codes: Codes, selection: Selection
) -> tuple[Finding, ...]:
    """All findings of one file, suppressions obeyed, with the severities of the office, in the order of reports.

    Why a file could not be read is told whatever is selected or suppressed: no rule has looked at it, and silence would mean
    that it is clean. Only `per-file-ignores` says that a file is none of ours.
    """
    unread = linted.facts is None
    kept: Sequence[Finding] = (*linted.findings, *across)
    if not kept and not linted.marks:
        return ()
    if linted.marks and not unread:
        kept = _unsuppressed(linted, kept, codes, selection)
    chosen = (_as_configured(one, selection) for one in kept if _wanted(one, selection, unread=unread))
    return tuple(sorted(chosen, key=lambda found: found.sort_key))


def _unsuppressed(
    linted: Linted, found: Sequence[Finding], codes: Codes, selection: Selection
) -> list[Finding]:
    """What the marks of the file leave of `found`, and what is to say about the marks."""
    known = {code.code: (code, aliases) for code, aliases in codes}

    def names(target: str, code: str) -> bool:
        return code in known and code not in UNSUPPRESSED and matches(target, *known[code])

    @cache
    def ran(target: str) -> bool:
        named = [code for code in known if names(target, code)]
        return not named or any(selection.runs(code, linted.file) for code in named)

    return suppress(linted.file, found, linted.marks, names, ran)


def _wanted(finding: Finding, selection: Selection, *, unread: bool) -> bool:
    """A crash of ours is always told."""
    if unread and finding.severity is Severity.ERROR:
        return not selection.left_out(finding.code, finding.file)
    return finding.code == CRASHED.code or selection.runs(finding.code, finding.file)


def _as_configured(finding: Finding, selection: Selection) -> Finding:
    severity = selection.severities.get(finding.code)
    if severity is None or severity is finding.severity:
        return finding
    return finding._replace(severity=severity)


UNSUPPRESSED = frozenset(("SOP000", "SOP001", "SOP003", "SOP007", *(code.code for code in SHEET_CODES)))
"""What no mark in a file can suppress: crashes, files that cannot be read, findings about the marks themselves, and those of
drawing, which are not found when files are checked.
"""


def run_rules(rules: Iterable[Rule], context: LintContext, loaded: Loaded) -> list[Finding]:
    """The findings of `rules` on one file, rule by rule, before suppression."""
    found: list[Finding] = []
    for rule in rules:
        try:
            for issue in rule.check(context):
                found.append(_place(issue, rule, context.sop, loaded))  # noqa: PERF401 - those before a crash are kept
        except SopkitError:
            raise  # a table of the office that cannot be read stops the run with its own sentence
        except Exception as error:  # noqa: BLE001 - a bug of one rule must not hide what the others find
            found.append(_crash(rule.code, error, loaded.source.name))
    return found


def _run_across(rule: CorpusRule, facts: tuple[SopFacts, ...], knowledge: Knowledge) -> Iterator[Finding]:
    try:
        for issue in rule.check(facts, knowledge):
            yield Finding(
                file=issue.sop.file,
                code=rule.code.code,
                name=rule.code.name,
                severity=rule.code.severity,
                message=issue.message,
                path=issue.path,
                span=issue.sop.span(issue.path),
                help=issue.help,
                related=tuple(Label(sop.file, sop.span(path), text) for sop, path, text in issue.related),
            )
    except SopkitError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        yield _crash(rule.code, error, facts[0].file)


def _crash(rule: Code, error: Exception, file: str) -> Finding:
    import traceback  # noqa: PLC0415 - only when a rule crashes

    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{last.name}, line {last.lineno}"
    reason = f"{type(error).__name__}: {error} ({where})"
    return Finding(
        file,
        CRASHED.code,
        CRASHED.name,
        CRASHED.severity,
        Text(f"aturan {rule.code} gagal: {reason}", f"rule {rule.code} crashed: {reason}"),
        (),
        FILE_START,
        help=Text("laporkan ini; aturan lain tetap dijalankan", "please report this; the other rules ran"),
    )


def _place(issue: Issue, rule: Rule, sop: Sop, loaded: Loaded) -> Finding:
    severity = rule.code.severity
    if rule.missing and sop.status is Status.DRAF:
        severity = severity.milder
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
