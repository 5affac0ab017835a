"""Any flow, drawn with straight lines as an office would, is read back whole, however the lines are cut up."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from charts import HIGH, WIDE, drawing, grid, label, shape
from hypothesis import given
from hypothesis import strategies as st

from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.drawing.recovered import SURE
from sopkit.intake.drawing.shapes import Stroke

DOWN = 10.0


@st.composite
def flows(draw):
    """Columns of the steps, and for decisions the step their No leads to."""
    count, columns = draw(st.integers(2, 9)), draw(st.integers(1, 5))
    where = draw(st.lists(st.integers(0, columns - 1), min_size=count, max_size=count))
    no = {}
    for step in range(1, count - 1):
        others = [other for other in range(count) if other not in {step, step + 1}]
        target = draw(st.none() | st.sampled_from(others))
        if target is not None:
            no[step] = target
    return columns, where, no


def kind(step, where, no):
    if step in {0, len(where) - 1}:
        return "kapsul"
    return "ketupat" if step in no else "kotak"


def onward(step, where):
    """The way to the next row: down, along between the rows, down."""
    x0, x1 = (where[step] + 0.5) * WIDE, (where[step + 1] + 0.5) * WIDE
    y0, y1 = (step + 0.5) * HIGH + DOWN, (step + 1.5) * HIGH - DOWN
    middle = (step + 1) * HIGH
    return [(x0, y0), (x1, y1)] if x0 == x1 else [(x0, y0), (x0, middle), (x1, middle), (x1, y1)]


def sideways(step, target, lane, where):
    """The way of a No: out to the right, along a lane of its own, in from the right."""
    x0, x1 = (where[step] + 0.5) * WIDE + 20, (where[target] + 0.5) * WIDE + 20
    y0, y1 = (step + 0.5) * HIGH + 4, (target + 0.5) * HIGH - 4
    return [(x0, y0), (lane, y0), (lane, y1), (x1, y1)]


def strokes(points, chance, *, pieces, short):
    """One polyline, or its pieces in any direction; the head at the end, which stops short."""
    (ax, ay), (bx, by) = points[-2:]
    away = ((bx > ax) - (bx < ax), (by > ay) - (by < ay))
    points = [*points[:-1], (bx - short * away[0], by - short * away[1])]
    if not pieces:
        if chance.random() < 0.5:
            return [Stroke(tuple(reversed(points)), arrow_at_start=True, arrow_at_end=False, page=1)]
        return [Stroke(tuple(points), arrow_at_start=False, arrow_at_end=True, page=1)]
    made = []
    for number, (one, other) in enumerate(pairwise(points)):
        last = number == len(points) - 2
        turned = chance.random() < 0.5
        ends = (other, one) if turned else (one, other)
        made.append(Stroke(ends, arrow_at_start=last and turned, arrow_at_end=last and not turned, page=1))
    return made


@given(flows(), st.booleans(), st.sampled_from([0.0, 2.0, 5.0]), st.integers(0, 10_000))
def test_a_drawn_flow_is_read_back(flow, pieces, short, seed):
    columns, where, no = flow
    chance = Random(seed)  # noqa: S311 - chance for tests
    symbols = [shape(str(step), kind(step, where, no), step, column) for step, column in enumerate(where)]
    lines, labels = [], []
    for step in range(len(where) - 1):
        lines += strokes(onward(step, where), chance, pieces=pieces, short=short)
    for number, (step, target) in enumerate(no.items()):
        lane = columns * WIDE + 12.0 * (number + 1)
        lines += strokes(sideways(step, target, lane, where), chance, pieces=pieces, short=short)
        x, y = (where[step] + 0.5) * WIDE, (step + 0.5) * HIGH
        labels += [label("Ya", x + 3, y + 12), label("Tidak", x + 22, y - 8)]
    chance.shuffle(lines)
    chance.shuffle(labels)
    chance.shuffle(symbols)
    found = recover_flow(drawing(symbols, lines, labels), grid(len(where), columns))
    wanted = {(step, step + 1, "ya" if step in no else None) for step in range(len(where) - 1)}
    wanted |= {(step, target, "tidak") for step, target in no.items()} | {(len(where) - 1, None, None)}
    assert {(edge.source, edge.target, edge.branch) for edge in found.edges} == wanted
    assert [(s.row, s.column, s.kind) for s in found.symbols] == [
        (step, column, kind(step, where, no)) for step, column in enumerate(where)
    ]
    assert all(value.confidence >= SURE for value in (*found.edges, *found.symbols))
