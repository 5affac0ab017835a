"""Where every key, value and list item of a document stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.source import FILE_START, span_of

if TYPE_CHECKING:
    from sopkit.source import DocPath, Extent, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Places:
    """Character ranges (start, end) by document path: of values and list items, and of the keys of mappings.

    The ranges are 0-based indices into the text of `source`; lines and columns are worked out only when asked for,
    because most files are clean.
    """

    source: SourceFile
    values: dict[DocPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[DocPath, tuple[int, int]] = field(default_factory=dict)

    def value(self, path: DocPath) -> Span:
        """The place of the value at `path`; where it is empty or missing, of its key, else of what is around it."""
        return span_of(self.extent(path))

    def extent(self, path: DocPath) -> Extent:
        """The same as `value`, as bare numbers."""
        while path:
            start, end = self.values.get(path, (0, 0))
            if end > start:
                return self.source.extent(start, end)
            if path in self.keys:
                return self.source.extent(*self.keys[path])
            path = path[:-1]
        return 1, 1, 1, 1

    def key(self, path: DocPath) -> Span:
        """The place of the key at `path`; of the value where there is no key (a list item)."""
        return span_of(self.key_extent(path))

    def key_extent(self, path: DocPath) -> Extent:
        """The same as `key`, as bare numbers."""
        return self.source.extent(*self.keys[path]) if path in self.keys else self.extent(path)

    def excerpt(self, path: DocPath, excerpt: str) -> Span:
        """The place of the first `excerpt` inside the text at `path`; of the whole text where it is not found as written."""
        if path not in self.values:
            path = path[:-1]  # the one item of a list that is written as a single text
        start, end = self.values.get(path, (0, 0))
        at = self.source.text.find(excerpt, start, end)
        return self.source.span(at, at + len(excerpt)) if at >= 0 else self.value(path)

    def missing(self, parent: DocPath) -> Span:
        """Where something is missing from the mapping at `parent`: its key, or the beginning of the list item."""
        if parent in self.keys:
            return self.source.span(*self.keys[parent])
        start, end = self.values.get(parent, (0, 0))
        text = self.source.text
        line_end = text.find("\n", start, end)
        return self.source.span(start, line_end if line_end > start else end) if parent else FILE_START

    @property
    def scalars(self) -> list[tuple[int, int]]:
        """The ranges of all texts: values that hold no other value, and keys."""
        inner = {path[:-1] for path in self.values if path}
        return [*(place for path, place in self.values.items() if path not in inner), *self.keys.values()]
