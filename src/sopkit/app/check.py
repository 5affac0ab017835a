"""Check SOPs: read each file, run the rules over it, then the rules across files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from sopkit.app.project import depth_below
from sopkit.errors import SopkitError, Text
from sopkit.files import STANDARD_INPUT, read_bounded, unreadable
from sopkit.lint.catalog import CODES, CORPUS_RULES, RULES
from sopkit.lint.rule import LintContext
from sopkit.lint.runner import Linted, finish, lint, lint_across
from sopkit.lint.select import Selection, build_selection
from sopkit.load.loading import MAX_BYTES, load_bytes
from sopkit.report.result import CheckResult, RuleInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding, Severity
    from sopkit.errors import Language
    from sopkit.files import InputFile
    from sopkit.load.loading import Loaded
    from sopkit.source import SourceFile


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a command says beyond the settings; None and empty leave it to them.

    `whole` says that the inputs are a whole collection, so that what is not among them is not there.
    """

    language: Language = "id"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    as_of: date | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One text to check: its name, its bytes, and how deep it lies below the root (None: nowhere)."""

    name: str
    data: bytes
    depth: int | None = None


def read_input(file: InputFile, project: Project) -> Input:
    """The content of `file`, never much more than the limit for an SOP; "-" is standard input.

    Raises:
        SopkitError: it cannot be read.
    """
    if file.name == STANDARD_INPUT:
        return Input(file.name, _standard_input())
    return Input(file.name, read_bounded(file.path, MAX_BYTES), depth_below(file, project))


def _standard_input() -> bytes:
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise SopkitError(
            Text(
                "masukan standar tertutup; sebutkan berkas SOP",
                "standard input is closed; name a file of an SOP",
            )
        )
    try:
        return stream.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable("stdin", error) from error


def read_inputs(
    files: Iterable[InputFile], project: Project, refused: Callable[[SopkitError], None]
) -> Iterator[Input]:
    """The contents of `files`, one at a time; a file that cannot be read is told to `refused` and passed over."""
    for file in files:
        try:
            yield read_input(file, project)
        except SopkitError as error:
            refused(error)


def check(inputs: Iterable[Input], project: Project, options: CheckOptions) -> CheckResult:
    """Check `inputs` by the rules chosen.

    Raises:
        SopkitError: an unknown rule is named, or a table of the office cannot be read.
    """
    selection = choose(project, options)
    linted: list[Linted] = []
    sources: dict[str, SourceFile] = {}
    for item in inputs:
        loaded = load_bytes(item.name, item.data)
        linted.append(lint(loaded, _context(loaded, item, project, options.as_of), RULES, selection))
        sources[item.name] = loaded.source
    across = _by_file(lint_across(linted, CORPUS_RULES, project.knowledge, selection, whole=options.whole))
    findings = [found for one in linted for found in finish(one, across.get(one.file, ()), CODES, selection)]
    with_findings = {found.file for found in findings}
    return CheckResult(
        files=tuple(one.file for one in linted),
        findings=tuple(sorted(findings, key=lambda found: found.sort_key)),
        sources={name: source for name, source in sources.items() if name in with_findings},
        language=options.language,
        rules=rule_infos(),
        fail_on=options.fail_on or project.settings.validate_.fail_on,
    )


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for found in findings:
        grouped.setdefault(found.file, []).append(found)
    return grouped


def _context(loaded: Loaded, item: Input, project: Project, as_of: date | None) -> LintContext | None:
    if loaded.sop is None:
        return None
    return LintContext(loaded.sop, project.settings, project.knowledge, as_of, item.depth)


def choose(project: Project, options: CheckOptions) -> Selection:
    """The rules that run: those of the command where it names some, else those of the settings.

    Raises:
        SopkitError: an unknown rule is named.
    """
    settings = project.settings.validate_
    return build_selection(
        CODES,
        options.select or settings.select,
        (*settings.ignore, *options.ignore) if not options.select else options.ignore,
        settings.severity,
        settings.per_file_ignores,
    )


def rule_infos() -> tuple[RuleInfo, ...]:
    """What reports tell about every code, in order."""
    return tuple(RuleInfo(code.code, code.name, code.severity, code.title) for code, _ in CODES)
