from __future__ import annotations

import pytest

from sopkit.sheet.routing.compass import ANY, EAST, NORTH, SOUTH, WEST, fewest_bends

NORTH_WEST, WESTWARD, SOUTH_WEST, NORTHWARD, HERE, SOUTHWARD, NORTH_EAST, EASTWARD, SOUTH_EAST = range(9)


@pytest.mark.parametrize(
    ("start", "final", "where", "bends"),
    [
        (EAST, EAST, EASTWARD, 0),
        (EAST, SOUTH, SOUTH_EAST, 1),
        (EAST, EAST, SOUTH_EAST, 2),
        (EAST, EAST, SOUTHWARD, 2),
        (EAST, NORTH, SOUTH_EAST, 3),
        (EAST, WEST, NORTHWARD, 2),
        (EAST, SOUTH, HERE, 1),
        (SOUTH, SOUTH, SOUTHWARD, 0),
        (SOUTH, EAST, SOUTH_EAST, 1),
        (NORTH, WEST, NORTH_WEST, 1),
        (WEST, EAST, WESTWARD, 4),
        (EAST, ANY, NORTH_WEST, 2),
        (NORTH, ANY, NORTHWARD, 0),
    ],
)
def test_the_fewest_bends_are_those_a_person_would_draw(start, final, where, bends):
    assert fewest_bends(start, final)[where] == bends


def test_turning_the_whole_page_changes_nothing():
    before = (NORTH_WEST, NORTHWARD, NORTH_EAST, EASTWARD, SOUTH_EAST)
    after = (NORTH_EAST, EASTWARD, SOUTH_EAST, SOUTHWARD, SOUTH_WEST)
    for final in range(4):
        one, other = fewest_bends(EAST, final), fewest_bends(SOUTH, (final + 1) % 4)
        assert [one[i] for i in before] == [other[i] for i in after]
