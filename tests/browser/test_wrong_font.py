"""A reader without the font that a sheet is laid out for: rows grow, and the drawing grows with them in one piece."""

from __future__ import annotations

import pytest
from sheets import INFORMATION

WIDE = ':root { --font: "Liberation Mono", "Courier New", monospace !important; }'
INJECT = f"document.head.append(Object.assign(document.createElement('style'), {{textContent: `{WIDE}`}}))"
NEAR = 0.03
"""Points so near each other, in millimetres, are one."""
AT = 0.5
"""A line ends at a symbol, at an arrowhead or in its border, when it ends so near it."""


@pytest.fixture(scope="module", params=[INFORMATION, "forty steps", "twelve roles"])
def both(request, show, measured, measuring):
    """Pairs of a page in the font it is laid out for, and the same page in a font much wider."""
    with show(request.param) as page:
        page.run(INJECT)
        wide = page.run(measuring)
    return list(zip(measured(request.param, "screen"), wide, strict=True))


def test_rows_grow_and_none_shrinks(both):
    grown = [
        (after["bottom"] - after["top"]) - (before["bottom"] - before["top"])
        for plain, wide in both
        for before, after in zip(plain["rows"], wide["rows"], strict=True)
    ]
    assert max(grown) > 3
    assert min(grown) > -NEAR


def test_the_drawing_of_a_row_is_as_high_as_the_row(both):
    for _, wide in both:
        for row, ink in zip(wide["rows"], wide["inks"], strict=True):
            assert abs(row["top"] - ink["top"]) < NEAR
            assert abs(row["bottom"] - ink["bottom"]) < NEAR
        for upper, lower in zip(wide["rows"], wide["rows"][1:], strict=False):
            assert abs(upper["bottom"] - lower["top"]) < NEAR


def ends(page):
    return [end for stroke in page["strokes"] for end in stroke]


def meeting(points):
    """Which points are one: pairs of their numbers."""
    return {
        (i, j)
        for i, (x, y) in enumerate(points)
        for j, (a, b) in enumerate(points[:i])
        if abs(x - a) < NEAR and abs(y - b) < NEAR
    }


def test_lines_that_met_still_meet(both):
    for plain, wide in both:
        met = meeting(ends(plain))
        assert met <= meeting(ends(wide))
    assert any(meeting(ends(plain)) for plain, _ in both)


def test_no_line_leans(both):
    for _, wide in both:
        assert all(abs(a - x) < NEAR or abs(b - y) < NEAR for (a, b), (x, y) in wide["strokes"])


def touching(points, outlines):
    """Which points lie on which symbols, and where from their upper left corner."""
    return {
        (i, j): (x - box["left"], y - box["top"])
        for i, (x, y) in enumerate(points)
        for j, box in enumerate(outlines)
        if box["left"] - AT < x < box["right"] + AT and box["top"] - AT < y < box["bottom"] + AT
    }


def test_lines_and_arrows_still_end_at_the_same_spot_of_their_symbols(both):
    found = 0
    for plain, wide in both:
        before = touching(ends(plain) + plain["tips"], plain["outlines"])
        after = touching(ends(wide) + wide["tips"], wide["outlines"])
        assert before.keys() == after.keys()
        for pair, place in before.items():
            assert after[pair] == pytest.approx(place, abs=NEAR)
        found += len(before)
    assert found > 20


def test_what_is_heard_of_a_symbol_stays_where_it_is_drawn(both):
    for _, wide in both:
        drawn = sorted((box["top"], box["left"]) for box in wide["outlines"])
        heard = sorted((box["top"], box["left"]) for box in wide["symbols"])
        for one, other in zip(drawn, heard, strict=True):
            assert one == pytest.approx(other, abs=0.1)


def test_symbols_keep_their_size(both):
    for plain, wide in both:
        for one, other in zip(plain["outlines"], wide["outlines"], strict=True):
            assert one["right"] - one["left"] == pytest.approx(other["right"] - other["left"], abs=NEAR)
            assert one["bottom"] - one["top"] == pytest.approx(other["bottom"] - other["top"], abs=NEAR)
