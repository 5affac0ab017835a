"""What a PDF says about itself besides what is drawn: author, subject, the names of the steps in its bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.sheet.content import SheetContent


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """`author` is the agency; `activities` are those of the content's rows, in order, whole and unbroken."""

    author: str
    subject: str
    activities: tuple[str, ...]


def info_of(content: SheetContent) -> PdfInfo:
    """What `content` has to say; the subject is its number, as agencies file their SOPs by it."""
    identity = content.identity
    agency = ", ".join(" ".join(line.split()) for line in identity.agency if line)
    return PdfInfo(
        author=agency,
        subject=f"Standar Operasional Prosedur {content.number}".strip(),
        activities=tuple(row.activity for row in content.rows),
    )
