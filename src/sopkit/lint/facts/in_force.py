"""Whether a regulation was in force on the days an SOP gives, and the words for it.

What the registry knows is in `sopkit.model.regulasi`; a date that is only a month, or a year, is an interval here as there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.errors import Text
from sopkit.lint.facts.citations import in_entry, in_full, where_cited
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.facts.lately import kept_lately
from sopkit.lint.questions import Subject, question
from sopkit.model.tanggal import BULAN

if TYPE_CHECKING:
    from datetime import date

    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.knowledge import Knowledge
    from sopkit.model.regulasi import Period, Registry, Regulation
    from sopkit.model.rujukan import Rujukan, RujukanKey
    from sopkit.model.sop import Sop

_EFFECT: Final = ("tanggal", "efektif")
_MADE: Final = ("tanggal", "pembuatan")


class Revoked(NamedTuple):
    """A regulation that was revoked: its record, what revoked it, and when."""

    regulation: Regulation
    by: Rujukan
    since: Period


def revoked_on(key: RujukanKey, first: date, last: date, registry: Registry) -> Revoked | None:
    """Whether a regulation was revoked before a day between `first` and `last`, whichever it is.

    None when the registry does not know the regulation, and when the days leave it open.
    """
    regulation = registry.get(key)
    if regulation is None or regulation.dicabut is None or regulation.dicabut_oleh is None:
        return None
    if not regulation.revoked_surely_before(first, last):
        return None
    return Revoked(regulation, regulation.dicabut_oleh, regulation.dicabut)


@question(Subject.DASAR_HUKUM)
def names_revoked(entry: str, knowledge: Knowledge) -> bool:
    """Whether an entry of dasar_hukum names a regulation that is revoked by now."""
    registry = knowledge.registry
    named = [registry.get(cited.key) for citation in in_entry(entry) for cited in citation.named]
    return any(known is not None and known.dicabut is not None for known in named)


@kept_lately
def standing(sop: Sop) -> tuple[NamedDate, ...]:
    """The dates at which the office stood by its legal basis: effect, then the revisions, those that can be read.

    Without a date of effect that of making is taken: an SOP takes effect no earlier.
    """
    readable = [named for named in named_dates(sop) if named.date.readable]
    effect = [named for named in readable if named.path == _EFFECT]
    made = [named for named in readable if named.path == _MADE]
    return (*(effect or made), *(named for named in readable if named.path not in {_EFFECT, _MADE}))


def revoked_at(
    key: RujukanKey, dates: tuple[NamedDate, ...], registry: Registry
) -> tuple[Revoked, NamedDate] | None:
    """Whether a regulation was revoked before one of `dates`, with the first such date."""
    for named in dates:
        if named.date.first and named.date.last:
            found = revoked_on(key, named.date.first, named.date.last, registry)
            if found:
                return found, named
    return None


@kept_lately
def latest(sop: Sop) -> NamedDate | None:
    """The latest date of the SOP; None when it has none, and when one of them cannot be read and may be later."""
    dates = named_dates(sop)
    if not dates or not all(named.date.readable for named in dates):
        return None
    return max(dates, key=lambda named: (named.date.last, named.path == _EFFECT))


def advice(revoked: Revoked, day: date, sop: Sop, registry: Registry) -> Text:
    """What to do about a revoked regulation in an SOP that speaks for `day`: cite what stands in its place."""
    instead = successor(revoked, day, registry)
    name = in_full(instead)
    if where_cited(sop.dasar_hukum, instead):
        return Text(
            f"hapus rujukan ini; penggantinya, {name}, sudah dirujuk",
            f"take it out; {name}, in its place, is cited already",
        )
    return Text(f"rujuk penggantinya, {name}", f"cite {name} in its place")


def successor(revoked: Revoked, day: date, registry: Registry) -> Rujukan:
    """What stood in the place of a revoked regulation on `day`, with its title where the registry has one.

    Where the registry leaves open which of two stood on that day, the earlier.
    """
    by, seen = revoked.by, {revoked.regulation.key}
    while (known := registry.find(by)) is not None:
        by = known.rujukan
        if known.dicabut_oleh is None or known.key in seen or not known.revoked_surely_before(day, day):
            break
        seen.add(known.key)
        by = known.dicabut_oleh
    return by


def words_for(period: Period) -> Text:
    """When, as a reader says it: `pada 2 Oktober 2014`, `pada tahun 2014`, `antara … dan …`; ISO in English."""
    first, _, last = period.text.partition("/")
    if last:
        return Text(f"antara {_said(first)} dan {_said(last)}", f"between {first} and {last}")
    preposition = "on" if period.first == period.last else "in"
    return Text(f"pada {_said(first)}", f"{preposition} {first}")


def _said(iso: str) -> str:
    year, month, day = (*iso.split("-"), "", "")[:3]
    if not month:
        return f"tahun {year}"
    return f"{int(day)} {BULAN[int(month) - 1]} {year}" if day else f"{BULAN[int(month) - 1]} {year}"
