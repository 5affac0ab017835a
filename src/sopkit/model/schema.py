"""The JSON Schema of the file format, made from the models, for editors and for other checkers."""

from __future__ import annotations

import json
from typing import Any

from sopkit.model.sop import Sop

_TITLE = "SOP AP (sopkit 1)"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an SOP file, with descriptions in Indonesian."""
    schema = _without_noise(Sop.model_json_schema(mode="validation"))
    schema.pop("description", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        "description": "Satu SOP administrasi pemerintahan sebagai berkas YAML.",
        **schema,
    }


def json_schema_text() -> str:
    """The schema as the text of `schema/sop.schema.json`: the same bytes every time."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _without_noise(node: Any, *, named: bool = False) -> Any:
    """The schema without titles and defaults; of a `named` one (in $defs) also without its model's English docstring."""
    if isinstance(node, list):
        return [_without_noise(item) for item in node]
    if not isinstance(node, dict):
        return node
    noise = ("title", "default", "description") if named else ("title", "default")
    return {key: _part(key, value) for key, value in node.items() if key not in noise}


def _part(key: str, value: Any) -> Any:
    """Below `properties` and `$defs` stand names, which are never noise."""
    if key in ("properties", "$defs"):
        return {name: _without_noise(part, named=key == "$defs") for name, part in value.items()}
    return _without_noise(value)
