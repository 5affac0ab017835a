"""Words put where they belong: into symbols, beside lines, into cells, or outside of all tables.

In the columns where symbols stand, free words are labels of the drawing and no text of a cell. Tables that go on
over a page break become one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sopkit.intake.drawing.exits import are_apart, is_answer, is_page_note
from sopkit.intake.drawing.shapes import Label, Shape
from sopkit.intake.pdf.ruling import MEET
from sopkit.intake.pdf.words import lines, text_of
from sopkit.intake.source import Cell, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.intake.drawing.shapes import Box
    from sopkit.intake.pdf.lattice import Area, Lattice
    from sopkit.intake.pdf.page import PageParts
    from sopkit.intake.pdf.words import Word

_TALKATIVE = 22
"""Letters a row: a column with more free text than this holds sentences, and no drawing."""

_LABEL_GAP = 0.5
"""Words of one label stand nearer to each other than this share of their height."""

_CIRCLE = 34.0
"""Points: an on-page connector is no wider."""

_LETTER = 3
"""Letters: an off-page connector outside of the table holds no longer word; a footer may run through it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A page after its words are placed: cell texts by table and cell, and what stands elsewhere."""

    parts: PageParts
    texts: tuple[tuple[str, ...], ...]
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    paragraphs: tuple[Paragraph, ...]


def fill(parts: PageParts) -> Filled:
    """The words of a page in their places."""
    inside: dict[str, list[Word]] = {}
    cells: dict[tuple[int, int], list[Word]] = {}
    free: list[Word] = []
    for word in parts.words:
        table = _table_of(word, parts.lattices)
        shape = _shape_of(word, parts.shapes)
        if shape is not None and (table is not None or len(word.text) <= _LETTER):
            inside.setdefault(shape.id, []).append(word)
        elif table is not None:
            cells.setdefault(table, []).append(word)
        else:
            free.append(word)
    _put_back(cells, parts)
    labels: list[Label] = []
    for number, lattice in enumerate(parts.lattices):
        labels += _labels(number, lattice, parts, cells)
    texts = tuple(
        tuple(text_of(cells.get((number, index), [])) for index in range(len(table.areas)))
        for number, table in enumerate(parts.lattices)
    )
    shapes = tuple(_named(shape, text_of(inside.get(shape.id, []))) for shape in parts.shapes)
    return Filled(parts, texts, shapes, tuple(labels), tuple(_paragraphs(free, parts.number)))


def _named(shape: Shape, text: str) -> Shape:
    """The shape with its text; a small circle with a letter is a connector, as a pentagon is."""
    width, height = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    circle = shape.kind == "kapsul" and abs(width - height) <= 0.2 * width and width <= _CIRCLE
    return replace(shape, text=text, kind="segilima" if circle and 0 < len(text) < _LETTER else shape.kind)


def _put_back(cells: dict[tuple[int, int], list[Word]], parts: PageParts) -> None:
    """Lines that run over the lower border of their cell put back into it.

    A row of fixed height cuts its text off; the PDF still holds the lines, on the next cell's own. Such a line lies
    on another one or on the border, and was written right after the words of the cell above.
    """
    home = {word.order: key for key, found in cells.items() for word in found}
    written = sorted(home)
    for key in sorted(cells):
        area = parts.lattices[key[0]].areas[key[1]]
        rows = lines(cells[key])
        for row in rows:
            if not any(_on(row, other) for other in rows if other is not row) and not _over(row, area):
                continue
            position = bisect_left(written, min(word.order for word in row))
            above = home[written[position - 1]] if position else None
            if above is not None and above[0] == key[0] and _right_above(parts, above, area):
                cells[above] += row
                cells[key] = [word for word in cells[key] if word not in row]


def _on(row: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two lines lie partly on each other."""
    one, two = _around(row), _around(other)
    shared = min(one[3], two[3]) - max(one[1], two[1])
    height = min(one[3] - one[1], two[3] - two[1])
    return shared > 0.2 * height and min(one[2], two[2]) > max(one[0], two[0])


