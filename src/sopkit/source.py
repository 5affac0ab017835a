"""Where things stand: a file's text, positions in it, and paths inside a document.

No YAML and no terminal in here. Lines and columns are 1-based and count characters (Unicode code points),
which is what editors, SARIF and GitHub expect.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

DocPath = tuple[str | int, ...]
"""A place in the document, from the root: keys and 0-based list indices, `("langkah", 4, "mutu_baku", "waktu")`."""

MAX_CHARACTERS = 1 << 20
"""A file of an SOP has some thousand characters; a MiB is no SOP. The limit holds for its bytes as well."""

_BOM = b"\xef\xbb\xbf"
_USUAL_LENGTH = 1 << 14
"""Characters of a text in which places are counted anew each time: three times as long as an SOP is."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A 1-based line and a 1-based column in characters. Tuples, as spans, because every file makes dozens of them."""

    line: int
    column: int


class Span(NamedTuple):
    """From `start` up to, not including, `end`."""

    start: Position
    end: Position


Extent = tuple[int, int, int, int]
"""A span as bare numbers: line and column where it starts, line and column where it ends."""


def span_of(extent: Sequence[int]) -> Span:
    """The span of an extent."""
    line, column, end_line, end_column = extent
    return Span(Position(line, column), Position(end_line, end_column))


FILE_START = Span(Position(1, 1), Position(1, 1))
"""The place of a finding about the file as a whole."""


class SourceFile:
    """The text of one file under the name that reports print.

    `name` uses forward slashes and is what the user typed or what was found under it; `-` is standard input.
    The text has no byte order mark; `had_bom` says that the file began with one.
    """

    def __init__(self, name: str, text: str, had_bom: bool = False) -> None:  # noqa: FBT001, FBT002 - a value, not a switch
        self.name = name
        self.text = text
        self.had_bom = had_bom
        self._is_usual = len(text) <= _USUAL_LENGTH and "\r" not in text

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(m.end() for m in _LINE_END.finditer(self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]

    def position(self, index: int) -> Position:
        """The position of the character at 0-based `index`; an index beyond the end is the end."""
        return Position(*self._position(index))

    def _position(self, index: int) -> tuple[int, int]:
        index = min(max(index, 0), len(self.text))
        if self._is_usual:  # to count a few times is less work than to find all lines
            return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)
        line = bisect_right(self._line_starts, index)
        return line, index - self._line_starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from 0-based index `start` up to, not including, `end`."""
        return span_of(self.extent(start, end))

    def extent(self, start: int, end: int) -> Extent:
        """The same as `span`, as bare numbers."""
        text = self.text
        if self._is_usual and 0 <= start <= end <= len(text) and text.find("\n", start, end) < 0:
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            return line, column, line, column + end - start
        return *self._position(start), *self._position(max(start, end))

    def line(self, number: int) -> str:
        """Line `number` (1-based) without its line end; empty when there is no such line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        match = _LINE_END.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]


def source_of(name: str, data: bytes) -> SourceFile:
    """The text of a file with the content `data`, as it is shown: a byte that is no UTF-8 stands as one U+FFFD.

    Empty for a file that is too large.
    """
    if len(data) > MAX_CHARACTERS:
        return SourceFile(name, "")
    had_bom = data.startswith(_BOM)
    return SourceFile(name, data[len(_BOM) * had_bom :].decode("utf-8", errors="replace"), had_bom)
