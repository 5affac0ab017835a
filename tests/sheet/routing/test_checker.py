"""The checker itself: a legal drawing passes, and each fault is seen in a drawing that has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checker import check, count_bends, count_crossings, distance_to_symbol
from pages import page

from sopkit.sheet.routing.problem import Connection, LabelBox, Node, Page, Path, Routed, Shape

# Three columns of 24 mm from 20 mm on, four rows of 20 mm from 10 mm on. Symbols are 17.2 × 9 mm around the cells' middles.
PAGE = page("a( b? a c(", "1-2 2-3:Tidak 2-4:Ya 3-4", heights=[20_000] * 4)
X = (32_000, 56_000, 80_000)
Y = (20_000, 40_000, 60_000, 80_000)
LEFT, RIGHT, TOP, BOTTOM = 8_600, 8_600, 4_500, 4_500

ONE_TWO = Path(0, ((X[0] + RIGHT, Y[0]), (X[1], Y[0]), (X[1], Y[1] - TOP)))
TWO_THREE = Path(
    1,
    ((X[1] - LEFT, Y[1]), (X[0], Y[1]), (X[0], Y[2] - TOP)),
    LabelBox("Tidak", X[0] + 1_000, Y[1] - 3_400, 5_600, 2_600),
)
TWO_FOUR = Path(
    2,
    ((X[1] + RIGHT, Y[1]), (X[2], Y[1]), (X[2], Y[3] - TOP)),
    LabelBox("Ya", X[2] - 5_000, Y[1] - 3_400, 2_240, 2_600),
)
THREE_FOUR = Path(3, ((X[0] + RIGHT, Y[2]), (X[2], Y[2]), (X[2], Y[3] - TOP)))
LEGAL = (ONE_TWO, TWO_THREE, TWO_FOUR, THREE_FOUR)


def drawn(*paths):
    """The legal drawing with some of its paths replaced."""
    by_number = {path.connection: path for path in (*LEGAL, *paths)}
    return Routed(tuple(by_number[number] for number in sorted(by_number)))


def way(number, *points):
    """A path of the legal drawing along other points."""
    return Path(number, points, LEGAL[number].label)


def test_a_legal_drawing_has_no_fault():
    assert check(PAGE, drawn()) == []


def test_lines_to_one_symbol_may_share_their_last_run():
    assert TWO_FOUR.points[-1] == THREE_FOUR.points[-1]
    assert count_crossings(drawn()) == 0


def test_bends_are_counted_on_every_line():
    assert count_bends(drawn()) == 4


START = (X[0] + RIGHT, Y[0])
END = (X[1], Y[1] - TOP)

WRONG = {
    "a slanting run": (way(0, START, END), "slanting or empty"),
    "an empty run": (way(0, START, START, (X[1], Y[0]), END), "slanting or empty"),
    "a corner that is none": (way(0, START, (50_000, Y[0]), (X[1], Y[0]), END), "goes on or back in line"),
    "a place between micrometres": (
        way(0, START, (X[1] + 0.5, Y[0]), (X[1] + 0.5, Y[1] - TOP)),
        "whole number",
    ),
    "a single point": (way(0, START), "has no run"),
    "outside the columns": (
        way(0, (X[0] - LEFT, Y[0]), (19_000, Y[0]), (19_000, 31_500), (X[1], 31_500), END),
        "leaves the role columns",
    ),
    "from no port": (
        way(0, (X[0] + RIGHT, Y[0] + 1_000), (X[1], Y[0] + 1_000), END),
        "does not leave 1 by a port",
    ),
    "to no port": (
        way(0, START, (X[1] + 1_000, Y[0]), (X[1] + 1_000, Y[1] - TOP)),
        "does not enter 2 by a port",
    ),
    "out of a port into its own symbol": (
        way(0, (X[0] - LEFT, Y[0]), (X[1], Y[0]), END),
        "does not leave 1 by a port",
    ),
    "through a symbol": (
        way(
            3,
            (X[0] + RIGHT, Y[2]),
            (46_000, Y[2]),
            (46_000, Y[1] - 3_000),
            (X[2], Y[1] - 3_000),
            (X[2], Y[3] - TOP),
        ),
        "too near to symbol 2",
    ),
    "along a symbol at a millimetre": (
        way(
            0,
            START,
            (X[0] + 9_600, Y[0]),
            (X[0] + 9_600, 38_000),
            (47_000, 38_000),
            (47_000, 33_000),
            (X[1], 33_000),
            END,
        ),
        "too near to symbol 2",
    ),
    "over another line": (
        way(
            3,
            (X[0], Y[2] + BOTTOM),
            (X[0], 66_000),
            (X[2], 66_000),
            (X[2], 50_000),
            (70_000, 50_000),
            (70_000, 76_000),
        ),
        "overlap",
    ),
    "beside another line at a quarter of a millimetre": (
        way(
            3,
            (X[0] + RIGHT, Y[2]),
            (X[2] - 250, Y[2]),
            (X[2] - 250, 73_000),
            (X[2], 73_000),
            (X[2], Y[3] - TOP),
        ),
        "run too near",
    ),
    "over itself": (
        way(
            3,
            (X[0] + RIGHT, Y[2]),
            (60_000, Y[2]),
            (60_000, 66_000),
            (50_000, 66_000),
            (50_000, 52_000),
            (X[2], 52_000),
            (X[2], Y[3] - TOP),
        ),
        "too near to itself",
    ),
    "a bend upon a strange line": (
        way(3, (X[0] + RIGHT, Y[2]), (X[1], Y[2]), (X[1], Y[0]), (X[2], Y[0]), (X[2], Y[3] - TOP)),
        "touch",
    ),
    "along a column line": (
        way(3, (X[0] + RIGHT, Y[2]), (68_000, Y[2]), (68_000, 73_000), (X[2], 73_000), (X[2], Y[3] - TOP)),
        "along a line of the table",
    ),
    "along a row line": (
        way(3, (X[0] + RIGHT, Y[2]), (50_000, Y[2]), (50_000, 70_000), (X[2], 70_000), (X[2], Y[3] - TOP)),
        "along a line of the table",
    ),
    "no room for the arrowhead": (
        way(3, (X[0] + RIGHT, Y[2]), (50_000, Y[2]), (50_000, 74_000), (X[2], 74_000), (X[2], Y[3] - TOP)),
        "no room for its arrowhead",
    ),
    "no label": (Path(1, TWO_THREE.points), "none where it should"),
    "a label too many": (
        Path(0, ONE_TWO.points, LabelBox("Ya", 50_000, 13_000, 2_240, 2_600)),
        "where it should not",
    ),
    "another label": (
        Path(1, TWO_THREE.points, LabelBox("Ya", X[0] + 1_000, Y[1] - 3_400, 5_600, 2_600)),
        "another label",
    ),
    "a label on its line": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[0] + 1_000, Y[1] - 1_000, 5_600, 2_600)),
        "label of edge 1 is too near to edge 1",
    ),
    "a label on another line": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[1] - 2_000, Y[0] + 4_000, 5_600, 2_600)),
        "label of edge 1 is too near to edge 0",
    ),
    "a label far from its line": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[2] - 3_000, Y[0], 5_600, 2_600)),
        "far from its line",
    ),
    "a label on a symbol": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[1] - 8_000, Y[1] - 3_400, 5_600, 2_600)),
        "label of edge 1 is too near to symbol 2",
    ),
    "a label on a column line": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[0] + 9_000, Y[1] - 3_400, 5_600, 2_600)),
        "too near to a column line",
    ),
    "a label on a row line": (
        Path(1, TWO_THREE.points, LabelBox("Tidak", X[0] + 1_000, 49_000, 5_600, 2_600)),
        "too near to a row line",
    ),
    "two labels on each other": (
        Path(2, TWO_FOUR.points, LabelBox("Ya", X[0] + 2_000, Y[1] - 3_400, 2_240, 2_600)),
        "labels of edges 1 and 2 are too near",
    ),
}


@pytest.mark.parametrize(("path", "fault"), WRONG.values(), ids=WRONG.keys())
def test_a_fault_is_seen(path, fault):
    assert any(fault in found for found in check(PAGE, drawn(path)))


def test_a_line_forgotten_is_seen():
    assert check(PAGE, Routed(LEGAL[1:])) == ["edge 0 is named 0 times"]


def test_a_line_drawn_twice_is_seen():
    assert check(PAGE, Routed((*LEGAL, ONE_TWO))) == ["edge 0 is named 2 times"]


def test_a_line_drawn_and_called_unroutable_is_seen():
    assert check(PAGE, Routed(LEGAL, (0,))) == ["edge 0 is named 2 times"]


def test_a_line_that_nobody_asked_for_is_seen():
    assert check(PAGE, Routed((*LEGAL, Path(9, ONE_TWO.points)))) == ["9 is no edge"]


def test_a_plain_line_shares_its_way_with_none():
    plain = Connection(3, "3", "4", arrow=False)
    assert "edges 2 and 3 overlap" in check(
        Page(PAGE.columns, PAGE.rows, PAGE.nodes, (*PAGE.edges[:3], plain)), drawn()
    )


EARLY = (
    (X[0] + RIGHT, Y[2]),
    (46_000, Y[2]),
    (46_000, Y[1] + 7_000),
    (66_500, Y[1] + 7_000),
    (66_500, Y[1]),
)


def test_lines_to_one_symbol_may_end_as_one_from_before_their_last_bend():
    assert check(PAGE, drawn(way(3, *EARLY, (X[2], Y[1]), (X[2], Y[3] - TOP)))) == []


def test_lines_to_one_symbol_that_part_again_are_seen():
    parting = way(3, *EARLY, (69_000, Y[1]), (69_000, Y[3]), (X[2] - LEFT, Y[3]))
    assert "edges 2 and 3 overlap" in check(PAGE, drawn(parting))


OWN = page("a? b(", "1-1:Tidak", heights=[20_000] * 2)


def loop(*corners):
    """Out of the right port of the decision of `OWN`, by `corners`; its label stands below it."""
    label = LabelBox("Tidak", X[0] + 5_000, Y[0] + 2_900, 5_600, 2_600)
    return Routed((Path(0, ((X[0] + RIGHT, Y[0]), *corners), label),))


def test_a_line_may_go_round_the_corner_of_its_own_symbol():
    beside, above = X[0] + 10_600, Y[0] - 7_000
    assert check(OWN, loop((beside, Y[0]), (beside, above), (X[0], above), (X[0], Y[0] - TOP))) == []


def test_a_line_that_grazes_the_symbol_that_it_leaves_and_enters_is_seen():
    beside, above = X[0] + 10_600, Y[0] - 5_500
    faults = check(OWN, loop((beside, Y[0]), (beside, above), (X[0], above), (X[0], Y[0] - TOP)))
    assert "edge 0 comes too near to symbol 1" in faults


def test_a_line_that_comes_back_to_the_port_it_left_by_is_seen():
    beside, beyond, above = X[0] + 10_600, X[0] + 11_200, Y[0] - 7_000
    back = loop((beside, Y[0]), (beside, above), (beyond, above), (beyond, Y[0]), (X[0] + RIGHT, Y[0]))
    assert "edge 0 leaves and enters by the same port" in check(OWN, back)


FORK = page("a( a b b", "1-2 1-3 1-4", columns=2, heights=[20_000] * 4)
TO_TWO = Path(0, ((X[0], Y[0] + BOTTOM), (X[0], Y[1] - TOP)))
TO_THREE = Path(1, ((X[0] + RIGHT, Y[0]), (X[1], Y[0]), (X[1], Y[2] - TOP)))
TO_FOUR = ((X[0] + RIGHT, Y[0]), (45_000, Y[0]), (45_000, Y[3]), (X[1] - LEFT, Y[3]))


def test_lines_without_label_from_one_symbol_may_begin_as_one():
    assert check(FORK, Routed((TO_TWO, TO_THREE, Path(2, TO_FOUR)))) == []


def test_lines_that_begin_as_one_share_nothing_after_they_have_parted():
    again = (*TO_FOUR[:2], (45_000, 27_000), (X[1], 27_000), (X[1], 47_000), (45_000, 47_000), *TO_FOUR[2:])
    assert "edges 1 and 2 overlap" in check(FORK, Routed((TO_TWO, TO_THREE, Path(2, again))))


def test_answers_of_a_decision_do_not_begin_as_one():
    answers = tuple(replace(edge, label="Ya", label_w=2_300, label_h=2_600) for edge in FORK.edges)
    drawing = Page(FORK.columns, FORK.rows, FORK.nodes, answers)
    assert "edges 1 and 2 overlap" in check(drawing, Routed((TO_TWO, TO_THREE, Path(2, TO_FOUR))))


STAR = page("b a( c b", "2-1 2-3 2-4", columns=3, heights=[20_000] * 4)
OUT = (X[0] + RIGHT, Y[1])
STRAIGHT_ON = Path(1, (OUT, (X[2], Y[1]), (X[2], Y[2] - TOP)))


def star(up, down):
    """Three lines that leave the second step as one; one turns up at the x `up`, one down at the x `down`."""
    upward = Path(0, (OUT, (up, Y[1]), (up, Y[0]), (X[1] - LEFT, Y[0])))
    downward = Path(2, (OUT, (down, Y[1]), (down, Y[3]), (X[1] - LEFT, Y[3])))
    return Routed((upward, STRAIGHT_ON, downward))


def test_lines_may_part_to_one_side_after_the_other():
    assert check(STAR, star(44_600, 45_200)) == []


def test_lines_that_part_to_both_sides_of_a_third_at_one_place_are_seen():
    assert check(STAR, star(45_000, 45_000)) == [f"lines that part or meet at {(45_000, Y[1])} seem to cross"]


def test_lines_that_part_to_both_sides_nearly_at_one_place_are_seen():
    one, other = (45_000, Y[1]), (45_400, Y[1])
    assert check(STAR, star(45_000, 45_400)) == [
        f"lines part or meet at {one}, too near to {other}",
        f"lines part or meet at {other}, too near to {one}",
    ]


FUNNEL = page("a b c b(", "1-4 2-4 3-4", heights=[20_000] * 4)


def funnel(height):
    """Three lines that end as one; the first comes from the left at the y `height`, the last from the right."""
    first = Path(0, ((X[0], Y[0] + BOTTOM), (X[0], height), (X[1], height), (X[1], Y[3] - TOP)))
    second = Path(1, ((X[1], Y[1] + BOTTOM), (X[1], Y[3] - TOP)))
    return Routed((first, second, Path(2, ((X[2] - LEFT, Y[2]), (X[1], Y[2]), (X[1], Y[3] - TOP)))))


def test_lines_may_meet_one_after_the_other():
    assert check(FUNNEL, funnel(Y[2] + 1_000)) == []


def test_lines_that_meet_a_third_from_both_sides_at_one_place_are_seen():
    assert check(FUNNEL, funnel(Y[2])) == [f"lines that part or meet at {(X[1], Y[2])} seem to cross"]


def test_lines_that_cross_are_not_taken_for_lines_that_meet():
    crossed = page("a b c( b", "1-3 2-4", heights=[20_000] * 4)
    routed = Routed(
        (
            Path(0, ((X[0], Y[0] + BOTTOM), (X[0], 49_000), (X[2], 49_000), (X[2], Y[2] - TOP))),
            Path(1, ((X[1], Y[1] + BOTTOM), (X[1], Y[3] - TOP))),
        )
    )
    assert check(crossed, routed) == []
    assert count_crossings(routed) == 1


def test_an_off_page_connector_is_entered_from_the_rows_only():
    strip = page("a( b(", "1-2 2-v1", below="b", heights=[20_000] * 2)
    side = Routed(
        (
            ONE_TWO,
            Path(1, ((X[1] + RIGHT, Y[1]), (66_000, Y[1]), (66_000, 54_500), (59_000, 54_500))),
        )
    )
    faults = check(strip, side)
    assert "edge 1 does not enter v1 by a port" in faults
    assert "edge 1 runs along a strip" in faults


def test_crossings_are_counted_once_for_a_shared_run():
    across = way(0, (X[0], Y[0] + BOTTOM), (X[0], 28_000), (90_000, 28_000), (90_000, 70_600), (X[1], 70_600))
    assert count_crossings(drawn(across)) == 1


@pytest.mark.parametrize(
    ("shape", "box", "distance"),
    [
        (Shape.KOTAK, (1_300, -100, 1_500, 100), 300),
        (Shape.KETUPAT, (1_300, -100, 1_500, 100), 300),
        (Shape.KETUPAT, (1_000, 1_000, 1_500, 1_500), 1_000 / 2**0.5),
        (Shape.KETUPAT, (400, 400, 1_500, 1_500), 0),
        (Shape.KAPSUL, (1_000, 1_000, 1_500, 1_500), 1_000 * (2**0.5 - 1)),
        (Shape.KAPSUL, (-100, 1_200, 100, 1_500), 200),
    ],
)
def test_the_distance_to_a_symbol_is_that_to_its_outline(shape, box, distance):
    node = Node("n", 0, 0, -1_000, -1_000, 2_000, 2_000, shape)
    assert distance_to_symbol(box, node) == pytest.approx(distance)
