"""The heading of a procedure table: which column is what, over one, two or three rows, with and without merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.intake.lists import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.intake.source import Cell, Table
    from sopkit.intake.words import Words

LEAVES = ("no", "kegiatan", "kelengkapan", "waktu", "output", "keterangan")
"""The columns that are no roles, in the order of the sheet."""
_MUTU = ("kelengkapan", "waktu", "output")
_MOST_ROWS = 4
_FEWEST_NUMBERS = 4
_COLUMN_NUMBER = re.compile(r"\(?[0-9]{1,2}[.)]?")


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """A column of a role, over one or more columns of the table; `heading` is on one line."""

    heading: str
    columns: tuple[int, ...]
    row: int


@dataclass(frozen=True)
class Heading:
    """The columns of a procedure table.

    `columns` are those of `LEAVES` that are there; `roles` stand between them from left to right. `printed` are the headings
    of columns and groups as printed. `names_in_cells` says that there is one column for all roles, with names in its cells.
    `unit` is the unit of time in the heading of waktu. Rows from `first` up to, not including, `end` are the heading itself.
    """

    first: int
    end: int
    columns: Mapping[str, tuple[int, ...]]
    roles: tuple[RoleColumn, ...]
    printed: Mapping[str, str]
    unit: str | None = None
    names_in_cells: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What tells one heading from another."""
        return tuple(role.heading.casefold() for role in self.roles)


def find_heading(table: Table, first: int, words: Words) -> Heading | None:
    """The next heading in `table` from row `first` on; None when there is none."""
    for row in range(first, table.height):
        keys = {words.column(cell.text): cell for cell in _begun_in(table, row)}
        if "kegiatan" in keys and _is_heading(table, row, words):
            return _heading(table, first, keys["kegiatan"], words)
    return None


def is_column_numbers(texts: tuple[str, ...]) -> bool:
    """Whether a row only numbers the columns: (1), (2) … or 1, 2 …; a slip or an empty cell in it does not matter."""
    filled = [word for text in texts for word in text.split()]
    if len(filled) < _FEWEST_NUMBERS or not all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
        return False
    numbers = [int(re.sub(r"\D", "", text)) for text in filled]
    rising = sum(a < b for a, b in pairwise(numbers))
    return numbers[0] <= 2 and rising * 3 >= 2 * (len(numbers) - 1)  # noqa: PLR2004 - the first or second column


def _begun_in(table: Table, row: int) -> tuple[Cell, ...]:
    return table.rows.get(row, ())


def _is_heading(table: Table, row: int, words: Words) -> bool:
    near = [cell for one in range(row - 1, row + 3) for cell in _begun_in(table, one)]
    keys = {words.column(cell.text) for cell in near} - {None, "kegiatan"}
    return len(keys) > 1 and not keys.isdisjoint(("mutu_baku", "pelaksana", *_MUTU))


def _heading(table: Table, earliest: int, kegiatan: Cell, words: Words) -> Heading:
    """The heading around the cell of kegiatan; no row before `earliest` belongs to it."""
    first = row = kegiatan.row
    while first > earliest and _is_upper_part(table, first - 1, words):
        first -= 1
    end = _end(table, row, kegiatan)
    columns: dict[str, tuple[int, ...]] = {}
    printed: dict[str, str] = {}
    for column in range(table.width):
        for cell in _column_cells(table, column, first, end):
            key = words.column(cell.text)
            if key in LEAVES and (key in ("no", "kegiatan") or column > kegiatan.column):
                known = columns.get(key, ())
                if not known or table.at.get((cell.row, known[-1])) is cell:
                    columns[key] = (*known, column)
                    printed.setdefault(key, one_line(cell.text))
                break
    for key in ("pelaksana", "mutu_baku"):
        group = next((c for c in _cells(table, first, end) if words.column(c.text) == key), None)
        if group is not None:
            printed.setdefault(key, one_line(group.text))
    area = _role_area(table, first, end, columns, words)
    roles, single = _roles(table, first, end, area, words)
    unknown = _unknown_requirement(columns, area)
    cells = _column_cells(table, area.stop, first, end) if unknown else []
    if cells:
        columns["kelengkapan"] = (area.stop,)
        printed["kelengkapan"] = one_line(cells[0].text)
    unit = words.unit(printed["waktu"]) if "waktu" in printed else None
    return Heading(first, end, columns, roles, printed, unit, single)


