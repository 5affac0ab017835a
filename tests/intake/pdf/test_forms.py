"""Symbols by their form."""

from __future__ import annotations

from math import cos, pi, sin

import pytest
from inks import capsule_points, diamond_points, pentagon_points

from sopkit.intake.pdf.forms import could_be_symbol, form

BOX = (100.0, 50.0, 150.0, 75.0)


def rectangle(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def rounded(left, top, right, bottom, radius):
    """A box with round corners, from the upper left one on."""
    corners = ((left, top, 1, 1), (left, bottom, 1, -1), (right, bottom, -1, -1), (right, top, -1, 1))
    points = []
    for number, (x, y, dx, dy) in enumerate(corners):
        arc = [
            (x + dx * radius * (1 - sin(t)), y + dy * radius * (1 - cos(t)))
            for t in (i * pi / 16 for i in range(9))
        ]
        points += arc if number % 2 == 0 else arc[::-1]
    return points


@pytest.mark.parametrize(
    ("points", "kind"),
    [
        (rectangle(*BOX), "kotak"),
        (rounded(*BOX, 4), "kotak"),
        (capsule_points(*BOX), "kapsul"),
        (capsule_points(*BOX, steps=60), "kapsul"),
        (rounded(*BOX, 10), "kapsul"),
        (diamond_points(*BOX), "ketupat"),
        (pentagon_points(*BOX), "segilima"),
        ([(x, 125 - y) for x, y in pentagon_points(*BOX)], "segilima"),
        ([(100, 75), (110, 50), (150, 50), (140, 75)], None),
        ([(100, 75), (125, 50), (150, 75)], None),
    ],
    ids=[
        "box",
        "rounded box",
        "capsule",
        "fine capsule",
        "very round box",
        "diamond",
        "pentagon",
        "pentagon upwards",
        "parallelogram",
        "triangle",
    ],
)
def test_the_form_alone_tells_the_symbol(points, kind):
    assert form(points, BOX) == kind


def test_an_ellipse_is_taken_for_a_capsule():
    left, top, right, bottom = BOX
    circle = capsule_points(0, 0, 1, 1, 24)
    assert form([(left + x * (right - left), top + y * (bottom - top)) for x, y in circle], BOX) == "kapsul"


@pytest.mark.parametrize(
    ("box", "answer"),
    [((0, 0, 40, 20), True), ((0, 0, 5, 5), False), ((0, 0, 400, 20), False), ((0, 0, 40, 200), False)],
)
def test_only_what_has_the_size_of_a_symbol_can_be_one(box, answer):
    assert could_be_symbol(box) is answer
