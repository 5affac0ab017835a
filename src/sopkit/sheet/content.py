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
    """A symbol in the column `role`, the 0-based position in `SheetContent.roles`."""

    kind: SymbolKind
    role: int


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
class Identity:
    """The identity block: the agency on the left, the fields on the right, the six sections in pairs, left and right.

    `agency` are the lines of the letterhead, `unit` the unit below it (empty when not named), `logo` the path of a picture
    relative to the SOP's file. The field `approval` ends in name, rank and NIP of the signer.
    """

    agency: tuple[str, ...]
    unit: str
    logo: str | None
    fields: tuple[Field, ...]
    approval: Field
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
    entered, the last is left. `exits` are the edges that leave the row, in document order.
    """

    step: int
    number: str
    activity: str
    symbols: tuple[Symbol, ...]
    joint: bool
    requirements: tuple[str, ...]
    time: str
    outputs: tuple[str, ...]
    note: str
    exits: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class SheetContent:
    """All that stands on the sheet of one SOP.

    `start_capsule` and `end_capsule` say that a capsule of its own is drawn before the first row and after the rows that end:
    because the office wants it so, or because the row's own symbol is a decision and cannot be a capsule.
    `words` tells the flow in sentences, one a row: the text alternative of the drawing. `draft` marks an SOP not in force yet,
    `revoked` one no longer in force.
    """

    title: str
    number: str
    draft: bool
    revoked: bool
    identity: Identity
    headings: Headings
    roles: tuple[str, ...]
    rows: tuple[Row, ...]
    start_capsule: bool
    end_capsule: bool
    words: tuple[str, ...]
