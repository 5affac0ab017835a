"""Whether a finished sheet is right, found out from its document in millimetres and its flow. Nothing of the layout is used.

`faults` returns what is wrong, one short text each: legal lines as the router's checker sees them, off-page letters in pairs,
every edge of the flow drawn once and to the right place.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from checker import check, count_crossings, ports_of

from sopkit.sheet.document import to_document
from sopkit.sheet.model import RowKind
from sopkit.sheet.routing.problem import (
    Band,
    BandKind,
    Column,
    Connection,
    LabelBox,
    Node,
    Page,
    Path,
    Routed,
    Shape,
)

CARRIES = {RowKind.STEP: BandKind.ROW, RowKind.CAPSULE: BandKind.ROW, RowKind.STRIP: BandKind.STRIP}


def faults(content, sheet):
    """All that is wrong with a sheet on which nothing is missing."""
    document = to_document(sheet)
    found = [f"{problem.source} to {problem.target} is not drawn" for problem in sheet.problems]
    for page, drawn in zip(sheet.pages, document["pages"], strict=True):
        if page.table:
            found += [f"page {page.number}: {fault}" for fault in _page_faults(page, drawn)]
    return [*found, *_letters(document), *_flow(content, sheet)]


def crossings(sheet):
    """How often lines cross on all pages, and how many lines there are."""
    document = to_document(sheet)
    drawings = [
        _problem(page, drawn)[1]
        for page, drawn in zip(sheet.pages, document["pages"], strict=True)
        if page.table
    ]
    return sum(map(count_crossings, drawings)), sum(len(drawing.paths) for drawing in drawings)


def _page_faults(page, drawn):
    problem, routed = _problem(page, drawn)
    unknown = [
        path.connection for path in routed.paths if path.connection not in {e.id for e in problem.edges}
    ]
    return [f"line {number} has no symbol at an end" for number in unknown] or check(problem, routed)


def _problem(page, drawn):
    """A page of the document as the router's checker wants it."""
    table = page.table
    edges = table.edges[table.first_role : table.first_role + table.roles + 1]
    columns = tuple(Column(a, b) for a, b in pairwise(edges))
    bands = tuple(Band(row.top, row.bottom, CARRIES[row.kind]) for row in table.rows if row.kind in CARRIES)
    nodes = tuple(_node(i, symbol, columns, bands) for i, symbol in enumerate(drawn["symbols"]))
    names = {
        node.id: symbol["letter"] or symbol["step"]
        for node, symbol in zip(nodes, drawn["symbols"], strict=True)
    }
    paths, connections = [], []
    for number, (connector, placed) in enumerate(zip(drawn["connectors"], page.connectors, strict=True)):
        points = tuple((_um(x), _um(y)) for x, y in connector["points"])
        label = connector["label"]
        box = LabelBox(label["text"], *(_um(label[key]) for key in "xywh")) if label else None
        paths.append(Path(number, points, box))
        source = _at(points[0], points[1], connector["from"], nodes, names)
        target = _at(points[-1], points[-2], connector["to"], nodes, names)
        if source and target:
            wanted = (box.text, box.w, box.h) if box else (None, 0, 0)
            connections.append(Connection(number, source, target, *wanted, arrow=placed.arrow))
    return Page(columns, bands, nodes, tuple(connections)), Routed(tuple(paths))


def _um(mm):
    return round(mm * 1000)


def _node(number, symbol, columns, bands):
    x, y, w, h = (_um(symbol[key]) for key in "xywh")
    column = next(i for i, c in enumerate(columns) if c.left < x and x + w < c.right)
    band = next(i for i, b in enumerate(bands) if b.top < y and y + h < b.bottom)
    return Node(f"{number}", column, band, x, y, w, h, Shape(symbol["kind"]))


def _at(end, beside, name, nodes, names):
    """The symbol called `name` with a port at `end` from which the line goes to `beside`; None for none."""
    way = tuple((b > a) - (b < a) for a, b in zip(end, beside, strict=True))
    return next((node.id for node in nodes if names[node.id] == name and (end, way) in ports_of(node)), None)


def _letters(document):
    """Each letter leads from where lines go to it to the one step that lines from it go to, on pages that lie apart."""
    ways = [
        (number, connector["from"], connector["to"])
        for number, page in enumerate(document["pages"])
        for connector in page["connectors"]
    ]
    standing = Counter(
        (number, symbol["letter"])
        for number, page in enumerate(document["pages"])
        for symbol in page["symbols"]
        if symbol["letter"]
    )
    for letter in sorted({letter for _, letter in standing}):
        goes = {page for page, _, target in ways if target == letter}
        comes = {page for page, source, _ in ways if source == letter}
        targets = {target for _, source, target in ways if source == letter}
        if len(targets) != 1 or len(comes) != 1 or not goes or comes & goes:
            yield f"letter {letter} goes from pages {sorted(goes)} to {sorted(targets)} on {sorted(comes)}"
        for page, _ in (place for place in standing if place[1] == letter):
            ends = sum(page == here and letter in {a, b} for here, a, b in ways)
            if ends < standing[page, letter]:
                yield f"letter {letter} on page {page} stands alone"


def _flow(content, sheet):
    """Every edge once, from its step to its target or to the letter that leads there."""
    numbers = [row.number for row in content.rows]
    connectors = [connector for page in sheet.pages for connector in page.connectors]
    behind = {c.source: c.target for c in connectors if c.source.isalpha() and c.source != "mulai"}
    wanted = [
        edge
        for row in content.rows
        for edge in row.exits
        if edge.target is not None or content.end is not None
    ]
    drawn = [connector.edge for connector in connectors if connector.edge]
    if sorted(map(repr, wanted)) != sorted(map(repr, drawn)):
        yield "the edges drawn are not those of the flow"
    for connector in connectors:
        edge = connector.edge
        if edge is None:
            continue
        target = "selesai" if edge.target is None else numbers[edge.target]
        if (
            connector.source != numbers[edge.source]
            or behind.get(connector.target, connector.target) != target
        ):
            yield f"the line of {edge} goes from {connector.source} to {connector.target}"
        if (connector.label.text if connector.label else None) != edge.label:
            yield f"the line of {edge} has another word"
    within = sum(len(row.symbols) - 1 for row in content.rows) + bool(content.start)
    others = [c for c in connectors if c.edge is None and c.source not in behind]
    if len(others) != within:
        yield f"{len(others)} lines within rows, and {within} wanted"