def _over(row: Sequence[Word], area: Area) -> bool:
    """Whether a line lies on the upper border of its cell."""
    box = _around(row)
    return area.box[1] - box[1] > 0.3 * (box[3] - box[1])


def _right_above(parts: PageParts, above: tuple[int, int], area: Area) -> bool:
    box = parts.lattices[above[0]].areas[above[1]].box
    return abs(box[3] - area.box[1]) <= MEET and min(box[2], area.box[2]) > max(box[0], area.box[0])


def _table_of(word: Word, lattices: Sequence[Lattice]) -> tuple[int, int] | None:
    for number, table in enumerate(lattices):
        index = table.at(*word.centre)
        if index is not None:
            return number, index
    return None


def _shape_of(word: Word, shapes: Sequence[Shape]) -> Shape | None:
    for shape in shapes:
        if shape.kind is not None and _holds(shape, *word.centre):
            return shape
    return None


def _holds(shape: Shape, x: float, y: float) -> bool:
    left, top, right, bottom = shape.box
    if shape.kind == "ketupat":
        return abs(2 * x - left - right) / (right - left) + abs(2 * y - top - bottom) / (bottom - top) <= 1
    return left <= x <= right and top <= y <= bottom


def drawn_part(table: Lattice, shapes: Iterable[Shape]) -> Box | None:
    """The part of a table that holds its symbols; None without any.

    It reaches from the first to the last column with one, and from the first row with one to the bottom.
    """
    held = []
    for shape in shapes:
        index = table.at((shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2)
        if shape.kind is not None and index is not None:
            held.append(table.areas[index].box)
    if not held:
        return None
    return min(b[0] for b in held), min(b[1] for b in held), max(b[2] for b in held), table.ys[-1]


def _labels(
    number: int, table: Lattice, parts: PageParts, cells: dict[tuple[int, int], list[Word]]
) -> list[Label]:
    """The free words among the symbols as labels; they leave their cells."""
    part = drawn_part(table, parts.shapes)
    if part is None:
        return []
    chosen = [
        index
        for index, area in enumerate(table.areas)
        if area.box[0] >= part[0] - MEET and area.box[2] <= part[2] + MEET and area.box[1] >= part[1] - MEET
    ]
    rows = max(1, sum(1 for y in table.ys[:-1] if y >= part[1] - MEET))
    taken: list[Word] = []
    for column in sorted({table.areas[index].column for index in chosen}):
        mine = [(number, index) for index in chosen if table.areas[index].column == column]
        found = [word for key in mine for word in cells.get(key, [])]
        if sum(len(word.text) for word in found) <= _TALKATIVE * rows:
            taken += found
            for key in mine:
                cells.pop(key, None)
    return [Label(text_of(group), _around(group), parts.number) for group in _near(taken)]


def _near(found: Sequence[Word]) -> list[list[Word]]:
    """Words that stand together: side by side on a line, or one line right below the other."""
    groups: list[list[Word]] = []
    for line in lines(found) if found else []:
        for run in _runs(line):
            _attach(groups, run)
    return groups


def _runs(line: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a line by label: parted by more than a blank, or by what they say."""
    run: list[Word] = []
    for position, word in enumerate(line):
        if run and (_is_gap(run[-1], word) or _parts(run, line[position:])):
            yield run
            run = []
        run.append(word)
    yield run


def _is_gap(before: Word, word: Word) -> bool:
    return word.box[0] - before.box[2] > _LABEL_GAP * (word.box[3] - word.box[1])


def _parts(run: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether a label ends where another begins without a gap: two answers side by side, or a page that is named."""
    before, after = run[-1].text, [word.text for word in following]
    if are_apart(before, after[0]):
        return True
    if is_page_note(" ".join(word.text for word in run)):
        return not is_page_note(" ".join([*(word.text for word in run), after[0]]))
    begins = any(is_page_note(" ".join(after[:length])) for length in (2, 3))
    return begins and not is_page_note(" ".join([before, *after[:2]]))


def _attach(groups: list[list[Word]], run: list[Word]) -> None:
    left, top, right, bottom = _around(run)
    for group in groups:
        box = _around(group)
        below = -0.5 <= (top - box[3]) / max(bottom - top, 1.0) <= 0.45  # noqa: PLR2004 of a line's height
        if below and min(right, box[2]) - max(left, box[0]) > 0 and not _stand_alone(group, run):
            group.extend(run)
            return
    groups.append(list(run))


def _stand_alone(group: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether what stands below begins a label of its own; Y and T stand for themselves."""
    if all(len(word.text) <= 2 for word in (*group, *run)):  # noqa: PLR2004 letters
        return True
    texts = [" ".join(word.text for word in words) for words in (group, run)]
    return is_answer(texts[1]) or any(map(is_page_note, texts)) or are_apart(group[-1].text, run[0].text)


def _around(found: Sequence[Word]) -> Box:
    return (
        min(word.box[0] for word in found),
        min(word.box[1] for word in found),
        max(word.box[2] for word in found),
        max(word.box[3] for word in found),
    )


def _paragraphs(free: Sequence[Word], page: int) -> list[Paragraph]:
    """Lines that follow each other closely as one paragraph."""
    groups: list[list[list[Word]]] = []
    for line in lines(free) if free else []:
        box = _around(line)
        if groups:
            last = _around(groups[-1][-1])
            if box[1] - last[3] <= 0.7 * (box[3] - box[1]) and last[0] < box[2] and box[0] < last[2]:
                groups[-1].append(line)
                continue
        groups.append([line])
    return [
        Paragraph(
            text_of([word for line in group for word in line]), page, _around([w for ln in group for w in ln])
        )
        for group in groups
    ]


def joined_tables(pages: Sequence[Filled]) -> tuple[Table, ...]:
    """The tables in reading order, those that go on over a page break as one."""
    runs: list[list[tuple[Lattice, tuple[str, ...]]]] = []
    for page in pages:
        for position, (table, texts) in enumerate(zip(page.parts.lattices, page.texts, strict=True)):
            before = runs[-1][-1][0] if runs else None
            if (
                position == 0
                and before is not None
                and before.page == table.page - 1
                and goes_on(before, table)
            ):
                runs[-1].append((table, texts))
            else:
                runs.append([(table, texts)])
    return tuple(_table(run) for run in runs)


def goes_on(before: Lattice, after: Lattice) -> bool:
    """Whether a table continues one of the page before: its first rows part where the last rows there did."""
    return _same(_busiest(before, last=True), _busiest(after, last=False))


def _busiest(table: Lattice, *, last: bool) -> tuple[float, ...]:
    """The column borders of the row with most cells among the three last or first rows."""
    rows = range(len(table.ys) - 1)
    edges = [_edges(table, row) for row in (rows[-3:] if last else rows[:3])]
    return max(edges, key=len)


def _edges(table: Lattice, row: int) -> tuple[float, ...]:
    areas: list[Area] = [area for area in table.areas if area.row <= row < area.row + area.rowspan]
    return tuple(sorted({side for area in areas for side in (area.box[0], area.box[2])}))


def _same(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= MEET + 1 for a, b in zip(one, other, strict=True))


def _table(run: Sequence[tuple[Lattice, tuple[str, ...]]]) -> Table:
    xs = max((table.xs for table, _ in run), key=len)
    cells: list[Cell] = []
    first_row = 0
    for table, texts in run:
        for area, text in zip(table.areas, texts, strict=True):
            left, right = _step(xs, area.box[0]), _step(xs, area.box[2])
            cells.append(
                Cell(
                    text, first_row + area.row, left, area.rowspan, max(1, right - left), area.box, table.page
                )
            )
        first_row += len(table.ys) - 1
    return Table(
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), run[0][0].page, run[0][0].box
    )


def _step(xs: Sequence[float], place: float) -> int:
    """The column that begins nearest to a place."""
    after = bisect_right(xs, place)
    near = [i for i in (after - 1, after) if 0 <= i < len(xs)]
    return min(near, key=lambda i: abs(xs[i] - place))
