"""The events of the YAML parser: the one module that knows the library, imported only where a text is not plain.

The parser is that of libyaml, in C, where it is installed, else the one in Python of the same library, slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from _ruamel_yaml import CParser
except ImportError:
    CParser = None

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "Stopped",
    "read_events",
]


class Stopped(Exception):  # noqa: N818 - where a parser stops is no error of ours
    """The parser stopped: `problem` and `context` in its words, 0-based indices of both (None: no context)."""

    def __init__(self, problem: str, context: str, index: int, context_index: int | None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.context = context
        self.index = index
        self.context_index = context_index


def read_events(text: str) -> Iterator[Any]:
    """The events of `text` up to the end of the stream, as far as it can be read.

    Raises:
        Stopped: it cannot be read any further.
    """
    try:
        yield from _events_of(CParser(text)) if CParser is not None else _python_events(text)
    except MarkedYAMLError as error:
        mark, context = error.problem_mark, error.context_mark
        raise Stopped(
            error.problem or "",
            error.context or "",
            mark.index if mark else 0,
            context.index if context else None,
        ) from error
    except YAMLError as error:
        raise Stopped(str(error), "", 0, None) from error


def _events_of(parser: Any) -> Iterator[Any]:
    while True:
        event = parser.get_event()
        if event is None or type(event) is StreamEndEvent:
            return
        yield event


def _python_events(text: str) -> Iterator[Any]:
    from sopkit.load.pure import WORDS, end_empty_texts, python_parser  # noqa: PLC0415 - hardly ever needed

    try:
        yield from end_empty_texts(_events_of(python_parser(text)), text)
    except MarkedYAMLError as error:
        for pattern, words in WORDS:
            error.problem = pattern.sub(words, error.problem or "")
        raise
