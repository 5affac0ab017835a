"""Where a finding stands, in the notations that reports share: paths of files, paths in a document, fingerprints."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from posixpath import normpath
from typing import TYPE_CHECKING

from sopkit.printable import well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.diagnostics import Finding
    from sopkit.source import DocPath

_DIGITS = 32
"""Hexadecimal digits of a fingerprint: 128 bits of SHA-256."""


def repository_path(name: str) -> str:
    """The file name without `./`, `//` and `a/..`, as forges match it with their tree; `-` stays `-`."""
    return well_formed(normpath(name))


def path_text(path: DocPath) -> str:
    """A path as people write it, indices from 0: `langkah[4].mutu_baku.waktu`; empty for the document itself."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def fingerprint(finding: Finding) -> str:
    """What stays the same when lines move: a hash of file, code and path in the document, in 32 hexadecimal digits.

    Two findings of one rule at one path share it; see `unique_fingerprints`.
    """
    return _digest(_identity(finding))


def unique_fingerprints(findings: Sequence[Finding]) -> list[str]:
    """One fingerprint for each finding, in order, no two alike: those that share one are counted from the second on."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        key = fingerprint(finding)
        result.append(_digest([*_identity(finding), seen[key]]) if seen[key] else key)
        seen[key] += 1
    return result


def _identity(finding: Finding) -> list[object]:
    return [repository_path(finding.file), finding.code, list(finding.path)]


def _digest(value: list[object]) -> str:
    return sha256(json.dumps(value).encode("ascii")).hexdigest()[:_DIGITS]
