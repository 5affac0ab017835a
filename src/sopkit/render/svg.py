"""Sheet → SVG, one document a page: text as text in a generic sans serif, millimetres as units."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Final

from sopkit.printable import legal_xml
from sopkit.render.shapes import ARROW, arrowhead, before, corners
from sopkit.sheet.model import Align, Weight, mm
from sopkit.sheet.routing.problem import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.sheet.model import (
        Cell,
        Connector,
        Line,
        Page,
        Paragraph,
        PlacedPicture,
        PlacedSymbol,
        Rule,
        Sheet,
        Stamp,
        Style,
    )
    from sopkit.sheet.routing.problem import Point

FONT: Final = "'Liberation Sans', Arial, Helvetica, sans-serif"
_ANCHORS: Final = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}
_STROKES: Final = {Weight.FRAME: 'class="frame"', Weight.HAIR: 'class="hair"'}
_STYLE: Final = (
    "text{fill:#000;white-space:pre}.tint{fill:#ececec}.frame{stroke:#000;stroke-width:.25}.hair{stroke:#999;stroke-width:.12}"
    ".symbol{fill:#fff;stroke:#000;stroke-width:.35}.line{fill:none;stroke:#000;stroke-width:.35;stroke-linejoin:round}"
    ".stamp{fill:none;stroke:#000;stroke-opacity:.22;stroke-width:.5;font-weight:bold;text-anchor:middle}"
)


def render_svg(sheet: Sheet) -> tuple[str, ...]:
    """The pages of `sheet` as SVG documents, to be stored as UTF-8."""
    return tuple("".join(f"{part}\n" for part in _parts(page, sheet)) for page in sheet.pages)


def _parts(page: Page, sheet: Sheet) -> Iterator[str]:
    width, height = _n(page.width), _n(page.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" role="img" lang="id">'
    )
    yield f"<title>{_text(sheet.title)}, halaman {page.number} dari {len(sheet.pages)}</title>"
    yield f"<style>{_STYLE}</style>"
    yield f'<rect width="{width}" height="{height}" fill="#fff"/>'
    cells = [*page.identity, *(cell for row in (page.table.rows if page.table else ()) for cell in row.cells)]
    yield from (_tint(cell) for cell in cells if cell.tinted)
    yield from (_rule(rule) for rule in page.rules)
    yield from (_picture(picture) for picture in page.pictures)
    yield from (line for cell in cells for line in _paragraphs(cell.paragraphs))
    for connector in page.connectors:
        yield from _connector(connector)
    for symbol in page.symbols:
        yield from _symbol(symbol)
    yield from _paragraphs(page.footer)
    if page.stamp:
        yield _stamp(page.stamp)
    yield "</svg>"


def _n(length: int) -> str:
    """Millimetres without superfluous zeros."""
    return f"{mm(length):.3f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(legal_xml(text))


def _tint(cell: Cell) -> str:
    return (
        f'<rect class="tint" x="{_n(cell.x)}" y="{_n(cell.y)}" width="{_n(cell.w)}" height="{_n(cell.h)}"/>'
    )


def _rule(rule: Rule) -> str:
    start, end = _place((rule.x1, rule.y1)), _place((rule.x2, rule.y2))
    return f'<path {_STROKES[rule.weight]} d="M{start}L{end}"/>'


def _place(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _picture(placed: PlacedPicture) -> str:
    data = b64encode(placed.picture.data).decode()
    return (
        f'<image x="{_n(placed.x)}" y="{_n(placed.y)}" width="{_n(placed.w)}" height="{_n(placed.h)}" '
        f'href="data:{placed.picture.media_type};base64,{data}"/>'
    )


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if paragraph.marker:
            yield _line(paragraph.marker, paragraph.style, "start")
        for line in paragraph.lines:
            if line.text:
                yield _line(line, paragraph.style, _ANCHORS[paragraph.style.align])


def _line(line: Line, style: Style, anchor: str) -> str:
    look = "".join(
        word
        for word, wanted in (
            (' font-weight="bold"', style.bold),
            (' font-style="italic"', style.italic),
            (' text-decoration="underline"', style.underline),
            (f' text-anchor="{anchor}"', anchor != "start"),
        )
        if wanted
    )
    size = f"{style.size * 25.4 / 720:.4f}"
    return f'<text x="{_n(line.x)}" y="{_n(line.y)}" font-size="{size}"{look}>{_text(line.text)}</text>'


def _connector(connector: Connector) -> Iterator[str]:
    points = connector.points
    drawn = (*points[:-1], before(points[-1], points[-2], ARROW[0] // 2)) if connector.arrow else points
    yield f'<path class="line" d="M{"L".join(map(_place, drawn))}"/>'
    if connector.arrow:
        yield f'<path d="M{"L".join(map(_place, arrowhead(points[-1], points[-2])))}z"/>'
    if connector.label:
        yield from _paragraphs((connector.label.lines,))


def _symbol(symbol: PlacedSymbol) -> Iterator[str]:
    x, y, w, h = symbol.x, symbol.y, symbol.w, symbol.h
    name = f"<title>{_text(symbol.title)}</title>"
    if symbol.shape in {Shape.KOTAK, Shape.KAPSUL}:
        rounded = f' rx="{_n(h // 2)}"' if symbol.shape is Shape.KAPSUL else ""
        box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"{rounded}'
        yield f'<rect class="symbol" {box}>{name}</rect>'
    else:
        yield f'<path class="symbol" d="M{"L".join(map(_place, corners(symbol)))}z">{name}</path>'
    yield from _paragraphs(symbol.caption)


def _stamp(stamp: Stamp) -> str:
    size = stamp.size * 25.4 / 720
    x, y = _n(stamp.x), _n(stamp.y)
    return (
        f'<text class="stamp" x="{x}" y="{y}" font-size="{size:.2f}" dominant-baseline="central" '
        f'transform="rotate(-{stamp.angle} {x} {y})">{_text(stamp.text)}</text>'
    )
