"""Which rules run, and at what severity: `select`, `ignore`, `per-file-ignores`, `severity`."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code
from sopkit.errors import SopkitError, Text
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopkit.diagnostics import Severity
    from sopkit.lint.rule import Rule

ALL = "ALL"

Codes = Sequence[tuple[Code, tuple[str, ...]]]
"""Codes with their old names."""


def matches(target: str, code: Code, aliases: Sequence[str] = ()) -> bool:
    """Whether `target` (a code, the letters of a family, a name, an old name, or ALL) names `code`; codes in any case."""
    upper = target.upper()
    return upper in (ALL, code.code, code.code[:3]) or target.lower() in (code.name, *aliases)


class Selection(NamedTuple):
    """The codes that run, the severities that the office changed, and the codes left out by pattern of file name."""

    codes: frozenset[str]
    severities: Mapping[str, Severity]
    per_file: tuple[tuple[str, frozenset[str]], ...]

    def runs(self, code: str, file: str) -> bool:
        """Whether findings of `code` are wanted in `file`."""
        return code in self.codes and not self.left_out(code, file)

    def chosen(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Those of `rules` that run at all, in order."""
        return tuple(rule for rule in rules if rule.code.code in self.codes)

    def wanted(self, chosen: Sequence[Rule], file: str) -> Sequence[Rule]:
        """Those of the rules chosen that run over `file`, in order."""
        if not self.per_file:
            return chosen
        return [rule for rule in chosen if not self.left_out(rule.code.code, file)]

    def left_out(self, code: str, file: str) -> bool:
        """Whether the office leaves `code` out in `file` by its name."""
        return any(code in codes and _fits(file, pattern) for pattern, codes in self.per_file)


def _fits(file: str, pattern: str) -> bool:
    return fnmatchcase(file, pattern) or fnmatchcase(file, f"*/{pattern}")


def build_selection(
    known: Codes,
    select: Iterable[str],
    ignore: Iterable[str],
    severities: Mapping[str, Severity],
    per_file: Mapping[str, Iterable[str]],
) -> Selection:
    """The selection out of `known` codes with their old names.

    Raises:
        SopkitError: a name that is no code, family or rule; the nearest is named.
    """
    chosen = _expand(select, known) - _expand(ignore, known)
    changed = {code: severity for name, severity in severities.items() for code in _expand((name,), known)}
    files = tuple((pattern, _expand(names, known)) for pattern, names in per_file.items())
    return Selection(chosen, changed, files)


def _expand(targets: Iterable[str], known: Codes) -> frozenset[str]:
    codes: set[str] = set()
    for target in targets:
        found = {code.code for code, aliases in known if matches(target, code, aliases)}
        if not found:
            raise unknown_rule(target, known)
        codes |= found
    return frozenset(codes)


def unknown_rule(target: str, known: Codes) -> SopkitError:
    """The error for a name that is no rule; the nearest code or name is named."""
    names = [name for code, _ in known for name in (code.code, code.name)]
    near = nearest(target, names)
    hint = Text(f"; maksudnya {near}?", f"; did you mean {near}?") if near else Text("", "")
    more = Text("; lihat sopkit rules", "; see sopkit rules")
    return SopkitError(
        Text(f"aturan {target} tidak dikenal{hint.id}{more.id}", f"unknown rule {target}{hint.en}{more.en}")
    )
