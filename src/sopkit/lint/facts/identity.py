"""What several rules about the identity block need: its dates with their names, and what counts as an empty text.

What a single rule finds wrong stays in that rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.errors import Text
from sopkit.lint.facts.lately import kept_lately

if TYPE_CHECKING:
    from sopkit.model.sop import Sop
    from sopkit.model.tanggal import Tanggal
    from sopkit.source import DocPath

_FILLED: Final = re.compile(r"[^\W_]")
_MAKING: Final = Text("tanggal pembuatan", "date of making")
_EFFECT: Final = Text("tanggal efektif", "date of effect")


class NamedDate(NamedTuple):
    """A date of the identity block, where it stands, and what the office calls it, in lower case."""

    path: DocPath
    name: Text
    date: Tanggal


@kept_lately
def named_dates(sop: Sop) -> tuple[NamedDate, ...]:
    """The dates that are filled in, readable or not, in the order of the sheet: making, revisions, effect.

    A mark such as `-` is no date. The place of a revision is that of an item of a list, also where it was written
    as a single text.
    """
    dates = sop.tanggal
    found: list[NamedDate] = []
    if dates.pembuatan and is_filled(dates.pembuatan.text):
        found.append(NamedDate(("tanggal", "pembuatan"), name_of_making(sop), dates.pembuatan))
    if dates.revisi:
        found.extend(revisions(sop))
    if dates.efektif and is_filled(dates.efektif.text):
        found.append(NamedDate(("tanggal", "efektif"), name_of_effect(sop), dates.efektif))
    return tuple(found)


def revisions(sop: Sop) -> tuple[NamedDate, ...]:
    """The revisions that are filled in, in the order written."""
    name = Text((sop.label.revisi or "tanggal revisi").lower(), "date of revision")
    return tuple(
        NamedDate(("tanggal", "revisi", i), name, date)
        for i, date in enumerate(sop.tanggal.revisi)
        if is_filled(date.text)
    )


def name_of_making(sop: Sop) -> Text:
    """What the office calls the date of making: `tanggal pembuatan` unless it has a label of its own."""
    return Text(sop.label.pembuatan.lower(), "date of making") if sop.label.pembuatan else _MAKING


def name_of_effect(sop: Sop) -> Text:
    """What the office calls the date of effect: `tanggal efektif`, often `tanggal pengesahan`."""
    return Text(sop.label.efektif.lower(), "date of effect") if sop.label.efektif else _EFFECT


def is_filled(text: str | None) -> bool:
    """Whether a text says anything: a letter or a digit. `-` and dots only hold a place."""
    if text is None:
        return False
    # most texts begin with a letter or a digit, and then no closer look is needed
    return text[:1].isalnum() or _FILLED.search(text) is not None
