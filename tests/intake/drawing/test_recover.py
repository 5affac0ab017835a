"""Charts as offices draw them, and the flow that is read from them."""

from __future__ import annotations

import pytest
from charts import arrow, down, drawing, edges, grid, label, line, roles, shape

from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.drawing.recovered import SURE, MergedColumns
from sopkit.intake.drawing.shapes import Stroke


def three():
    return [shape("a", "kapsul", 0, 0), shape("b", "kotak", 1, 0), shape("c", "kapsul", 2, 0)]


def test_a_column_of_symbols_joined_by_arrows_is_a_line_of_steps():
    flow = recover_flow(drawing(three(), [down(0, 0), down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2", "2>3", "3>."]
    assert [(s.kind, s.ends) for s in flow.symbols] == [
        ("kapsul", "mulai"),
        ("kotak", None),
        ("kapsul", "selesai"),
    ]


@pytest.mark.parametrize("short", [0.0, 3.0, 5.0, 9.0])
def test_an_arrow_may_stop_short_of_its_symbol(short):
    flow = recover_flow(drawing(three(), [down(0, 0, short=short), down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2", "2>3", "3>."]


def test_an_arrow_that_stops_very_far_from_its_symbol_is_doubted():
    flow = recover_flow(drawing(three(), [down(0, 0, short=25.0), down(1, 0)]), grid(3, 1))
    assert edges(flow)[0] == "1>2 ?"


def test_an_arrow_drawn_backwards_leads_where_its_head_is():
    back = arrow((45, 110), (45, 50), start=True, end=False)
    flow = recover_flow(drawing(three(), [back, down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2", "2>3", "3>."]


def test_a_line_without_a_head_goes_down_and_is_doubted():
    flow = recover_flow(drawing(three(), [line((45, 50), (45, 110)), down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2 ?", "2>3", "3>."]
    assert "panah" in flow.edges[0].why.id


def test_a_connector_in_pieces_is_followed_around_its_corners():
    symbols = [shape("a", "kapsul", 0, 0), shape("b", "kapsul", 1, 1)]
    pieces = [line((45, 50), (45, 80.4)), line((44.6, 80), (135.3, 80)), arrow((135, 79.5), (135, 110))]
    assert edges(recover_flow(drawing(symbols, pieces), grid(2, 2))) == ["1>2", "2>."]


def test_lines_that_cross_do_not_meet():
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("b", "kotak", 1, 1),
        shape("c", "kotak", 2, 0),
        shape("d", "kapsul", 3, 1),
    ]
    strokes = [
        arrow((65, 40), (135, 40), (135, 110)),
        arrow((115, 120), (45, 120), (45, 190)),
        arrow((65, 200), (135, 200), (135, 270)),
        line((20, 160), (160, 160)),
    ]
    assert edges(recover_flow(drawing(symbols, strokes), grid(4, 2))) == ["1>2", "2>3", "3>4", "4>."]


def test_a_line_that_runs_into_another_goes_on_to_its_head():
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("b", "kotak", 1, 0),
        shape("b2", "kotak", 1, 1),
        shape("c", "kapsul", 2, 0),
    ]
    strokes = [
        down(0, 0),
        arrow((90, 60), (135, 60), (135, 110)),
        line((45, 60), (90, 60)),
        down(1, 0),
        line((135, 130), (135, 150), (45, 150)),
    ]
    flow = recover_flow(drawing(symbols, strokes), grid(3, 2))
    assert edges(flow) == ["1>2", "2>3", "3>."]
    assert roles(flow)[1] == [(0, 1)]


def decision(labels, *, back=(0, 0)):
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("b", "kotak", 1, 0),
        shape("d", "ketupat", 2, 0),
        shape("e", "kapsul", 3, 0),
    ]
    x, y = back
    up = arrow((65, 200 + y), (80 + x, 200 + y), (80 + x, 120 + y), (65, 120 + y))
    strokes = [down(0, 0), down(1, 0), down(2, 0), up]
    return recover_flow(drawing(symbols, strokes, labels), grid(4, 1))


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Ya", "Tidak"), ("Y", "T"), ("Sudah sesuai", "Belum\nsesuai"), ("Setuju", "Tidak setuju")],
)
def test_words_beside_the_lines_of_a_decision_name_its_exits(yes, no):
    flow = decision([label(yes, 48, 212), label(no, 67, 188)])
    assert edges(flow) == ["1>2", "2>3", "3>2 tidak", "3>4 ya", "4>."]
    assert [edge.label for edge in flow.edges if edge.branch] == [" ".join(no.split()), yes]


def test_a_label_may_float_in_the_next_row():
    flow = decision([label("Ya", 50, 243), label("Tidak", 84, 150)])
    assert "3>2 tidak" in edges(flow)
    assert "3>4 ya" in edges(flow)


def test_one_label_names_the_other_exit_too():
    assert "3>4 ya" in edges(decision([label("Tidak", 67, 188)]))


def test_a_decision_without_words_takes_the_way_back_for_no_and_says_so():
    flow = decision([])
    assert edges(flow) == ["1>2", "2>3", "3>2 tidak ?", "3>4 ya ?", "4>."]
    assert "Ya/Tidak" in flow.edges[2].why.id


def test_a_decision_with_one_line_is_taken_to_go_on_and_marked():
    symbols = [shape("a", "kapsul", 0, 0), shape("d", "ketupat", 1, 0), shape("e", "kapsul", 2, 0)]
    up = arrow((65, 120), (80, 120), (80, 40), (65, 40))
    flow = recover_flow(drawing(symbols, [down(0, 0), up], [label("Tidak", 67, 108)]), grid(3, 1))
    assert edges(flow) == ["1>2", "2>1 tidak", "2>3 ya ?", "3>."]


def test_a_step_that_no_line_leaves_goes_on_to_the_next_row_and_is_marked():
    flow = recover_flow(drawing(three(), [down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2 ?", "2>3", "3>."]
    assert flow.edges[0].why is not None


def test_edges_before_a_row_that_nothing_reaches_are_doubted():
    symbols = [*three(), shape("d", "kapsul", 3, 0)]
    jump = arrow((25, 40), (5, 40), (5, 200), (25, 200))
    flow = recover_flow(drawing(symbols, [jump, down(1, 0), down(2, 0)]), grid(4, 1))
    assert edges(flow)[0] == "1>3 ?"


@pytest.mark.parametrize("direction", [1, -1])
def test_several_symbols_in_a_row_hand_over_along_their_arrows(direction):
    columns = (0, 1, 2) if direction > 0 else (2, 1, 0)
    symbols = [shape(str(c), "kotak", 0, c) for c in range(3)] + [shape("z", "kapsul", 1, columns[-1])]
    strokes = [
        arrow((c * 90 + 45 + direction * 20, 40), ((c + direction) * 90 + 45 - direction * 20, 40))
        for c in columns[:-1]
    ]
    flow = recover_flow(drawing(symbols, [*strokes, down(0, columns[-1])]), grid(2, 3))
    assert roles(flow)[0] == [(c,) for c in columns]
    assert edges(flow) == ["1>2", "2>."]
    assert all(symbol.confidence >= SURE for symbol in flow.symbols)


def test_symbols_in_a_row_without_an_order_are_doubted():
    symbols = [shape("a", "kotak", 0, 0), shape("b", "kotak", 0, 1), shape("c", "kapsul", 1, 1)]
    strokes = [arrow((65, 40), (115, 40), start=True), down(0, 1)]
    flow = recover_flow(drawing(symbols, strokes), grid(2, 2))
    assert [symbol.confidence < SURE for symbol in flow.symbols] == [True, True, False]


def test_a_capsule_beside_a_box_in_its_cell_is_a_sign_of_its_own():
    symbols = [
        shape("s", "kapsul", 0, 0, off=(0, -24)),
        shape("a", "kotak", 0, 0, off=(0, 12)),
        shape("b", "kotak", 1, 0, off=(0, -12)),
        shape("e", "kapsul", 1, 0, off=(0, 24)),
    ]
    strokes = [arrow((45, 26), (45, 42)), arrow((45, 62), (45, 98)), arrow((45, 118), (45, 134))]
    flow = recover_flow(drawing(symbols, strokes), grid(2, 1))
    assert [(s.kind, s.apart, s.ends) for s in flow.symbols] == [
        ("kotak", False, None),
        ("kapsul", True, "mulai"),
        ("kotak", False, None),
        ("kapsul", True, "selesai"),
    ]
    assert edges(flow) == ["1>2", "2>."]


def test_a_capsule_below_the_table_ends_the_flow():
    symbols = [shape("a", "kapsul", 0, 0), shape("b", "kotak", 1, 0), shape("e", "kapsul", 2, 0)]
    flow = recover_flow(drawing(symbols, [down(0, 0), down(1, 0)]), grid(2, 1))
    assert edges(flow) == ["1>2", "2>."]


def test_a_decision_may_end_the_flow():
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("d", "ketupat", 1, 0),
        shape("b", "kotak", 2, 0),
        shape("e", "kapsul", 2, 0, off=(0, 28), half=(15, 6)),
    ]
    strokes = [
        down(0, 0),
        down(1, 0),
        arrow((45, 210), (45, 222)),
        arrow((65, 120), (80, 120), (80, 228), (60, 228)),
    ]
    labels = [label("Ya", 48, 132), label("Tidak", 67, 108)]
    flow = recover_flow(drawing(symbols, strokes, labels), grid(3, 1))
    assert edges(flow) == ["1>2", "2>3 ya", "2>. tidak", "3>."]


@pytest.mark.parametrize("letter", ["A", ""])
def test_off_page_connectors_carry_an_edge_over_the_page(letter):
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("o", "segilima", 1, 0, text=letter),
        shape("i", "segilima", 0, 0, page=2, text=letter, off=(0, -70)),
        shape("b", "kapsul", 0, 0, page=2),
    ]
    strokes = [down(0, 0), arrow((45, -20), (45, 30), page=2)]
    flow = recover_flow(drawing(symbols, strokes), grid(2, 1, pages=[1, 2]))
    assert edges(flow) == ["1>2", "2>."]


def test_letters_pair_connectors_that_stand_in_another_order():
    symbols = [
        shape("a", "ketupat", 0, 0),
        shape("o1", "segilima", 1, 0, text="1"),
        shape("o2", "segilima", 1, 1, text="2"),
        shape("i2", "segilima", 0, 0, page=2, text="2", off=(0, -70)),
        shape("i1", "segilima", 1, 2, page=2, text="1", off=(0, -34), half=(10, 8)),
        shape("b", "kotak", 0, 0, page=2),
        shape("c", "kapsul", 1, 2, page=2, off=(0, 20)),
    ]
    strokes = [
        down(0, 0),
        arrow((65, 40), (135, 40), (135, 110)),
        arrow((45, -20), (45, 30), page=2),
        arrow((225, 94), (225, 130), page=2),
    ]
    labels = [label("Ya", 70, 28), label("Tidak", 50, 56)]
    flow = recover_flow(drawing(symbols, strokes, labels), grid(3, 3, pages=[1, 2, 2]))
    assert {"1>2 ya", "1>3 tidak"} <= set(edges(flow))


def test_glued_ends_are_believed_before_geometry():
    far = Stroke(
        ((500.0, 500.0), (600.0, 600.0)),
        arrow_at_start=False,
        arrow_at_end=True,
        page=1,
        source="a",
        target="b",
    )
    flow = recover_flow(drawing(three(), [far, down(1, 0)]), grid(3, 1))
    assert edges(flow) == ["1>2", "2>3", "3>."]


def test_a_symbol_over_two_columns_is_joint_work_and_marked():
    symbols = [shape("a", "kotak", 0, 0, off=(45, 0)), shape("b", "kapsul", 1, 0)]
    flow = recover_flow(drawing(symbols), grid(2, 2))
    assert roles(flow)[0] == [(0, 1)]
    assert flow.symbols[0].confidence < SURE


def test_a_symbol_in_a_merged_cell_is_of_all_its_roles():
    table = grid(1, 3)
    merged = type(table)(table.columns, table.rows, (MergedColumns(0, 0, 2),))
    flow = recover_flow(drawing([shape("a", "kotak", 0, 1)]), merged)
    assert roles(flow)[0] == [(0, 1, 2)]


def test_a_form_that_is_no_symbol_counts_only_with_lines_and_is_marked():
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("x", None, 1, 0),
        shape("c", "kapsul", 2, 0),
        shape("y", None, 0, 1),
    ]
    flow = recover_flow(drawing(symbols, [down(0, 0), down(1, 0)]), grid(3, 2))
    assert [(s.kind, s.confidence >= SURE) for s in flow.symbols] == [
        ("kapsul", True),
        ("kotak", False),
        ("kapsul", True),
    ]


def test_rows_without_symbols_and_unused_words_are_named():
    flow = recover_flow(
        drawing(
            [shape("a", "kapsul", 0, 0), shape("c", "kapsul", 2, 0)], (), [label("lihat SOP lain", 10, 100)]
        ),
        grid(3, 1),
    )
    assert any("baris 2" in note.id for note in flow.notes)
    assert any("lihat SOP lain" in note.id for note in flow.notes)


def test_an_empty_drawing_says_nothing():
    flow = recover_flow(drawing([]), grid(3, 1))
    assert flow.symbols == flow.edges == ()


def test_a_line_back_without_a_decision_is_doubted():
    back = arrow((65, 200), (80, 200), (80, 120), (65, 120))
    symbols = [*three()[:2], shape("c", "kotak", 2, 0)]
    assert "3>2 ?" in edges(recover_flow(drawing(symbols, [down(0, 0), down(1, 0), back]), grid(3, 1)))


def test_an_answer_in_a_frame_of_its_own_is_a_label_and_no_symbol():
    framed = shape("y", "kotak", 2, 0, text="Ya", off=(0, 22), half=(6, 4))
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("b", "kotak", 1, 0),
        shape("d", "ketupat", 2, 0),
        shape("e", "kapsul", 3, 0),
        framed,
    ]
    up = arrow((65, 200), (80, 200), (80, 120), (65, 120))
    flow = recover_flow(drawing(symbols, [down(0, 0), down(1, 0), down(2, 0), up]), grid(4, 1))
    assert edges(flow) == ["1>2", "2>3", "3>2 tidak", "3>4 ya", "4>."]
    assert len(flow.symbols) == 4


def test_lines_far_from_the_role_columns_are_not_followed():
    far = line((800, 40), (900, 40))
    assert edges(recover_flow(drawing(three(), [far, down(0, 0), down(1, 0)]), grid(3, 1))) == [
        "1>2",
        "2>3",
        "3>.",
    ]


def test_of_two_connectors_with_one_letter_that_of_the_named_page_is_meant():
    symbols = [
        shape("a", "kapsul", 0, 0),
        shape("out", "segilima", 0, 0, text="A", off=(0, 35)),
        shape("near", "segilima", 0, 0, text="A", page=2, off=(0, -35)),
        shape("b", "kotak", 0, 0, page=2),
        shape("far", "segilima", 0, 0, text="A", page=3, off=(0, -35)),
        shape("c", "kapsul", 0, 0, page=3),
    ]
    table = grid(3, 1, pages=[1, 2, 3])
    lines = [
        arrow((45, 50), (45, 65)),
        arrow((45, 15), (45, 30), page=2),
        arrow((45, 15), (45, 30), page=3),
    ]
    plain = recover_flow(drawing(symbols, lines), table)
    named = recover_flow(drawing(symbols, lines, [label("ke h. 3", 68, 70)]), table)
    assert [flow.edges[0].target for flow in (plain, named)] == [1, 2]


def test_the_page_beside_a_connector_is_no_answer_of_a_decision():
    symbols = [shape("a", "kapsul", 0, 0), shape("b", "ketupat", 1, 0), shape("c", "kapsul", 2, 0)]
    lines = [down(0, 0), down(1, 0), arrow((65, 120), (88, 120), (88, 40), (65, 40))]
    flow = recover_flow(
        drawing(symbols, lines, [label("ke h. 2", 48, 132), label("Tidak", 66, 112)]), grid(3, 1)
    )
    assert {(edge.target, edge.label) for edge in flow.edges if edge.source == 1} == {(0, "Tidak"), (2, None)}
