"""The labels of the identity block in a region, each with the cells that hold its value.

A value stands behind the label in its own cell, in the cells to the right, or in the rows below. What the texts mean does not
belong here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.intake.lists import is_nothing
from sopkit.intake.words import HEADS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.intake.region import Region
    from sopkit.intake.source import Cell, Place
    from sopkit.intake.words import Found, Words

_MOST_EMPTY_ROWS = 8
"""So much room is left for a signature; a value further away belongs to something else."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value: `cells` in order, and `text` with their texts, rows apart by an empty line.

    `after` is set in place of a label for text in a row of its own that follows the field `after` without any label.
    """

    key: str
    printed: str
    text: str
    place: Place
    cells: tuple[Cell, ...]
    after: bool = False


def read_labels(region: Region, words: Words) -> tuple[Labelled, ...]:
    """The labelled fields of `region`, in reading order."""
    return tuple(_Reader(region, words).read())


class _Reader:
    def __init__(self, region: Region, words: Words) -> None:
        self.region = region
        self.labels: dict[Cell, Found] = {}
        self.stacks: dict[Cell, tuple[Found, ...]] = {}
        self.taken: set[Cell] = set()
        for cell in region.cells:
            found = words.label(cell.text)
            if found is not None:
                self.labels[cell] = found
                self.stacks[cell] = words.stacked(cell.text)
        self.words = words

    def read(self) -> Iterator[Labelled]:
        for row in range(self.region.first, self.region.end):
            for cell in self.region.row(row):
                if cell in self.labels and cell not in self.taken:
                    yield from self._field(cell, self.labels[cell])

    def _field(self, cell: Cell, found: Found) -> Iterator[Labelled]:
        if self.stacks[cell]:
            yield from self._stack(cell, self.stacks[cell])
            return
        below = self._is_below(cell, found)
        rows = self._rows_below(cell, found) if below else self._rows_right(cell, found)
        used = tuple(one for row in rows for one in row)
        self.taken |= {cell, *used}
        texts = [found.rest, *(" ".join(one.text.strip() for one in row) for row in rows)]
        text = "\n\n".join(text for text in texts if text).lstrip(":： \n")
        yield Labelled(found.key, found.printed, text, self.region.place(cell), (cell, *used))
        if found.key in SECTIONS and rows and not below:
            yield from self._unlabelled(cell, found.key)

    def _stack(self, cell: Cell, stack: tuple[Found, ...]) -> Iterator[Labelled]:
        """Several labels in one cell: each with its own text, or with its line of the cell beside."""
        beside = self._right(cell, max(cell.row, self.region.first))
        texts = [found.rest for found in stack]
        used: tuple[Cell, ...] = (cell,)
        if not any(texts) and len(beside) == 1 and len(beside[0].text.splitlines()) == len(stack):
            texts = [line.lstrip(":： ") for line in beside[0].text.splitlines()]
            used = (cell, *beside)
        self.taken |= set(used)
        for found, text in zip(stack, texts, strict=True):
            yield Labelled(found.key, found.printed, text, self.region.place(cell), used)

    def _is_below(self, cell: Cell, found: Found) -> bool:
        """Whether the value stands below: nothing is to the right of a section's label but other labels."""
        if self.region.is_prose:
            return not (found.rest and found.key in HEADS)
        right = self._right(cell, max(cell.row, self.region.first))
        if found.key in SECTIONS:
            return not right
        return not found.rest and not right and cell.column + cell.colspan >= self.region.width

    def _right(self, label: Cell, row: int) -> tuple[Cell, ...]:
        """The cells with text to the right of `label` in `row`, up to the next label."""
        found: list[Cell] = []
        for column in range(label.column + label.colspan, self.region.width):
            cell = self.region.at.get((row, column))
            if cell is None or cell in found:
                continue
            if cell in self.labels:
                break
            if cell.text.strip(" :：\n") and cell not in self.taken:
                found.append(cell)
        return tuple(found)

    def _rows_right(self, label: Cell, found: Found) -> list[tuple[Cell, ...]]:
        """The values in the row of the label, and those in rows below that have no label of their own."""
        last = max(label.row, self.region.first) + label.rowspan
        rows = [self._right(label, row) for row in range(max(label.row, self.region.first), last)]
        if found.key in HEADS:
            rows += self._continued(label, last, found.key)
        return _without_doubles(rows)

    def _continued(self, label: Cell, first: int, key: str) -> list[tuple[Cell, ...]]:
        rows: list[tuple[Cell, ...]] = []
        empty = 0
        for row in range(first, self.region.end):
            if self._has_label(row, label.column) or empty > _MOST_EMPTY_ROWS:
                break
            left = [self.region.at.get((row, label.column + offset)) for offset in range(label.colspan)]
            beside = self._right(label, row)
            own = [one for one in left if one is not None and one is not label and one.text.strip()]
            if own and not (key == "disahkan_oleh" and not beside and _looks_signed(own[0].text, self.words)):
                break
            cells = tuple(own) or beside
            empty = 0 if cells else empty + 1
            if cells:
                rows.append(cells)
        return _without_doubles(rows)

    def _has_label(self, row: int, from_column: int) -> bool:
        return any(
            self.region.at.get((row, column)) in self.labels
            for column in range(from_column, self.region.width)
        )

    def _rows_below(self, label: Cell, found: Found) -> list[tuple[Cell, ...]]:
        """The cells below the label, as wide as up to the next label of its row, down to the next label."""
        end = self._next_label_column(label)
        rows: list[tuple[Cell, ...]] = []
        for row in range(label.row + label.rowspan, self.region.end):
            cells = dict.fromkeys(
                self.region.at[row, column]
                for column in range(label.column, end)
                if (row, column) in self.region.at
            )
            if any(cell in self.labels for cell in cells):
                break
            texts = tuple(cell for cell in cells if cell.text.strip() and cell not in self.taken)
            if texts:
                rows.append(texts)
            if texts and found.key in HEADS and found.key != "disahkan_oleh":
                break
        return _without_doubles(rows)

    def _next_label_column(self, label: Cell) -> int:
        columns = range(label.column + label.colspan, self.region.width)
        row = max(label.row, self.region.first)
        return next(
            (column for column in columns if self.region.at.get((row, column)) in self.labels),
            self.region.width,
        )

    def _unlabelled(self, label: Cell, key: str) -> Iterator[Labelled]:
        """Rows below a labelled section whose place for a label is empty."""
        for row in range(max(label.row, self.region.first) + label.rowspan, self.region.end):
            left = self.region.at.get((row, label.column))
            cells = self._right(label, row)
            if (left is not None and left.text.strip()) or self._has_label(row, label.column) or not cells:
                return
            self.taken |= set(cells)
            text = " ".join(cell.text for cell in cells)
            if not is_nothing(text):
                yield Labelled(key, "", text, self.region.place(cells[0]), cells, after=True)


def _without_doubles(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Each cell once, where it begins: a cell over several rows covers all of them."""
    seen: set[Cell] = set()
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        kept.append(tuple(cell for cell in row if cell not in seen))
        seen |= set(row)
    return [row for row in kept if row]


def _looks_signed(text: str, words: Words) -> bool:
    return "NIP" in text.upper() or words.begins_with(text, "gelar_depan")
