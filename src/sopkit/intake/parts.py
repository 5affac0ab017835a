"""A document cut into its SOPs: for each the regions of its identity block, its procedure tables, and the text around them.

What the parts mean in detail belongs in `identity` and `procedure`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.intake.heading import find_heading
from sopkit.intake.region import Region, prose_region, table_region
from sopkit.intake.rows import Row, amount, looks_like_rows, read_rows
from sopkit.intake.source import Paragraph, Table
from sopkit.intake.words import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from sopkit.intake.heading import Heading
    from sopkit.intake.source import Cell, SourceDocument
    from sopkit.intake.words import Words


@dataclass
class Part:
    """One SOP of a document: regions before and around its table, the rows of its steps, and how the table is headed.

    `before` are the regions of the identity block, `after` what follows the table; `heads` the cells of all headings.
    """

    before: list[Region] = field(default_factory=list)
    after: list[Region] = field(default_factory=list)
    heading: Heading | None = None
    rows: list[Row] = field(default_factory=list)
    heads: list[Cell] = field(default_factory=list)
    counted: int = 0
    largest: Fraction | None = None

    def count(self) -> Fraction | None:
        """The largest printed number of the rows so far; None where none has one. Looks at each row once."""
        for row in self.rows[self.counted :]:
            number = amount(row.number)
            if number is not None and (self.largest is None or number > self.largest):
                self.largest = number
        self.counted = len(self.rows)
        return self.largest


def cut(document: SourceDocument, words: Words, *, everywhere: bool = False) -> tuple[Part, ...]:
    """The SOPs of `document` in order.

    One begins at an identity block behind a table, and at a table whose numbers begin again under other roles or under a title
    of its own; with `everywhere` at every heading under which the numbers begin again.
    """
    return tuple(_Cutter(document.name, words, everywhere=everywhere).cut(document))


class _Cutter:
    def __init__(self, name: str, words: Words, *, everywhere: bool) -> None:
        self.name = name
        self.words = words
        self.everywhere = everywhere
        self.parts: list[Part] = [Part()]

    @property
    def part(self) -> Part:
        return self.parts[-1]

    def cut(self, document: SourceDocument) -> list[Part]:
        for block in _grouped(document):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._loose(prose_region(block, self.name))
        return self.parts

    def _table(self, table: Table) -> None:
        row = 0
        while row < table.height:
            heading = find_heading(table, row, self.words)
            stop = heading.first if heading else table.height
            if stop > row:
                self._headless(table, row, stop)
            if heading is None:
                return
            row = self._headed(table, heading)

    def _headless(self, table: Table, first: int, end: int) -> None:
        """Rows without a heading above them in this table: more steps, or text."""
        region = table_region(table, self.name, first, end)
        known = self.part.heading
        if first == 0 and known and not self._names_fields(region) and looks_like_rows(region, known):
            self._steps(table, first, end)
        else:
            self._loose(region)

    def _headed(self, table: Table, heading: Heading) -> int:
        """Take in a heading and the rows below it; the row at which something else begins."""
        end = self._end_of_rows(table, heading.end)
        if self._begins_anew(table, heading, end):
            self.parts.append(Part(before=self.part.after))
            self.parts[-2].after = []
        part = self.part
        if part.heading is None or not part.rows:
            part.heading = heading
        known = heading if _fits(heading, part.heading) else part.heading
        part.heads += [cell for row in range(heading.first, heading.end) for cell in table.rows.get(row, ())]
        part.before, part.after = [*part.before, *part.after], []
        region = table_region(table, self.name, heading.end, end)
        read_rows(region, known, self.words, part.rows)
        return end

    def _steps(self, table: Table, first: int, end: int) -> None:
        stop = self._end_of_rows(table, first)
        region = table_region(table, self.name, first, min(stop, end))
        if self.part.heading is not None:
            read_rows(region, self.part.heading, self.words, self.part.rows)
        if stop < end:
            self._loose(table_region(table, self.name, stop, end))

    def _end_of_rows(self, table: Table, first: int) -> int:
        """The row with the next heading or the next label of an identity block; behind the last row where there is none."""
        following = find_heading(table, first, self.words)
        end = following.first if following else table.height
        return next(
            (
                row
                for row in range(first, end)
                if any(self._is_head(cell.text) for cell in table.rows.get(row, ()))
            ),
            end,
        )

    def _is_head(self, text: str) -> bool:
        found = self.words.label(text)
        return found is not None and found.key in HEADS and len(found.printed.split()) > 1

    def _names_fields(self, region: Region) -> bool:
        return any(self._is_head(cell.text) for cell in region.cells)

    def _loose(self, region: Region) -> None:
        """Text outside of any procedure table: it belongs to the SOP at hand until an identity block begins the next one."""
        if not self.part.rows:
            self.part.before.append(region)
        elif self._names_fields(region) and not self._repeats(region):
            self.parts.append(Part(before=[*self.part.after, region]))
            self.parts[-2].after = []
        else:
            self.part.after.append(region)

    def _repeats(self, region: Region) -> bool:
        """Whether the labels of `region` stood there before with the same text: the head of a sheet repeated on each page."""
        texts = {cell.text for one in self.part.before for cell in one.cells}
        return not self.everywhere and all(
            cell.text in texts or not cell.text.strip() for cell in region.cells
        )

    def _begins_anew(self, table: Table, heading: Heading, end: int) -> bool:
        part = self.part
        if not part.rows or part.heading is None:
            return False
        rows: list[Row] = []
        read_rows(table_region(table, self.name, heading.end, end), heading, self.words, rows)
        first = amount(rows[0].number) if rows else None
        last = part.count()
        if first is None or last is None or first > 1 or last < 1:
            return False
        return self.everywhere or bool(part.after) or heading.texts != part.heading.texts


def _fits(one: Heading, other: Heading) -> bool:
    """Whether a repeated heading, whose columns may lie elsewhere, has the same roles."""
    return len(one.roles) == len(other.roles)


def _grouped(document: SourceDocument) -> Iterator[Table | list[Paragraph]]:
    """The tables, and between them the paragraphs that follow each other."""
    run: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            run.append(block)
            continue
        if run:
            yield run
            run = []
        yield block
    if run:
        yield run
