"""Places in a text of which it is known what each line says: looked up when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.load.brackets import Brackets
from sopkit.load.places import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.load.line import Line
    from sopkit.load.places import Range
    from sopkit.source import DocPath, Extent, SourceFile

Rows = dict["str | int", "int | Block"]
"""The parts of a mapping or list by key or number: the row (the 0-based number of the line) of each, of one over several rows its block."""

Block = tuple[int, int, int, Rows]
"""A mapping or list over several rows: the row of its key or dash, -1 where it has none; the row in which it begins; its level,
as in `Line`; its parts.
"""


class RowPlaces(Places):
    """The places of a text with `lines`, which say `said`; all that it holds lies in the block `root`."""

    def __init__(self, source: SourceFile, lines: Sequence[str], said: Sequence[Line], root: Block) -> None:
        super().__init__(source)
        self._lines = lines
        self._said = said
        self._root = root

    def value_range(self, path: DocPath) -> Range | None:
        """The range of the value at `path`; None where there is none."""
        found = self._value(path)
        return None if found is None else self._range(*found)

    def key_range(self, path: DocPath) -> Range | None:
        """The range of the key at `path`; None where there is none."""
        found = self._key(path)
        return None if found is None else self._range(*found)

    def in_a_text(self, index: int) -> bool:
        """Whether the # at `index` of the source belongs to a text of the document and begins no comment."""
        text = self.source.text
        start, end = self._said[text.count("\n", 0, index)][-1]
        return start <= index - text.rfind("\n", 0, index) - 1 < end

    def extent(self, path: DocPath) -> Extent:
        """As in all places; of a text that has a row of its own, as nearly all that are asked for, at once."""
        found: int | Block | None = self._root
        for part in path:
            if found is None or isinstance(found, int):
                return super().extent(path)
            found = found[3].get(part)
        if isinstance(found, int):
            start, end = self._said[found][-1]
            if end > start:
                return found + 1, start + 1, found + 1, end + 1
        return super().extent(path)

    def key_extent(self, path: DocPath) -> Extent:
        """The place of the key at `path`; of the value where there is no key (a list item)."""
        return self._key(path) or self.extent(path)

    def _extent(self, path: DocPath) -> Extent | None:
        found = self._value(path)
        return self._key(path) if found is None or found[:2] == found[2:] else found

    def _look(self, path: DocPath) -> tuple[int | Block | None, DocPath]:
        """The row or block of what stands at `path`; where that lies in brackets, their row and the path inside them."""
        found: int | Block | None = self._root
        for depth, part in enumerate(path):
            if isinstance(found, int):
                return found, path[depth:]
            if found is None:
                break
            found = found[3].get(part)
        return found, ()

    def _value(self, path: DocPath) -> Extent | None:
        """The place of the value at `path`; None where there is none."""
        found, inside = self._look(path)
        if found is None:
            return None
        if not isinstance(found, int):
            return self._block(found)
        _, _, _, value, _, whole = self._said[found]
        place = whole if not inside else value.values.get(inside) if isinstance(value, Brackets) else None
        return None if place is None else _in_row(found, *place)

    def _key(self, path: DocPath) -> Extent | None:
        """The place of the key at `path`; None where there is none."""
        found, inside = self._look(path)
        if found is None or not path or isinstance(path[-1], int):
            return None
        row = found if isinstance(found, int) else found[0]
        level, dash, _, value, _, _ = self._said[row]
        if not inside:
            column = level // 2 + dash
            return _in_row(row, column, column + len(path[-1]))
        place = value.keys.get(inside) if isinstance(value, Brackets) else None
        return None if place is None else _in_row(row, *place)

    def _block(self, block: Block) -> Extent:
        """A block ends where the next begins that it does not hold, blanks and empty lines taken back."""
        _, first, level, _ = block
        after = (row for row in range(first + 1, len(self._said)) if -1 < self._said[row][0] < level)
        last = next(after, len(self._said)) - 1
        while not (text := self._lines[last].rstrip()):
            last -= 1
        return first + 1, level // 2 + 1, last + 1, len(text) + 1

    def _range(self, line: int, column: int, end_line: int, end_column: int) -> Range:
        return self._index(line) + column - 1, self._index(end_line) + end_column - 1

    def _index(self, line: int) -> int:
        """The index of the first character of a line."""
        return sum(map(len, self._lines[: line - 1])) + line - 1


def _in_row(row: int, start: int, end: int) -> Extent:
    return row + 1, start + 1, row + 1, end + 1
