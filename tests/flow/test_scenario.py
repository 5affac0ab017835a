"""Scenarios: which steps become active when each decision takes one branch."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.flow.scenario import follow, forward_branches, scenarios, smooth

LIMIT = 64


def ways(flow, limit=LIMIT):
    """The active steps of every scenario by their numbers, as typed in a picture."""
    return ["".join(str(step + 1) for step in one.steps) for one in scenarios(flow, limit)]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("1 -> 2\n2 -> .", ["12"]),
        ("1 lanjut 2 3\n2 lanjut 4\n3 -> 4\n4 -> .", ["1234"]),
        ("1 ya 2 tidak 3\n2 lanjut 4\n3 -> 4\n4 -> .", ["124", "134"]),
        ("1 -> 2\n2 ya 3 tidak 1\n3 -> .", ["123"]),
        ("1 ya 2 tidak 4\n2 ya 3 tidak 4\n3 -> 4\n4 -> .", ["1234", "14", "124"]),
        ("1 lanjut 2 3\n2 ya 4 tidak 5\n3 ya 4 tidak 5\n4 -> 5\n5 -> .", ["12345", "12345", "1235", "12345"]),
        ("1 ya 3 tidak .\n2 -> 3\n3 -> .", ["13", "1"]),
    ],
)
def test_the_steps_of_each_way_through(picture, expected, read):
    assert ways(read(picture)) == expected


def test_a_smooth_run_takes_the_branch_that_does_not_lead_back_and_else_ya(read):
    flow = read("1 -> 2\n2 ya 1 tidak 3\n3 ya 4 tidak 5\n4 -> 5\n5 -> .")
    assert [(edge.source, edge.target) for edge in smooth(flow).chosen] == [(1, 2), (2, 3)]


def test_a_decision_whose_branches_all_lead_back_does_not_finish(read):
    assert not smooth(read("1 -> 2\n2 ya 1 tidak 2\n3 -> .")).finishes


def test_a_way_finishes_when_some_active_step_ends_the_procedure(read):
    assert [one.finishes for one in scenarios(read("1 ya 2 tidak 3\n2 lanjut .\n3 ya 1 tidak 2"), LIMIT)] == [
        True,
        False,
    ]


def test_forward_branches_leave_out_the_way_back(read):
    flow = read("1 -> 2\n2 ya 3 tidak 1\n3 -> .")
    assert [edge.target for edge in forward_branches(flow, 1)] == [2]


def test_a_parallel_step_starts_all_its_successors_whatever_is_chosen(read):
    flow = read("1 lanjut 2 3\n2 lanjut .\n3 -> .")
    assert follow(flow, lambda options: options[-1]).steps == (0, 1, 2)


def test_no_more_scenarios_are_made_than_asked_for(read):
    picture = "\n".join([*(f"{n} ya {n + 1} tidak {n + 2}" for n in range(1, 40)), "40 -> 41", "41 -> ."])
    assert len(scenarios(read(picture), 10)) == 10


@st.composite
def decisions(draw):
    """A picture of five rows: plain ones and decisions, forwards and back."""
    lines = []
    for number in range(1, 6):
        if draw(st.booleans()):
            target = st.sampled_from(["1", "2", "3", "4", "5", "."])
            lines.append(f"{number} ya {draw(target)} tidak {draw(target)}")
        else:
            lines.append(f"{number} -> {number + 1 if number < 5 else '.'}")
    return "\n".join(lines)


def by_trying_all(flow):
    """Every way through, by choosing for each decision beforehand, active or not."""
    found = set()
    for picks in product((0, 1), repeat=len(flow.decisions)):
        pick = dict(zip(flow.decisions, picks, strict=True))
        one = follow(flow, lambda options, pick=pick: options[pick[options[0].source] % len(options)])
        found.add((one.steps, one.edges))
    return found


@given(picture=decisions())
def test_the_scenarios_are_all_ways_through_each_once(picture, read):
    flow = read(picture)
    found = [(one.steps, one.edges) for one in scenarios(flow, LIMIT)]
    assert len(set(found)) == len(found)
    assert set(found) == by_trying_all(flow)


@given(picture=decisions())
def test_in_every_scenario_each_active_step_but_the_first_is_reached_by_an_active_edge(picture, read):
    flow = read(picture)
    for one in scenarios(flow, LIMIT):
        targets = {edge.target for edge in one.edges}
        assert set(one.steps) == {0} | (targets - {None})
        assert all(edge.source in one.steps and not edge.leads_back for edge in one.edges)


@given(picture=decisions())
def test_the_first_scenario_is_the_smooth_one(picture, read):
    flow = read(picture)
    assert scenarios(flow, 1) == (smooth(flow),)
