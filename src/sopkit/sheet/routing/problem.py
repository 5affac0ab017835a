"""What the router is asked and what it answers. Only values: no search, no geometry beyond centres and edges.

All lengths are whole micrometres (1 mm = 1000), so that overlap, collinearity and crossing are exact. The origin is the top
left of the page, y grows downward.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[int, int]
"""x and y."""


class Shape(StrEnum):
    """The outline of a symbol inside its bounding box."""

    KAPSUL = "kapsul"
    """Start or end: a box with round ends."""
    KOTAK = "kotak"
    """Work: the bounding box itself."""
    KETUPAT = "ketupat"
    """Decision: corners in the middle of the bounding box's sides."""
    SEGILIMA = "segilima"
    """Off-page connector, in a strip; entered and left by the side that faces the rows, never by another."""


class BandKind(StrEnum):
    """What a band of the table holds."""

    ROW = "row"
    """A row of the table: symbols, lines and labels."""
    STRIP = "strip"
    """Off-page connectors at the page's top or bottom. Lines only go straight in and out; nothing runs along it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A role's column; `left` and `right` are its lines in the table."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Band:
    """A row or a strip; `top` and `bottom` are its lines in the table."""

    top: int
    bottom: int
    kind: BandKind = BandKind.ROW


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol: `x`, `y`, `w`, `h` are its bounding box, `column` and `band` the 0-based place in the page that it stands in.

    Ports are in the middle of the sides. `w` and `h` are best even, and centres that should be in line must be equal to the
    micrometre: a line between centres that differ by one needs two bends. `Node.centred` sees to it. Other centres of a column
    or row are at least half a millimetre apart, symbols one above the other 4.4 mm, for an arrowhead at either end.
    """

    id: str
    column: int
    band: int
    x: int
    y: int
    w: int
    h: int
    shape: Shape = Shape.KOTAK

    @classmethod
    def centred(cls, name: str, place: tuple[int, int], centre: Point, size: Point, shape: Shape) -> Node:
        """The node `name` in column and band `place`, of `size` (w, h, rounded down to even), exactly around `centre`."""
        w, h = size[0] // 2 * 2, size[1] // 2 * 2
        return cls(name, *place, centre[0] - w // 2, centre[1] - h // 2, w, h, shape)

    @property
    def centre(self) -> Point:
        """The middle of the bounding box, rounded down to the micrometre."""
        return self.x + self.w // 2, self.y + self.h // 2

    @property
    def right(self) -> int:
        """The x of the right side."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The y of the lower side."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Connection:
    """A line to draw from node `source` to node `target`; from a node to itself it goes out by one port and in by another.

    `label` is None for none; `label_w` and `label_h` are the size of its text as it is printed, 0 without. `arrow` is False for
    the plain line between symbols of joint work: it never joins another line.
    """

    id: int
    source: str
    target: str
    label: str | None = None
    label_w: int = 0
    label_h: int = 0
    arrow: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """All the router sees of a page: role columns left to right and bands top to bottom, both adjoining.

    Everything routed stays inside the columns and bands. Ids of nodes and of connections are unique.
    """

    columns: tuple[Column, ...]
    rows: tuple[Band, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class LabelBox:
    """Where a label's text stands: its box, of the size that the connection asked for."""

    text: str
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Path:
    """The line of the connection `connection` from port to port, corners only: no two runs after each other are in line.

    Lines to the same target may end as one, lines without label from the same source begin as one: each still has what they
    share in its points, to the port.
    """

    connection: int
    points: tuple[Point, ...]
    label: LabelBox | None = None


@dataclass(frozen=True, slots=True)
class Routed:
    """The drawing of a page: paths in the order of the page's edges, and the ids of the connections that have none.

    A connection is in `unroutable` when no legal way, or no legal place for its label, was found. It is then not drawn.
    """

    paths: tuple[Path, ...]
    unroutable: tuple[int, ...] = ()
