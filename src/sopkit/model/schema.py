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


def _without_noise(node: Any) -> Any:
    """The schema without titles, defaults and the English docstrings of the models.

    Field descriptions stay: a description is noise only beside the `properties` of an object.
    """
    if isinstance(node, list):
        return [_without_noise(item) for item in node]
    if not isinstance(node, dict):
        return node
    noise = {"title", "default"} | ({"description"} if "properties" in node or "enum" in node else set())
    kept = {
        key: value
        for key, value in node.items()
        if key not in noise or not isinstance(value, (str, list, dict, type(None)))
    }
    return {
        key: _properties(value) if key == "properties" else _without_noise(value)
        for key, value in kept.items()
    }


def _properties(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties are named by the format, so none of their names is noise."""
    return {name: _without_noise(value) for name, value in properties.items()}
