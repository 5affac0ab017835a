"""What a PDF cannot show as it is meant, told in words. Nothing that is told here stops the file from being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.errors import Text
from sopkit.render.pdf.glyphs import is_box, replaced
from sopkit.render.pdf.pictures import pixels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sopkit.sheet.model import Page, Paragraph, PlacedPicture, Sheet

_NAMED: Final = 5
"""More characters than these are not listed one by one."""
_SVG: Final = "image/svg+xml"


def notes(sheet: Sheet) -> tuple[Text, ...]:
    """The notes on `sheet`: characters first, then pictures."""
    drawn = replaced(text for page in sheet.pages for text in _texts(page))
    boxes = [char for char, shown in drawn.items() if is_box(shown)]
    others = [char for char, shown in drawn.items() if not is_box(shown)]
    placed = dict.fromkeys(of for page in sheet.pages for of in page.pictures)
    return (
        *([_boxes(boxes)] if boxes else []),
        *([_others(others, drawn)] if others else []),
        *(_picture(of) for of in placed if pixels(of) is None),
    )


def _texts(page: Page) -> Iterator[str]:
    for paragraph in _paragraphs(page):
        if paragraph.marker:
            yield paragraph.marker.text
        yield from (line.text for line in paragraph.lines)


def _paragraphs(page: Page) -> Iterator[Paragraph]:
    for cell in page.identity:
        yield from cell.paragraphs
    for row in page.table.rows if page.table else ():
        for cell in row.cells:
            yield from cell.paragraphs
    yield from (connector.label.lines for connector in page.connectors if connector.label)
    for symbol in page.symbols:
        yield from symbol.caption
    yield from page.footer


def _boxes(chars: list[str]) -> Text:
    shown = _listed(f"“{char}” (U+{ord(char):04X})" for char in chars)
    return Text(
        f"PDF: {shown} tidak ada dalam huruf PDF dan tercetak sebagai kotak; tulis dengan huruf Latin",
        f"PDF: {shown} is not in the fonts of a PDF and shows as a box; write it in Latin letters",
    )


def _others(chars: list[str], drawn: dict[str, str]) -> Text:
    shown = _listed(f"“{char}” (U+{ord(char):04X}) → “{drawn[char]}”" for char in chars)
    return Text(
        f"PDF: karakter yang tidak ada dalam huruf PDF tercetak lain: {shown}",
        f"PDF: characters that are not in the fonts of a PDF show as others: {shown}",
    )


def _listed(items: Iterable[str]) -> str:
    every = list(items)
    return ", ".join(every[:_NAMED]) + (", …" if len(every) > _NAMED else "")


def _picture(placed: PlacedPicture) -> Text:
    if placed.picture.media_type == _SVG:
        return Text(
            "PDF: logo SVG tidak dapat dimuat dan tidak tercetak; sediakan logo PNG atau JPEG",
            "PDF: an SVG logo cannot be put in and is left out; provide the logo as PNG or JPEG",
        )
    return Text(
        "PDF: berkas logo rusak atau terlalu besar dan tidak tercetak",
        "PDF: the file of the logo is broken or too large, and is left out",
    )
