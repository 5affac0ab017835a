"""Check SOPs: read each file, run the rules over it, then the rules across files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from sopkit.app.options import CheckOptions
from sopkit.app.project import depth_below
from sopkit.errors import SopkitError, Text
from sopkit.files import STANDARD_INPUT, read_bounded, unreadable
from sopkit.lint.catalog import CODES, CORPUS_RULES, RULES
from sopkit.lint.rule import LintContext
from sopkit.lint.runner import Linted, finish, lint, lint_across
from sopkit.lint.screening import Screening
from sopkit.lint.select import Selection, build_selection
from sopkit.load.loading import MAX_BYTES, load_bytes
from sopkit.report.result import CheckResult, RuleInfo

__all__ = [
    "CheckOptions",
    "Checker",
    "Input",
    "check",
    "choose",
    "read_input",
    "read_inputs",
    "rule_infos",
]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.files import InputFile
    from sopkit.lint.corpus import SopFacts
    from sopkit.load.loading import Loaded
    from sopkit.source import SourceFile


class Input(NamedTuple):
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
    checker = Checker(project, options)
    linted: list[Linted] = []
    sources: dict[str, SourceFile] = {}
    for item in inputs:
        loaded = load_bytes(item.name, item.data)
        linted.append(checker.lint(loaded, item.depth))
        sources[item.name] = loaded.source
    across = checker.across(tuple(one.facts for one in linted if one.facts))
    findings = [found for one in linted for found in checker.finish(one, across.get(one.file, ()))]
    with_findings = {found.file for found in findings}
    return CheckResult(
        files=tuple(one.file for one in linted),
        findings=tuple(sorted(findings, key=lambda found: found.sort_key)),
        sources={name: source for name, source in sources.items() if name in with_findings},
        language=options.language,
        rules=rule_infos(),
        fail_on=options.fail_on or project.settings.validate_.fail_on,
    )


class Checker:
    """The rules chosen, ready to run over one file after the other.

    Raises:
        SopkitError: an unknown rule is named; later, a table of the office cannot be read.
    """

    def __init__(self, project: Project, options: CheckOptions) -> None:
        self._project = project
        self._options = options
        self._selection = choose(project, options)
        self._screening = Screening(self._selection.chosen(RULES), project.knowledge)

    def lint(self, loaded: Loaded, depth: int | None) -> Linted:
        """One file by the rules about one SOP; `depth` as in `Input`."""
        sop, project, screening = loaded.sop, self._project, self._screening
        as_of, ask = self._options.as_of, screening.answers
        context = LintContext(sop, project.settings, project.knowledge, as_of, depth, ask) if sop else None
        return lint(loaded, context, screening, self._selection)

    def across(self, facts: tuple[SopFacts, ...]) -> dict[str, list[Finding]]:
        """What the rules across files find, by file; `facts` must be those of all SOPs, in the order of the files."""
        grouped: dict[str, list[Finding]] = {}
        for found in lint_across(
            facts, CORPUS_RULES, self._project.knowledge, self._selection, whole=self._options.whole
        ):
            grouped.setdefault(found.file, []).append(found)
        return grouped

    def finish(self, linted: Linted, across: Iterable[Finding] = ()) -> tuple[Finding, ...]:
        """All findings of one file as they are reported."""
        return finish(linted, across, CODES, self._selection)


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
