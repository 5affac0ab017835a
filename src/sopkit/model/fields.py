"""How the fields of the format read what stands in a file: one shape in memory for all accepted ways of writing.

Data comes as text, None, mapping or list; only the model knows which text is a date, a time or a list of one.
A value of the wrong shape raises `PydanticCustomError` of the type "sopkit" that carries both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    dataclass_args_schema,
    dataclass_schema,
    plain_serializer_function_ser_schema,
)

from sopkit.fixed import Fixed
from sopkit.model.jendela import Jendela
from sopkit.model.nip import Nip, parse_nip
from sopkit.model.tanggal import Tanggal, parse_tanggal
from sopkit.model.waktu import Waktu, parse_waktu, three_points


def wrong_shape(*, id: str, en: str) -> PydanticCustomError:  # noqa: A002 - the names of the languages
    """The error of a value that has the wrong shape, in both languages."""
    return PydanticCustomError("sopkit", "{en}", {"id": id, "en": en})


def as_text(value: object) -> object:
    """A text without blanks at its ends; an empty one is None. Whole numbers of Python callers become text."""
    if isinstance(value, str):  # first, because nearly all are, and an SOP has a hundred
        return value.strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def as_texts(value: object) -> object:
    """A text or a list of texts as a tuple; None is the empty tuple, an empty item stays as an empty text."""
    if isinstance(value, str):
        value = value.strip()
        return (value,) if value else ()
    if isinstance(value, (list, tuple)):
        return tuple(
            [item.strip() if isinstance(item, str) else ("" if item is None else item) for item in value]
        )
    value = as_text(value)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    raise wrong_shape(
        id="harus berupa teks atau daftar teks, bukan pasangan kunci dan nilai",
        en="must be a text or a list of texts, not a mapping",
    )


def as_dates(value: object) -> object:
    """A date or a list of dates as a tuple; an empty item stays in its place, as a date that cannot be read."""
    items = as_texts(value)
    return (
        tuple(parse_tanggal(item) if isinstance(item, str) else item for item in items)
        if isinstance(items, tuple)
        else items
    )


def _date(value: object) -> object:
    value = as_text(value)
    return parse_tanggal(value) if isinstance(value, str) else value


def _nip(value: object) -> object:
    value = as_text(value)
    return parse_nip(value) if isinstance(value, str) else value


def as_waktu(value: object) -> object:
    """A time from a text or from the mapping `{cepat, biasa, lambat}`."""
    value = as_text(value)
    if isinstance(value, str):
        return parse_waktu(value)
    if value is None:
        return None
    if isinstance(value, Mapping):
        return _three_points(value)
    return value


def _three_points(value: Mapping[object, object]) -> Waktu:
    points = {key: as_text(point) for key, point in value.items()}
    if set(points) != {"cepat", "biasa", "lambat"} or not all(isinstance(p, str) for p in points.values()):
        raise wrong_shape(
            id="waktu tiga titik harus berisi tepat cepat, biasa, dan lambat, masing-masing sebuah teks",
            en="a three-point time must have exactly cepat, biasa and lambat, each a text",
        )
    return three_points(str(points["cepat"]), str(points["biasa"]), str(points["lambat"]))


def as_probability(value: object) -> object:
    """A probability from 0 to 1 as a fraction: `0.8`, `0,8`, `80%`."""
    value = as_text(value)
    if value is None or isinstance(value, Fraction):
        return value
    fraction = _fraction(str(value))
    if fraction is None or not 0 <= fraction <= 1:
        raise wrong_shape(
            id="peluang harus berupa angka dari 0 sampai 1, misalnya 0.8 atau 80%",
            en="a probability must be a number from 0 to 1, such as 0.8 or 80%",
        )
    return fraction


def _fraction(text: str) -> Fraction | None:
    number, percent = (text[:-1], 100) if text.endswith("%") else (text, 1)
    number = number.strip().replace(",", ".")
    if len(number) > 20 or not number.replace(".", "", 1).isdecimal():  # noqa: PLR2004 - longer is no probability
        return None
    return Fraction(number) / percent


def as_version(value: object) -> object:
    """The version of the format: the number 1."""
    return 1 if value in (1, "1") and value is not True else value


_TEXT: dict[str, Any] = {"type": "string"}
_NULL: dict[str, Any] = {"type": "null"}
_NUMBER_OR_TEXT: dict[str, Any] = {"type": ["string", "integer"]}
_TEXTS: dict[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": {"type": ["string", "null"]}}, _NULL]}
_THREE_POINTS: dict[str, Any] = {
    "type": "object",
    "properties": {"cepat": _TEXT, "biasa": _TEXT, "lambat": _TEXT},
    "required": ["cepat", "biasa", "lambat"],
    "additionalProperties": False,
}
TIME_SCHEMA: dict[str, Any] = {"anyOf": [_TEXT, _THREE_POINTS, _NULL]}
REFERENCES_SCHEMA: dict[str, Any] = {
    "anyOf": [_NUMBER_OR_TEXT, {"type": "array", "items": _NUMBER_OR_TEXT, "minItems": 1}, _NULL]
}


class OrSchema(Fixed):
    """Marks a field whose values may also be written in the way of `schema`: only the JSON Schema looks at it."""

    schema: dict[str, Any]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The field's own schema with the other way of writing beside it."""
        return {"anyOf": [handler(core), self.schema]}


