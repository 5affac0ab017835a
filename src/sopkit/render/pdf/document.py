"""Pages → the PDF file: what reportlab is needed for. Fonts, pictures, bookmarks, links, and what the file says of itself.

Imported only when a PDF is wanted, for reportlab and pillow take long to import and may be missing.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from sopkit.render.characters import legal
from sopkit.render.pdf.contents import contents, running
from sopkit.render.pdf.drawing import above, below
from sopkit.render.pdf.operators import POINTS
from sopkit.render.pdf.pictures import pixels
from sopkit.sheet.model import RowKind
from sopkit.sheet.paper import PAPERS, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.render.pdf.contents import ContentsPage
    from sopkit.render.pdf.info import PdfInfo
    from sopkit.sheet.model import Page, PlacedPicture, Sheet, Table

_LANGUAGE: Final = "id"
_CREATOR: Final = "sopkit"
_VERSION: Final = (1, 4)
"""The first version of PDF in which a run of text can say what it stands for."""
_SETTINGS: Final = {
    "defaultEncoding": "WinAnsiEncoding",
    "invariant": 1,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "useA85": 0,
}
"""Of the library, which takes them from the environment and a file in the user's home; no byte may depend on those."""
_LONGEST: Final = 90
"""Characters of a bookmark: more than that is wider than a reader's list."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sheet stands in the file: the number of its first page, the level of its bookmarks, the bookmark above them."""

    first: int
    level: int
    name: str = ""


def single(sheet: Sheet, info: PdfInfo) -> bytes:
    """The PDF of one sheet."""
    with _pinned():
        canvas = _canvas(sheet.title, info.author, info.subject)
        _draw_sheet(canvas, sheet, info, _Place(1, 0))
        return _bytes(canvas)


def combined(parts: Sequence[tuple[Sheet, PdfInfo]], title: str) -> bytes:
    """The PDF of many sheets behind their contents pages, which are as large as the first sheet's paper."""
    sheets = [sheet for sheet, _ in parts]
    authors = dict.fromkeys(info.author for _, info in parts if info.author)
    with _pinned():
        canvas = _canvas(title, "; ".join(authors), title)
        canvas.showOutline()
        listed = contents(sheets, title, PAPERS[sheets[0].options.paper])
        first = len(listed) + 1
        _list(canvas, listed, title, _starts(sheets, first))
        for sheet, info in parts:
            name = " · ".join(filter(None, (sheet.number, sheet.title)))
            _draw_sheet(canvas, _numbered(sheet, title, first), info, _Place(first, 1, name))
            first += len(sheet.pages)
        return _bytes(canvas)


