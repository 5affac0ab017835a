"""The stages between grid and drawing, each on a small page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from checker import count_crossings
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import page, random_page

from sopkit.sheet.routing.choices import Choices
from sopkit.sheet.routing.compass import EAST, SOUTH, WEST
from sopkit.sheet.routing.grid import build_grid
from sopkit.sheet.routing.laying import lay_all
from sopkit.sheet.routing.measures import USUAL, Costs
from sopkit.sheet.routing.planner import Planner
from sopkit.sheet.routing.route import route
from sopkit.sheet.routing.traffic import Traffic


def planned(drawn, avoid=frozenset(), costs=USUAL.costs):
    grid = build_grid(drawn, 2, USUAL.distances, costs.near_port)
    return Planner(grid, Choices(drawn, avoid, costs), USUAL.effort)


def test_the_next_step_below_is_reached_straight_down():
    trail = planned(page("a( a(", "1-2")).alone[0]
    assert (trail.leaves.side, trail.enters.side ^ 2) == (SOUTH, SOUTH)


def test_the_next_step_to_the_right_is_reached_by_one_bend():
    planner = planned(page("a( b(", "1-2"))
    turns = [come != go for _, come, go in planner.alone[0].headings(planner.grid.strides)]
    assert planner.alone[0].leaves.side == EAST
    assert turns.count(True) == 1


def test_an_exit_to_avoid_is_left_alone_where_another_will_do():
    right = planned(page("a( b(", "1-2")).alone[0]
    assert planned(page("a( b(", "1-2"), avoid=frozenset({(0, EAST)})).alone[0].leaves != right.leaves


def test_a_dear_bend_is_paid_with_length():
    winding = page("b( a? c b(", "1-2 2-3:Ya 2-4:Tidak 3-4")
    cheap, dear = (
        sum(len(path.points) for path in route(winding, replace(USUAL, costs=Costs(bend=bend))).paths)
        for bend in (0, 60_000)
    )
    assert dear <= cheap


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_taking_up_every_line_leaves_nothing_behind(seed):
    drawn = random_page(seed)
    grid = build_grid(drawn, 2, USUAL.distances, USUAL.costs.near_port)
    traffic = Traffic(grid, USUAL.costs)
    trails = lay_all(grid, Choices(drawn, frozenset(), USUAL.costs), USUAL.effort)
    for number, trail in trails.items():
        traffic.lay(number, trail)
    assert traffic.cost > 0
    for number in sorted(trails):
        traffic.lift(number)
    assert (traffic.cost, traffic.crossings) == (0, 0)
    assert not any(traffic.used)
    assert not any(traffic.taken)


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_spacing_keeps_every_crossing_and_makes_none(seed):
    drawn = random_page(seed)
    grid = build_grid(drawn, 2, USUAL.distances, USUAL.costs.near_port)
    traffic = Traffic(grid, USUAL.costs)
    for number, trail in lay_all(grid, Choices(drawn, frozenset(), USUAL.costs), USUAL.effort).items():
        traffic.lay(number, trail)
    routed = route(drawn)
    if len(routed.paths) == len(traffic.trails):
        assert count_crossings(routed) == traffic.crossings


def test_lines_in_one_gutter_are_spread_over_it():
    loops = page("b( b? b? b(", "1-2 2-3:Ya 2-1:Tidak 3-4:Ya 3-1:Tidak", columns=3)
    routed = route(loops)
    column = loops.columns[1]
    upright = sorted(
        {a[0] for path in routed.paths for a, b in pairwise(path.points) if a[0] == b[0]}
        - {loops.nodes[0].centre[0]}
    )
    assert all(column.left + 500 <= x <= column.right - 500 for x in upright)
    assert all(b - a >= 1_000 for a, b in pairwise(upright))


def test_a_label_stands_where_its_line_begins():
    routed = route(page("a( b? c( ", "1-2 2-3:Ya 2-1:Tidak"))
    for path in routed.paths:
        if path.label:
            (x, y), box = path.points[0], path.label
            assert max(box.x - x, x - box.x - box.w, box.y - y, y - box.y - box.h) <= 4_000


def test_a_loop_leaves_by_the_side_that_is_free():
    planner = planned(page("a( b? c(", "1-2 2-3:Ya 2-1:Tidak"))
    sides = {number: trail.leaves.side for number, trail in planner.alone.items()}
    assert sides[1] == EAST
    assert sides[2] == WEST
