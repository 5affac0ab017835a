"""Plain data → Sop, and what pydantic refuses → findings with a place and a word of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from sopkit.errors import Text
from sopkit.load import advice
from sopkit.load.codes import WRONG_SHAPE, finding
from sopkit.model.sop import Sop

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
        named = {
            advice.meant(one.path) for one, detail in zip(found, details, strict=True) if _is_unknown(detail)
        }
        kept = [
            one
            for one, detail in zip(found, details, strict=True)
            # a key that is only misspelt is not missing as well
            if detail["type"] != "missing" or (*one.path, detail["loc"][-1]) not in named
        ]
        return None, tuple(sorted(kept, key=lambda one: one.sort_key))


def _is_unknown(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden"


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
    value = detail["input"]
    help_: Text | None = None
    match detail["type"]:
        case "extra_forbidden":
            return _unknown_key(path, value, document)
        case "missing":
            return _missing_key(path, document)
        case "sopkit":
            ctx = detail.get("ctx", {})
            path = path or ("langkah",)  # what is said of the SOP as a whole is said of its steps
            message = _with_subject(Text(str(ctx["id"]), str(ctx["en"])), path)
            help_ = advice.of_a_value(path, value)
        case "literal_error":
            message = Text("versi format harus 1", "the version of the format must be 1")
            help_ = Text("tulis sopkit: 1", "write sopkit: 1")
        case kind:
            message, help_ = _wrong_kind(kind, value, path), advice.of_a_kind(path, value, document)
    place = document.places.value(path)
    return finding(WRONG_SHAPE, document.source, place, message, path=path, help=help_)


def _with_subject(message: Text, path: DocPath) -> Text:
    """The message of a field that does not know its own name begins with the name."""
    if not message.id.startswith("harus "):
        return message
    return Text(f"{_key_of(path)} {message.id}", f"{_key_of(path)} {message.en}")


def _document_path(loc: DocPath, document: Document) -> DocPath:
    """The longest part of pydantic's location that stands in the document, plus one missing key."""
    known = document.places
    for length in range(len(loc), 0, -1):
        path = loc[:length]
        if known.value_range(path) is not None or known.key_range(path) is not None:
            return loc[: length + 1] if length < len(loc) and isinstance(loc[length], str) else path
    return loc[:1]


def _unknown_key(path: DocPath, value: object, document: Document) -> Finding:
    key = path[-1]
    message = Text(f"kunci {key} tidak dikenal", f"unknown key {key}")
    place = document.places.key(path)
    help_ = advice.of_an_unknown_key(path, value, document)
    return finding(WRONG_SHAPE, document.source, place, message, path=path, help=help_)


def _missing_key(path: DocPath, document: Document) -> Finding:
    key = str(path[-1])
    message = Text(f"kunci {key} belum ada", f"the key {key} is missing")
    place = document.places.missing(path[:-1])
    help_ = advice.of_a_missing_key(key)
    return finding(WRONG_SHAPE, document.source, place, message, path=path[:-1], help=help_)


def _key_of(path: DocPath) -> str:
    """The nearest key above a place."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "berkas")


_KINDS = {
    "string_type": ("sebuah teks", "a text"),
    "dict_type": ("pasangan kunci: nilai", "key: value pairs"),
    "mapping_type": ("pasangan kunci: nilai", "key: value pairs"),
    "model_type": ("pasangan kunci: nilai", "key: value pairs"),
    "tuple_type": ("sebuah daftar", "a list"),
    "list_type": ("sebuah daftar", "a list"),
    "dataclass_type": ("sebuah teks", "a text"),  # a value that is read from a text
}


def _wrong_kind(kind: str, value: object, path: DocPath) -> Text:
    wanted = _KINDS.get(kind, ("nilai dengan bentuk lain", "a value of another shape"))
    key = _key_of(path)
    if path and isinstance(path[-1], int):
        number = path[-1] + 1
        subject = Text(f"butir ke-{number} {key}", f"item {number} of {key}")
    else:
        subject = Text(key, key)
    if value is None:
        return Text(
            f"{subject.id} masih kosong; isi dengan {wanted[0]}",
            f"{subject.en} is empty; it must be {wanted[1]}",
        )
    is_now = ("daftar", "a list") if isinstance(value, (list, tuple)) else ("teks", "a text")
    if isinstance(value, dict):
        is_now = ("pasangan kunci: nilai", "key: value pairs")
    return Text(
        f"{subject.id} harus berupa {wanted[0]}, bukan {is_now[0]}",
        f"{subject.en} must be {wanted[1]}, not {is_now[1]}",
    )
