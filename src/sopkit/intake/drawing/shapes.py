"""A drawing as data: what a reader of PDF, XLSX or DOCX saw, before anything is made of it.

Here: shapes, strokes and labels with their places. Not here: which step or role they belong to
(`recovered`), and how a file format writes them.

Lengths are points (1/72 inch); x grows to the right, y grows downwards, from the upper left corner of the
page. A sheet of a workbook, or a document whose pages nobody has counted, is one page with the number 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["kotak", "kapsul", "ketupat", "segilima"]
"""The four closed symbols of a flowchart: work, start or end, decision, off-page connector."""

Point = tuple[float, float]
"""x, y in points."""

Box = tuple[float, float, float, float]
"""left, top, right, bottom in points; left <= right and top <= bottom."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed symbol.

    `id` is unique in its drawing. `kind` is None where the form says nothing: such a shape stands in the way
    of lines but is no symbol. `text` is what stands inside, "" if nothing does. `page` counts from 1.
    """

    id: str
    kind: Kind | None
    box: Box
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, or a polyline in the order of its points; at least two points.

    A reader that only finds pieces of a connector hands over the pieces: they are joined later. `source`
    (where the first point is) and `target` (where the last one is) name shapes a file says the ends are
    glued to; None where it does not say so.
    """

    points: tuple[Point, ...]
    arrow_at_start: bool
    arrow_at_end: bool
    page: int
    source: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand free in the drawing, such as "Ya" beside a line."""

    text: str
    box: Box
    page: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn in one document, each part in the order of the document."""

    shapes: tuple[Shape, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
