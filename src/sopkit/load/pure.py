"""The YAML parser in Python, brought nearer to the one in C, which it stands in for where that is not installed.

It refuses tabs where the other takes them for blanks, puts empty texts in another place and uses other words. What is evened
out here gives the same findings for every text that can be read and for the slips that people make; of a text that is broken
in several ways at once the two may still name different ones first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"^sequence entries are not allowed here", "block sequence entries are not allowed in this context"),
        (r"^mapping (keys|values) are not allowed here", r"mapping \1 are not allowed in this context"),
        (r"^found character .* that cannot start any token", "found character that cannot start any token"),
    )
)
"""What the parser says, and how the one in C says it."""


def python_parser(text: str) -> Any:
    """The parser over `text`; like that in C it has `get_event`."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)
    yaml.Scanner = _Scanner
    _, parser = yaml.get_constructor_parser(text)
    return parser


class _Scanner(Scanner):
    """Takes tabs for blanks wherever no key may begin."""

    def scan_to_next_token(self) -> None:
        if self.reader.index == 0 and self.reader.peek() == "\ufeff":
            self.reader.forward()
        while True:
            while self.reader.peek() == " " or (
                self.reader.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.reader.forward()
            if self.reader.peek() == "#":
                while self.reader.peek() not in "\r\n\0":
                    self.reader.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        length = 0
        while self.reader.peek(length) in " \t":
            length += 1
        blanks = self.reader.prefix(length)
        if "\t" not in blanks:
            return super().scan_plain_spaces(indent, start_mark)
        self.reader.forward(length)
        if self.reader.peek() in "\r\n\0":
            return super().scan_plain_spaces(indent, start_mark)
        return [blanks]


def end_empty_texts(events: Iterable[Any], text: str) -> Iterator[Any]:
    """`events` with empty texts where the parser in C has them: outside of brackets right behind colon or dash."""
    end = 0
    bracketed: list[bool] = []
    for event in events:
        kind = type(event)
        start = event.start_mark.index
        if kind in _STARTS:
            bracketed.append(bool(event.flow_style))
        elif kind in _ENDS:
            bracketed.pop()
        elif kind is ScalarEvent and not any(bracketed) and not event.value and start == event.end_mark.index:
            event.start_mark.index = event.end_mark.index = _behind_sign(text, end, start)
        end = event.end_mark.index if kind is ScalarEvent else start
        yield event


_STARTS: Final = (MappingStartEvent, SequenceStartEvent)
_ENDS: Final = (MappingEndEvent, SequenceEndEvent)
_SIGN = re.compile(r"(?:[ \t\r\n\[\]{}]|#[^\r\n]*)*+[:-]")


def _behind_sign(text: str, end: int, index: int) -> int:
    """The index behind the colon or dash that follows `end`, as long as it lies before `index`."""
    match = _SIGN.match(text, end, index)
    return match.end() if match else index
