"""Which keys the format knows where: read off the models, for words of help about keys."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel

from sopkit.model.sop import Sop

if TYPE_CHECKING:
    from sopkit.source import DocPath

Pattern = tuple[str, ...]
"""A path in which LIST_ITEM stands for any place in a list."""
LIST_ITEM = "#"
_STEP = ("langkah", LIST_ITEM)
_MAPPINGS: tuple[Pattern, ...] = (
    (),
    ("instansi",),
    ("tanggal",),
    ("disahkan_oleh",),
    ("pelaksana", LIST_ITEM),
    _STEP,
    (*_STEP, "mutu_baku"),
    (*_STEP, "keputusan"),
    (*_STEP, "keputusan", "ya"),
    (*_STEP, "keputusan", "tidak"),
)


def known_keys(path: DocPath) -> tuple[str, ...]:
    """The keys that the format knows inside the mapping at `path`, in the order of the format; () where any may stand."""
    return _keys_of(pattern_of(path))


def pattern_of(path: DocPath) -> Pattern:
    """`path` with LIST_ITEM for every place in a list."""
    return tuple(LIST_ITEM if isinstance(part, int) else part for part in path)


def homes(key: str) -> tuple[Pattern, ...]:
    """The mappings of the format in which `key` may stand, outermost first; `label`, which repeats other keys, is none."""
    return tuple(pattern for pattern in _MAPPINGS if key in _keys_of(pattern))


@cache
def every_key() -> frozenset[str]:
    """All keys that the format knows anywhere."""
    return frozenset(key for pattern in _MAPPINGS for key in _keys_of(pattern))


@cache
def _keys_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the model at `path`, in which LIST_ITEM stands for any place in a list."""
    model: Any = Sop
    any_key = False
    for part in path:
        if part == LIST_ITEM or any_key:
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
