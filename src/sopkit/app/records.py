"""What is kept of a checked file: small, plain, and understood only where it is asked for."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from sopkit.app.wire import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.errors import Text


class Facts:
    """What rules across files see of a file (see `lint.corpus`) as plain data, None for no SOP.

    Workers send it as it is, the cache keeps it as JSON: each form is made of the other only where it is asked for.
    """

    __slots__ = ("_json", "_plain")

    def __init__(self, plain: Sequence[Any] | None) -> None:
        self._plain = plain
        self._json: str | None = None

    @classmethod
    def of_json(cls, text: str) -> Self:
        """The facts in `text`, which is not yet read."""
        facts = cls(None)
        facts._json = text
        return facts

    @property
    def plain(self) -> Sequence[Any] | None:
        """The facts of the file but for its name."""
        if self._plain is None and self._json is not None:
            self._plain = json.loads(self._json)
        return self._plain

    @property
    def json(self) -> str:
        """The same as JSON."""
        return dumps(self._plain) if self._json is None else self._json


class Record(NamedTuple):
    """A checked file. `digest` is that of its bytes; the texts behind it are JSON (see `wire` and `linted`).

    `shown` says that it has lines that a report can show: a document of another kind has none. `findings` are those of its own
    rules, ready to report. `marked` holds what must be known again where the file suppresses findings, because rules across
    files may add some; empty elsewhere. `facts` are what those rules see.
    """

    name: str
    digest: str
    shown: bool
    findings: str
    marked: str = ""
    facts: Facts = Facts(None)


class Refusal(NamedTuple):
    """A file that could not be read, and why."""

    name: str
    reason: Text


Outcome = Record | Refusal
"""What became of a file."""


def digest_of(data: bytes) -> str:
    """What tells two contents apart: 128 bits of BLAKE2 in hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
