"""What stands on a sheet, before any millimetre is decided: identity block, headings, rows, symbols, the flow in words.

Texts are final: labels of the office are put in, dates are in Indonesian form, missing parts are empty. Whoever lays out or
writes a sheet needs nothing but this.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.flow.graph import Edge
    from sopkit.sheet.picture import Picture


class SymbolKind(StrEnum):
    """The symbols of the guideline (PermenPAN-RB 35/2012); arrows and off-page connectors belong to the layout."""

    KAPSUL = "kapsul"
    """Start or end."""
    KOTAK = "kotak"
    """Work."""
    KETUPAT = "ketupat"
    """Decision."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in the column `role`, the 0-based position in `SheetContent.roles`.

    `name` says in a word what it stands for (`Mulai`, `Kegiatan`, `Keputusan`, `Selesai`), for who cannot see it. `notes`
    are the lines beside it that tell where it goes on when that is not simply the next row: `Tidak → 4`.
    """

    kind: SymbolKind
    role: int
    name: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections of the identity block: its heading and its entries in order; one entry has no number."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the identity block: the printed label and its lines of text, none when empty."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """The place of the signature: the label, who signs, and with `nip` the words `NIP …`; empty where not known.

    Between `position` and `name` a writer leaves room for signature and stamp.
    """

    label: str
    position: str
    name: str
    rank: str
    nip: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity block: the agency on the left, the fields on the right, the six sections in pairs, left and right.

    `agency` are the lines of the letterhead, `unit` the unit below it (empty when not named), `logo` the picture above it.
    """

    agency: tuple[str, ...]
    unit: str
    logo: Picture | None
    fields: tuple[Field, ...]
    approval: Approval
    title: Field
    sections: tuple[tuple[Section, Section], ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the table's columns, as this office prints them."""

    number: str
    activity: str
    performer: str
    standard: str
    requirement: str
    time: str
    output: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    `symbols` stand in the order of the work: handed over from one to the next, or, when `joint`, done together. The first is
    entered, the last is left. `exits` are the edges that leave the row, in document order. `performers` names who acts,
    `words` tells the row's part of the flow in a sentence: the text alternative of the drawing.
    """

    step: int
    number: str
    activity: str
    symbols: tuple[Symbol, ...]
    joint: bool
    performers: str
    requirements: tuple[str, ...]
    time: str
    outputs: tuple[str, ...]
    note: str
    exits: tuple[Edge, ...]
    words: str


@dataclass(frozen=True, slots=True)
class SheetContent:
    """All that stands on the sheet of one SOP; it has at least one role and one row.

    `start` is the capsule drawn before the first row, `end` the one after the last row, to which every row leads that ends
    the procedure; None where the symbols of the rows themselves are the capsules. They are drawn because the office wants
    it so, or because the row's own symbol is a decision and cannot be a capsule. `mark` is the word across the sheet of an
    SOP that is not in force (`DRAF`, `DICABUT`), else empty.
    """

    title: str
    number: str
    mark: str
    identity: Identity
    headings: Headings
    roles: tuple[str, ...]
    rows: tuple[Row, ...]
    start: Symbol | None
    end: Symbol | None
