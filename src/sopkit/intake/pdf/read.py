"""A PDF file as a SourceDocument.

Here: opening it safely, its bounds, and what must be said about pages that cannot be read. Nothing in a PDF is run
and nothing is fetched: only page contents are looked at, never actions, scripts, attachments or links.
"""

from __future__ import annotations

import logging
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any

from sopkit.errors import SopkitError, Text
from sopkit.intake.drawing.shapes import Drawing
from sopkit.intake.pdf.guard import TooMuch, bounded
from sopkit.intake.pdf.page import take_apart
from sopkit.intake.pdf.tables import drawn_part, fill, joined_tables
from sopkit.intake.source import Place, Remark, SourceDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopkit.intake.drawing.shapes import Box
    from sopkit.intake.pdf.page import PageParts
    from sopkit.intake.pdf.tables import Filled
    from sopkit.intake.source import Block, Table

MOST_PAGES = 200
"""Pages read of one file; the rest is named as not read."""

MOST_SECONDS = 120
"""A file that takes longer is given up."""

MOST_OUTLINES = 6_000
"""Paths looked at on one page; a sheet with the borders of every cell written apart has some two thousand."""

_LARGE_IMAGE = 0.06
"""Share of the page: a logo and a signature's code are smaller, a picture of a flowchart is larger."""

_WHOLE_PAGE = 0.5


def read_pdf(data: bytes, name: str, *, clock: Callable[[], float] = monotonic) -> SourceDocument:
    """The tables, paragraphs and the drawing of a PDF called `name` in reports.

    Raises SopkitError where it is no PDF, damaged, locked with a password, without any text, or too large; never
    anything else for what a file holds.
    """
    try:
        import pdfplumber  # noqa: PLC0415 an extra, needed only here
    except ImportError as error:
        raise SopkitError(
            Text(
                id="untuk membaca PDF diperlukan pdfplumber; pasang dengan: pip install 'sopkit[import]'",
                en="reading PDF needs pdfplumber; install it with: pip install 'sopkit[import]'",
            )
        ) from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if b"%PDF-" not in data[:1024]:
        raise _fault(name, "bukan berkas PDF", "is not a PDF file")
    try:
        with bounded(), pdfplumber.open(BytesIO(data)) as document:
            pages, remarks = _pages(document, name, clock)
    except SopkitError:
        raise
    except TooMuch as error:
        raise _fault(
            name, "isinya mengembang terlalu besar untuk dibaca", "unpacks to more than can be read"
        ) from error
    except Exception as error:
        raise _unreadable(error, name) from error
    return _document(pages, remarks, name)


def _fault(name: str, indonesian: str, english: str) -> SopkitError:
    return SopkitError(Text(id=f"{name}: {indonesian}", en=f"{name}: {english}"))


def _unreadable(error: BaseException, name: str) -> SopkitError:
    """What went wrong inside of pdfminer, in words of the user; it raises nearly anything on a broken file."""
    kinds = {type(cause).__name__ for cause in (error, *error.args, error.__cause__, error.__context__)}
    if kinds & {"PDFPasswordIncorrect", "PDFEncryptionError"}:
        return _fault(
            name,
            "dikunci dengan kata sandi; simpan salinan tanpa kata sandi lalu impor kembali",
            "is locked with a password; save a copy without one and import that",
        )
    if any(isinstance(cause, TooMuch) for cause in (error, *error.args, error.__context__)):
        return _fault(
            name, "isinya mengembang terlalu besar untuk dibaca", "unpacks to more than can be read"
        )
    return _fault(
        name,
        "PDF rusak atau terpotong sehingga tidak dapat dibaca",
        "the PDF is damaged or cut off and cannot be read",
    )


