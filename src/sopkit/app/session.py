"""One run of a check over files on disk: what is known from earlier runs, what must be done, and what both together say.

The rules, the settings and the YAML library are only imported when something is left to do.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sopkit.app.ground import Depths
from sopkit.app.kept import Kept, Terms, digest_of_all
from sopkit.app.records import Record, Refusal
from sopkit.app.sources import Sources
from sopkit.app.wire import decode
from sopkit.errors import SopkitError
from sopkit.files import STANDARD_INPUT
from sopkit.report.result import CheckResult
from sopkit.source import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sopkit.app.ground import Ground
    from sopkit.app.options import CheckOptions
    from sopkit.app.project import Project
    from sopkit.app.records import Outcome
    from sopkit.app.shards import Joined, Shard
    from sopkit.app.stamps import Stamp
    from sopkit.app.work import CheckWork
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.files import InputFile
    from sopkit.source import SourceFile


class Todo(NamedTuple):
    """A file that must be read: what it is, how deep it lies, and its stamp before it was read."""

    file: InputFile
    depth: int | None
    stamp: Stamp | None = None


class How(NamedTuple):
    """How the work is done, and who is told; nothing of it changes what is found.

    `jobs` is how many processes may work where at least `worth` files are left to read. `refused` hears of files that cannot be read, `died` of workers that die: why, and
    how many files are done again. `watch` passes on outcomes as they come, given how many there will be.
    """

    refused: Callable[[SopkitError], None]
    died: Callable[[str, int], None]
    watch: Callable[[Iterable[Outcome], int], Iterator[Outcome]]
    jobs: int = 1
    worth: int = 1


class Session:
    """A run over `files`, on `ground`, as `options` ask; `cached` uses and keeps the results of earlier runs."""

    def __init__(
        self, ground: Ground, files: Sequence[InputFile], options: CheckOptions, *, cached: bool
    ) -> None:
        self._ground = ground
        self._files = files
        self.options = options
        self._texts: dict[str, SourceFile] = {}
        self._kept = Kept(ground, options) if cached and not self._is_input else None

    def speak(self, language: Language) -> None:
        """Report in `language`."""
        self.options = self.options._replace(language=language)

    @cached_property
    def _is_input(self) -> bool:
        return len(self._files) == 1 and self._files[0].name == STANDARD_INPUT

    @cached_property
    def project(self) -> Project:
        """The project; asked for only when something is left to do.

        Raises:
            SopkitError: `sopkit.toml` says what it may not say.
        """
        from sopkit.app.project import project_on  # noqa: PLC0415 - settings and rules take long to import

        return project_on(self._ground)

    @cached_property
    def terms(self) -> Terms:
        """What the settings say about reports.

        Raises:
            SopkitError: as `project`.
        """
        known = self._kept.terms if self._kept else None
        if known:
            return known
        return terms_of(self.project)

    def run(self, how: How) -> CheckResult:
        """Check all files.

        Raises:
            SopkitError: an unknown rule is named, or a table of the office cannot be read.
        """
        records = self.records(how)
        if not self._kept:
            return self._result(records, self._across(records))
        seen = digest_of_all(records, whole=self.options.whole)
        across = self._kept.across(seen)
        if across is None:
            across = self._across(records)
            self._kept.put_across(seen, self.terms, across)
        self._kept.save_with(records)
        return self._result(records, across)

    def _across(self, records: Sequence[Record]) -> dict[str, tuple[Finding, ...]]:
        from sopkit.app.across import find_across  # noqa: PLC0415 - rules take long to import

        return find_across(records, self.project, self.options)

    def run_part(self, shard: Shard, how: How) -> CheckResult:
        """Check the files of one part, and carry along what is needed to join the parts.

        Raises:
            SopkitError: as `run`.
        """
        from sopkit.app.shards import carried  # noqa: PLC0415 - only for parts

        everything = self._files
        self._files = shard.part(everything)
        records = self.records(how)
        if self._kept:
            self._kept.save()
        part = carried(shard, everything, records, self._ground, self.options)
        return self._result(records, {})._replace(shard=part)

    def records(self, how: How) -> list[Record]:
        """The records of all files that could be read, in order; the others are told to `how.refused`, in order too."""
        outcomes, todo = self._known()
        begun = {one.file.name: one for one in todo}
        for outcome in how.watch(self._work(todo, how), len(todo)):
            outcomes[outcome.name] = outcome
            if self._kept:  # at once, while other processes work
                one = begun[outcome.name]
                self._kept.put(outcome, one.stamp, one.depth)
        ordered = [outcomes[file.name] for file in self._files]
        for outcome in ordered:
            if isinstance(outcome, Refusal):
                how.refused(SopkitError(outcome.reason))
        return [outcome for outcome in ordered if isinstance(outcome, Record)]

    def _known(self) -> tuple[dict[str, Outcome], list[Todo]]:
        depths = Depths(self._ground.root)
        known: dict[str, Outcome] = {}
        todo = []
        for file in self._files:
            depth = None if self._is_input else depths.of(file)
            found, stamp = self._kept.find(file, depth) if self._kept else (None, None)
            if found:
                known[file.name] = found
            else:
                todo.append(Todo(file, depth, stamp))
        return known, todo

    def _work(self, todo: Sequence[Todo], how: How) -> Iterator[Outcome]:
        """The outcomes of the files left, in no order."""
        if not todo:
            return
        from sopkit.app.work import CheckWork, given_up, outcome_of  # noqa: PLC0415 - not needed when all is known

        work = CheckWork(self.project, self.options)
        if self._is_input:
            yield self._standard_input(work)
            return
        items = [[one.file.name, one.depth] for one in todo]
        if how.jobs <= 1 or len(todo) < how.worth:
            yield from (outcome_of(work(item)) for item in items)
            return
        from sopkit.app.pool import Died, in_processes  # noqa: PLC0415 - only for many files

        for result in in_processes(items, work, how.jobs, how.died):
            yield given_up(result.item[0], result.why) if isinstance(result, Died) else outcome_of(result)

    def _standard_input(self, work: CheckWork) -> Outcome:
        from sopkit.app.check import read_input  # noqa: PLC0415 - as above

        try:
            item = read_input(self._files[0], self.project)
        except SopkitError as error:
            return Refusal(STANDARD_INPUT, error.message)
        record = work.check(item)
        if record.shown:
            self._texts[item.name] = source_of(item.name, item.data)
        return record

    def _result(self, records: Sequence[Record], across: Mapping[str, tuple[Finding, ...]]) -> CheckResult:
        return result_of(records, across, Sources(_digests(records), self._texts), self.options, self.terms)


def result_of(
    records: Sequence[Record],
    across: Mapping[str, tuple[Finding, ...]],
    sources: Sources,
    options: CheckOptions,
    terms: Terms,
) -> CheckResult:
    """The result of a check: of each file what was found with the others in view, else its own findings."""
    findings = [
        found
        for record in records
        for found in (across[record.name] if record.name in across else decode(record.findings))
    ]
    return CheckResult(
        files=tuple(record.name for record in records),
        findings=tuple(sorted(findings, key=lambda found: found.sort_key)),
        sources=sources,
        language=options.language,
        rules=terms.rules,
        fail_on=options.fail_on or terms.fail_on,
    )


def join_parts(joined: Joined, language: Language) -> CheckResult:
    """The result of the check of which `joined` are the parts, to be told in `language`.

    Raises:
        SopkitError: as `Session.run`.
    """
    from sopkit.app.across import find_across  # noqa: PLC0415 - rules take long to import
    from sopkit.app.project import project_on  # noqa: PLC0415 - the same

    project = project_on(joined.ground)
    across = find_across(joined.records, project, joined.options)
    sources = Sources(_digests(joined.records), {})
    options = joined.options._replace(language=language)
    return result_of(joined.records, across, sources, options, terms_of(project))


def terms_of(project: Project) -> Terms:
    """What the settings of a project say about reports."""
    from sopkit.app.check import rule_infos  # noqa: PLC0415 - as above

    return Terms(project.settings.bahasa, project.settings.validate_.fail_on, rule_infos())


def _digests(records: Sequence[Record]) -> dict[str, str]:
    return {record.name: record.digest for record in records if record.shown}
