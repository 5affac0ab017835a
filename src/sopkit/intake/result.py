"""What became of the files that were taken in: for each its drafts, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.intake.draft import Draft, Note


@dataclass(frozen=True)
class TakenDraft:
    """A draft, the file that it goes to (as reports call it), its text, and what a person must look at."""

    path: str
    draft: Draft
    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class TakenFile:
    """A source and its drafts; with `problem` it gave none, or they were not written. `internal`: the fault is sopkit's."""

    source: str
    drafts: tuple[TakenDraft, ...] = ()
    problem: Text | None = None
    internal: bool = False
