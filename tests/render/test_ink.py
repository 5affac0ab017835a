"""The ink of the rows: put together again it must be the drawing of the layout, at the height laid out and at any other."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.render.html.ink import row_inks
from sopkit.render.html.lengths import css_mm, css_place, mm
from sopkit.render.strokes import arrowheads, strokes
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import LayoutOptions
from sopkit.sheet.stretch import zones

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sheet"))

from samples import content_of, random_sop

SHEETS = [layout(content_of(random_sop(seed)), LayoutOptions("A4")) for seed in range(4)]
PAGES = [page for sheet in SHEETS for page in sheet.pages if page.table]


@pytest.mark.parametrize(
    ("length", "text"),
    [(0, "0"), (12_250, "12.25"), (-1_000, "-1"), (350, "0.35"), (-1, "-0.001"), (7, "0.007")],
)
def test_a_length_has_no_superfluous_zeros(length, text):
    assert mm(length) == text


@given(st.integers(-400_000, 400_000))
def test_a_length_is_exact_to_the_micrometre(length):
    assert round(float(mm(length)) * 1000) == length
    assert css_mm(length) == f"{mm(length)}mm"


@pytest.mark.parametrize(
    ("percent", "offset", "text"),
    [
        (0, 0, "0mm"),
        (0, 1_500, "1.5mm"),
        (50, 0, "50%"),
        (50, 400, "calc(50% + 0.4mm)"),
        (100, -400, "calc(100% - 0.4mm)"),
    ],
)
def test_a_place_is_a_share_and_an_offset(percent, offset, text):
    assert css_place(percent, offset) == text


def lies_on(point, runs):
    return any(
        (run.at == point[0] and run.start <= point[1] <= run.end)
        if run.upright
        else (run.at == point[1] and run.start <= point[0] <= run.end)
        for run in runs
    )


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_strokes_cover_every_line_once(page):
    runs = strokes(page.connectors)
    for connector in page.connectors:
        assert all(lies_on(point, runs) for point in connector.points[:-1])
    for one in runs:
        twins = [run for run in runs if run.upright == one.upright and run.at == one.at and run is not one]
        assert all(run.end < one.start or run.start > one.end for run in twins)


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_every_arrow_has_its_head_and_none_has_two(page):
    tips = [head[0] for head in arrowheads(page.connectors)]
    assert set(tips) == {connector.points[-1] for connector in page.connectors if connector.arrow}
    assert len(tips) == len(set(tips))


def drawn(ink, height):
    """The strokes of a row that is `height` millimetres high: (x1, y1, x2, y2) from the table's left and the row's top."""
    found = []
    for share, group in groups(ink):
        for path in re.findall(r'class="line" d="([^"]*)"', group):
            for x, y, way, to in re.findall(r"M(\S+) (\S+?)([HV])([^M]+)", path):
                found.append(_run((float(x), float(y) + share * height), way, float(to), share * height))
    for x, y, high in re.findall(r'class="run" style="x:([^;]*);y:([^;]*);height:([^"]*)"', ink):
        left, top, tall = (value(part, height) for part in (x, y, high))
        found.append((left + 0.175, top + 0.175, left + 0.175, top + tall - 0.175))
    return [tuple(round(part, 3) + 0 for part in one) for one in found]


def _run(start, way, to, shift):
    return (*start, to, start[1]) if way == "H" else (*start, start[0], to + shift)


def groups(ink):
    """The parts of the ink with the share of the row's height that they stand at."""
    for share, inside in re.findall(r'<svg y="(\d+)%">(.*?)</svg>', ink):
        yield int(share) / 100, inside
    yield 0, re.sub(r"<svg y=.*?</svg>", "", ink)


def value(css, height):
    """What a length of CSS is in a row `height` millimetres high."""
    share = re.search(r"([\d.]+)%", css)
    offset = re.search(r"(- ?|\+ ?|)([\d.]+)mm", css)
    signed = float(offset[1].strip().rstrip("+") + offset[2]) if offset else 0
    return (float(share[1]) / 100 * height if share else 0) + signed


def pieces(page):
    """The strokes of the layout cut at the lines of the table's rows, by row."""
    left, found = page.table.edges[0], {}
    for run in strokes(page.connectors):
        for number, row in enumerate(page.table.rows):
            if run.upright:
                start, end = max(run.start, row.top), min(run.end, row.bottom)
                ends = (run.at - left, start - row.top, run.at - left, end - row.top) if start < end else None
            else:
                inside = row.top < run.at <= row.bottom
                y = run.at - row.top
                ends = (run.start - left, y, run.end - left, y) if inside else None
            if ends:
                found.setdefault(number, []).append(tuple(round(part / 1000, 3) for part in ends))
    return found


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_in_rows_as_high_as_laid_out_the_ink_is_the_drawing_of_the_layout(page):
    inks = row_inks(page, page.table, zones(page))
    shown = {
        number: sorted(drawn(ink, row.height / 1000))
        for number, (ink, row) in enumerate(zip(inks, page.table.rows, strict=True))
        if drawn(ink, row.height / 1000)
    }
    assert shown == {number: sorted(found) for number, found in pieces(page).items()}


def ends(inks, heights):
    """Where the strokes of stretched rows begin and end on the page."""
    found, top = [], 0.0
    for ink, height in zip(inks, heights, strict=True):
        for x1, y1, x2, y2 in drawn(ink, height):
            found.append(((x1, top + y1), (x2, top + y2)))
        top += height
    return found


@pytest.mark.parametrize("page", PAGES[:4], ids=range(4))
@given(extra=st.lists(st.floats(0, 30), min_size=60, max_size=60))
def test_in_stretched_rows_no_line_is_torn_and_none_leans(page, extra):
    inks = row_inks(page, page.table, zones(page))
    plain = [row.height / 1000 for row in page.table.rows]
    stretched = [height + more for height, more in zip(plain, extra, strict=False)]
    before, after = ends(inks, plain), ends(inks, stretched)
    assert len(before) == len(after)
    met = touching(before)
    assert met <= touching(after)
    assert all(one[0] == other[0] or abs(one[1] - other[1]) < 0.002 for one, other in after)


def touching(runs):
    """Which ends of strokes meet which: pairs of numbers."""
    points = [point for run in runs for point in run]
    return {
        (i, j)
        for i, (x, y) in enumerate(points)
        for j, (a, b) in enumerate(points[:i])
        if abs(x - a) < 0.002 and abs(y - b) < 0.002
    }


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_every_symbol_and_every_ruled_line_is_in_the_ink(page):
    inks = row_inks(page, page.table, zones(page))
    shapes = [found for ink in inks for found in re.findall(r'class="(k\w+|segilima)"', ink)]
    assert sorted(shapes) == sorted(symbol.shape.value for symbol in page.symbols)
    for row, ink in zip(page.table.rows, inks, strict=True):
        upright = {
            (rule.x1 - page.table.edges[0]) / 1000
            for rule in page.rules
            if rule.x1 == rule.x2 and rule.y1 < row.bottom and rule.y2 > row.top
        }
        found = re.findall(r'<line class="\w+" x1="([^"]*)mm" x2="\1mm" y2="100%"/>', ink)
        assert set(map(float, found)) == upright
        assert len(found) == len(upright)
        below = sum(rule.y1 == rule.y2 == row.bottom for rule in page.rules)
        assert ink.count('y1="100%" y2="100%"') == below
