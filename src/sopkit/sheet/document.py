"""Sheet → the JSON document of the drawing, version 1: plain data with millimetres from the top left of the page.

`from` and `to` are printed step numbers, `mulai` or `selesai` for capsules that stand alone, letters for off-page connectors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sopkit.sheet.model import RowKind

if TYPE_CHECKING:
    from sopkit.sheet.model import Connector, Page, PlacedLabel, PlacedSymbol, Sheet

VERSION: Final = 1
_PLACES: Final = 3


def to_document(sheet: Sheet) -> dict[str, Any]:
    """The document; its numbers are rounded to the micrometre."""
    return {"version": VERSION, "pages": [_page(page, sheet) for page in sheet.pages]}


def _mm(length: int) -> float:
    return round(length / 1000, _PLACES)


def _page(page: Page, sheet: Sheet) -> dict[str, Any]:
    rows = page.table.rows if page.table else ()
    return {
        "width": _mm(page.width),
        "height": _mm(page.height),
        "rows": [
            {"step": sheet.numbers[row.step], "top": _mm(row.top), "height": _mm(row.height)}
            for row in rows
            if row.kind is RowKind.STEP and row.step is not None
        ],
        "symbols": [_symbol(symbol, sheet) for symbol in page.symbols],
        "connectors": [_connector(connector) for connector in page.connectors],
    }


def _symbol(symbol: PlacedSymbol, sheet: Sheet) -> dict[str, Any]:
    return {
        "step": None if symbol.letter else symbol.name,
        "kind": symbol.shape.value,
        "role": sheet.roles[symbol.role],
        "x": _mm(symbol.x),
        "y": _mm(symbol.y),
        "w": _mm(symbol.w),
        "h": _mm(symbol.h),
        "letter": symbol.letter,
    }


def _connector(connector: Connector) -> dict[str, Any]:
    return {
        "from": connector.source,
        "to": connector.target,
        "points": [[_mm(x), _mm(y)] for x, y in connector.points],
        "label": _label(connector.label) if connector.label else None,
    }


def _label(label: PlacedLabel) -> dict[str, Any]:
    return {"text": label.text, "x": _mm(label.x), "y": _mm(label.y), "w": _mm(label.w), "h": _mm(label.h)}
