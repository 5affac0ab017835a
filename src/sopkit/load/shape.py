"""Plain data → Sop, and what pydantic refuses → findings with a place and a word of help."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from sopkit.errors import Text
from sopkit.load.codes import WRONG_SHAPE, finding
from sopkit.model.sop import Sop
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from sopkit.diagnostics import Finding
    from sopkit.load.document import Document
    from sopkit.source import DocPath


def to_sop(document: Document) -> tuple[Sop | None, tuple[Finding, ...]]:
    """The SOP of a usable document, or None and what is wrong with its shape, in the order of the file."""
    if not isinstance(document.data, dict):
        return None, (_not_a_mapping(document),)
    try:
        return Sop.model_validate(document.data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [_explain(detail, document) for detail in details]
        return None, tuple(sorted(found, key=lambda one: one.sort_key))


def _not_a_mapping(document: Document) -> Finding:
    return finding(
        WRONG_SHAPE,
        document.source,
        document.places.value(()),
        Text(
            "berkas ini bukan SOP: isinya harus berupa pasangan kunci: nilai",
            "this is no SOP: it must be made of key: value pairs",
        ),
        help=Text(
            "mulailah dengan sopkit: 1, nama: …, langkah: …", "begin with sopkit: 1, nama: …, langkah: …"
        ),
    )


def _explain(detail: ErrorDetails, document: Document) -> Finding:
    path = _document_path(tuple(part for part in detail["loc"]), document)
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, document)
        case "missing":
            return _missing_key(path, document)
        case "sopkit":
            ctx = detail.get("ctx", {})
            message = Text(str(ctx["id"]), str(ctx["en"]))
        case "literal_error":
            message = Text("versi format harus 1", "the version of the format must be 1")
        case kind:
            message = _wrong_kind(kind, detail["input"], path)
    return finding(WRONG_SHAPE, document.source, document.places.value(path), message, path=path)


def _document_path(loc: DocPath, document: Document) -> DocPath:
    """The longest part of pydantic's location that stands in the document, plus one missing key."""
    known = document.places
    for length in range(len(loc), 0, -1):
        path = loc[:length]
        if path in known.values or path in known.keys:
            return loc[: length + 1] if length < len(loc) and isinstance(loc[length], str) else path
    return loc[:1]


def _unknown_key(path: DocPath, document: Document) -> Finding:
    key = str(path[-1])
    known = known_keys(path[:-1])
    near = nearest(key, known)
    advice = (
        Text(f"maksudnya {near}?", f"did you mean {near}?")
        if near
        else Text(f"kunci yang dikenal di sini: {', '.join(known)}", f"known keys here: {', '.join(known)}")
    )
    message = Text(f"kunci {key} tidak dikenal", f"unknown key {key}")
    return finding(WRONG_SHAPE, document.source, document.places.key(path), message, path=path, help=advice)


def _missing_key(path: DocPath, document: Document) -> Finding:
    key = path[-1]
    message = Text(f"kunci {key} belum ada", f"the key {key} is missing")
    return finding(
        WRONG_SHAPE,
        document.source,
        document.places.missing(path[:-1]),
        message,
        path=path[:-1],
        help=Text(f"tambahkan {key}: …", f"add {key}: …"),
    )


_KINDS = {
    "string_type": ("sebuah teks", "a text"),
    "dict_type": ("pasangan kunci: nilai", "key: value pairs"),
    "mapping_type": ("pasangan kunci: nilai", "key: value pairs"),
    "model_type": ("pasangan kunci: nilai", "key: value pairs"),
    "tuple_type": ("sebuah daftar", "a list"),
    "list_type": ("sebuah daftar", "a list"),
    "is_instance_of": ("sebuah teks", "a text"),
}


def _wrong_kind(kind: str, value: object, path: DocPath) -> Text:
    wanted = _KINDS.get(kind, ("nilai dengan bentuk lain", "a value of another shape"))
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "berkas")
    if value is None:
        return Text(f"{key} masih kosong; isi dengan {wanted[0]}", f"{key} is empty; it must be {wanted[1]}")
    is_now = ("daftar", "a list") if isinstance(value, (list, tuple)) else ("teks", "a text")
    if isinstance(value, dict):
        is_now = ("pasangan kunci: nilai", "key: value pairs")
    return Text(
        f"{key} harus berupa {wanted[0]}, bukan {is_now[0]}", f"{key} must be {wanted[1]}, not {is_now[1]}"
    )


def known_keys(path: DocPath) -> tuple[str, ...]:
    """The keys that the format knows inside the mapping at `path`, in the order of the format; () where any may stand."""
    return _keys_of(tuple("#" if isinstance(part, int) else part for part in path))


@cache
def _keys_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the model at `path`, in which "#" stands for any place in a list."""
    model: Any = Sop
    any_key = False
    for part in path:
        if part == "#" or any_key:
            any_key = False
            continue
        field = model.model_fields.get(part) if model else None
        annotation = field.annotation if field else None
        model, any_key = _inner(annotation), _holds_any_key(annotation)
    return tuple(model.model_fields) if model and not any_key else ()


def _holds_any_key(annotation: Any) -> bool:
    """Whether the office chooses the keys itself, as in `pelaksana`."""
    return get_origin(annotation) is dict or any(get_origin(part) is dict for part in get_args(annotation))


def _inner(annotation: Any) -> Any:
    """The model inside `X | None`, `tuple[X, ...]`, `dict[str, X]` and `Annotated[X, …]`; None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, dict) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            found = _inner(part)
            if found is not None:
                return found
    return None
