from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.drawing.strip import assign, plan_strip


@st.composite
def wishes_and_places(draw):
    places = sorted(draw(st.sets(st.integers(0, 50), min_size=1, max_size=7)))
    count = draw(st.integers(0, len(places)))
    wish = st.tuples(st.integers(0, 50), st.integers(1, 6))
    return sorted(draw(st.lists(wish, min_size=count, max_size=count))), places


@given(wishes_and_places())
def test_connectors_keep_their_order_and_are_as_near_as_can_be(given_):
    wishes, places = given_
    taken = assign(wishes, places)
    assert all(one < other for one, other in pairwise(taken))

    def total(chosen):
        return sum(weight * abs(places[i] - wish) for (wish, weight), i in zip(wishes, chosen, strict=True))

    assert total(taken) == min(total(chosen) for chosen in combinations(range(len(places)), len(wishes)))


def test_of_equal_places_the_left_one_is_taken():
    assert assign([(15, 1)], [10, 20]) == (0,)


def test_one_connector_stands_in_the_middle_of_each_column():
    plan = plan_strip(3, 4, 20_000)
    assert [slot.x for slot in plan.slots] == [10_000, 30_000, 50_000, 70_000]
    assert (plan.lines, plan.height, plan.crowded) == (1, 9_000, False)


def test_no_connector_needs_no_strip():
    assert plan_strip(0, 4, 20_000).height == 0


@given(st.integers(1, 12), st.integers(13_000, 27_000), st.integers(1, 60))
def test_connectors_never_touch_and_every_one_is_reached_straight_past_the_others(columns, width, count):
    plan = plan_strip(count, columns, width)
    w = plan.size[0]
    for one, other in combinations(plan.slots, 2):
        apart = abs(one.x - other.x)
        if one.line == other.line:
            assert apart >= w + 900
        else:
            assert apart >= w // 2 + 1_490
    assert all(slot.column * width < slot.x < (slot.column + 1) * width for slot in plan.slots)


@pytest.mark.parametrize(("columns", "width"), [(4, 27_000), (5, 24_000), (8, 16_000), (12, 13_000)])
def test_twenty_eight_connectors_have_room_on_any_usual_sheet(columns, width):
    assert len(plan_strip(28, columns, width).slots) >= 28


def test_a_strip_that_is_full_goes_on_with_more_lines():
    assert plan_strip(24, 4, 27_000).lines > 1


@pytest.mark.parametrize(("width", "crowded"), [(13_000, True), (19_900, True), (20_000, False)])
def test_captions_stand_outside_where_every_narrow_column_has_a_connector(width, crowded):
    assert plan_strip(6, 6, width).crowded is crowded
    assert not plan_strip(5, 6, width).crowded
