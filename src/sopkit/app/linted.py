"""Checked files as records and back: what the rules across files need to know again of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sopkit.app.records import Facts, Record, digest_of
from sopkit.app.wire import decode, dumps, encode, plain_span
from sopkit.lint.corpus import SopFacts
from sopkit.lint.runner import Linted
from sopkit.lint.suppress import Suppression
from sopkit.source import span_of

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding


def to_record(linted: Linted, finished: tuple[Finding, ...], data: bytes, *, shown: bool) -> Record:
    """The record of a file with the content `data`; `finished` are its findings without those across files."""
    return Record(
        linted.file,
        digest_of(data),
        shown,
        encode(finished),
        dumps([encode(linted.findings), [_plain_mark(mark) for mark in linted.marks]])
        if linted.marks
        else "",
        Facts(linted.facts[1:] if linted.facts else None),
    )


def facts_of_record(record: Record) -> SopFacts | None:
    """What rules across files know of the file; None when it is no SOP."""
    plain = record.facts.plain
    return SopFacts(record.name, *plain) if plain else None


def from_record(record: Record) -> Linted:
    """The file of a record as its own rules left it, without facts.

    Where nothing is suppressed its findings are those finished before: to finish them again changes nothing.
    """
    if not record.marked:
        return Linted(record.name, decode(record.findings), (), None)
    findings, marks = json.loads(record.marked)
    return Linted(record.name, decode(findings), tuple(_mark(*mark) for mark in marks), None)


def _plain_mark(mark: Suppression) -> list[Any]:
    return [mark.targets, plain_span(mark.span), mark.line, mark.reason]


def _mark(targets: list[str], span: list[int], line: int | None, reason: str) -> Suppression:
    return Suppression(tuple(targets), span_of(span), line, reason)
