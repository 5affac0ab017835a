"""Baselines: an office with old stock records its findings once, and from then on only new ones count.

A finding is recognized by its file, its code and the line it stands in, not by the line's number, so that a baseline survives
lines that move. The same line may carry the same finding several times; they are counted.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.printable import well_formed

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.report.result import CheckResult

VERSION = 1
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A result without the findings that the baseline holds, and how many of those have vanished since."""

    result: CheckResult
    known: int
    vanished: int


def baseline_text(result: CheckResult) -> str:
    """The baseline of a result: JSON with one line an entry, sorted, so that changes read well in a review."""
    counts = Counter(_key(found, result) for found in result.findings)
    entries = [
        json.dumps({"file": file, "code": code, "line": line, "count": count}, ensure_ascii=False)
        for (file, code, line), count in sorted(counts.items())
    ]
    body = ",\n    ".join(entries)
    return (
        f'{{\n  "version": {VERSION},\n  "findings": [\n    {body}\n  ]\n}}\n'
        if entries
        else (f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n')
    )


def compare(result: CheckResult, name: str, text: str) -> Compared:
    """`result` without what the baseline `text` (from the file `name`) holds.

    Raises:
        SopkitError: the baseline cannot be read.
    """
    left = _read(name, text)
    new = []
    for found in result.findings:
        key = _key(found, result)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(found)
    known = len(result.findings) - len(new)
    checked = {well_formed(file) for file in result.files}
    vanished = sum(count for (file, _, _), count in left.items() if file in checked)
    return Compared(result._replace(findings=tuple(new)), known, vanished)


def _key(found: Finding, result: CheckResult) -> _Key:
    source = result.sources.get(found.file)
    line = source.line(found.span.start.line) if source else ""
    # a file name that is not UTF-8 cannot be written as it is
    return well_formed(found.file), found.code, " ".join(line.split())


def _read(name: str, text: str) -> Counter[_Key]:
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise _unreadable(name)
        return Counter({(e["file"], e["code"], e["line"]): int(e["count"]) for e in data["findings"]})
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> SopkitError:
    return SopkitError(
        Text(
            f"{name} bukan baseline sopkit; buat lagi dengan --write-baseline {name}",
            f"{name} is no baseline of sopkit; make it again with --write-baseline {name}",
        )
    )
