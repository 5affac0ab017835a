"""Whether a drawing is legal, found out from the finished polylines alone. It shares no code with the router.

`check` returns what is wrong, one short text each, nothing for a legal drawing. All lengths are micrometres.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, pairwise

from sopkit.sheet.routing.problem import BandKind, Shape

SYMBOL_CLEARANCE = 1_500
LINE_CLEARANCE = 500
JUNCTION_CLEARANCE = 500
TABLE_CLEARANCE = 500
LABEL_CLEARANCE = 400
LABEL_REACH = 3_500
ARROW = 2_000


@dataclass(frozen=True)
class Run:
    """One straight stretch of a path; `last` and `first` say whether it ends or begins it."""

    path: int
    a: tuple
    b: tuple
    first: bool
    last: bool

    @property
    def box(self):
        (ax, ay), (bx, by) = self.a, self.b
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    @property
    def vertical(self):
        return self.a[0] == self.b[0]


def check(page, routed):
    """All faults of the drawing."""
    faults = [*_each_once(page, routed), *_shapes_of_paths(routed)]
    if faults:
        return faults
    runs = [run for path in routed.paths for run in runs_of(path)]
    return [
        *_frame(page, runs),
        *_ports(page, routed),
        *_symbols(page, runs),
        *_pairs(page, runs),
        *_junctions(runs),
        *_table_lines(page, runs),
        *_arrows(page, runs),
        *_labels(page, routed, runs),
    ]


def count_crossings(routed):
    """Places where lines cross; a run that lines share is crossed once."""
    runs = [run for path in routed.paths for run in runs_of(path)]
    return len({(*p, o) for r, s in combinations(runs, 2) if r.path != s.path for p, o in _crossing(r, s)})


def count_bends(routed):
    """Corners of all lines."""
    return sum(len(path.points) - 2 for path in routed.paths)


def runs_of(path):
    """The straight stretches of a path in order."""
    n = len(path.points) - 1
    return [Run(path.connection, a, b, i == 0, i == n - 1) for i, (a, b) in enumerate(pairwise(path.points))]


def _each_once(page, routed):
    named = Counter([path.connection for path in routed.paths] + list(routed.unroutable))
    for edge in page.edges:
        if named[edge.id] != 1:
            yield f"edge {edge.id} is named {named[edge.id]} times"
    for number in named.keys() - {edge.id for edge in page.edges}:
        yield f"{number} is no edge"


def _shapes_of_paths(routed):
    for path in routed.paths:
        if len(path.points) < 2:
            yield f"edge {path.connection} has no run"
        if any(type(value) is not int for point in path.points for value in point):
            yield f"edge {path.connection} has a place that is no whole number"
        runs = runs_of(path)
        if any((r.a[0] != r.b[0]) == (r.a[1] != r.b[1]) for r in runs):
            yield f"edge {path.connection} has a run that is slanting or empty"
        if any(r.vertical == s.vertical for r, s in pairwise(runs)):
            yield f"edge {path.connection} goes on or back in line after a corner"


def _frame(page, runs):
    left, right = page.columns[0].left, page.columns[-1].right
    top, bottom = page.rows[0].top, page.rows[-1].bottom
    for run in runs:
        x0, y0, x1, y1 = run.box
        if x0 <= left or x1 >= right or y0 <= top or y1 >= bottom:
            yield f"edge {run.path} leaves the role columns"


def ports_of(node):
    """Port and outward direction for each side of a symbol that lines may use."""
    x, y = node.x + node.w // 2, node.y + node.h // 2
    top, bottom = ((x, node.y), (0, -1)), ((x, node.y + node.h), (0, 1))
    if node.shape is Shape.SEGILIMA:
        return [bottom] if node.band == 0 else [top]
    return [top, bottom, ((node.x, y), (-1, 0)), ((node.x + node.w, y), (1, 0))]


def _ports(page, routed):
    edges = {edge.id: edge for edge in page.edges}
    nodes = {node.id: node for node in page.nodes}
    for path in routed.paths:
        edge = edges[path.connection]
        start, after = path.points[:2]
        end, before = path.points[-1], path.points[-2]
        if (start, _direction(start, after)) not in ports_of(nodes[edge.source]):
            yield f"edge {edge.id} does not leave {edge.source} by a port"
        if (end, _direction(end, before)) not in ports_of(nodes[edge.target]):
            yield f"edge {edge.id} does not enter {edge.target} by a port"
        if start == end:
            yield f"edge {edge.id} leaves and enters by the same port"


def _direction(a, b):
    return ((b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1]))


def _symbols(page, runs):
    edges = {edge.id: edge for edge in page.edges}
    for node in page.nodes:
        box = (node.x, node.y, node.x + node.w, node.y + node.h)
        for run in runs:
            own = (run.first and edges[run.path].source == node.id) or (
                run.last and edges[run.path].target == node.id
            )
            if own and not _interiors_meet(run.box, box):
                continue
            if _distance(run.box, box) < SYMBOL_CLEARANCE:
                yield f"edge {run.path} comes too near to symbol {node.id}"


def _interiors_meet(line, box):
    """Whether a line has more than the rim in common with a box."""
    x0, y0, x1, y1 = line
    return x0 < box[2] and x1 > box[0] and y0 < box[3] and y1 > box[1]


def _distance(p, q):
    """The greater of the gaps between two upright boxes in x and in y: 0 where they meet or touch."""
    return max(q[0] - p[2], p[0] - q[2], q[1] - p[3], p[1] - q[3], 0)


def _pairs(page, runs):
    edges = {edge.id: edge for edge in page.edges}
    shared = Shared(edges, runs)
    for r, s in combinations(runs, 2):
        if _distance(r.box, s.box) >= LINE_CLEARANCE:
            continue
        yield from _own_pair(r, s) if r.path == s.path else _strange_pair(r, s, shared)


def _own_pair(r, s):
    if r.b == s.a or s.b == r.a:
        return
    if (r.vertical == s.vertical and _overlap(r, s)) or _common_point(r, s):
        yield f"edge {r.path} comes too near to itself"


def _strange_pair(r, s, shared):
    names = f"edges {r.path} and {s.path}"
    if r.vertical == s.vertical and _overlap(r, s):
        if not (_collinear(r, s) and shared.holds(r.path, s.path, _intersection(r, s))):
            yield f"{names} overlap" if _collinear(r, s) else f"{names} run too near to each other"
        return
    if list(_crossing(r, s)):
        return
    meeting = _common_point(r, s)
    if meeting is not None and not shared.holds(r.path, s.path, (*meeting, *meeting)):
        yield f"{names} touch"


def _junctions(runs):
    """Where lines part or meet it must not look as if they crossed.

    At a point from which lines go to all four sides each goes straight on: no line turns there. From a point at which lines part
    or meet, of which three sides are left, the next such point or crossing is at least `JUNCTION_CLEARANCE` away.
    """
    turns = {point for run in runs for point in (() if run.first else (run.a,))}
    met = {meeting for r, s in combinations(runs, 2) if (meeting := _common_point(r, s))}
    sides = {point: _sides(point, runs) for point in sorted(turns | met)}
    for point in sorted(turns):
        if len(sides[point]) == 4:
            yield f"lines that part or meet at {point} seem to cross"
    junctions = [point for point in sorted(turns) if len(sides[point]) == 3]
    places = [point for point in sides if len(sides[point]) > 2]
    for one in junctions:
        for other in places:
            if one != other and _distance((*one, *one), (*other, *other)) < JUNCTION_CLEARANCE:
                yield f"lines part or meet at {one}, too near to {other}"


def _sides(point, runs):
    """The directions in which lines go from a point."""
    x, y = point
    on = [run for run in runs if run.box[0] <= x <= run.box[2] and run.box[1] <= y <= run.box[3]]
    return {_direction(point, end) for run in on for end in (run.a, run.b) if end != point}


class Shared:
    """What two lines may have in common.

    Arrows to the same symbol may end as one; arrows without label from the same symbol may begin as one. Either is a chain of
    stretches from the port to where the lines part for good.
    """

    def __init__(self, edges, runs):
        self.edges = edges
        self.ways = {}
        for run in runs:
            self.ways.setdefault(run.path, [run.a]).append(run.b)

    def holds(self, one, other, box):
        """Whether `box`, a stretch or a point, lies within one such stretch."""
        first, second = self.edges[one], self.edges[other]
        arrows = first.arrow and second.arrow
        plain = first.label is None and second.label is None
        stretches = []
        if arrows and first.target == second.target:
            stretches += _common(self.ways[one][::-1], self.ways[other][::-1])
        if arrows and plain and first.source == second.source:
            stretches += _common(self.ways[one], self.ways[other])
        return any(
            min(a[0], b[0]) <= box[0]
            and box[2] <= max(a[0], b[0])
            and min(a[1], b[1]) <= box[1]
            and box[3] <= max(a[1], b[1])
            for a, b in stretches
        )


def _common(one, other):
    """The stretches that two ways have in common before they part."""
    found = []
    for (a, b), (c, d) in zip(pairwise(one), pairwise(other), strict=False):
        if a != c or _direction(a, b) != _direction(c, d):
            break
        found.append((a, min(b, d, key=lambda end, a=a: abs(end[0] - a[0]) + abs(end[1] - a[1]))))
        if b != d:
            break
    return found


def _intersection(r, s):
    """The stretch that two runs in line have in common."""
    return max(r.box[0], s.box[0]), max(r.box[1], s.box[1]), min(r.box[2], s.box[2]), min(r.box[3], s.box[3])


def _collinear(r, s):
    return r.a[0] == s.a[0] if r.vertical else r.a[1] == s.a[1]


def _overlap(r, s):
    """Whether two parallel runs stand side by side over some length."""
    low, high = (1, 3) if r.vertical else (0, 2)
    return min(r.box[high], s.box[high]) > max(r.box[low], s.box[low])


def _crossing(r, s):
    """The point where two runs cross, both going on beyond it, with a mark that tells it from a joint."""
    if r.vertical == s.vertical:
        return
    v, h = (r, s) if r.vertical else (s, r)
    x, y = v.a[0], h.a[1]
    if h.box[0] < x < h.box[2] and v.box[1] < y < v.box[3]:
        yield (x, y), "x"


def _common_point(r, s):
    """A point of both runs; None when they have none."""
    x, y = max(r.box[0], s.box[0]), max(r.box[1], s.box[1])
    return (x, y) if x <= min(r.box[2], s.box[2]) and y <= min(r.box[3], s.box[3]) else None


def _table_lines(page, runs):
    xs = {column.left for column in page.columns} | {column.right for column in page.columns}
    ys = {band.top for band in page.rows} | {band.bottom for band in page.rows}
    for run in runs:
        at, lines = (run.a[0], xs) if run.vertical else (run.a[1], ys)
        if any(abs(at - line) < TABLE_CLEARANCE for line in lines):
            yield f"edge {run.path} runs along a line of the table"
        for band in page.rows:
            if band.kind is BandKind.STRIP and not run.vertical and band.top <= at <= band.bottom:
                yield f"edge {run.path} runs along a strip"


def _arrows(page, runs):
    arrows = {edge.id for edge in page.edges if edge.arrow}
    for run in runs:
        if run.last and run.path in arrows and run.box[2] - run.box[0] + run.box[3] - run.box[1] < ARROW:
            yield f"edge {run.path} has no room for its arrowhead"


def _labels(page, routed, runs):
    boxes = {}
    for path in routed.paths:
        edge = next(edge for edge in page.edges if edge.id == path.connection)
        label = path.label
        if edge.label is None or label is None:
            if edge.label is not None or label is not None:
                yield f"edge {edge.id} has a label where it should not, or none where it should"
            continue
        if (label.text, label.w, label.h) != (edge.label, edge.label_w, edge.label_h):
            yield f"edge {edge.id} has another label than it asked for"
        boxes[edge.id] = (label.x, label.y, label.x + label.w, label.y + label.h)
    for number, box in boxes.items():
        yield from _label(page, runs, number, box)
    for (one, p), (other, q) in combinations(boxes.items(), 2):
        if _distance(p, q) < LABEL_CLEARANCE:
            yield f"the labels of edges {one} and {other} are too near"


def _label(page, runs, number, box):
    name = f"the label of edge {number}"
    for run in runs:
        if _distance(run.box, box) < LABEL_CLEARANCE:
            yield f"{name} is too near to edge {run.path}"
    if min(_distance(run.box, box) for run in runs if run.path == number) > LABEL_REACH:
        yield f"{name} is far from its line"
    for node in page.nodes:
        if distance_to_symbol(box, node) < LABEL_CLEARANCE - 1:
            yield f"{name} is too near to symbol {node.id}"
    columns = [(c.left, c.right) for c in page.columns]
    rows = [(b.top, b.bottom) for b in page.rows if b.kind is BandKind.ROW]
    if not any(a + LABEL_CLEARANCE <= box[0] and box[2] <= b - LABEL_CLEARANCE for a, b in columns):
        yield f"{name} is too near to a column line"
    if not any(a + LABEL_CLEARANCE <= box[1] and box[3] <= b - LABEL_CLEARANCE for a, b in rows):
        yield f"{name} is too near to a row line"


def distance_to_symbol(box, node):
    """How far an upright box is from the outline of a symbol, 0 where they meet."""
    if node.shape is Shape.KETUPAT:
        return _distance_to_diamond(box, node)
    round_end = min(node.w, node.h) / 2 if node.shape is Shape.KAPSUL else 0
    core = (node.x + round_end, node.y + round_end, node.x + node.w - round_end, node.y + node.h - round_end)
    dx = max(core[0] - box[2], box[0] - core[2], 0)
    dy = max(core[1] - box[3], box[1] - core[3], 0)
    return max((dx * dx + dy * dy) ** 0.5 - round_end, 0)


def _distance_to_diamond(box, node):
    """By the nearest point of the box to the centre in each quarter: corners against edges, and edges against corners."""
    cx, cy, a, b = node.x + node.w / 2, node.y + node.h / 2, node.w / 2, node.h / 2
    x0, y0, x1, y1 = box[0] - cx, box[1] - cy, box[2] - cx, box[3] - cy
    nx, ny = max(x0, -x1, 0), max(y0, -y1, 0)
    if nx / a + ny / b <= 1:
        return 0
    # Only one quarter matters, and by symmetry it is the first: the box's nearest corner is (nx, ny).
    t = (a * (a - nx) + b * ny) / (a * a + b * b)
    t = min(max(t, 0), 1)
    return ((nx - a * (1 - t)) ** 2 + (ny - b * t) ** 2) ** 0.5
