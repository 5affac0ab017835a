"""The sheet as it is drawn: every line of text, every rule, symbol and connector with its place on its page.

Only values. All lengths are whole micrometres (1 mm = 1000) from the top left of the page, y downward; `mm` turns them into
millimetres. Type sizes are tenths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.flow.graph import Edge
    from sopkit.sheet.paper import LayoutOptions
    from sopkit.sheet.picture import Picture
    from sopkit.sheet.routing.problem import Point, Shape


def mm(length: int) -> float:
    """A length in millimetres, as writers put it into their files."""
    return length / 1000


class Align(StrEnum):
    """How lines stand in their cell; also which point of a line its x is."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size in tenths of a point, distance of base lines, and so on."""

    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Align = Align.LEFT

    @property
    def leading(self) -> int:
        """From base line to base line: 3.4 mm for 8 pt."""
        return self.size * 85 // 2

    @property
    def ascent(self) -> int:
        """From the top of a line to its base line.

        A browser centres what the font takes, 0.905 above and 0.212 below the base line of Arial and Liberation Sans, in the
        line's height.
        """
        em = self.size * 25_400 // 720
        return (self.leading + em * 693 // 1000) // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: `x` of its left end, middle or right end as its style is aligned, `y` of its base line."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, one below the other.

    `marker` is the number of an entry of a list, left-aligned on the first line; `indent` how far the lines stand in from the
    cell's text edge because of it. An entry that began on the page before has an indent and no marker.
    """

    style: Style
    lines: tuple[Line, ...]
    marker: Line | None = None
    indent: int = 0


class CellKind(StrEnum):
    """What a cell holds, for writers whose format wants to know."""

    HEADING = "heading"
    COLUMN_NUMBER = "column-number"
    NUMBER = "number"
    TEXT = "text"
    ROLE = "role"
    """Part of the drawing: holds no text of its own."""
    STRIP = "strip"
    """All the role columns beside off-page connectors."""
    BLANK = "blank"
    AGENCY = "agency"
    LABEL = "label"
    VALUE = "value"
    APPROVAL = "approval"
    TITLE = "title"
    SECTION_HEADING = "section-heading"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its box and its text. In a table `column` is the first of the `columns` it spans, and it spans `rows` rows."""

    kind: CellKind
    x: int
    y: int
    w: int
    h: int
    paragraphs: tuple[Paragraph, ...] = ()
    column: int = 0
    columns: int = 1
    rows: int = 1
    tinted: bool = False


class RowKind(StrEnum):
    """What a row of the table is."""

    HEADING = "heading"
    COLUMN_NUMBERS = "column-numbers"
    STRIP = "strip"
    """Off-page connectors, above or below the rows of a page."""
    CAPSULE = "capsule"
    """A start or end capsule that stands alone."""
    STEP = "step"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a page's table with the cells that begin in it; `step` is the 0-based position of the content's row, else None."""

    kind: RowKind
    step: int | None
    top: int
    height: int
    cells: tuple[Cell, ...]

    @property
    def bottom(self) -> int:
        """Its lower line."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Table:
    """The procedure table of a page: `edges` are the vertical lines, one more than there are columns.

    Columns are No, Kegiatan, the roles, Kelengkapan, Waktu, Output, Keterangan. `first_role` is the column of the first role.
    """

    edges: tuple[int, ...]
    roles: int
    rows: tuple[TableRow, ...]

    @property
    def first_role(self) -> int:
        """The number of the first role's column."""
        return 2

    @property
    def top(self) -> int:
        """The upper line."""
        return self.rows[0].top

    @property
    def bottom(self) -> int:
        """The lower line."""
        return self.rows[-1].bottom


class Weight(StrEnum):
    """How heavy a ruled line is."""

    FRAME = "frame"
    """0.25 mm, black."""
    HAIR = "hair"
    """0.12 mm, grey: between the columns of roles."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, horizontal or vertical, from one point to the other; never two for the same stretch."""

    x1: int
    y1: int
    x2: int
    y2: int
    weight: Weight


@dataclass(frozen=True, slots=True)
class PlacedSymbol:
    """A symbol; `x`, `y`, `w`, `h` are its bounding box, `role` the 0-based column of the role it stands in.

    `step` is the 0-based row of the content, None for what belongs to no row; `name` the printed number of the step,
    `mulai` or `selesai` of a capsule that stands alone, or the letter of an off-page connector, which is then also in `letter`.
    `title` says for who cannot see it what it is; `caption` is the text that stands in it or, of an off-page connector, beside it.
    """

    shape: Shape
    step: int | None
    name: str
    role: int
    x: int
    y: int
    w: int
    h: int
    title: str
    letter: str | None = None
    caption: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """The word on a branch: its whole text, its box, and its lines."""

    text: str
    x: int
    y: int
    w: int
    h: int
    lines: Paragraph


@dataclass(frozen=True, slots=True)
class Connector:
    """A line between symbols, as `name` of each says, along `points`; with an arrowhead at its end when `arrow`.

    Connectors to the same symbol may end as one, those without label from the same symbol begin as one; what they share is in
    the points of each. `edge` is the edge of
    the flow, None for what stays within a row, comes from a start capsule, or comes in from another page.
    """

    source: str
    target: str
    points: tuple[Point, ...]
    arrow: bool
    edge: Edge | None = None
    label: PlacedLabel | None = None


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, to be shown as large as the box allows without distortion, in its middle."""

    picture: Picture
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """The word across a page of an SOP that is not in force: its middle, size in tenths of a point and degrees it rises by."""

    text: str
    x: int
    y: int
    size: int
    angle: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `identity` are cells of the identity block in reading order, `footer` the lines below everything."""

    number: int
    width: int
    height: int
    identity: tuple[Cell, ...]
    table: Table | None
    rules: tuple[Rule, ...]
    symbols: tuple[PlacedSymbol, ...]
    connectors: tuple[Connector, ...]
    pictures: tuple[PlacedPicture, ...]
    footer: tuple[Paragraph, ...]
    stamp: Stamp | None


class NoteKind(StrEnum):
    """What a note is about."""

    CHARACTER = "character"
    """A character whose width is not known was given room on the safe side."""
    WORD = "word"
    """A word was cut because it is wider than its column."""
    SMALL = "small"
    """A row is set in smaller type, for it would not fit on a page."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about the layout: `step` is the row of the content that it is about, None for the rest of the sheet."""

    kind: NoteKind
    step: int | None
    text: Text


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be drawn and was left out, with its off-page connectors: from `source` to `target` on `page`.

    Names as in Connector. `edge` is the edge of the flow, None for a line within a row or from a start capsule.
    """

    page: int
    source: str
    target: str
    edge: Edge | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet laid out. `numbers` and `roles` are the printed numbers of steps and headings of roles, in order."""

    title: str
    number: str
    options: LayoutOptions
    numbers: tuple[str, ...]
    roles: tuple[str, ...]
    pages: tuple[Page, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
