"""From a document to its drafts: identity block, procedure table and drawing put together.

Writing a draft, and files, do not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.intake.draft import Draft, Note, Value
from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.flow import flow_grid, with_flow
from sopkit.intake.identity import read_identity
from sopkit.intake.lists import one_line
from sopkit.intake.parts import cut
from sopkit.intake.source import Place, Unused
from sopkit.intake.steps import are_counted, draft_step
from sopkit.intake.who import (
    NOBODY,
    Who,
    acting,
    marked,
    named_in_cell,
    names_in_cells,
    role_keys,
    roles_of,
)
from sopkit.intake.words import fold, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.intake.draft import DraftStep
    from sopkit.intake.heading import Heading
    from sopkit.intake.identity import Identity
    from sopkit.intake.parts import Part
    from sopkit.intake.rows import Row
    from sopkit.intake.source import Remark, SourceDocument
    from sopkit.intake.words import Words
    from sopkit.lint.knowledge import Knowledge

_COLUMN_LABELS = ("kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "keterangan")


def drafts(document: SourceDocument, knowledge: Knowledge, *, everywhere: bool = False) -> tuple[Draft, ...]:
    """The SOPs of `document` in order; with `everywhere` one begins at every table that counts from 1 again.

    Raises:
        SopkitError: there is no SOP in it, or the office's own words cannot be read.
    """
    words = read_words(knowledge)
    parts = cut(document, words, everywhere=everywhere)
    found = []
    for number, part in enumerate(parts):
        drafter = _Drafter(document, part, words, knowledge)
        drafter.remarks = [
            remark for remark in document.remarks if _owner(remark.place.page, parts) == number
        ]
        drafter.unused = list(document.unused) if number == 0 else []
        draft = drafter.draft()
        if draft is not None:
            found.append(draft)
    if not found:
        raise SopkitError(_no_sop(document))
    return tuple(found)


def _owner(page: int | None, parts: Sequence[Part]) -> int:
    """The position of the SOP whose table stands on `page`; the first where none does."""
    return next(
        (
            i
            for i, part in enumerate(parts)
            if page is not None and page in {row.place.page for row in part.rows}
        ),
        0,
    )


def _no_sop(document: SourceDocument) -> Text:
    if document.remarks:
        remark = document.remarks[0]
        page = f" {remark.place.page}" if remark.place.page else ""
        return Text(
            f"{document.name}: tidak ada SOP yang terbaca; halaman{page}: {remark.message.id}",
            f"{document.name}: no SOP could be read; page{page}: {remark.message.en}",
        )
    return Text(
        f"{document.name}: tidak ada SOP yang terbaca: tidak ditemukan tabel prosedur maupun bagian identitas",
        f"{document.name}: no SOP could be read: there is neither a procedure table nor an identity block",
    )


class _Drafter:
    """Puts one draft together."""

    def __init__(self, document: SourceDocument, part: Part, words: Words, knowledge: Knowledge) -> None:
        self.document, self.part, self.words, self.knowledge = document, part, words, knowledge
        self.remarks: list[Remark] = []
        self.unused: list[Unused] = []

    def draft(self) -> Draft | None:
        """The draft; None where the part has neither steps nor the fields of an SOP."""
        identity = read_identity([*self.part.before, *self.part.after], self.words)
        heading = self.part.heading
        if heading is None and not {"nomor", "nama", "dasar_hukum"} & identity.values.keys():
            return None
        roles, steps, apart = self._steps(identity) if heading is not None else ({}, (), False)
        return Draft(
            source=self.document.name,
            identity=identity.values,
            steps=steps,
            roles=roles,
            labels={**identity.labels, **(self._column_labels(heading) if heading else {})},
            separate_ends=apart,
            remarks=(*identity.remarks, *self._remarks(steps)),
            unused=(*self.unused, *identity.unused, *self._unused(roles)),
        )

    def _steps(self, identity: Identity) -> tuple[Mapping[str, Value], tuple[DraftStep, ...], bool]:
        heading, rows = self.part.heading, self.part.rows
        if heading is None:
            return {}, (), False
        columns, keys = self._columns(heading, rows)
        who = self._who(heading, rows, columns, keys, identity)
        number = not are_counted(rows)
        steps = tuple(
            draft_step(row, heading, one, number=number, words=self.words)
            for row, one in zip(rows, who, strict=True)
        )
        drawing = self.document.drawing
        if drawing is None or heading.names_in_cells or not (drawing.shapes or drawing.strokes):
            return columns, steps, False
        grid = flow_grid(rows, self.part.heads)
        if not grid.columns or not grid.rows:
            return columns, steps, False
        drawn = recover_flow(drawing, grid)
        place = rows[0].place if rows else Place(None, None, self.document.name)
        identity.remarks += [Note((), place, text) for text in drawn.notes]
        if not drawn.symbols:
            return columns, steps, False
        made, apart = with_flow(steps, drawn, keys)
        return columns, made, apart

    def _columns(self, heading: Heading, rows: Sequence[Row]) -> tuple[dict[str, Value], tuple[str, ...]]:
        names = names_in_cells(rows) if heading.names_in_cells else tuple(r.heading for r in heading.roles)
        keys = role_keys(names)
        place = rows[0].place if rows else Place(None, None, self.document.name)
        return {key: Value(name, place) for key, name in zip(keys, names, strict=True)}, keys

    def _who(
        self,
        heading: Heading,
        rows: Sequence[Row],
        columns: Mapping[str, Value],
        keys: Sequence[str],
        identity: Identity,
    ) -> list[Who]:
        if heading.names_in_cells:
            by_name = {fold(value.text): key for key, value in columns.items()}
            return [named_in_cell(row, by_name) for row in rows]
        office = identity.values.get("instansi.perangkat_daerah")
        known = roles_of(self.knowledge, columns, office[0].text if office else None)
        single = len(keys) == 1
        return [
            marked(row, keys, self.words)
            or (Who(tuple(keys)) if single else None)
            or acting(row.text("kegiatan"), known)
            for row in rows
        ]

    def _column_labels(self, heading: Heading) -> dict[str, Value]:
        place = self.part.rows[0].place if self.part.rows else Place(None, None, self.document.name)
        labels = {}
        for key in _COLUMN_LABELS:
            printed = heading.printed.get(key)
            bare = one_line(printed.split("(")[0]) if printed and key == "waktu" else printed
            if bare and fold(bare) != fold(self.words.standard(key)):
                labels[key] = Value(bare, place)
        return labels

    def _remarks(self, steps: Sequence[DraftStep]) -> list[Note]:
        place = Place(None, None, self.document.name)
        notes = [Note((), remark.place, remark.message) for remark in self.remarks]
        if not steps:
            notes.append(Note((), place, _NO_TABLE))
        elif self.document.images and not notes and all(step.role_why is NOBODY for step in steps):
            notes.append(Note((), self.document.images[0], _PICTURE))
        return notes

    def _unused(self, roles: Mapping[str, Value]) -> list[Unused]:
        unused = [Unused(place, text) for row in self.part.rows for text, place in row.unused]
        heading = self.part.heading
        if heading is None or heading.names_in_cells:
            return unused
        names = [value.text for value in roles.values()]
        for row in self.part.rows:
            for position, texts in row.roles.items():
                stray = [text for text in texts if not self._is_mark(text)]
                unused += [Unused(row.place, f"{names[position]}: {one_line(text)}") for text in stray]
        return unused

    def _is_mark(self, text: str) -> bool:
        return self.words.is_one_of(text, "tanda") or self.words.is_one_of(text, "simbol")


_NO_TABLE = Text(
    "tabel prosedur tidak terbaca; isi langkah-langkahnya dari dokumen asli",
    "the procedure table could not be read; fill in the steps from the document",
)
_PICTURE = Text(
    "bagan alir berupa gambar dan tidak dibaca; isi pelaksana dan arah alurnya dari dokumen asli",
    "the flowchart is a picture and was not read; fill in roles and ways from the document",
)
