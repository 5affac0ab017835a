"""Where every key, value and list item of a document stands."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from sopkit.source import FILE_START, span_of

if TYPE_CHECKING:
    from sopkit.source import DocPath, Extent, SourceFile, Span

Range = tuple[int, int]
"""From one 0-based index into a text up to, not including, another."""


class Places(ABC):
    """The places of values, list items and keys in the text of `source`, by document path.

    Lines and columns are worked out only when asked for, because most files are clean.
    """

    def __init__(self, source: SourceFile) -> None:
        self.source = source

    @abstractmethod
    def value_range(self, path: DocPath) -> Range | None:
        """The range of the value at `path`; None where there is none."""

    @abstractmethod
    def key_range(self, path: DocPath) -> Range | None:
        """The range of the key at `path`; None where there is none."""

    @abstractmethod
    def in_a_text(self, index: int) -> bool:
        """Whether the # at `index` of the source belongs to a text of the document and begins no comment."""

    def value(self, path: DocPath) -> Span:
        """The place of the value at `path`; where it is empty or missing, of its key, else of what is around it."""
        return span_of(self.extent(path))

    def extent(self, path: DocPath) -> Extent:
        """The same as `value`, as bare numbers."""
        while path:
            found = self._extent(path)
            if found is not None:
                return found
            path = path[:-1]
        return 1, 1, 1, 1

    def _extent(self, path: DocPath) -> Extent | None:
        """The place of the value at `path`, of its key where it is empty; None where there is neither."""
        start, end = self.value_range(path) or (0, 0)
        found = (start, end) if end > start else self.key_range(path)
        return None if found is None else self.source.extent(*found)

    def key(self, path: DocPath) -> Span:
        """The place of the key at `path`; of the value where there is no key (a list item)."""
        return span_of(self.key_extent(path))

    def key_extent(self, path: DocPath) -> Extent:
        """The same as `key`, as bare numbers."""
        found = self.key_range(path)
        return self.extent(path) if found is None else self.source.extent(*found)

    def excerpt(self, path: DocPath, excerpt: str) -> Span:
        """The place of the first `excerpt` inside the text at `path`; of the whole text where it is not found as written."""
        found = self.value_range(path)
        if found is None:
            found = self.value_range(path[:-1])  # the one item of a list that is written as a single text
            path = path[:-1]
        start, end = found or (0, 0)
        at = self.source.text.find(excerpt, start, end)
        return self.source.span(at, at + len(excerpt)) if at >= 0 else self.value(path)

    def missing(self, parent: DocPath) -> Span:
        """Where something is missing from the mapping at `parent`: its key, or the beginning of the list item."""
        key = self.key_range(parent)
        if key is not None:
            return self.source.span(*key)
        start, end = self.value_range(parent) or (0, 0)
        line_end = self.source.text.find("\n", start, end)
        return self.source.span(start, line_end if line_end > start else end) if parent else FILE_START


class Ranges(Places):
    """Places as they were found one by one, in `values` and `keys`."""

    def __init__(self, source: SourceFile) -> None:
        super().__init__(source)
        self.values: dict[DocPath, Range] = {}
        self.keys: dict[DocPath, Range] = {}

    def value_range(self, path: DocPath) -> Range | None:
        """The range of the value at `path`; None where there is none."""
        return self.values.get(path)

    def key_range(self, path: DocPath) -> Range | None:
        """The range of the key at `path`; None where there is none."""
        return self.keys.get(path)

    def in_a_text(self, index: int) -> bool:
        """Whether the # at `index` of the source belongs to a text of the document and begins no comment."""
        at = bisect_right(self._texts, index, key=itemgetter(0)) - 1
        return at >= 0 and index < self._texts[at][1]

    @cached_property
    def _texts(self) -> list[Range]:
        """The ranges of all texts in order: values that hold no other value, and keys."""
        inner = {path[:-1] for path in self.values if path}
        values = (place for path, place in self.values.items() if path not in inner)
        return sorted((*values, *self.keys.values()))
