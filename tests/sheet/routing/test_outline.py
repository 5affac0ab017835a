from __future__ import annotations

import pytest
from checker import distance_to_symbol
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.routing.outline import Box, line_box, shadow
from sopkit.sheet.routing.problem import Node, Shape

SHAPES = [Shape.KOTAK, Shape.KAPSUL, Shape.KETUPAT]


def test_a_line_is_a_box_without_width():
    assert line_box((5, 9), (5, 2)) == Box(5, 2, 5, 9)


@pytest.mark.parametrize(
    ("other", "gap"),
    [(Box(13, 0, 20, 10), 3), (Box(0, -9, 10, -4), 4), (Box(4, 4, 5, 20), -5), (Box(10, 0, 12, 9), 0)],
)
def test_the_gap_between_boxes_is_negative_where_they_overlap(other, gap):
    assert Box(0, 0, 10, 10).gap(other) == other.gap(Box(0, 0, 10, 10)) == gap


def around(box, node, clear, *, upright):
    """Whether a box keeps out of the shadow of a symbol."""
    across, along = (box.x, box.y) if upright else (box.y, box.x)
    found = shadow(node, across, clear, upright=upright)
    return found is None or along[1] <= found[0] or found[1] <= along[0]


@given(
    st.sampled_from(SHAPES),
    st.tuples(st.integers(3_000, 9_000), st.integers(3_000, 5_000)),
    st.tuples(st.integers(-12_000, 12_000), st.integers(-9_000, 9_000)),
    st.tuples(st.integers(500, 6_000), st.integers(500, 3_000)),
    st.integers(100, 1_000),
    st.booleans(),
)
def test_what_keeps_out_of_the_shadow_is_never_nearer_to_the_outline(
    shape, half, corner, size, clear, upright
):
    node = Node("n", 0, 0, -half[0], -half[1], 2 * half[0], 2 * half[1], shape)
    box = Box(*corner, corner[0] + size[0], corner[1] + size[1])
    distance = distance_to_symbol((box.left, box.top, box.right, box.bottom), node)
    if around(box, node, clear, upright=upright):
        assert distance >= clear - 1
    else:
        assert distance < clear * 3 // 2 + 10


@pytest.mark.parametrize("upright", [True, False])
def test_a_label_may_stand_in_the_corner_that_a_diamond_leaves_free(upright):
    diamond = Node("n", 0, 0, 0, 0, 16_000, 9_000, Shape.KETUPAT)
    assert around(Box(12_500, 0, 18_000, 1_500), diamond, 400, upright=upright)
    assert not around(Box(9_000, 0, 14_500, 2_600), diamond, 400, upright=upright)
