"""Sheet → JSON: the drawing as data, for programs. The shape of the document is that of `sopkit.sheet.document`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sopkit.printable import well_formed
from sopkit.sheet.document import to_document

if TYPE_CHECKING:
    from sopkit.sheet.model import Sheet


def render_json(sheet: Sheet) -> str:
    """The document of `sheet`, to be stored as UTF-8, with a line for each row, symbol and connector."""
    document = to_document(sheet)
    pages = ",\n".join(_page(page) for page in document.pop("pages"))
    return well_formed(f'{_compact(document)[:-1]}, "pages": [\n{pages}\n]}}\n')


def _page(page: dict[str, Any]) -> str:
    return "{" + ",\n".join(f" {_compact(key)}: {_value(value)}" for key, value in page.items()) + "}"


def _value(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(f"  {_compact(item)}" for item in value) + "]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
