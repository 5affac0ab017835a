"""The agency, from the lines at the head of a sheet: government, office and unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.draft import Value
from sopkit.intake.lists import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.intake.source import Place
    from sopkit.intake.words import Words

_KINDS = (
    ("instansi_pusat", "instansi.pemerintah"),
    ("pemerintah", "instansi.pemerintah"),
    ("unit", "instansi.unit"),
    ("perangkat_daerah", "instansi.perangkat_daerah"),
)
_MOST_WORDS = 14
"""A line with more words is a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at the head of a sheet."""

    text: str
    place: Place


@dataclass
class Agency:
    """The values found, by their keys, and the lines that are none."""

    values: dict[str, Value] = field(default_factory=dict)
    rest: list[Line] = field(default_factory=list)


def read_agency(lines: Iterable[Line], words: Words) -> Agency:
    """Sort `lines`: the first of a kind counts, a line that begins with "Kabupaten" and the like goes on with the one before.

    A line that follows the agency directly and is of no known kind is taken for the unit where there is no other, and said to be.
    """
    agency = Agency()
    last: str | None = None
    for line in lines:
        key = _kind(line.text, words)
        if key is not None and key not in agency.values:
            agency.values[key] = Value(one_line(line.text), line.place)
            last = key
        elif last is not None and words.begins_with(line.text, "wilayah"):
            known = agency.values[last]
            agency.values[last] = Value(f"{known.text} {one_line(line.text)}", known.place)
        else:
            agency.rest.append(line)
            continue
    _guess_unit(agency)
    return agency


def _kind(text: str, words: Words) -> str | None:
    if len(text.split()) > _MOST_WORDS or text.rstrip().endswith((";", ".")) or text[:1].islower():
        return None
    return next((key for name, key in _KINDS if words.begins_with(text, name)), None)


def _guess_unit(agency: Agency) -> None:
    top = agency.values.get("instansi.pemerintah") or agency.values.get("instansi.perangkat_daerah")
    if top is None or "instansi.unit" in agency.values:
        return
    for line in agency.rest:
        if (line.place.page, line.place.row) == (top.place.page, top.place.row) and line.text.isupper():
            why = Text(
                "dikira nama unit karena berdiri di bawah nama instansi",
                "taken for the unit because it stands below the agency",
            )
            agency.values["instansi.unit"] = Value(one_line(line.text), line.place, why)
            agency.rest.remove(line)
            return
