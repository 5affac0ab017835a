"""What of earlier runs still holds for this one: records of files, findings across files, and what the settings say."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sopkit.app.cache import FOLDER, Cache
from sopkit.app.program import program_digest
from sopkit.app.records import Record, digest_of
from sopkit.app.stamps import Stamp, stamp_of
from sopkit.app.wire import decode, dumps, encode
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError, Text
from sopkit.files import read_bounded
from sopkit.report.result import RuleInfo
from sopkit.source import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.app.ground import Ground
    from sopkit.app.options import CheckOptions
    from sopkit.app.records import Outcome
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language
    from sopkit.files import InputFile

RUNS = 8
"""So many collections of files are remembered with what was found across them."""
_CRASHED = '"SOP000"'
"""A crash is never kept: it may have been the machine's."""


class Terms(NamedTuple):
    """What the settings say that reports need to know: the language, from when on findings fail, and the rules there are."""

    language: Language
    fail_on: Severity
    rules: tuple[RuleInfo, ...]


def key_of(ground: Ground, options: CheckOptions) -> str:
    """What results hold for: this program on this ground, with these rules chosen.

    The language, the formats and from when on findings fail are not among it: they change no finding.
    """
    asked = [options.select, options.ignore, options.as_of and options.as_of.isoformat()]
    return digest_of(dumps([program_digest(), ground.text, ground.tables, asked]).encode("ascii"))


def cache_folder(ground: Ground) -> Path:
    """Where results are kept: beside `sopkit.toml`, else in the current folder."""
    return (ground.root or Path()) / FOLDER


class Kept:
    """The results kept for `ground` and `options`."""

    def __init__(self, ground: Ground, options: CheckOptions) -> None:
        self._cache = Cache(cache_folder(ground), key_of(ground, options))

    @cached_property
    def _head(self) -> dict[str, Any]:
        return self._cache.head

    @property
    def terms(self) -> Terms | None:
        """What the settings say; None when not known."""
        terms = self._head.get("terms")
        if terms is None:
            return None
        language, fail_on, rules = terms
        return Terms(language, Severity(fail_on), tuple(_rule(*rule) for rule in rules))

    def find(self, file: InputFile, depth: int | None) -> tuple[Record | None, Stamp | None]:
        """The record of `file` if it still holds, and the stamp the file has now."""
        stamp = stamp_of(file.name)
        found = self._cache.get(file.name)
        if stamp is None or found is None:
            return None, stamp
        record, then, at_depth = found
        if depth != at_depth:
            return None, stamp
        if then.proves(stamp):
            return record, stamp
        if stamp.size != then.size or _digest(file.name) != record.digest:
            return None, stamp
        if stamp.settled:  # else it must be looked at again anyhow
            self._cache.put(record, stamp, depth)
        return record, stamp

    def put(self, outcome: Outcome, stamp: Stamp | None, depth: int | None) -> None:
        """Keep what became of a file that had `stamp` before it was read, unless a crash came of it."""
        if isinstance(outcome, Record) and stamp and _CRASHED not in outcome.findings:
            self._cache.put(outcome, stamp, depth)

    def across(self, seen: str) -> dict[str, tuple[Finding, ...]] | None:
        """What was found when just the files `seen` (see `digest_of_all`) were seen together; None when they never were."""
        found = self._head.get("runs", {}).get(seen)
        return None if found is None else {name: decode(text) for name, text in found}

    def put_across(self, seen: str, terms: Terms, across: Mapping[str, Sequence[Finding]]) -> None:
        """Keep what was found across the files `seen`, unless a crash came of it."""
        found = [[name, encode(findings)] for name, findings in across.items()]
        if any(_CRASHED in text for _, text in found):
            return
        runs: dict[str, Any] = self._head.get("runs", {})
        left = [(one, runs[one]) for one in runs][1 - RUNS :]
        self._cache.put_head({"terms": _plain(terms), "runs": dict([*left, (seen, found)])})

    def save_with(self, records: Sequence[Record]) -> None:
        """Write everything down; what is kept of other files than `records` must not grow without end."""
        if len(self._cache) > 2 * len(records) + _SPARE:
            self._cache.keep_only(frozenset(record.name for record in records))
        self.save()

    def save(self) -> None:
        """Write everything down."""
        self._cache.save()


_SPARE = 20_000
"""Records of files outside this run that may stay: a run over one file must not forget the collection."""


def digest_of_all(records: Sequence[Record], *, whole: bool) -> str:
    """What tells one set of files with their contents from another; no name of a file has a NUL in it."""
    words = (word for record in records for word in (record.name, record.digest))
    return digest_of("\0".join((str(whole), *words)).encode("utf-8", "surrogatepass"))


def _digest(path: str) -> str:
    try:
        return digest_of(read_bounded(path, MAX_CHARACTERS))
    except SopkitError:
        return ""


def _plain(terms: Terms) -> list[Any]:
    rules = [
        [rule.code, rule.name, rule.severity.value, rule.title.id, rule.title.en, rule.help_uri]
        for rule in terms.rules
    ]
    return [terms.language, terms.fail_on.value, rules]


def _rule(  # noqa: PLR0917 - the order is that of `_plain`
    code: str, name: str, severity: str, indonesian: str, english: str, uri: str | None
) -> RuleInfo:
    return RuleInfo(code, name, Severity(severity), Text(indonesian, english), uri)
