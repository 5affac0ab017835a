"""Mend what can be mended safely: apply the fixes of the findings until nothing is left to mend."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.app.check import Input, check
from sopkit.load.edit import set_text
from sopkit.load.loading import load_bytes

if TYPE_CHECKING:
    from sopkit.app.check import CheckOptions
    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.source import SourceFile

MAX_ROUNDS = 10
"""One fix may uncover another; more rounds than this mean that two fixes undo each other."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fixed:
    """One file before and after; `applied` are the findings that were mended, in order."""

    name: str
    before: bytes
    after: bytes
    applied: tuple[Finding, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return self.before != self.after

    def diff(self) -> str:
        """The change as a unified diff, line ends as they are."""
        before, after = (data.decode("utf-8").splitlines(keepends=True) for data in (self.before, self.after))
        pieces = difflib.unified_diff(before, after, fromfile=self.name, tofile=self.name)
        return "".join(
            piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces
        )


def fix(item: Input, project: Project, options: CheckOptions, *, unsafe: bool) -> Fixed:
    """`item` with its fixes applied, unsafe ones only where wanted. A file that cannot be read is left as it is."""
    applied: list[Finding] = []
    source = load_bytes(item.name, item.data).source
    data = item.data
    for _ in range(MAX_ROUNDS):
        findings = check([Input(item.name, data, item.depth)], project, options).findings
        edited, mended = _apply(source, findings, unsafe=unsafe)
        if not mended:
            break
        applied += mended
        source = edited
        data = (_BOM if source.had_bom else b"") + source.text.encode("utf-8")
    return Fixed(item.name, item.data, data, tuple(applied))


def _apply(
    source: SourceFile, findings: tuple[Finding, ...], *, unsafe: bool
) -> tuple[SourceFile, list[Finding]]:
    """One round: at most one fix for each text, because the next may build on the first."""
    mended: list[Finding] = []
    touched = set()
    for found in findings:
        fix = found.fix
        if fix is None or fix.path in touched or not (fix.safe or unsafe):
            continue
        edited = set_text(source, fix.path, fix.value)
        if edited is not None and edited.text != source.text:
            source = edited
            touched.add(fix.path)
            mended.append(found)
    return source, mended
