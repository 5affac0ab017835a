"""What there is to tell about a layout: characters of unknown width, words that had to be cut, rows in smaller type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.sheet.model import Note, NoteKind
from sopkit.sheet.table.heading import cut_headings
from sopkit.sheet.table.row import clear
from sopkit.sheet.typography.metrics import strangers
from sopkit.sheet.typography.typeset import longest_piece, needed_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.content import Headings, Identity, Row, SheetContent
    from sopkit.sheet.table.column_plan import ColumnPlan
    from sopkit.sheet.table.heading import MeasuredHeadings
    from sopkit.sheet.table.row import MeasuredRow


def notes(
    content: SheetContent, headings: MeasuredHeadings, rows: Sequence[MeasuredRow], plan: ColumnPlan
) -> tuple[Note, ...]:
    """All notes: those of the sheet as a whole, then row by row. `rows` are in the type that they are set in."""
    return (
        *_unknown(
            None, "", (*_identity_texts(content.identity), *_heading_texts(content.headings), *content.roles)
        ),
        *_cut_headings(content, headings, plan),
        *(
            note
            for row, measured in zip(content.rows, rows, strict=True)
            for note in _row(row, measured, plan)
        ),
    )


def _row(row: Row, measured: MeasuredRow, plan: ColumnPlan) -> Iterator[Note]:
    labels = (edge.label or "" for edge in row.exits)
    texts = (row.number, row.activity, *row.requirements, row.time, *row.outputs, row.note, *labels)
    yield from _unknown(row.step, row.number, texts)
    blocks = zip(measured.blocks, plan.texts, strict=True)
    if any(needed_width(longest_piece(of), of.style) > clear(width) for of, width in blocks):
        yield Note(
            NoteKind.WORD,
            row.step,
            Text(
                f"kata yang terlalu panjang pada langkah {row.number} dipenggal di tengah",
                f"a word of step {row.number} is too long for its column and is cut",
            ),
        )
    if measured.activity.style.size < plan.size:
        size = measured.activity.style.size
        yield Note(
            NoteKind.SMALL,
            row.step,
            Text(
                f"langkah {row.number} dicetak dengan huruf {_points(size, ',')} pt agar muat pada satu halaman",
                f"step {row.number} is set in {_points(size, '.')} pt type to fit on a page",
            ),
        )


def _points(size: int, mark: str) -> str:
    whole, tenths = divmod(size, 10)
    return f"{whole}{mark}{tenths}" if tenths else str(whole)


def _unknown(step: int | None, number: str, texts: Sequence[str]) -> Iterator[Note]:
    found = strangers("".join(texts))
    if found:
        shown = " ".join(f"“{char}” (U+{ord(char):04X})" for char in found[:5])
        place_id, place_en = (
            (f"langkah {number}", f"step {number}") if step is not None else ("kepala", "the head")
        )
        yield Note(
            NoteKind.CHARACTER,
            step,
            Text(
                f"lebar karakter {shown} pada {place_id} tidak diketahui; periksa barisnya pada hasil cetak",
                f"the width of {shown} in {place_en} is not known; check its line in print",
            ),
        )


def _cut_headings(content: SheetContent, headings: MeasuredHeadings, plan: ColumnPlan) -> Iterator[Note]:
    named = content.headings
    texts = (
        *(named.number, named.activity, *content.roles),
        *(named.requirement, named.time, named.output, named.note),
    )
    for column in cut_headings(headings, plan):
        yield Note(
            NoteKind.WORD,
            None,
            Text(
                f"judul kolom “{texts[column]}” memuat kata yang lebih lebar daripada kolomnya sehingga dipenggal; singkat judulnya",
                f"the heading “{texts[column]}” has a word wider than its column, which is cut; shorten the heading",
            ),
        )


def _identity_texts(identity: Identity) -> Iterator[str]:
    yield from (*identity.agency, identity.unit)
    for field in (*identity.fields, identity.title):
        yield from (field.label, *field.lines)
    signer = identity.approval
    yield from (signer.label, signer.position, signer.name, signer.rank, signer.nip)
    for pair in identity.sections:
        for section in pair:
            yield from (section.heading, *section.entries)


def _heading_texts(headings: Headings) -> tuple[str, ...]:
    return (
        *(headings.number, headings.activity, headings.performer, headings.standard),
        *(headings.requirement, headings.time, headings.output, headings.note),
    )
