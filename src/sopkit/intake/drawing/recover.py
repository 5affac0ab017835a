"""The flow of the steps out of a drawing: `recover_flow`.

What was seen is reported with a confidence, and with the reason where it is low. Nothing is guessed in silence: an
edge that no line shows is only added where the flow would stop otherwise, and is marked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.drawing.chain import Chain, chain, positions
from sopkit.intake.drawing.exits import branch_of, is_page_note, labelled
from sopkit.intake.drawing.reading import read, unframed
from sopkit.intake.drawing.recovered import SURE, DrawnEdge, DrawnFlow, DrawnSymbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.drawing.network import Link
    from sopkit.intake.drawing.offpage import Bridged
    from sopkit.intake.drawing.reading import Placed, Reading
    from sopkit.intake.drawing.recovered import Branch, FlowGrid
    from sopkit.intake.drawing.shapes import Drawing, Label

_CLEAR = 0.95


@dataclass(frozen=True, slots=True)
class _Doubt:
    """How sure, and why not."""

    confidence: float
    why: Text | None


_SURE = _Doubt(_CLEAR, None)


def recover_flow(drawing: Drawing, grid: FlowGrid) -> DrawnFlow:
    """The symbols and edges of the steps whose rows and role columns `grid` gives.

    Symbols come by row and order, edges by source and target. A row without any symbol has none and, unless a line
    tells otherwise, no edges but those that keep the flow going.
    """
    drawing = unframed(drawing)
    reading = read(drawing, grid)
    if not reading.placed:
        return DrawnFlow()
    chains = _chains(reading)
    symbols = _symbols(reading, chains)
    labels = _labels_of(reading, drawing)
    seen = _edges(reading, chains, labels)
    rows = sorted({span.row for span in grid.rows})
    edges = _doubted(_completed(_branched(seen, reading), rows, reading), rows)
    return DrawnFlow(symbols, tuple(sorted(edges, key=_edge_order)), _notes(reading, drawing, grid, labels))


def _edge_order(edge: DrawnEdge) -> tuple[int, bool, int, str]:
    return edge.source, edge.target is None, edge.target or 0, edge.branch or ""


def _chains(reading: Reading) -> dict[int, Chain]:
    """The order of the working symbols of each row."""
    rows: dict[int, list[str]] = {}
    for placed in reading.placed:
        if not placed.apart:
            rows.setdefault(placed.spot.row, []).append(placed.shape.id)
    result: dict[int, Chain] = {}
    links = [bridge.link for bridge in reading.links]
    pairs = {(link.source, link.target) for link in links}
    sure = {(link.source, link.target) for link in links if link.arrow and not (link.both or link.crowded)}
    for row, names in rows.items():
        inner = {pair for pair in pairs if pair[0] in names and pair[1] in names}
        entered = {target for source, target in pairs if target in names and source not in names}
        left = {source for source, target in pairs if source in names and target not in names}
        made = chain(names, inner, entered, left)
        result[row] = replace(made, clear=made.clear and inner <= sure)
    return result


def _symbols(reading: Reading, chains: dict[int, Chain]) -> tuple[DrawnSymbol, ...]:
    place = positions(chains)
    found: list[DrawnSymbol] = []
    for placed in reading.placed:
        row = placed.spot.row
        doubt = _doubt_of_symbol(placed, chains.get(row), loose=row in reading.loose)
        last = len(chains[row].order) if row in chains else 0
        order = place.get(placed.shape.id, last if placed.ends == "selesai" else 0)
        kind = placed.shape.kind or "kotak"
        for column in (placed.spot.column, *(() if placed.apart else placed.spot.also)):
            symbol = DrawnSymbol(
                row, column, kind, order, doubt.confidence, doubt.why, placed.ends, placed.apart
            )
            found.append(symbol)
    return tuple(sorted(found, key=lambda s: (s.row, s.apart, s.order, s.column)))


def _doubt_of_symbol(placed: Placed, found: Chain | None, *, loose: bool) -> _Doubt:
    if not placed.sure:
        return _Doubt(0.5, _OTHER_FORM)
    if placed.spot.also and not placed.apart:
        return _Doubt(0.6, _SEVERAL_COLUMNS)
    if not placed.spot.clear:
        return _Doubt(0.5, _BETWEEN)
    if loose:
        return _Doubt(0.6, _LOOSE)
    if placed.apart or found is None or found.clear:
        return _SURE
    return _Doubt(0.6, _NO_ORDER)


_OTHER_FORM = Text(
    id="bentuk simbol ini bukan kotak, kapsul, atau belah ketupat",
    en="the form of this symbol is no box, capsule or diamond",
)
_SEVERAL_COLUMNS = Text(
    id="simbol ini meliputi beberapa kolom pelaksana; dianggap dikerjakan bersama",
    en="this symbol covers several role columns; they are taken to act together",
)
_BETWEEN = Text(
    id="simbol ini berada di antara dua kolom atau dua baris",
    en="this symbol lies between two columns or two rows",
)
_LOOSE = Text(
    id="ada garis yang berujung di baris ini tanpa simbol; mungkin ada simbol yang tidak terbaca",
    en="a line ends in this row at no symbol; a symbol may not have been read",
)
_NO_ORDER = Text(
    id="urutan beberapa simbol dalam baris ini tidak jelas dari anak panahnya",
    en="the arrows do not make the order of the symbols in this row clear",
)


def _labels_of(reading: Reading, drawing: Drawing) -> dict[tuple[str, str], Label]:
    """The label of each way out of a decision, by the shapes it leads from and to."""
    exits = [b.link for b in reading.links if _is_decision(reading, b.link.source)]
    result: dict[tuple[str, str], Label] = {}
    pages = {shape.id: shape.page for shape in drawing.shapes}
    for page in sorted(set(pages.values())):
        here = [link for link in exits if pages[link.source] == page]
        near = labelled(here, [label for label in drawing.labels if label.page == page and _may_name(label)])
        result.update({(here[i].source, here[i].target): label for i, label in near.items()})
    return result


def _may_name(label: Label) -> bool:
    return bool(label.text.strip()) and not is_page_note(label.text)


def _is_decision(reading: Reading, shape: str) -> bool:
    placed = reading.of(shape)
    return placed is not None and placed.shape.kind == "ketupat"


def _edges(
    reading: Reading, chains: dict[int, Chain], labels: dict[tuple[str, str], Label]
) -> list[tuple[DrawnEdge, str]]:
    """The drawn edges between steps, each with the shape it leaves; hand-overs inside a row are left out."""
    place = positions(chains)
    found: list[tuple[DrawnEdge, str]] = []
    for bridge in reading.links:
        source, target = reading.of(bridge.link.source), reading.of(bridge.link.target)
        if source is None or target is None or (source.apart and source.ends != "selesai"):
            continue
        goal = None if target.apart and target.ends != "mulai" else target.spot.row
        decision = source.shape.kind == "ketupat"
        if goal == source.spot.row:
            back = place.get(target.shape.id, 0) <= place.get(source.shape.id, 0)
            if not (decision and back):
                continue
        label = labels.get((bridge.link.source, bridge.link.target))
        text = " ".join(label.text.split()) if label is not None else None
        doubt = _doubt_of_edge(bridge, source, goal, reading)
        branch = branch_of(text) if text and decision else None
        edge = DrawnEdge(source.spot.row, goal, text, branch, doubt.confidence, doubt.why)
        found.append((edge, source.shape.id))
    return _once(found)


def _once(found: Sequence[tuple[DrawnEdge, str]]) -> list[tuple[DrawnEdge, str]]:
    """Each pair of steps once for a shape it leaves; of two, the labelled one, then the surer one."""
    best: dict[tuple[int, int | None, str], tuple[DrawnEdge, str]] = {}
    for edge, shape in found:
        key = (edge.source, edge.target, shape)
        known = best.get(key)
        if known is None or (edge.label is not None, edge.confidence) > (
            known[0].label is not None,
            known[0].confidence,
        ):
            best[key] = (edge, shape)
    return list(best.values())


def _doubt_of_edge(bridge: Bridged, source: Placed, goal: int | None, reading: Reading) -> _Doubt:
    link: Link = bridge.link
    reasons = (
        (not link.arrow, 0.6, _NO_ARROW),
        (link.both, 0.5, _TWO_ARROWS),
        (link.crowded, 0.55, _CROWDED),
        (link.far, 0.6, _FAR),
        (_leads_back(source, goal), 0.6, _BACK),
        (link.source in reading.astray, 0.6, _ASTRAY),
        (_is_strange(link, reading), 0.6, _STRANGE),
        (bridge.bridge is False, 0.85, None),
    )
    return next((_Doubt(confidence, why) for holds, confidence, why in reasons if holds), _SURE)


def _is_strange(link: Link, reading: Reading) -> bool:
    """Whether lines that meet come from a symbol that nothing leads to: one of them may lead there."""
    return bool(link.mates) and not reading.lost.isdisjoint((link.source, *link.mates))


def _leads_back(source: Placed, goal: int | None) -> bool:
    return goal is not None and goal < source.spot.row and source.shape.kind != "ketupat"


_NO_ARROW = Text(id="garisnya tanpa mata panah", en="its line has no arrowhead")
_TWO_ARROWS = Text(id="garisnya bermata panah di kedua ujung", en="its line has arrowheads at both ends")
_CROWDED = Text(
    id="beberapa garis bertemu sehingga asal dan tujuannya tidak jelas",
    en="several lines meet, so that it is not clear which leads where",
)
_FAR = Text(id="garisnya berhenti jauh dari simbolnya", en="its line stops far from its symbol")
_ASTRAY = Text(
    id="dari langkah ini ada garis yang berujung tanpa simbol",
    en="a line from this step ends at no symbol",
)
_STRANGE = Text(
    id="garis ini bertemu garis lain yang mungkin kehilangan mata panahnya",
    en="this line meets another one that may have lost its arrowhead",
)
_BACK = Text(
    id="garis ini kembali ke langkah sebelumnya tanpa belah ketupat",
    en="this line leads back without a decision",
)


def _branched(found: Sequence[tuple[DrawnEdge, str]], reading: Reading) -> list[DrawnEdge]:
    """The edges with the exits of decisions told apart: by their labels, else one leads back and one goes on."""
    result: list[DrawnEdge] = [edge for edge, shape in found if not _is_decision(reading, shape)]
    for shape in dict.fromkeys(shape for _, shape in found if _is_decision(reading, shape)):
        result += _exits([edge for edge, other in found if other == shape])
    return _without_doubles(result)


def _without_doubles(edges: Sequence[DrawnEdge]) -> list[DrawnEdge]:
    """An edge beside one between the same steps that is an exit of a decision says nothing more."""
    exits = {(edge.source, edge.target) for edge in edges if edge.branch is not None}
    kept: dict[tuple[int, int | None, Branch | None], DrawnEdge] = {}
    for edge in edges:
        if edge.branch is None and (edge.source, edge.target) in exits:
            continue
        key = (edge.source, edge.target, edge.branch)
        if key not in kept or edge.confidence > kept[key].confidence:
            kept[key] = edge
    return list(kept.values())


def _exits(edges: list[DrawnEdge]) -> list[DrawnEdge]:
    known = [edge.branch for edge in edges if edge.branch is not None]
    if len(edges) == 2 and len(known) == 1:  # noqa: PLR2004 the other exit is the other answer
        other: Branch = "tidak" if known[0] == "ya" else "ya"
        return [edge if edge.branch is not None else replace(edge, branch=other) for edge in edges]
    if len(edges) == 2 and len(set(known)) == 2:  # noqa: PLR2004
        return edges
    if len(edges) == 1 and known:
        return edges
    return [_guessed(edge, edges) for edge in edges]


_UNLABELLED = Text(
    id="cabang ini tanpa keterangan Ya/Tidak yang jelas; yang kembali dianggap Tidak",
    en="no clear Yes or No stands at this exit; the one that leads back is taken for No",
)


def _guessed(edge: DrawnEdge, edges: Sequence[DrawnEdge]) -> DrawnEdge:
    back = edge.target is not None and edge.target <= edge.source
    backs = sum(1 for e in edges if e.target is not None and e.target <= e.source)
    branch: Branch = "tidak" if back else "ya"
    if backs == 0 and len(edges) > 1:
        nearest = min(edges, key=lambda e: (e.target is None, e.target or 0))
        branch = "ya" if edge is nearest else "tidak"
    return replace(edge, branch=branch, confidence=min(edge.confidence, 0.6), why=edge.why or _UNLABELLED)


def _completed(edges: list[DrawnEdge], rows: Sequence[int], reading: Reading) -> list[DrawnEdge]:
    """The edges, with the next row after every step that no line leaves."""
    result = list(edges)
    endings = {p.spot.row for p in reading.placed if p.ends == "selesai"}
    drawn = {p.spot.row for p in reading.placed if not p.apart}
    for position, row in enumerate(rows):
        following = rows[position + 1] if position + 1 < len(rows) else None
        mine = [edge for edge in edges if edge.source == row]
        if not mine and (row in endings or following is None):
            sure = row in endings or row in drawn
            result.append(
                DrawnEdge(row, None, None, None, _CLEAR if sure else 0.7, None if sure else _IMPLIED)
            )
        elif not mine:
            result.append(DrawnEdge(row, following, None, None, 0.5, _IMPLIED))
        elif len(mine) == 1 and mine[0].branch is not None and mine[0].target != following:
            other: Branch = "tidak" if mine[0].branch == "ya" else "ya"
            result.append(DrawnEdge(row, following, None, other, 0.5, _ONE_EXIT))
    return result


_IMPLIED = Text(
    id="tidak ada garis dari langkah ini; dianggap berlanjut ke baris berikutnya",
    en="no line leaves this step; it is taken to go on to the next row",
)
_ONE_EXIT = Text(
    id="belah ketupat ini hanya punya satu garis keluar; cabang lainnya dianggap ke baris berikutnya",
    en="only one line leaves this decision; the other exit is taken to go on to the next row",
)
_UNREACHED = Text(
    id="tidak ada garis menuju baris berikutnya, mungkin ada garis yang tidak terbaca",
    en="no line leads to the next row; one may not have been read",
)


def _doubted(edges: list[DrawnEdge], rows: Sequence[int]) -> list[DrawnEdge]:
    """The edges; those of a row before one that nothing reaches are not trusted."""
    reached = {edge.target for edge in edges}
    lost = {before for before, row in pairwise(rows) if row not in reached}
    return [
        replace(edge, confidence=0.6, why=_UNREACHED)
        if edge.source in lost and edge.confidence >= SURE
        else edge
        for edge in edges
    ]


def _notes(
    reading: Reading, drawing: Drawing, grid: FlowGrid, labels: dict[tuple[str, str], Label]
) -> tuple[Text, ...]:
    """Rows without a symbol, and words in the drawing that belong to no exit."""
    notes: list[Text] = []
    drawn = {placed.spot.row for placed in reading.placed if not placed.apart}
    empty = [row + 1 for row in sorted({span.row for span in grid.rows}) if row not in drawn]
    if empty:
        listed = ", ".join(str(number) for number in empty)
        notes.append(Text(id=f"tidak ada simbol pada baris {listed}", en=f"no symbol stands in row {listed}"))
    used = set(labels.values())
    texts = [(label, " ".join(label.text.split())) for label in drawing.labels]
    left = [text for label, text in texts if label not in used and text and not is_page_note(text)]
    if left:
        quoted = ", ".join(f"“{text}”" for text in left)
        notes.append(
            Text(
                id=f"tulisan di dalam bagan yang tidak dipakai: {quoted}",
                en=f"words in the chart that were not used: {quoted}",
            )
        )
    return tuple(notes)
