"""Sheet → PDF, vectors and text with bookmarks: one file for a sheet, or one for many behind a contents page.

Needs the extra `sopkit[pdf]`. The fonts are those that every PDF reader brings, so that no font file is needed; see `glyphs`
for characters that they lack. `pdf_notes` tells what the file cannot show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.render.pdf.info import PdfInfo, info_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.sheet.model import Sheet

__all__ = ["PdfInfo", "combine_pdf", "info_of", "pdf_notes", "render_pdf"]

_EXTRA = ("reportlab", "PIL")


def render_pdf(sheet: Sheet, info: PdfInfo) -> bytes:
    """The PDF of `sheet`; the same sheet and info always give the same bytes.

    Raises:
        SopkitError: the extra is not installed.
    """
    try:
        from sopkit.render.pdf.document import single  # noqa: PLC0415 - needs the extra, and long to import
    except ImportError as error:
        raise _missing(error) from error
    return single(sheet, info)


def combine_pdf(parts: Sequence[tuple[Sheet, PdfInfo]], title: str = "Daftar SOP") -> bytes:
    """One PDF of all `parts`, at least one, in their order, behind contents pages that link to them.

    Pages carry the number within the file at the top right; at the foot each sheet counts its own.

    Raises:
        SopkitError: the extra is not installed.
    """
    try:
        from sopkit.render.pdf.document import combined  # noqa: PLC0415 - needs the extra, and long to import
    except ImportError as error:
        raise _missing(error) from error
    return combined(parts, title)


def pdf_notes(sheet: Sheet) -> tuple[Text, ...]:
    """What the PDF of `sheet` shows otherwise than meant, or leaves out: characters that its fonts lack, a broken logo.

    Raises:
        SopkitError: the extra is not installed.
    """
    try:
        from sopkit.render.pdf.notes import notes  # noqa: PLC0415 - needs the extra, and long to import
    except ImportError as error:
        raise _missing(error) from error
    return notes(sheet)


def _missing(error: ImportError) -> Exception:
    """What to tell when the library is not there; any other fault of importing is ours and stays what it is."""
    if (error.name or "").partition(".")[0] not in _EXTRA:
        return error
    return SopkitError(
        Text(
            'PDF memerlukan pustaka tambahan; pasang dengan: pip install "sopkit[pdf]"',
            'PDF needs another library; install it with: pip install "sopkit[pdf]"',
        )
    )
