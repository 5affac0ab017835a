"""The operators of a PDF page's content: numbers, paths and text, in millimetres from the top left of the page.

Written out here because a drawing library takes longer over the text of a sheet than its layout does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.render.pdf.glyphs import Font, runs, width
from sopkit.sheet.model import Align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.render.pdf.glyphs import Run
    from sopkit.sheet.model import Line, Paragraph, Style
    from sopkit.sheet.routing.problem import Point

FontName = Callable[[str], str]
"""The name in the file, with its slash, of the font with a PostScript name."""

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""
_FACES: Final = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique")
_ROUND: Final = 0.5522847498
"""How far, of the radius, the handles of a Bézier curve lie that comes nearest to a quarter of a circle."""
_ESCAPED: Final = re.compile(r"[^ -'*-\[\]-~]")
_UNDERLINE: Final = (100, 50)
"""Distance of the line's middle from the base line, and its weight, in thousandths of the type size (metrics of Helvetica)."""


def number(length: int) -> str:
    """Micrometres as millimetres; exact up to a metre."""
    return f"{length / 1000:g}"


def place(point: Point) -> str:
    """A point's two numbers."""
    return f"{point[0] / 1000:g} {point[1] / 1000:g}"


def on_page(height: int, operators: Iterable[str]) -> str:
    """`operators` in the coordinates of this module on a page `height` high."""
    scale = f"{POINTS:.9f}"
    drawn = "\n".join(operators)
    return f"q {scale} 0 0 -{scale} 0 {height / 1000 * POINTS:.6f} cm\n{drawn}\nQ"


def polygon(points: Sequence[Point], paint: str) -> str:
    """The path through `points`, painted by the operator `paint`."""
    first, *others = map(place, points)
    return f"{first} m {' '.join(f'{point} l' for point in others)} {paint}"


def rectangle(box: tuple[int, int, int, int], paint: str) -> str:
    """The rectangle with x, y, width and height of `box`."""
    return f"{' '.join(map(number, box))} re {paint}"


def capsule(box: tuple[int, int, int, int], paint: str) -> str:
    """The rectangle `box` with round ends."""
    x, y, w, h = box
    radius = min(h, w) // 2
    handle = radius - round(radius * _ROUND)
    left, right, top, bottom = x + radius, x + w - radius, y + radius, y + h - radius
    path = (
        f"{place((left, y))} m {place((right, y))} l",
        _curve((x + w - handle, y), (x + w, y + handle), (x + w, top)),
        f"{place((x + w, bottom))} l",
        _curve((x + w, y + h - handle), (x + w - handle, y + h), (right, y + h)),
        f"{place((left, y + h))} l",
        _curve((x + handle, y + h), (x, y + h - handle), (x, bottom)),
        f"{place((x, top))} l",
        _curve((x, y + handle), (x + handle, y), (left, y)),
    )
    return f"{' '.join(path)} h {paint}"


def _curve(*points: Point) -> str:
    return f"{' '.join(map(place, points))} c"


def texts(paragraphs: Iterable[Paragraph], font: FontName) -> Iterator[str]:
    """The lines of `paragraphs` in their order, each entry's number first, then what underlines them."""
    shown = [of for of in paragraphs if of.lines]
    if not shown:
        return
    yield "BT"
    for paragraph in shown:
        if paragraph.marker:
            yield from _line(paragraph.marker, paragraph.style, Align.LEFT, font)
        for line in paragraph.lines:
            if line.text:
                yield from _line(line, paragraph.style, paragraph.style.align, font)
    yield "ET"
    for paragraph in shown:
        if paragraph.style.underline:
            yield from (_underline(line, paragraph.style) for line in paragraph.lines if line.text)


def _line(line: Line, style: Style, align: Align, font: FontName) -> Iterator[str]:
    found = runs(line.text)
    yield f"1 0 0 -1 {place((_left(line, style, align), line.y))} Tm"
    for run in found:
        yield show(run, face(style), style.size, font)


def _left(line: Line, style: Style, align: Align) -> int:
    if align is Align.LEFT:
        return line.x
    wide = extent(width(runs(line.text), bold=style.bold), style.size)
    return line.x - (wide // 2 if align is Align.CENTRE else wide)


def extent(thousandths: int, size: int) -> int:
    """Micrometres that `thousandths` of type of `size` tenths of a point take, to the nearest."""
    return (thousandths * size * 254 + 3600) // 7200


def face(style: Style) -> str:
    """The PostScript name of the font that `style` is set in."""
    return _FACES[style.bold + 2 * style.italic]


def show(run: Run, face_name: str, size: int, font: FontName) -> str:
    """The operators that show `run` at the place reached; its font is `face_name` unless it is one of symbols."""
    name = face_name if run.font is Font.TEXT else str(run.font)
    shown = f"{font(name)} {_millimetres(size)} Tf ({_literal(run.codes)}) Tj"
    if run.meaning is None:
        return shown
    meaning = (b"\xfe\xff" + run.meaning.encode("utf-16-be")).hex().upper()
    return f"/Span <</ActualText <{meaning}>>> BDC {shown} EMC"


@lru_cache
def _millimetres(size: int) -> str:
    """A type size in millimetres."""
    return f"{size * 25.4 / 720:.4f}"


def _literal(codes: bytes) -> str:
    return _ESCAPED.sub(lambda char: f"\\{ord(char[0]):03o}", codes.decode("latin-1"))


def _underline(line: Line, style: Style) -> str:
    wide = extent(width(runs(line.text), bold=style.bold), style.size)
    left = _left(line, style, style.align)
    distance, weight = (extent(part, style.size) for part in _UNDERLINE)
    y = line.y + distance
    return f"q {number(weight)} w {polygon(((left, y), (left + wide, y)), 'S')} Q"