class _Made:
    """Marks a type whose values the reader of the field makes: they are taken as they are, and nothing else is.

    Without it pydantic builds, at every start, what could make one from its parts. They are dumped as a file has them.
    """

    def __get_pydantic_core_schema__(
        self, source: type[object], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of a dataclass without fields, the plainest that asks for an instance."""
        parts = dataclass_args_schema(source.__name__, [])
        # not PlainSerializer, because its module takes longer to import than this
        return dataclass_schema(
            source, parts, [], serialization=plain_serializer_function_ser_schema(_written)
        )


def _written(value: Tanggal | Waktu | Nip | Jendela) -> object:
    """What stands in a file for the value."""
    if isinstance(value, Jendela):
        return {"mulai": value.mulai, "selesai": value.selesai}
    return value.text


MADE = _Made()

Required = Annotated[str, BeforeValidator(as_text)]
"""A text that must be there."""
Optional = Annotated[str | None, BeforeValidator(as_text), WithJsonSchema({"type": ["string", "null"]})]
"""A text that may be missing; an empty text counts as missing."""
Identifier = Annotated[
    str | None, BeforeValidator(as_text), WithJsonSchema({"type": ["string", "integer", "null"]})
]
"""A printed number or a handle: the raw text, so that no digit gets lost."""
Texts = Annotated[tuple[str, ...], BeforeValidator(as_texts), WithJsonSchema(_TEXTS)]
"""A text or a list of texts, in order."""
Date = Annotated[
    Annotated[Tanggal, MADE] | None,
    BeforeValidator(_date),
    WithJsonSchema({"type": ["string", "null"]}),
]
"""One date as an Indonesian office writes it."""
Dates = Annotated[
    tuple[Annotated[Tanggal, MADE], ...],
    BeforeValidator(as_dates),
    WithJsonSchema(_TEXTS),
]
"""One date, a list of dates, or none."""
Time = Annotated[
    Annotated[Waktu, MADE] | None,
    BeforeValidator(as_waktu),
    WithJsonSchema(TIME_SCHEMA),
]
"""A time of the mutu baku."""
NipField = Annotated[
    Annotated[Nip, MADE] | None,
    BeforeValidator(_nip),
    WithJsonSchema({"type": ["string", "null"]}),
]
"""The number of a civil servant, as printed."""
Probability = Annotated[
    Fraction | None,
    BeforeValidator(as_probability),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": "%$"},
                _NULL,
            ]
        }
    ),
]
"""A probability as an exact fraction."""
