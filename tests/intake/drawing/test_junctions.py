"""Lines that end as one, lines that begin as one, and stretches between them without an arrowhead of their own.

In the charts a column is 90 points wide and a row 80 high; a symbol reaches 20 points to the side, 10 up and down.
"""

from __future__ import annotations

from charts import arrow, drawing, edges, grid, label, line, shape

from sopkit.intake.drawing.net import network
from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.drawing.stretches import pieces


def boxes(*places):
    """Symbols by row and column; the first and the last one are capsules."""
    return [
        shape(str(row), "kapsul" if row in {0, len(places) - 1} else "kotak", row, column)
        for row, column in enumerate(places)
    ]


def test_a_line_that_joins_another_does_not_turn_back_on_it():
    symbols = boxes(0, 1, 1)
    lines = [
        arrow((45, 50), (45, 70), (135, 70), (135, 110)),
        arrow((135, 130), (135, 190)),
        line((65, 40), (170, 40), (170, 160), (135, 160)),
    ]
    assert edges(recover_flow(drawing(symbols, lines), grid(3, 2))) == ["1>2", "1>3", "2>3", "3>."]


def test_a_stretch_between_two_arrows_belongs_to_the_symbol_that_forks_already():
    """Step 2 goes on to 3, 4 and 5 at once; its line to 5 ends as one with that of 3, and so does the one of 3 into 4."""
    symbols = boxes(1, 1, 0, 1, 0)
    lines = [
        arrow((135, 50), (135, 110)),
        arrow((115, 120), (45, 120), (45, 190)),
        arrow((135, 130), (135, 270)),
        line((65, 200), (135, 200)),
        arrow((115, 280), (45, 280), (45, 350)),
        line((155, 120), (176, 120), (176, 320), (45, 320)),
    ]
    found = edges(recover_flow(drawing(symbols, lines), grid(5, 2)))
    assert found == ["1>2", "2>3", "2>4", "2>5", "3>4", "4>5", "5>."]


def test_an_answer_leads_to_one_step_though_its_line_meets_others():
    """The No of step 2 and the line of step 3 both end in step 4; no way leads from the one to the other."""
    symbols = [
        shape("0", "kapsul", 0, 0),
        shape("1", "ketupat", 1, 0),
        shape("2", "kotak", 2, 0),
        shape("3", "kapsul", 3, 1),
    ]
    lines = [
        arrow((45, 50), (45, 110)),
        arrow((45, 130), (45, 190)),
        line((65, 120), (120, 120), (120, 200)),
        line((65, 200), (135, 200)),
        arrow((135, 200), (135, 270)),
    ]
    labels = [label("Tidak", 70, 110), label("Ya", 48, 135)]
    found = edges(recover_flow(drawing(symbols, lines, labels), grid(4, 2)))
    assert found == ["1>2", "2>3 ya", "2>4 tidak", "3>4", "4>."]


def test_where_both_readings_are_as_good_the_edges_are_doubted():
    """A stretch between two arrows that run side by side may have been drawn from either of them."""
    symbols = boxes(0, 1, 0, 1, 0)
    lines = [
        arrow((45, 50), (45, 190)),
        arrow((135, 130), (135, 270)),
        line((45, 160), (135, 160)),
        arrow((65, 200), (100, 200), (100, 120), (115, 120)),
        arrow((115, 280), (45, 280), (45, 350)),
    ]
    found = edges(recover_flow(drawing(symbols, lines), grid(5, 2)))
    assert found == ["1>3", "1>4 ?", "2>4", "3>2 ?", "4>5", "5>."]


def test_lines_from_both_sides_that_end_on_a_third_one_meet_it():
    """The No of two decisions comes home from left and right on one height: on paper, a line across the arrow.

    A line from the one to the other without its arrowhead would look the same, so that this is doubted.
    """
    symbols = [
        shape("0", "kapsul", 0, 1),
        shape("1", "ketupat", 1, 1),
        shape("2", "ketupat", 2, 1),
        shape("3", "kapsul", 3, 1),
    ]
    lines = [
        arrow((135, 50), (135, 110)),
        arrow((135, 130), (135, 190)),
        arrow((135, 210), (135, 270)),
        line((155, 120), (170, 120), (170, 80), (100, 80), (100, 200), (115, 200)),
    ]
    labels = [label("Tidak", 156, 112), label("Ya", 138, 132), label("Tidak", 95, 204), label("Ya", 138, 212)]
    found = edges(recover_flow(drawing(symbols, lines, labels), grid(4, 3)))
    assert found == ["1>2 ?", "2>2 tidak ?", "2>3 ya", "3>2 tidak ?", "3>4 ya", "4>."]


def test_dead_ends_are_no_stretches():
    symbols = boxes(0, 0)
    net = network(symbols, [arrow((45, 50), (45, 110)), line((45, 80), (90, 80))])
    (piece,) = pieces(net)
    assert [len(piece.stretches), len(piece.knots)] == [1, 2]


def test_a_tangle_of_very_many_lines_is_left_as_it_is():
    symbols = [shape(f"{row}.{column}", "kotak", row, column) for row in (0, 1) for column in range(20)]
    rails = [line((0, y), (1800, y)) for y in (60.0, 80.0, 100.0)]
    ties = [line((45 + 90 * c, 50), (45 + 90 * c, 60)) for c in range(20)]
    ties += [line((30 + 90 * c, 60), (30 + 90 * c, 80)) for c in range(20)]
    ties += [line((60 + 90 * c, 80), (60 + 90 * c, 100)) for c in range(20)]
    ties += [arrow((45 + 90 * c, 100), (45 + 90 * c, 110)) for c in range(20)]
    found = recover_flow(drawing(symbols, [*rails, *ties]), grid(2, 20))
    assert found.edges
    assert all(edge.why is not None for edge in found.edges if edge.target == 1)


def test_what_crosses_a_line_of_a_symbol_that_forks_is_doubted():
    """Step 1 forks; where its line to step 4 crosses the shared one of 2 and 3 it may as well turn off to both sides."""
    symbols = [
        shape("0", "kapsul", 0, 1),
        shape("1", "kotak", 1, 0),
        shape("2", "kotak", 2, 2),
        shape("3", "kotak", 3, 1),
        shape("4", "kapsul", 4, 0),
    ]
    lines = [
        arrow((115, 40), (45, 40), (45, 110)),
        arrow((135, 50), (135, 270)),
        arrow((65, 120), (225, 120), (225, 190)),
        line((205, 120), (205, 160), (25, 160)),
        line((25, 160), (25, 300)),
        line((225, 210), (225, 300), (135, 300)),
        arrow((115, 280), (45, 280), (45, 350)),
        line((25, 300), (45, 300)),
    ]
    found = edges(recover_flow(drawing(symbols, lines), grid(5, 3)))
    assert found[:5] == ["1>2", "1>4 ?", "2>3 ?", "2>5 ?", "3>4 ?"]
