"""The options of `sopkit validate` read without typer, which takes longer to import than a file takes to check.

Only what is plainly right is read here; for anything else (help, a slip, an abbreviation) typer is asked, which knows how to
explain. Both give the same `Asked`, and from there on the way is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopkit.cli.checking import Asked

_MANY: Final = frozenset(("format", "select", "ignore"))
_SWITCHES: Final = frozenset(("statistics", "fix", "unsafe", "diff", "no_cache"))
_CHOICES: Final = {"lang": ("id", "en"), "fail_on": ("error", "warning", "info")}
_OPTIONS: Final = {f"--{name.replace('_', '-')}": name for name in Asked._fields if name != "paths"}


def read_options(arguments: Sequence[str]) -> Asked | None:
    """What is asked by the words behind `sopkit validate`; None where typer must be asked."""
    values: dict[str, object] = {}
    paths: list[str] = []
    words = iter(arguments)
    for word in words:
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        option, equals, value = word.partition("=")
        name = _OPTIONS.get(option)
        if name is None:
            return None
        if name in _SWITCHES:
            if equals:
                return None
            values[name] = True
            continue
        if not equals:
            value = next(words, "")
        if not _put(values, name, value):
            return None
    return Asked(tuple(paths), **values)  # type: ignore[arg-type]


def _put(values: dict[str, object], name: str, value: str) -> bool:
    """Whether `value` can be taken for `name` without a doubt."""
    if not value or value.startswith("-") or value not in _CHOICES.get(name, (value,)):
        return False
    if name in _MANY:
        values[name] = (*values.get(name, ()), value)  # type: ignore[misc]
    else:
        values[name] = value
    return True
