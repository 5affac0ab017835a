"""The recovered flow put into the steps: who acts by the symbols, decisions and ways by the lines.

How a drawing is read belongs in `drawing`; here its answer in rows and columns is only carried over.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.draft import Exit
from sopkit.intake.drawing.recovered import SURE, ColumnSpan, FlowGrid, MergedColumns, RowSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sopkit.intake.draft import DraftStep
    from sopkit.intake.drawing.recovered import DrawnEdge, DrawnFlow, DrawnSymbol
    from sopkit.intake.heading import RoleColumn
    from sopkit.intake.rows import Row
    from sopkit.intake.source import Cell

_UNLABELLED = Text(
    "cabang ini tanpa label yang terbaca; periksa mana ya dan mana tidak",
    "this branch has no label that could be read; check which is yes and which is no",
)


_PARTLY = Text(
    "sebagian pelaksana langkah ini bekerja bersama dan sebagian bergiliran; tuliskan urutannya",
    "some of those who act here do so together, some in turn; write down the order",
)


def flow_grid(rows: Sequence[Row], headings: Sequence[Cell]) -> FlowGrid:
    """Where columns and rows lie on paper, from the boxes of their cells; empty where the format has no geometry.

    `headings` are the cells of the heading, for columns without any cell below. Columns of a page are those of the heading
    that its rows stand under.
    """
    columns: dict[tuple[int, int], tuple[float, float]] = {}
    for row in rows:
        for position, role in enumerate(row.heading.roles):
            _widen(columns, position, role, row.cells)
    for position, role in enumerate(rows[0].heading.roles if rows else ()):
        missing: dict[tuple[int, int], tuple[float, float]] = {}
        _widen(missing, position, role, headings)
        for page in sorted({cell.page for row in rows for cell in row.cells if cell.page is not None}):
            for span in list(missing.values())[:1]:
                columns.setdefault((page, position), span)
    return FlowGrid(
        tuple(ColumnSpan(page, *span, position) for (page, position), span in sorted(columns.items())),
        _apart([span for number, row in enumerate(rows) for span in _row_spans(number, row)]),
        tuple(one for number, row in enumerate(rows) for one in _merged(number, row)),
    )


def _merged(number: int, row: Row) -> list[MergedColumns]:
    """The cells of a row that go over several role columns."""
    found = []
    for cell in row.cells:
        covered = set(range(cell.column, cell.column + cell.colspan))
        own = [position for position, role in enumerate(row.heading.roles) if covered & set(role.columns)]
        if len(own) > 1:
            found.append(MergedColumns(number, own[0], own[-1]))
    return found


def _widen(
    columns: dict[tuple[int, int], tuple[float, float]],
    position: int,
    role: RoleColumn,
    cells: Iterable[Cell],
) -> None:
    """Left and right edge of a role by page, wide enough for each of `cells` that lies in its columns."""
    wanted = set(role.columns)
    for cell in cells:
        if cell.box is None or cell.page is None:
            continue
        if set(range(cell.column, cell.column + cell.colspan)) <= wanted:
            left, right = columns.get((cell.page, position), (cell.box[0], cell.box[2]))
            columns[cell.page, position] = (min(left, cell.box[0]), max(right, cell.box[2]))


def _row_spans(number: int, row: Row) -> list[RowSpan]:
    spans = []
    placed = sorted(
        ((cell.page, cell.box) for cell in row.cells if cell.page is not None and cell.box is not None),
    )
    for page, group in groupby(placed, key=lambda one: one[0]):
        boxes = [box for _, box in group]
        spans.append(RowSpan(page, min(box[1] for box in boxes), max(box[3] for box in boxes), number))
    return spans


def _apart(spans: Sequence[RowSpan]) -> tuple[RowSpan, ...]:
    """The spans, each ending where the next row of its page begins: one of its cells may go over further rows."""
    ended = []
    for position, span in enumerate(spans):
        below = [
            other.top for other in spans[position + 1 :] if other.page == span.page and other.top > span.top
        ]
        ended.append(replace(span, bottom=min(span.bottom, below[0])) if below else span)
    return tuple(ended)


def with_flow(
    steps: Sequence[DraftStep], drawn: DrawnFlow, keys: Sequence[str]
) -> tuple[tuple[DraftStep, ...], bool]:
    """`steps` with what the drawing says, and whether its capsules stand apart from the steps."""
    symbols: dict[int, list[DrawnSymbol]] = {}
    edges: dict[int, list[DrawnEdge]] = {}
    for symbol in drawn.symbols:
        symbols.setdefault(symbol.row, []).append(symbol)
    for edge in drawn.edges:
        edges.setdefault(edge.source, []).append(edge)
    made = tuple(
        _step(step, number, symbols.get(number, []), edges.get(number, []), (len(steps), keys))
        for number, step in enumerate(steps)
    )
    return made, any(symbol.apart for symbol in drawn.symbols)


def _step(
    step: DraftStep,
    number: int,
    symbols: list[DrawnSymbol],
    edges: list[DrawnEdge],
    table: tuple[int, Sequence[str]],
) -> DraftStep:
    size, keys = table
    own = sorted((symbol for symbol in symbols if not symbol.apart), key=lambda symbol: symbol.order)
    if own:
        chain = tuple(key for key, _ in groupby(keys[symbol.column] for symbol in own))
        unsure = [symbol for symbol in own if symbol.confidence < SURE]
        why = (unsure[0].why or _unsure()) if unsure else None
        orders = [symbol.order for symbol in own]
        together = len(set(orders)) == 1 and len(chain) > 1
        if len(set(orders)) < len(orders) and not together and why is None:
            why = _PARTLY
        step = replace(step, roles=chain, together=together, role_why=why)
    if any(symbol.kind == "ketupat" for symbol in own):
        return _decision(step, edges)
    return _ways(step, number, edges, size)


def _unsure() -> Text:
    return Text("simbol ini dibaca dengan ragu", "this symbol was read with doubt")


def _doubt(edge: DrawnEdge) -> Text | None:
    if edge.confidence >= SURE:
        return None
    return edge.why or Text("garis ini dibaca dengan ragu", "this line was read with doubt")


def _decision(step: DraftStep, edges: list[DrawnEdge]) -> DraftStep:
    exits: dict[str, Exit] = {}
    left = []
    for edge in edges:
        if edge.branch is None or edge.branch in exits:
            left.append(edge)
        else:
            exits[edge.branch] = Exit(edge.target, edge.label, _doubt(edge))
    for edge in left:
        free = next((branch for branch in ("ya", "tidak") if branch not in exits), None)
        if free is not None:
            exits[free] = Exit(edge.target, edge.label, _UNLABELLED)
    missing = [branch for branch in ("ya", "tidak") if branch not in exits]
    doubts = tuple(
        Text(f"cabang {branch} tidak terbaca dari gambar", f"the branch {branch} could not be read")
        for branch in missing
    )
    extra = () if len(edges) <= 2 else (_too_many(edges),)  # noqa: PLR2004 - a decision has two exits
    known = tuple(doubt for doubt in step.doubts if "keputusan: {" not in doubt.id)
    return replace(step, exits=_ordered(exits), doubts=(*known, *doubts, *extra))


def _ordered(exits: Mapping[str, Exit]) -> dict[str, Exit]:
    return {branch: exits[branch] for branch in ("ya", "tidak") if branch in exits}


def _too_many(edges: list[DrawnEdge]) -> Text:
    return Text(
        f"{len(edges)} garis keluar dari keputusan ini; yang dipakai dua",
        f"{len(edges)} lines leave this decision; two of them are used",
    )


def _ways(step: DraftStep, number: int, edges: list[DrawnEdge], size: int) -> DraftStep:
    usual = number + 1 if number + 1 < size else None
    targets = tuple(dict.fromkeys(edge.target for edge in edges))
    doubts = tuple(doubt for doubt in map(_doubt, edges) if doubt is not None)
    if not edges:
        if usual is not None:
            doubts = (
                Text(
                    "garis ke langkah berikutnya tidak terbaca; dikira lanjut ke baris berikut",
                    "no line to a next step could be read; taken to go on with the next row",
                ),
            )
        return replace(step, doubts=step.doubts + doubts)
    return replace(step, next=None if targets == (usual,) else targets, doubts=step.doubts + doubts)
