"""Drawings as a whole: the situations as small pictures, pages of chance by the checker."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from checker import check, count_bends, count_crossings
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import drawn_page, page, random_page
from situations import SITUATIONS
from sketch import sketch

from sopkit.sheet.routing.measures import USUAL, Effort
from sopkit.sheet.routing.problem import Connection, Page, Routed
from sopkit.sheet.routing.route import route

PICTURES = {
    "linear over four roles": """
1─┐
  2─┐
    3─┐
    ┌─4
  ┌─5
┌─6
7
""",
    "straight down": """
1
2
3─┐
  4
  5
""",
    "one loop": """
1─┐
  ├───┐
  2─┐ │
  ┌─3─┘
  4
""",
    "loop in one column": """
1
2─┐
3─┘
4
""",
    "three Tidak back to step 2": """
1
├───────┐
2─┐     │
├─3─┐   │
└───4─┐ │
┌─────5─┘
6
""",
    "forward jump": """
1─┐
┌─2─┐
3─┐ │
  4─┤
    5
""",
    "loop to its own step": """
1───┐
  ┌─┤
  └─2─┐
      3
""",
    "two roles in a row": """
1─┐
  2─b─┐
  └───3
┌─────┘
4─b
5─┘
""",
    "hand-over and back": """
  1
b─2
3───b
    4
""",
    "joint work of three": """
1
2─b─c─┐
      3
""",
    "parallel split and join": """
┌─1─┐
2 │ │
│ 3 │
└─┤ │
  ├─4
  5
""",
    "decision with three answers": """
1─┐
┌─2─┐
3 │ │
│ 4 │
│ │ 5─┐
└─┴───6
""",
    "box with capsule below": """
1─┐
  2─┐
  └─3
    d
""",
    "pentagons above and below": """
1     2
└─┐   │
┌─1   │
2───┐ │
│ ┌─┼─┘
│ ├─3
│ 4 │
1 3 2
""",
    "pentagons for a loop over pages": """
1   2
1─┐ │
│ └─2─┐
│     3
1     2
""",
    "seven roles": """
┌─1───┐
│     ├─────────┐
│     2───┐     │
│         3───┐ │
│           ┌─4─┘
│       ┌───5
│   ┌───6
│   7   │
└───────┘
""",
    "ten roles": """
┌─────────────────┐
1─────┐           │
    ┌─2─────────┐ │
    └─────────┐ │ │
  ┌───────────┼─3─┘
  4─────────┐ │
        ┌───5─┘
        6─┐
          7
""",
    "twelve roles": """
┌─1─────────────┐
└───────────────2
    ┌─────────┬─┘
    3───────┐ │
      ┌─────4─┤
      5───┐   │
        ┌─6───┘
        7
