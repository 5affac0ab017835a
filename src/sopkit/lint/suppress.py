"""Suppression: `# sopkit: abaikan[ALR004] alasan`.

Behind a line it holds for findings that begin on that line; on a line of its own for the next line with content; above the
first key for the whole file. What it suppresses is named by code, name or family letters; the reason is for the next reader,
and one without a reason is itself a finding, as is one that suppresses nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.diagnostics import Code, Finding, Severity
from sopkit.errors import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sopkit.load.places import Places
    from sopkit.source import SourceFile

USELESS = Code(
    "SOP003",
    "abaikan-tanpa-guna",
    Severity.WARNING,
    since="0.1",
    doc="""Tanda abaikan tidak mengabaikan temuan apa pun. / A suppression suppresses nothing.

## Mengapa
Tanda yang tertinggal setelah temuannya diperbaiki, atau yang salah menulis kode, menyembunyikan temuan berikutnya di baris
yang sama tanpa ada yang tahu.

## Buruk
```yaml
sopkit: 1
nama: Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf # sopkit: abaikan[ALR001] sudah diperbaiki
```
""",
)
WITHOUT_REASON = Code(
    "SOP007",
    "abaikan-tanpa-alasan",
    Severity.INFO,
    since="0.1",
    doc="""Tanda abaikan tidak menyebut alasan. / A suppression gives no reason.

## Mengapa
Pemeriksa berikutnya perlu tahu mengapa temuan dibiarkan. Tulis alasannya setelah kurung siku.
""",
)

_MARK = re.compile(r"#\s*sopkit:\s*abaikan(?:\[(?P<codes>[^\]\n]*)\])?[ \t]*(?P<reason>[^\r\n]*)")
_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


@dataclass(slots=True)
class Suppression:
    """One mark: what it names, where it stands (0-based character range), and the line it holds for, None for all."""

    targets: tuple[str, ...]
    start: int
    end: int
    line: int | None
    reason: str
    used: bool = False


def read_suppressions(source: SourceFile, places: Places) -> list[Suppression]:
    """The marks in the comments of a file, in order; what stands inside a text of the document is no mark."""
    text = source.text
    if "abaikan" not in text:
        return []
    first = _CONTENT.search(text)
    head = first.start() if first else len(text)
    return [
        Suppression(
            targets=tuple(part.strip() for part in (mark["codes"] or "").split(",") if part.strip()),
            start=mark.start(),
            end=mark.start() + len(mark[0].rstrip()),
            line=None if mark.start() < head else _line_of(source, mark.start()),
            reason=mark["reason"].strip(),
        )
        for mark in _MARK.finditer(text)
        if not places.in_scalar(mark.start())
    ]


def _line_of(source: SourceFile, start: int) -> int:
    """The line a mark holds for: its own, or the next one with content when it stands alone."""
    position = source.position(start)
    if source.line(position.line)[: position.column - 1].strip():
        return position.line
    following = _CONTENT.search(source.text, source.text.find("\n", start) + 1 or len(source.text))
    return source.position(following.end() - 1).line if following else position.line


def suppress(
    findings: Iterable[Finding],
    suppressions: list[Suppression],
    matches: Callable[[str, str], bool],
) -> list[Finding]:
    """The findings that no mark covers. `matches(target, code)` tells whether a target names a code."""
    kept = []
    for finding in findings:
        covering = [
            mark
            for mark in suppressions
            if mark.line in (None, finding.span.start.line)
            and any(matches(target, finding.code) for target in mark.targets)
        ]
        for mark in covering:
            mark.used = True
        if not covering:
            kept.append(finding)
    return kept


def about_suppressions(suppressions: list[Suppression], source: SourceFile) -> list[Finding]:
    """The findings about the marks themselves; call after `suppress`, which notes the marks that were of use."""
    found = []
    for mark in suppressions:
        if not mark.used:
            found.append(_finding(USELESS, mark, source, *_useless(mark)))
        elif not mark.reason:
            found.append(_finding(WITHOUT_REASON, mark, source, *_without_reason(mark)))
    return found


def _useless(mark: Suppression) -> tuple[Text, Text]:
    if not mark.targets:
        return (
            Text("tanda abaikan tidak menyebut kode", "this suppression names no code"),
            Text("tulis # sopkit: abaikan[KODE] alasan", "write # sopkit: abaikan[CODE] reason"),
        )
    names = ", ".join(mark.targets)
    return (
        Text(
            f"tanda abaikan[{names}] tidak mengabaikan temuan apa pun", f"abaikan[{names}] suppresses nothing"
        ),
        Text("hapus tanda itu atau perbaiki kodenya", "delete it or correct the code"),
    )


def _without_reason(mark: Suppression) -> tuple[Text, Text]:
    names = ", ".join(mark.targets)
    return (
        Text(f"abaikan[{names}] tidak menyebut alasan", f"abaikan[{names}] gives no reason"),
        Text("tulis alasannya setelah kurung siku", "write the reason after the bracket"),
    )


def _finding(code: Code, mark: Suppression, source: SourceFile, message: Text, advice: Text) -> Finding:
    span = source.span(mark.start, mark.end)
    return Finding(source.name, code.code, code.name, code.severity, message, (), span, help=advice)
