"""Findings as JSON and back: what workers send, the cache keeps and shards carry along.

The form is compact and private: it is read only by the version that wrote it. What offices and forges read is made in
`report`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sopkit.diagnostics import Finding, Fix, Label, Severity
from sopkit.errors import Text
from sopkit.source import span_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sopkit.source import Span

_ENCODER = json.JSONEncoder(separators=(",", ":"))
NONE = "[]"
"""No findings: by far the most common content."""


def dumps(value: object) -> str:
    """`value` as JSON in ASCII on one line, so that names of files that are no text survive."""
    return _ENCODER.encode(value)


def encode(findings: Collection[Finding]) -> str:
    """`findings` as JSON, nothing left out."""
    return dumps([_plain(found) for found in findings]) if findings else NONE


def decode(text: str) -> tuple[Finding, ...]:
    """The findings in `text`, equal to those encoded."""
    return () if text == NONE else tuple(_finding(*plain) for plain in json.loads(text))


def plain_span(span: Span) -> list[int]:
    """A span as four numbers."""
    return [*span.start, *span.end]


def _plain(found: Finding) -> list[Any]:
    return [
        found.file,
        found.code,
        found.name,
        found.severity.value,
        _both(found.message),
        found.path,
        plain_span(found.span),
        found.step,
        _both(found.help),
        [[label.file, plain_span(label.span), _both(label.text)] for label in found.related],
        [found.fix.path, found.fix.value, _both(found.fix.text), found.fix.safe] if found.fix else None,
    ]


def _both(text: Text | None) -> list[str] | None:
    return [text.id, text.en] if text else None


def _finding(  # noqa: PLR0917 - the order is that of `_plain`
    file: str,
    code: str,
    name: str,
    severity: str,
    message: list[str],
    path: list[Any],
    span: list[int],
    step: str | None,
    advice: list[str] | None,
    related: list[Any],
    fix: list[Any] | None,
) -> Finding:
    return Finding(
        file,
        code,
        name,
        Severity(severity),
        Text(*message),
        tuple(path),
        span_of(span),
        step,
        Text(*advice) if advice else None,
        tuple(Label(where, span_of(place), Text(*text)) for where, place, text in related),
        Fix(tuple(fix[0]), fix[1], Text(*fix[2]), safe=fix[3]) if fix else None,
    )
