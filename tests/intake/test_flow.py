"""A recovered flow put into steps."""

from __future__ import annotations

import pytest

from sopkit.errors import Text
from sopkit.intake.draft import DraftStep, Value
from sopkit.intake.drawing.recovered import DrawnEdge, DrawnFlow, DrawnSymbol, MergedColumns
from sopkit.intake.flow import flow_grid, with_flow
from sopkit.intake.heading import Heading, RoleColumn
from sopkit.intake.rows import Row
from sopkit.intake.source import Cell, Place

KEYS = ("staf", "kepala")
PLACE = Place(1, 1, "a.pdf")
WHY = Text("ragu", "doubtful")


def steps(count):
    return [DraftStep(PLACE, Value(f"Langkah {number}", PLACE), role_why=WHY) for number in range(count)]


def symbol(row, column, kind="kotak", order=0, confidence=1.0, **more):
    return DrawnSymbol(row, column, kind, order, confidence, **more)


def edge(source, target, branch=None, label=None, confidence=1.0, why=None):
    return DrawnEdge(source, target, label, branch, confidence, why)


def flow(count, symbols, edges):
    made, _ = with_flow(steps(count), DrawnFlow(tuple(symbols), tuple(edges)), KEYS)
    return made


def test_symbols_tell_who_acts_in_their_order():
    first, second = flow(2, [symbol(0, 1, order=1), symbol(0, 0), symbol(1, 1)], [edge(0, 1)])
    assert (first.roles, second.roles) == (("staf", "kepala"), ("kepala",))
    assert first.role_why is None


def test_two_symbols_of_one_role_are_one_role():
    (only,) = flow(1, [symbol(0, 0), symbol(0, 0, order=1)], [])
    assert only.roles == ("staf",)


def test_symbols_of_one_order_act_together():
    (only,) = flow(1, [symbol(0, 0), symbol(0, 1)], [])
    assert (only.roles, only.together, only.role_why) == (("staf", "kepala"), True, None)


def test_a_cell_over_several_roles_is_told_to_the_recovery():
    heading = Heading(
        0, 1, {"kegiatan": (1,)}, (RoleColumn("Staf", (2,), 0), RoleColumn("Kepala", (3,), 0)), {}
    )
    row = Row(
        PLACE,
        "1",
        heading,
        cells=[Cell("", 1, 2, 1, 2, (10, 0, 50, 20), 1), Cell("x", 1, 1, 1, 1, (0, 0, 10, 20), 1)],
    )
    headings = [Cell("Staf", 0, 2, 1, 1, (10, 0, 30, 5), 1), Cell("Kepala", 0, 3, 1, 1, (30, 0, 50, 5), 1)]
    grid = flow_grid([row], headings)
    assert grid.merged == (MergedColumns(0, 0, 1),)
    assert [(span.left, span.right) for span in grid.columns] == [(10, 30), (30, 50)]


def test_a_doubtful_symbol_is_doubted_with_its_reason():
    (only,) = flow(1, [symbol(0, 0, confidence=0.5, why=WHY)], [])
    assert only.role_why == WHY


def test_a_step_without_symbol_keeps_what_was_known():
    first, second = flow(2, [symbol(0, 0)], [edge(0, 1)])
    assert (first.role_why, second.role_why, second.roles) == (None, WHY, ())


def test_a_diamond_is_a_decision_with_its_branches():
    made = flow(
        3,
        [symbol(0, 0), symbol(1, 1, "ketupat"), symbol(2, 0)],
        [edge(0, 1), edge(1, 0, "tidak", "T"), edge(1, 2, "ya", "Y")],
    )
    exits = made[1].exits
    assert list(exits) == ["ya", "tidak"]
    assert (exits["ya"].target, exits["ya"].label, exits["tidak"].target) == (2, "Y", 0)
    assert made[1].doubts == ()


def test_a_branch_that_is_not_drawn_is_told():
    made = flow(2, [symbol(0, 0, "ketupat"), symbol(1, 0)], [edge(0, 1, "ya")])
    assert list(made[0].exits) == ["ya"]
    assert "tidak" in made[0].doubts[0].id


def test_a_third_line_out_of_a_decision_is_told():
    made = flow(2, [symbol(0, 0, "ketupat")], [edge(0, 1, "ya"), edge(0, None, "tidak"), edge(0, 0)])
    assert "3 garis" in made[0].doubts[-1].id


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([edge(0, 1)], None),
        ([edge(0, 2)], (2,)),
        ([edge(0, 1), edge(0, 2)], (1, 2)),
        ([edge(0, None)], (None,)),
    ],
)
def test_ways_are_written_only_where_they_are_not_the_next_row(edges, expected):
    assert flow(3, [symbol(0, 0)], edges)[0].next == expected


def test_the_last_row_ends_without_being_told_so():
    assert flow(1, [symbol(0, 0)], [edge(0, None)])[0].next is None


def test_a_step_without_lines_is_doubted_but_for_the_last():
    first, last = flow(2, [symbol(0, 0), symbol(1, 0)], [])
    assert first.doubts
    assert last.doubts == ()


def test_capsules_beside_the_steps_are_told_apart():
    _, apart = with_flow(
        steps(1), DrawnFlow((symbol(0, 0, "kapsul", apart=True), symbol(0, 1, order=1))), KEYS
    )
    assert apart
