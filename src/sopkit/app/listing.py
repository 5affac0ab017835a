"""The line of an SOP in the list of sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sopkit.flow.graph import build_flow
from sopkit.model.waktu import Bagian, Lama, Satuan, format_seconds
from sopkit.render import IndexEntry, Link
from sopkit.timing.analysis import AnalysisOptions, analyse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sopkit.diagnostics import Finding
    from sopkit.model.sop import Sop
    from sopkit.timing.lengths import Span
    from sopkit.timing.settings import WorkRules

_DAY: Final = 86_400


def index_entry(sop: Sop, links: Sequence[Link], rules: WorkRules) -> IndexEntry:
    """The line of `sop`, its findings not yet counted."""
    time = _longest(sop, rules)
    effective = sop.tanggal.efektif
    agency = " ".join(part for part in (sop.instansi.perangkat_daerah, sop.instansi.pemerintah) if part)
    return IndexEntry(
        links=tuple(links),
        agency=agency,
        number=sop.nomor or "",
        title=sop.nama,
        effective=str(effective) if effective else "",
        effective_day=effective.first.isoformat() if effective and effective.first else None,
        steps=len(sop.langkah),
        time=time.words,
        minutes=time.minutes,
        errors=0,
        warnings=0,
        infos=0,
    )


def counted(entry: IndexEntry, findings: Iterable[Finding]) -> IndexEntry:
    """`entry` with the numbers of its `findings`."""
    counts = [0, 0, 0]
    for found in findings:
        counts[found.severity.rank] += 1
    infos, warnings, errors = counts
    return replace(entry, errors=errors, warnings=warnings, infos=infos)


@dataclass(frozen=True, slots=True)
class _Time:
    words: str
    minutes: int | None


def _longest(sop: Sop, rules: WorkRules) -> _Time:
    """How long the longest way without rework takes; at least so long where a step's time is not known."""
    analysis = analyse(sop, build_flow(sop), rules, AnalysisOptions(runs=0))
    span = analysis.scenarios.longest.span
    if analysis.unknown and not span.work and not span.elapsed:
        return _Time("", None)
    length = _in_words(span, rules)
    return _Time(f"≥ {length}" if analysis.unknown else length, span.order // 60)


def _in_words(span: Span, rules: WorkRules) -> str:
    parts = [format_seconds(span.work, rules.time)] if span.work or not span.elapsed else []
    if span.elapsed:
        parts.append(str(Lama((Bagian(Fraction(span.elapsed, _DAY), Satuan.HARI, elapsed=True),))))
    return " + ".join(parts)