def _is_upper_part(table: Table, row: int, words: Words) -> bool:
    texts = [cell for cell in _begun_in(table, row) if cell.text.strip()]
    return bool(texts) and all(words.column(cell.text) is not None for cell in texts)


def _end(table: Table, row: int, kegiatan: Cell) -> int:
    """The row behind the heading: as long as nothing stands below the heading of kegiatan, it goes on."""
    end = row + kegiatan.rowspan
    while end < min(table.height, row + _MOST_ROWS):
        below = table.at.get((end, kegiatan.column))
        left = [table.at.get((end, column)) for column in range(kegiatan.column)]
        texts = [cell for cell in _begun_in(table, end) if cell.text.strip()]
        named = below is not None and below.text.strip()
        if (
            named
            or not texts
            or any(cell is not None and cell.row == end and cell.text.strip() for cell in left)
        ):
            break
        end += 1
    return end


def _cells(table: Table, first: int, end: int) -> list[Cell]:
    return [cell for row in range(first, end) for cell in _begun_in(table, row)]


def _column_cells(table: Table, column: int, first: int, end: int) -> list[Cell]:
    """The cells with text over `column`, from the lowest up, each once."""
    cells = (table.at.get((row, column)) for row in range(end - 1, first - 1, -1))
    return list(dict.fromkeys(cell for cell in cells if cell is not None and cell.text.strip()))


def _role_area(
    table: Table, first: int, end: int, columns: Mapping[str, tuple[int, ...]], words: Words
) -> range:
    start = max(columns["kegiatan"]) + 1
    stops = [
        cell.column
        for cell in _cells(table, first, end)
        if cell.column >= start and words.column(cell.text) in ("mutu_baku", *LEAVES)
    ]
    return range(start, min(stops, default=table.width))


def _roles(
    table: Table, first: int, end: int, area: range, words: Words
) -> tuple[tuple[RoleColumn, ...], bool]:
    stacks = {column: _column_cells(table, column, first, end) for column in area}
    groups = {cell for cells in stacks.values() for cell in cells if words.column(cell.text) == "pelaksana"}
    below = any(cell not in groups for cells in stacks.values() for cell in cells)
    top = min(groups, key=lambda cell: (cell.row, cell.column), default=None)
    if groups and not below and top is not None and len(groups) == 1:
        return (RoleColumn(one_line(top.text), tuple(area), top.row),), True
    found: dict[Cell, RoleColumn] = {}
    for column, cells in stacks.items():
        own = [cell for cell in cells if cell is not top]
        if not own:
            continue
        known = found.get(own[0])
        covered = known.columns if known else ()
        found[own[0]] = RoleColumn(_role_text(own), (*covered, column), own[0].row)
    return _distinct(found, stacks, top), False


def _role_text(cells: list[Cell]) -> str:
    """The lowest cell, and above it those as narrow as itself: a heading on two rows."""
    narrow = [cell for cell in cells[1:] if cell.colspan == cells[0].colspan]
    return one_line(" ".join(cell.text for cell in [*reversed(narrow), cells[0]]))


def _distinct(
    found: Mapping[Cell, RoleColumn], stacks: Mapping[int, list[Cell]], top: Cell | None
) -> tuple[RoleColumn, ...]:
    """Headings that are alike are told apart by the group above them."""
    texts = [role.heading.casefold() for role in found.values()]
    roles: list[RoleColumn] = []
    for cell, role in found.items():
        above = [one for one in stacks[role.columns[0]] if one is not cell and one is not top]
        wide = [one for one in above if one.colspan > cell.colspan]
        double = texts.count(role.heading.casefold()) > 1 and wide
        heading = f"{one_line(wide[0].text)} – {role.heading}" if double else role.heading
        roles.append(RoleColumn(heading, role.columns, role.row))
    return tuple(roles)


def _unknown_requirement(columns: Mapping[str, tuple[int, ...]], area: range) -> bool:
    """Whether the one column between roles and waktu has a heading that is not known: it is kelengkapan."""
    following = columns.get("waktu") or columns.get("output")
    return "kelengkapan" not in columns and following is not None and following[0] == area.stop + 1
