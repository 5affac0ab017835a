"""The drawing laid over the table: symbols by row, capsules that are only signs, and the links between symbols.

The stage between the bare network of lines and the flow of steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sopkit.intake.drawing.exits import is_answer
from sopkit.intake.drawing.network import links
from sopkit.intake.drawing.offpage import bridged, unmatched
from sopkit.intake.drawing.places import Spot, nearest_column, nearest_row, row_at, spot
from sopkit.intake.drawing.shapes import Drawing, Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.intake.drawing.network import Link, Loose
    from sopkit.intake.drawing.offpage import Bridged
    from sopkit.intake.drawing.recovered import FlowGrid
    from sopkit.intake.drawing.shapes import Shape, Stroke

End = Literal["mulai", "selesai"]

MOST_STROKES = 800
"""Lines of one page that are followed; a chart has some fifty."""

_BESIDE = 150.0

_BEGINNINGS = frozenset({"mulai", "start", "awal", "begin"})
_ENDINGS = frozenset({"selesai", "end", "akhir", "stop", "finish"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol in the table. `sure` is false for a form that is none of the symbols but has lines to it.

    `ends` and `apart` as in DrawnSymbol.
    """

    shape: Shape
    spot: Spot
    sure: bool
    ends: End | None
    apart: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Symbols in the order of rows, then from left to right; links between their shapes; symbols by their shapes' ids.

    `loose` are the rows in which a line ends at nothing, `astray` the shapes with a line that does. `lost` are the shapes
    that nothing leads to though something should.
    """

    placed: tuple[Placed, ...]
    links: tuple[Bridged, ...]
    by_shape: Mapping[str, Placed]
    loose: frozenset[int] = frozenset()
    astray: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()

    def of(self, shape: str) -> Placed | None:
        """The symbol of a shape; None where it is none."""
        return self.by_shape.get(shape)


def read(drawing: Drawing, grid: FlowGrid) -> Reading:
    """The symbols of a drawing in their rows, and what leads from one to another."""
    pages = sorted({shape.page for shape in drawing.shapes})
    found: list[Link] = []
    loose: list[tuple[int, Loose]] = []
    for page in pages:
        made, ends = links(
            [shape for shape in drawing.shapes if shape.page == page and _takes_part(shape, grid)],
            [stroke for stroke in drawing.strokes if stroke.page == page and _is_near(stroke, grid)][
                :MOST_STROKES
            ],
        )
        found += made
        loose += [(page, end) for end in ends]
    across = bridged(found, drawing.shapes, drawing.labels)
    linked = {name for bridge in across for name in (bridge.link.source, bridge.link.target)}
    placed = _placed(drawing.shapes, grid, linked)
    left, entered = {bridge.link.source for bridge in across}, {bridge.link.target for bridge in across}
    finished = [_ended(one, placed, left, entered) for one in placed]
    ordered = tuple(sorted(finished, key=_order))
    by_shape = {one.shape.id: one for one in ordered}
    rows = {row for page, end in loose if (row := row_at(page, end.point, grid)) is not None}
    astray = {name for _, end in loose for name in end.sources}
    lost = unmatched(found, drawing.shapes) | _never_entered(ordered, entered)
    return Reading(ordered, across, by_shape, frozenset(rows), frozenset(astray), lost)


def _never_entered(placed: Sequence[Placed], entered: set[str]) -> frozenset[str]:
    """The symbols that no line leads to though nothing begins there."""
    first = placed[0].spot.row if placed else 0
    return frozenset(
        one.shape.id
        for one in placed
        if one.shape.id not in entered and one.spot.row != first and one.ends != "mulai" and not one.apart
    )


def unframed(drawing: Drawing) -> Drawing:
    """The drawing with words that stand in a frame of their own, as "Ya" in a text box, made labels."""
    framed = [shape for shape in drawing.shapes if shape.kind == "kotak" and is_answer(shape.text)]
    if not framed:
        return drawing
    labels = tuple(Label(shape.text, shape.box, shape.page) for shape in framed)
    kept = tuple(shape for shape in drawing.shapes if shape not in framed)
    return Drawing(kept, drawing.strokes, (*drawing.labels, *labels))


def _is_near(stroke: Stroke, grid: FlowGrid) -> bool:
    """Whether a line is glued to a symbol, or runs through or beside the role columns of its page."""
    if stroke.source is not None or stroke.target is not None:
        return True
    left, right = min(x for x, _ in stroke.points), max(x for x, _ in stroke.points)
    return any(
        span.page == stroke.page and span.left - _BESIDE <= right and left <= span.right + _BESIDE
        for span in grid.columns
    )


def _order(placed: Placed) -> tuple[int, int, float, float]:
    return placed.spot.row, placed.spot.column, placed.shape.box[1], placed.shape.box[0]


def _takes_part(shape: Shape, grid: FlowGrid) -> bool:
    """Whether lines may end at a shape: it stands in the table, or is a capsule or connector near it."""
    if spot(shape, grid) is not None:
        return True
    return shape.kind in {"segilima", "kapsul"} and nearest_column(shape, grid) is not None


def _placed(shapes: Sequence[Shape], grid: FlowGrid, linked: set[str]) -> list[Placed]:
    result: list[Placed] = []
    for shape in shapes:
        where = spot(shape, grid)
        if shape.kind == "segilima" or (shape.kind is None and shape.id not in linked):
            continue
        if where is not None:
            result.append(Placed(shape, where, shape.kind is not None, None, apart=False))
        elif shape.kind == "kapsul" and shape.id in linked:
            column, row = nearest_column(shape, grid), nearest_row(shape, grid)
            if column is not None and row is not None:
                result.append(Placed(shape, Spot(row, column, clear=True), True, None, apart=True))
    return result


def _ended(one: Placed, placed: Sequence[Placed], left: set[str], entered: set[str]) -> Placed:
    """The symbol with what a capsule says: whether it begins or ends, and whether it is a sign of its own."""
    if one.shape.kind != "kapsul":
        return one
    apart = one.apart or any(
        other.shape.id != one.shape.id
        and other.shape.kind != "kapsul"
        and other.spot.row == one.spot.row
        and (other.spot.column == one.spot.column or _named(one.shape) is not None)
        for other in placed
    )
    goes_out, comes_in = one.shape.id in left, one.shape.id in entered
    rows = [other.spot.row for other in placed]
    ends = _named(one.shape)
    if ends is None and goes_out != comes_in:
        ends = "mulai" if goes_out else "selesai"
    if ends is None and rows and one.spot.row in {min(rows), max(rows)}:
        ends = "mulai" if one.spot.row == min(rows) else "selesai"
    return Placed(one.shape, one.spot, one.sure, ends, apart)


def _named(shape: Shape) -> End | None:
    words = set(shape.text.casefold().split())
    if words & _BEGINNINGS:
        return "mulai"
    return "selesai" if words & _ENDINGS else None
