"""Suppression: `# sopkit: abaikan[ALR004] alasan`.

Behind a line it holds for findings that begin on that line; on a line of its own for the next line with content; above the
first key for the whole file. What it suppresses is named by code, name or family letters; the reason is for the next reader,
and one without a reason is itself a finding, as is one that suppresses nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Finding, Severity
from sopkit.errors import Text
from sopkit.late import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.load.places import Places
    from sopkit.source import SourceFile, Span

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

_MARK = late(r"#\s*sopkit:\s*abaikan(?:\[(?P<codes>[^\]\n]*)\])?[ \t]*(?P<reason>[^\r\n]*)")
_CONTENT = late(r"(?:\A|[\r\n])[ \t]*(?P<first>[^\s#])")


class Suppression(NamedTuple):
    """One mark: what it names, where it stands, the line it holds for (None: all lines), and its reason."""

    targets: tuple[str, ...]
    span: Span
    line: int | None
    reason: str

    def covers(self, finding: Finding, names: Names) -> bool:
        """Whether the mark holds for `finding`."""
        return self.line in (None, finding.span.start.line) and any(
            names(target, finding.code) for target in self.targets
        )


Names = Callable[[str, str], bool]
"""Tells whether a target in a mark names a code."""


def read_suppressions(source: SourceFile, places: Places) -> tuple[Suppression, ...]:
    """The marks in the comments of a file, in order; what stands inside a text of the document is no mark."""
    text = source.text
    if "abaikan" not in text:
        return ()
    content = [match.start("first") for match in _CONTENT.finditer(text)]
    head = content[0] if content else len(text)
    return tuple(
        Suppression(
            targets=tuple(part.strip() for part in (mark["codes"] or "").split(",") if part.strip()),
            span=source.span(mark.start(), mark.start() + len(mark[0].rstrip())),
            line=None if mark.start() < head else _line_of(source, mark.start(), content),
            reason=mark["reason"].strip(),
        )
        for mark in _MARK.finditer(text)
        if not places.in_a_text(mark.start())
    )


def _line_of(source: SourceFile, start: int, content: Sequence[int]) -> int:
    """The line a mark holds for: its own, or the next one with content when it stands alone.

    `content` are the places where lines with content begin, in order.
    """
    position = source.position(start)
    if source.line(position.line)[: position.column - 1].strip():
        return position.line
    following = bisect_right(content, start)
    return source.position(content[following]).line if following < len(content) else position.line


def suppress(
    file: str,
    findings: Iterable[Finding],
    marks: Sequence[Suppression],
    names: Names,
    ran: Callable[[str], bool],
) -> list[Finding]:
    """The findings of `file` that no mark covers, and those about the marks themselves.

    `ran(target)` tells whether a rule named by `target` ran at all: a mark for a rule that was left out is not useless.
    """
    kept = []
    used: set[Suppression] = set()
    by_line: dict[int | None, list[Suppression]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    for finding in findings:
        near = (*by_line.get(None, ()), *by_line.get(finding.span.start.line, ()))
        covering = [mark for mark in near if mark.covers(finding, names)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    kept.extend(_about(mark, file, used=mark in used) for mark in marks if _is_odd(mark, used, ran))
    return kept


def _is_odd(mark: Suppression, used: set[Suppression], ran: Callable[[str], bool]) -> bool:
    if mark in used:
        return not mark.reason
    return not mark.targets or any(ran(target) for target in mark.targets)


def _about(mark: Suppression, file: str, *, used: bool) -> Finding:
    code = WITHOUT_REASON if used else USELESS
    message, advice = _without_reason(mark) if used else _useless(mark)
    return Finding(file, code.code, code.name, code.severity, message, (), mark.span, help=advice)


def _useless(mark: Suppression) -> tuple[Text, Text]:
    if not mark.targets:
        return (
            Text("tanda abaikan tidak menyebut kode", "this suppression names no code"),
            Text("tulis # sopkit: abaikan[KODE] alasan", "write # sopkit: abaikan[CODE] reason"),
        )
    named = ", ".join(mark.targets)
    return (
        Text(
            f"tanda abaikan[{named}] tidak mengabaikan temuan apa pun", f"abaikan[{named}] suppresses nothing"
        ),
        Text("hapus tanda itu atau perbaiki kodenya", "delete it or correct the code"),
    )


def _without_reason(mark: Suppression) -> tuple[Text, Text]:
    named = ", ".join(mark.targets)
    return (
        Text(f"abaikan[{named}] tidak menyebut alasan", f"abaikan[{named}] gives no reason"),
        Text("tulis alasannya setelah kurung siku", "write the reason after the bracket"),
    )
