"""Filled outlines of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inks import _around, diamond_points

from sopkit.intake.pdf.thin import centre_lines


def near(one, other):
    return all(abs(a - b) <= 1.0 for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True))


@pytest.mark.parametrize(
    "points",
    [
        [(10, 10), (90, 10)],
        [(10, 10), (10, 70)],
        [(10, 10), (80, 10), (80, 60)],
        [(10, 10), (10, 60), (80, 60), (80, 90)],
        [(80, 10), (10, 10), (10, 60), (80, 60)],
    ],
    ids=["level", "upright", "corner", "step", "bracket"],
)
def test_the_outline_of_a_line_gives_its_middle(points):
    (found,) = centre_lines(_around(points, 0.5))
    assert near(found, points) or near(found[::-1], points)


def test_a_slanting_line_is_a_line_too():
    (found,) = centre_lines([(10, 10), (60, 40), (59.5, 40.8), (9.5, 10.8)])
    assert near(sorted(found), [(9.8, 10.4), (59.8, 40.4)])


def test_the_corners_that_a_program_leaves_out_do_not_matter():
    outline = [
        (291.1, 131.8),
        (365.4, 131.8),
        (365.4, 159.6),
        (364.9, 159.6),
        (364.9, 132.0),
        (365.2, 132.2),
        (291.1, 132.2),
    ]
    (found,) = centre_lines(outline)
    assert near(found, [(291, 132), (365, 132), (365, 159.6)]) or near(
        found[::-1], [(291, 132), (365, 132), (365, 159.6)]
    )


@pytest.mark.parametrize(
    "points",
    [diamond_points(0, 0, 40, 20), [(0, 0), (40, 0), (40, 20), (0, 20)], [(0, 0), (4, 0), (2, 4)]],
    ids=["diamond", "box", "arrowhead"],
)
def test_a_form_is_no_line(points):
    assert centre_lines(points) == ()


@given(st.lists(st.integers(12, 60), min_size=1, max_size=5), st.sampled_from([0.1, 0.4, 0.8]))
def test_any_line_with_right_angles_is_found_whole(lengths, half):
    points, x, y = [(0.0, 0.0)], 0.0, 0.0
    for number, length in enumerate(lengths):
        x, y = (x + length, y) if number % 2 == 0 else (x, y + length)
        points.append((x, y))
    (found,) = centre_lines(_around(points, half))
    assert near(found, points) or near(found[::-1], points)