@contextmanager
def _pinned() -> Iterator[None]:
    """The library's settings as they are here, whatever they were before and are again after."""
    before = {name: getattr(rl_config, name) for name in _SETTINGS}
    for name, value in _SETTINGS.items():
        setattr(rl_config, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(rl_config, name, value)


class _Info(PDFInfo):  # type: ignore[misc]  # the library has no types
    """The document's information without dates: the library would write the first day of 2000 into every file."""

    def format(self, document: Any) -> Any:
        said = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Creator": self.creator}
        strings = {name: PDFString(text) for name, text in said.items() if text}
        return PDFDictionary(strings | {"Producer": PDFString(self.producer)}).format(document)


def _canvas(title: str, author: str, subject: str) -> Canvas:
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1, pdfVersion=_VERSION, lang=_LANGUAGE)
    canvas._doc.info = _Info()  # noqa: SLF001 - the library asks for it nowhere
    canvas.setTitle(_flat(title))
    canvas.setAuthor(_flat(author))
    canvas.setSubject(_flat(subject))
    canvas.setCreator(_CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _bytes(canvas: Canvas) -> bytes:
    data: bytes = canvas.getpdfdata()
    return data


def _flat(text: str) -> str:
    return " ".join(legal(text).split())


def _bookmark(text: str) -> str:
    return shorten(legal(text), _LONGEST, placeholder=" …")


def _page_key(number: int) -> str:
    return f"h{number}"


def _starts(sheets: Sequence[Sheet], first: int) -> tuple[int, ...]:
    found = []
    for sheet in sheets:
        found.append(first)
        first += len(sheet.pages)
    return tuple(found)


def _numbered(sheet: Sheet, title: str, first: int) -> Sheet:
    """`sheet` with the numbers of the whole file on its pages too."""
    pages = (
        replace(page, footer=(*page.footer, running(title, number, Paper(page.width, page.height))))
        for number, page in enumerate(sheet.pages, first)
    )
    return replace(sheet, pages=tuple(pages))


def _list(canvas: Canvas, listed: Sequence[ContentsPage], title: str, starts: Sequence[int]) -> None:
    for number, contents_page in enumerate(listed, 1):
        page = contents_page.page
        _open(canvas, page, number)
        if number == 1:
            _bookmark_page(canvas, title, "daftar", 0)
        for cell, sheet in contents_page.entries:
            box = (cell.x, page.height - cell.y - cell.h, cell.x + cell.w, page.height - cell.y)
            canvas.linkAbsolute("", _page_key(starts[sheet]), tuple(map(_points, box)), Border="[0 0 0]")
        _draw_page(canvas, page)


def _draw_sheet(canvas: Canvas, sheet: Sheet, info: PdfInfo, at: _Place) -> None:
    """The pages with their bookmarks: the identity block, each page of the table, below it each step."""
    named = False
    for number, page in enumerate(sheet.pages, at.first):
        _open(canvas, page, number)
        if at.name and number == at.first:
            _bookmark_page(canvas, at.name, f"s{number}", 0)
        if page.identity:
            _bookmark_page(canvas, "Identitas (lanjutan)" if named else "Identitas", f"i{number}", at.level)
            named = True
        if page.table:
            _bookmark_page(canvas, f"Halaman {page.number} dari {len(sheet.pages)}", f"t{number}", at.level)
            _bookmark_steps(canvas, page, page.table, (sheet, info), at)
        _draw_page(canvas, page)


def _bookmark_page(canvas: Canvas, words: str, key: str, level: int) -> None:
    """A bookmark to the page that is being drawn; the library takes bookmarks of the same key for one."""
    canvas.bookmarkPage(key, fit="Fit")
    canvas.addOutlineEntry(_bookmark(words), key, level)


def _bookmark_steps(
    canvas: Canvas, page: Page, table: Table, part: tuple[Sheet, PdfInfo], at: _Place
) -> None:
    sheet, info = part
    for row in table.rows:
        if row.kind is RowKind.STEP and row.step is not None:
            key = f"l{at.first}.{row.step}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=_points(page.height - row.top), zoom=0)
            words = f"{sheet.numbers[row.step]}. {info.activities[row.step]}"
            canvas.addOutlineEntry(_bookmark(words), key, at.level + 1)


def _open(canvas: Canvas, page: Page, number: int) -> None:
    canvas.setPageSize((_points(page.width), _points(page.height)))
    canvas.bookmarkPage(_page_key(number), fit="Fit")


def _draw_page(canvas: Canvas, page: Page) -> None:
    font = canvas._doc.getInternalFontName  # noqa: SLF001 - the only way to a font's name in the file
    canvas.addLiteral(below(page, font))
    for placed in page.pictures:
        _draw_picture(canvas, placed, page.height)
    canvas.addLiteral(above(page, font))
    canvas.showPage()


def _draw_picture(canvas: Canvas, placed: PlacedPicture, height: int) -> None:
    """The picture as large as its box allows, in its middle; nothing when it cannot be read, of which the notes tell."""
    image = pixels(placed)
    if image is None:
        return
    scale = min(placed.w / image.width, placed.h / image.height)
    w, h = image.width * scale, image.height * scale
    x, y = placed.x + (placed.w - w) / 2, height - placed.y - (placed.h + h) / 2
    canvas.drawImage(ImageReader(image), *map(_points, (x, y, w, h)))


def _points(length: float) -> float:
    return length / 1000 * POINTS