def _pages(document: Any, name: str, clock: Callable[[], float]) -> tuple[list[Filled], list[Remark]]:
    until = clock() + MOST_SECONDS
    pages: list[Filled] = []
    remarks: list[Remark] = []
    if not document.pages:
        raise _fault(
            name, "PDF rusak atau terpotong: tidak ada halaman", "the PDF is damaged or cut off: no pages"
        )
    for number, page in enumerate(document.pages, 1):
        if number > MOST_PAGES:
            remarks.append(_too_many(len(document.pages), name))
            break
        if clock() > until:
            raise _fault(
                name,
                f"terlalu lama dibaca (lebih dari {MOST_SECONDS} detik, sampai halaman {number})",
                f"takes too long to read (more than {MOST_SECONDS} seconds, up to page {number})",
            )
        pages.append(fill(take_apart(page, number, MOST_OUTLINES)))
        page.close()
    return pages, remarks


def _too_many(count: int, name: str) -> Remark:
    return Remark(
        Place(MOST_PAGES + 1, None, name),
        Text(
            id=f"hanya {MOST_PAGES} dari {count} halaman yang dibaca; bagilah berkas ini",
            en=f"only {MOST_PAGES} of {count} pages were read; split this file",
        ),
    )


def _document(pages: Sequence[Filled], remarks: list[Remark], name: str) -> SourceDocument:
    if not any(page.parts.words for page in pages):
        numbers = _numbers([page.parts.number for page in pages])
        raise _fault(
            name,
            f"halaman {numbers} tidak memuat teks (hasil pindai); kenali dahulu teksnya (OCR) lalu impor kembali",
            f"page {numbers} has no text (a scan); recognise its text (OCR) first and import it again",
        )
    images: list[Place] = []
    for page in pages:
        place = Place(page.parts.number, None, name)
        if page.parts.crowded:
            remarks.append(Remark(place, _CROWDED))
        images += [place for _ in page.parts.images]
        message = _about_images(page)
        if message is not None:
            remarks.append(Remark(place, message))
    drawing = Drawing(
        tuple(shape for page in pages for shape in page.shapes),
        tuple(stroke for page in pages for stroke in page.parts.strokes),
        tuple(label for page in pages for label in page.labels),
    )
    return SourceDocument(name, _blocks(pages), drawing, tuple(images), tuple(remarks))


_CROWDED = Text(
    id="gambar pada halaman ini terlalu rumit dan hanya dibaca sebagian; periksa alurnya",
    en="what is drawn on this page is too intricate and was read in part; check the flow",
)


def _numbers(numbers: Sequence[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _about_images(page: Filled) -> Text | None:
    """One sentence where an image hides what the page says."""
    parts = page.parts
    whole = parts.size[0] * parts.size[1]
    share = max((_area(box) / whole for box in parts.images if whole), default=0.0)
    if not parts.words and share >= _WHOLE_PAGE:
        return Text(
            id="halaman ini hasil pindai tanpa teks sehingga tidak dibaca",
            en="this page is a scan without text and was not read",
        )
    if share >= _LARGE_IMAGE:
        return Text(
            id="bagan atau tabel pada halaman ini berupa gambar sehingga tidak dibaca; pelaksana dan alur harus diisi",
            en="the chart or table on this page is an image and was not read; roles and flow are left open",
        )
    if any(_inside(box, parts) for box in parts.images):
        return Text(
            id="sebagian bagan alir pada halaman ini berupa gambar sehingga tidak dibaca; periksa alurnya",
            en="part of the flowchart on this page is an image and was not read; check the flow",
        )
    return None


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _inside(box: Box, parts: PageParts) -> bool:
    """Whether an image stands among the symbols of a table."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for table in parts.lattices:
        part = drawn_part(table, parts.shapes)
        if part is not None and part[0] <= x <= part[2] and part[1] <= y <= part[3]:
            return True
    return False


def _blocks(pages: Sequence[Filled]) -> tuple[Block, ...]:
    """Tables and paragraphs from the first page on, each page from the top."""
    tables: tuple[Table, ...] = joined_tables(pages)
    blocks: list[Block] = [*tables, *(paragraph for page in pages for paragraph in page.paragraphs)]
    return tuple(sorted(blocks, key=_order))


def _order(block: Block) -> tuple[int, float, float]:
    box = block.box or (0.0, 0.0, 0.0, 0.0)
    return block.page or 0, box[1], box[0]