""",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_situation_is_drawn_as_a_person_would(name):
    situation = SITUATIONS[name]
    picture = sketch(situation, route(situation))
    assert picture == PICTURES[name].strip("\n").split("\n")


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_situation_is_drawn_whole_and_legally(name):
    routed = route(SITUATIONS[name])
    assert check(SITUATIONS[name], routed) == []
    assert routed.unroutable == ()


@pytest.mark.parametrize(
    "name", ["linear over four roles", "one loop", "three Tidak back to step 2", "twelve roles"]
)
def test_what_need_not_cross_does_not(name):
    assert count_crossings(route(SITUATIONS[name])) == 0


@st.composite
def pages(draw):
    return drawn_page(
        lambda low, high: draw(st.integers(low, high)), lambda percent: draw(st.integers(0, 99)) < percent
    )


@settings(max_examples=100)
@given(pages())
def test_every_page_is_drawn_whole_and_legally(drawn):
    routed = route(drawn)
    assert check(drawn, routed) == []
    assert routed.unroutable == ()


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_the_same_page_gives_the_same_drawing(seed):
    assert route(random_page(seed)) == route(random_page(seed))


def test_lines_of_pages_of_chance_hardly_ever_cross():
    drawings = [route(random_page(seed)) for seed in range(100)]
    edges = sum(len(drawing.paths) for drawing in drawings)
    assert sum(map(count_crossings, drawings)) <= 0.02 * edges
    assert sum(map(count_bends, drawings)) <= 1.1 * edges


def test_a_narrow_page_of_twelve_roles_is_drawn_whole():
    crowded = random_page(3, rows=(15, 15), roles=(12, 12))
    routed = route(crowded)
    assert check(crowded, routed) == []
    assert routed.unroutable == ()


def test_forty_rows_are_drawn_legally_when_patience_ends_at_once():
    hasty = replace(USUAL, effort=Effort(states=0))
    long = SITUATIONS["forty rows"]
    assert check(long, route(long, hasty)) == []


def test_a_line_without_a_free_port_is_named_and_the_others_are_drawn():
    star = page("c? a b d e", "1-2:A 1-3:B 1-4:C 1-5:D 2-1", columns=5)
    routed = route(star)
    assert len(routed.unroutable) == 1
    assert check(star, routed) == []


def test_branches_that_go_on_at_once_begin_as_one_when_ports_run_out():
    star = page("c( a b d e", "1-2 1-3 1-4 1-5 2-1", columns=5)
    routed = route(star)
    assert routed.unroutable == ()
    assert check(star, routed) == []
    starts = [path.points[0] for path in routed.paths if path.connection != 4]
    assert len(set(starts)) < len(starts)


def test_a_line_joins_no_other_where_that_one_has_branches_that_go_elsewhere():
    split = page("b( b a b c b(", "1-2 2-3 2-4 2-5 2-6 3-6 4-6 5-6", columns=3)
    routed = route(split)
    assert routed.unroutable == ()
    assert check(split, routed) == []


@pytest.mark.parametrize(("seed", "rows", "roles"), [(264, 4, 2), (65, 15, 12), (88, 15, 12)])
def test_lines_that_part_or_meet_on_both_sides_of_another_do_so_at_two_places(seed, rows, roles):
    """Pages on which the cheapest drawing has a place with lines to all four sides that is no crossing."""
    drawn = random_page(seed, rows=(rows, 15), roles=(roles, 12))
    routed = route(drawn)
    assert routed.unroutable == ()
    assert check(drawn, routed) == []


@pytest.mark.parametrize(
    ("steps", "edges"),
    [
        ("a( b c b a(", "1-2 1-3 1-4 1-5 2-3 3-4 4-5"),
        ("b( a c b b(", "1-2 1-3 1-4 1-5 2-5 3-5 4-5"),
        ("b( c c b d", "1-2 1-3 1-4 1-5 2-4 3-4 4-5 5-2"),
    ],
)
def test_a_line_that_begins_as_one_with_others_ends_by_itself_where_it_can(steps, edges):
    paths = route(page(steps, edges)).paths
    begins, ends = Counter(path.points[0] for path in paths), Counter(path.points[-1] for path in paths)
    assert max(begins.values()) > 1
    assert not [path for path in paths if begins[path.points[0]] > 1 and ends[path.points[-1]] > 1]


@pytest.mark.parametrize("steps", ["b( b( b( c( a", "b b( b c a"])
def test_where_a_line_turns_to_its_arrowhead_none_goes_the_other_way(steps):
    routed = route(page(steps, "1-2 1-3 1-4 1-5 2-3 3-4 4-5"))
    last = {path.points[-2]: path.points[-1] for path in routed.paths if len(path.points) > 2}
    away = [
        (corner, then)
        for path in routed.paths
        for corner, then in pairwise(path.points)
        if corner in last and _are_opposite(corner, then, last[corner])
    ]
    assert away == []


def _are_opposite(corner, one, other):
    (x, y), (ax, ay), (bx, by) = corner, one, other
    return (ax - x) * (bx - x) + (ay - y) * (by - y) < 0


def test_a_line_that_has_no_room_for_an_arrowhead_may_still_go_straight_on():
    tight = page("a? b(", "1-v1:Ya 1-2:Tidak", below="a", heights=[15_400, 15_400])
    routed = route(tight)
    assert routed.unroutable == ()
    assert check(tight, routed) == []


def test_a_label_that_fits_no_column_makes_its_line_unroutable():
    base = page("a( b? c(", "1-2 2-3 2-1", role=20_000)
    wide = replace(base.edges[1], label="bila seluruh berkas lengkap", label_w=26_000, label_h=2_600)
    drawing = Page(base.columns, base.rows, base.nodes, (base.edges[0], wide, base.edges[2]))
    routed = route(drawing)
    assert routed.unroutable == (wide.id,)
    assert check(drawing, routed) == []


def test_a_page_without_lines_is_an_empty_drawing():
    assert route(page("a(", "")) == Routed(())


def test_paths_come_in_the_order_of_the_edges():
    base = SITUATIONS["parallel split and join"]
    turned = Page(base.columns, base.rows, base.nodes, base.edges[::-1])
    assert [path.connection for path in route(turned).paths] == [edge.id for edge in turned.edges]


def test_a_plain_line_joins_no_other():
    base = page("a+b c a", "1-2 2-1:Tidak 2-3:Ya")
    routed = route(base)
    plain = next(edge for edge in base.edges if not edge.arrow)
    assert isinstance(plain, Connection)
    ends = {path.connection: path.points[-1] for path in routed.paths}
    assert [number for number, end in ends.items() if end == ends[plain.id]] == [plain.id]
