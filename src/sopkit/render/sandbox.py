"""The sandbox that templates run in: jinja2's, told which values are ours and need no questions.

Imported when the first sheet is written, because jinja2 is.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

_OURS = "sopkit."


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that gives the fields of our own values without the checks that are for all others.

    A sheet has thousands of them, and the checks took more time than writing it. A field of a frozen record holds a text, a
    number, or another such value; methods, properties and all else go the usual way.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute as the template asks for it."""
        # mypy asks whether the instances of the class are hashable
        if attribute in _fields(type(obj)):  # type: ignore[arg-type]
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def _fields(kind: type) -> frozenset[str]:
    """The fields of a record of ours, a dataclass or a named tuple; none of any other type."""
    if not kind.__module__.startswith(_OURS):
        return frozenset()
    if is_dataclass(kind):
        return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))
    return frozenset(getattr(kind, "_fields", ()))
