"""Findings: what is wrong, where, why, and what to do. Frozen values without YAML and without a terminal."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sopkit.errors import Text

if TYPE_CHECKING:
    from sopkit.source import DocPath, Span


class Severity(Enum):
    """How bad a finding is. Compare with `rank`: a higher rank is worse."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANK[self]

    @property
    def milder(self) -> Severity:
        """One level down; info stays info."""
        return _MILDER[self]


_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_MILDER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}


class Code(NamedTuple):
    """What can be found, under the code and the name that are part of the contract.

    `doc` is the page of the code in Markdown: a title line in both languages, Indonesian first and " / " between, then
    the sections `## Mengapa`, `## Buruk` and `## Baik`, the last two with one YAML block each.
    """

    code: str
    name: str
    severity: Severity
    since: str
    doc: str

    @property
    def title(self) -> Text:
        """The title line in both languages."""
        indonesian, _, english = self.doc.strip().split("\n", 1)[0].partition(" / ")
        return Text(indonesian.strip(), english.strip())


class Label(NamedTuple):
    """A second place that explains a finding: "first used here". `file` is the name of the file it stands in."""

    file: str
    span: Span
    text: Text


class Fix(NamedTuple):
    """An edit of one scalar of the document: the value at `path` becomes `value`.

    `safe` means that the meaning cannot change; unsafe fixes are applied only when asked for.
    """

    path: DocPath
    value: str
    text: Text
    safe: bool = True


class Finding(NamedTuple):
    """One finding with its place. `step` is the printed number of the step it is about, None for none."""

    file: str
    code: str
    name: str
    severity: Severity
    message: Text
    path: DocPath
    span: Span
    step: str | None = None
    help: Text | None = None
    related: tuple[Label, ...] = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of reports: file, place, code, message. The same findings always print in the same order."""
        start = self.span.start
        return (self.file, start.line, start.column, self.code, self.message.id)
