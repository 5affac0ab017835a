"""Findings → text, JSON, GitHub annotations, SARIF, GitLab code quality, JUnit.

A reporter is a function from one frozen `CheckResult` to a `str` that can be encoded as UTF-8. What belongs here is
formats of findings; no terminal, no colours, no files, no printing. A new format is one module and one line in
`REPORTERS`. Its module is imported when the format is asked for, because XML and URIs take longer to import than a check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import cast

from sopkit.report.result import CheckResult, RuleInfo

__all__ = ["REPORTERS", "CheckResult", "Reporter", "RuleInfo"]

Reporter = Callable[[CheckResult], str]
"""Findings to one document; the same result gives the same text."""


class _Reporters(Mapping[str, Reporter]):
    """The formats by name, each as the module of this package and the function in it."""

    def __init__(self, places: Mapping[str, tuple[str, str]]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> Reporter:
        module, function = self._places[name]
        return cast("Reporter", getattr(import_module(f"{__name__}.{module}"), function))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


REPORTERS: Mapping[str, Reporter] = _Reporters(
    {
        "text": ("text", "render_text"),
        "json": ("jsondoc", "render_json"),
        "sarif": ("sarif", "render_sarif"),
        "github": ("github", "render_github"),
        "gitlab": ("gitlab", "render_gitlab"),
        "junit": ("junit", "render_junit"),
    }
)
"""The formats by the name that `--format` takes, in the order that its help lists them."""
