"""What is kept of a checked file: small, plain, and understood only where it is asked for."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopkit.errors import Text


class Record(NamedTuple):
    """A checked file. `digest` is that of its bytes; the texts behind it are JSON (see `wire` and `linted`).

    `shown` says that it has lines that a report can show: a document of another kind has none. `findings` are those of its own rules, ready to report. `marked` holds what must be known again where the file suppresses
    findings, because rules across files may add some; empty elsewhere. `facts` are what those rules see, empty for no SOP.
    """

    name: str
    digest: str
    shown: bool
    findings: str
    marked: str = ""
    facts: str = ""


class Refusal(NamedTuple):
    """A file that could not be read, and why."""

    name: str
    reason: Text


Outcome = Record | Refusal
"""What became of a file."""


def digest_of(data: bytes) -> str:
    """What tells two contents apart: 128 bits of BLAKE2 in hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
