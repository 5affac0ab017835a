"""The rows of a procedure table under a known heading: which row begins a step, which goes on with one, what stands where.

What the texts mean, and who acts, does not belong here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.heading import LEAVES, is_column_numbers
from sopkit.intake.lists import is_nothing, one_line
from sopkit.model.waktu import Bentuk, parse_waktu

if TYPE_CHECKING:
    from sopkit.intake.heading import Heading
    from sopkit.intake.region import Region
    from sopkit.intake.source import Cell, Place
    from sopkit.intake.words import Words

_NUMBER = re.compile(r"\(?\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*[.),]?\s*")
_NUMBERS = re.compile(r"(?:\(?[0-9]{1,3}[.)]?\s+)+\(?[0-9]{1,3}[.)]?")
_SHORT = 6
"""A number of a step has no more characters."""
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]+)?(?:\s*(?:-|–|s\.?d\.?|s/d|sampai)\s*[0-9]+(?:[.,][0-9]+)?)?")


@dataclass
class Row:
    """A step as it stands in the table: texts by column, each piece as printed; `roles` by the position of the role.

    `shared` names the columns whose cell also covers other steps, `inherited` those whose cell begins above. `cells` are all cells of the step, for their
    places on paper, and `heading` the heading they stand under, whose columns may lie elsewhere on another page.
    """

    place: Place
    number: str | None
    heading: Heading
    texts: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[int, list[str]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    inherited: set[str] = field(default_factory=set)
    doubts: list[Text] = field(default_factory=list)
    unused: list[tuple[str, Place]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    def text(self, key: str) -> str:
        """All pieces in the column `key`, one below the other."""
        return "\n".join(self.texts.get(key, ()))


def is_time(text: str, unit: str | None) -> bool:
    """Whether `text` is a length of time; a bare number is one below a heading with a unit."""
    text = one_line(text)
    return parse_waktu(text).bentuk is Bentuk.LAMA or (unit is not None and _BARE.fullmatch(text) is not None)


def with_unit(text: str, unit: str | None) -> str:
    """A waktu with the unit of its heading where it has none of its own."""
    text = one_line(text)
    return f"{text} {unit}" if unit is not None and _BARE.fullmatch(text) else text


def looks_like_rows(region: Region, heading: Heading) -> bool:
    """Whether a table without a heading goes on with the rows of `heading`."""
    first = next((row for row in range(region.first, region.end) if _texts(region, row)), None)
    if first is None:
        return False
    number = _joined(region, first, heading.columns.get("no", ()))
    task = _joined(region, first, heading.columns["kegiatan"])
    last = max(column for columns in heading.columns.values() for column in columns)
    fits = last - 2 <= region.width - 1 <= last + 1
    return fits and (_is_number(number) or (not number.strip() and bool(task.strip())))


def read_rows(region: Region, heading: Heading, words: Words, before: list[Row]) -> None:
    """Append the steps in `region` to `before`; its first rows may go on with the last step that is already there."""
    for row in range(region.first, region.end):
        if not _texts(region, row) or is_column_numbers(_texts(region, row)):
            continue
        read = _read(region, row, heading, words)
        if before and _goes_on(read, region, row, before[-1]):
            _join(before[-1], read)
        else:
            before.append(read)


def _texts(region: Region, row: int) -> tuple[str, ...]:
    return tuple(cell.text for cell in region.row(row) if cell.text.strip())


def _is_number(text: str) -> bool:
    text = text.strip()
    return len(text) <= _SHORT and (
        _NUMBER.fullmatch(text) is not None or re.fullmatch(r"[a-z][.)]?", text) is not None
    )


def _begins(cell: Cell, region: Region, row: int) -> bool:
    """Whether `cell` begins in `row`, or above the region and `row` is its first here."""
    return max(cell.row, region.first) == row


def _cells(region: Region, row: int, columns: tuple[int, ...]) -> list[Cell]:
    found = (region.at.get((row, column)) for column in columns)
    return list(dict.fromkeys(cell for cell in found if cell is not None))


def _joined(region: Region, row: int, columns: tuple[int, ...]) -> str:
    return " ".join(cell.text.strip() for cell in _cells(region, row, columns) if cell.text.strip())


def _read(region: Region, row: int, heading: Heading, words: Words) -> Row:
    own = [cell for cell in _cells(region, row, heading.columns.get("no", ())) if _begins(cell, region, row)]
    number = " ".join(cell.text.strip() for cell in own)
    match = _NUMBER.fullmatch(number)
    read = Row(region.row_place(row), match[1] if match else number.strip(" .)") or None, heading)
    if _NUMBERS.fullmatch(number.strip()):
        read.doubts.append(_several(number))
    known: set[int] = set()
    height = _height(region, row, heading)
    for key in LEAVES[1:]:
        columns = heading.columns.get(key, ())
        known |= set(columns)
        cells = _cells(region, row, columns)
        text = " ".join(cell.text.strip() for cell in cells if cell.text.strip())
        if text:
            read.texts[key] = [text]
        if any(cell.rowspan > height for cell in cells):
            read.shared.add(key)
        if cells and not any(_begins(cell, region, row) for cell in cells):
            read.inherited.add(key)
    for position, role in enumerate(heading.roles):
        known |= set(role.columns)
        text = _joined(region, row, role.columns)
        if text:
            read.roles[position] = [text]
    read.cells = list(region.row(row))
    known |= set(heading.columns.get("no", ()))
    for cell in region.row(row):
        if cell.text.strip() and not known & set(range(cell.column, cell.column + cell.colspan)):
            read.unused.append((one_line(cell.text), region.place(cell)))
    _shift(read, heading, words)
    return read


def _height(region: Region, row: int, heading: Heading) -> int:
    """How many rows of the table the step in `row` takes: as many as its number or its kegiatan, the fewer of them."""
    heights = (
        max((cell.rowspan for cell in _cells(region, row, heading.columns.get(key, ()))), default=0)
        for key in ("no", "kegiatan")
    )
    return min((height for height in heights if height), default=1)


def _several(numbers: str) -> Text:
    listed = ", ".join(numbers.split())
    return Text(
        f"baris ini bernomor {listed}; beberapa langkah mungkin terbaca sebagai satu",
        f"this row bears the numbers {listed}; several steps may have been read as one",
    )


def _shift(read: Row, heading: Heading, words: Words) -> None:
    """Put right what a bad conversion moved by one column, where the row itself leaves no doubt."""
    waktu, kelengkapan, output = (read.text(key) for key in ("waktu", "kelengkapan", "output"))
    last = len(heading.roles) - 1
    stray = " ".join(read.roles.get(last, ()))
    is_content = bool(stray) and not words.is_one_of(stray, "tanda") and not words.is_one_of(stray, "simbol")
    adjoining = last >= 0 and heading.columns.get("kelengkapan", ())[:1] == (
        heading.roles[last].columns[-1] + 1,
    )
    movable = is_content and adjoining and not heading.names_in_cells
    if is_time(kelengkapan, heading.unit) and not is_time(waktu, heading.unit) and not output and movable:
        _move(read, {"kelengkapan": stray, "waktu": kelengkapan, "output": waktu}, last, heading)
    elif is_time(output, heading.unit) and not is_time(waktu, heading.unit) and not kelengkapan:
        keterangan = read.text("keterangan")
        moved = {"kelengkapan": waktu, "waktu": output, "output": keterangan, "keterangan": ""}
        _move(read, moved, None, heading)
    elif movable and not kelengkapan and is_time(waktu, heading.unit):
        _move(read, {"kelengkapan": stray}, last, heading)


def _move(read: Row, moved: dict[str, str], emptied: int | None, heading: Heading) -> None:
    for key, text in moved.items():
        read.texts[key] = [text] if text else []
    if emptied is not None:
        text = " ".join(read.roles.pop(emptied))
        column = heading.roles[emptied].heading
        read.doubts.append(
            Text(
                f"“{one_line(text)}” tercetak di kolom {column} dan dipindahkan ke kelengkapan",
                f"“{one_line(text)}” stands in the column {column} and was moved to kelengkapan",
            )
        )
    else:
        read.doubts.append(
            Text(
                "isi mutu baku bergeser satu kolom dalam dokumen dan digeser kembali",
                "the mutu baku stands one column off in the document and was put back",
            )
        )


def _goes_on(read: Row, region: Region, row: int, last: Row) -> bool:
    """Whether a row is a part of the step before it: its kegiatan is the same cell, is missing, or goes on in mid-sentence."""
    if read.number is not None:
        return False
    if "kegiatan" in read.inherited and row > region.first:
        return True
    task = read.text("kegiatan").strip()
    if not task:
        return True
    if last.number is None or read.text("waktu") or "waktu" in read.shared:
        return False
    return task[:1].islower() or not read.text("output")


def _join(last: Row, more: Row) -> None:
    """Add a row to the step that it goes on with; a cell over both rows counts once."""
    for key, texts in more.texts.items():
        if key in more.inherited and texts == last.texts.get(key, [])[-1:]:
            continue
        last.texts.setdefault(key, []).extend(text for text in texts if not is_nothing(text))
    for position, marks in more.roles.items():
        last.roles.setdefault(position, []).extend(marks)
    last.unused += more.unused
    last.cells += more.cells
    last.doubts += more.doubts


def amount(number: str | None) -> Fraction | None:
    """A printed number to compare by; None when it is none."""
    return Fraction(number) if number is not None and re.fullmatch(r"[0-9]+(\.[0-9]+)?", number) else None
