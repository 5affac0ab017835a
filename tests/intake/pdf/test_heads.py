"""Arrowheads and the lines they belong to."""

from __future__ import annotations

import pytest

from sopkit.intake.pdf.heads import heads, with_heads
from sopkit.intake.pdf.ink import Outline


def filled(*points):
    return Outline(tuple((float(x), float(y)) for x, y in points), closed=True, filled=True, stroked=False)


@pytest.mark.parametrize(
    ("outline", "tip"),
    [
        (filled((0, 0), (4, 0), (2, 4)), (2, 4)),
        (filled((0, 0), (6, 3), (0, 6)), (6, 3)),
        (filled((0, 0), (10, 0), (5, 3)), (5, 3)),
        (filled((0, 0), (2, 2), (0, 4), (6, 2)), (6, 2)),
        (Outline(((0.0, 0.0), (4.0, 3.0), (0.0, 6.0)), closed=False, filled=False, stroked=True), (4, 3)),
    ],
    ids=["down", "right", "flat", "notched", "open"],
)
def test_the_point_of_a_head_is_found(outline, tip):
    (head,), rest = heads([outline])
    assert head.tip == tip
    assert rest == ()


@pytest.mark.parametrize(
    "outline",
    [
        filled((0, 0), (40, 0), (20, 40)),
        filled((0, 0), (40, 0), (40, 20), (0, 20)),
        filled((0, 0), (4, 0), (4, 4), (0, 4)),
    ],
    ids=["large", "box", "square"],
)
def test_what_is_no_head_is_left(outline):
    assert heads([outline]) == ((), (outline,))


@pytest.mark.parametrize("stop", [0.0, 2.0, 4.0])
def test_a_line_is_drawn_out_to_the_point_of_its_head(stop):
    (head,), _ = heads([filled((8, 20), (12, 20), (10, 24))])
    ((points, start, end),) = with_heads([((10.0, 0.0), (10.0, 24.0 - stop))], [head])
    assert points == ((10.0, 0.0), (10.0, 24.0))
    assert (start, end) == (False, True)


def test_a_head_goes_to_the_line_that_points_its_way():
    (head,), _ = heads([filled((8, 20), (12, 20), (10, 24))])
    found = with_heads([((0.0, 20.0), (9.0, 20.0)), ((10.0, 0.0), (10.0, 20.0))], [head])
    assert [(start, end) for _, start, end in found] == [(False, False), (False, True)]


def test_a_line_may_have_a_head_at_either_end():
    found, _ = heads([filled((0, 8), (0, 12), (-4, 10)), filled((30, 8), (30, 12), (34, 10))])
    ((points, start, end),) = with_heads([((0.0, 10.0), (30.0, 10.0))], found)
    assert (start, end) == (True, True)
    assert points == ((-4.0, 10.0), (34.0, 10.0))
