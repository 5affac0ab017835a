"""What was taken in, for people and for programs: a line for each draft, what must be looked at, and what found no place.

The keys of the JSON are a contract of their own, version 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopkit.intake.compose import where
from sopkit.printable import visible
from sopkit.report.jsondoc import dump

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.errors import Language
    from sopkit.intake.draft import Note
    from sopkit.intake.result import TakenDraft, TakenFile
    from sopkit.intake.source import Unused

VERSION = 1
_HEADS = {
    "id": ("langkah", "pelaksana", "periksa", "sisa", "draf"),
    "en": ("steps", "roles", "to check", "unused", "draft"),
}


def render_taken(files: Sequence[TakenFile], language: Language, *, detail: bool) -> str:
    """A table with a line for each draft; with `detail` below it every note and every unused text."""
    drafts = [draft for file in files for draft in file.drafts]
    lines = list(_table(drafts, language)) if drafts else []
    if detail:
        for draft in drafts:
            lines += _details(draft, language)
    return "\n".join(map(visible, lines)) + "\n" if lines else ""


def _table(drafts: Sequence[TakenDraft], language: Language) -> Iterator[str]:
    rows = [_HEADS[language]]
    for one in drafts:
        known = sum(1 for step in one.draft.steps if step.roles)
        size = len(one.draft.steps)
        rows.append((str(size), f"{known}/{size}", str(len(one.notes)), str(len(one.draft.unused)), one.path))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for row in rows:
        numbers = "  ".join(text.rjust(width) for text, width in zip(row, widths, strict=False))
        yield f"{numbers}  {row[-1]}"


def _details(one: TakenDraft, language: Language) -> Iterator[str]:
    check, left = {"id": ("periksa", "tidak terpakai"), "en": ("check", "unused")}[language]
    yield ""
    yield f"{one.path}:"
    for note in one.notes:
        path = f"{_dotted(note)}: " if note.path else ""
        yield f"  {check}: {path}{note.message.pick(language)}{where(note.place, language)}"
    for unused in one.draft.unused:
        yield f"  {left}{where(unused.place, language)}: {unused.text}"


def _dotted(note: Note) -> str:
    """The path as people write it, steps counted from 1: `langkah 3 mutu_baku waktu`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in note.path)


def render_taken_json(files: Sequence[TakenFile], language: Language) -> str:
    """`version`, and for each of `files` its `source`, its `problem` (null when there is none) and its `drafts`."""
    return dump({"version": VERSION, "files": [_file(file, language) for file in files]})


def _file(file: TakenFile, language: Language) -> dict[str, Any]:
    return {
        "source": file.source,
        "problem": file.problem.pick(language) if file.problem else None,
        "drafts": [_draft(one, language) for one in file.drafts],
    }


def _draft(one: TakenDraft, language: Language) -> dict[str, Any]:
    name = one.draft.first("nama")
    return {
        "file": one.path,
        "nama": name.text if name else None,
        "langkah": len(one.draft.steps),
        "notes": [_note(note, language) for note in one.notes],
        "unused": [_unused(unused) for unused in one.draft.unused],
    }


def _note(note: Note, language: Language) -> dict[str, Any]:
    return {
        "path": list(note.path),
        "page": note.place.page,
        "row": note.place.row,
        "message": note.message.pick(language),
    }


def _unused(unused: Unused) -> dict[str, Any]:
    return {"page": unused.place.page, "row": unused.place.row, "text": unused.text}
