"""Loops in a flow: groups of steps each of which leads to every other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.flow.graph import Edge, EdgeKind
from sopkit.lint.facts.cycles import components


def edges(*pairs):
    return [Edge(source, target, EdgeKind.LANJUT, ("langkah", source)) for source, target in pairs]


def test_a_straight_flow_has_no_loop():
    assert components(range(3), edges((0, 1), (1, 2), (2, None))) == []


def test_an_edge_to_itself_is_a_loop():
    assert components(range(2), edges((0, 1), (1, 1))) == [{1}]


def test_loops_that_share_a_step_are_one_group():
    assert components(range(4), edges((0, 1), (1, 0), (1, 2), (2, 1), (2, 3))) == [{0, 1, 2}]


def test_loops_that_only_follow_each_other_are_two_groups_by_their_smallest_step():
    assert components(range(4), edges((2, 3), (3, 2), (0, 1), (1, 0), (1, 2))) == [{0, 1}, {2, 3}]


PAIRS = st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 5))), max_size=14)


@given(PAIRS)
def test_two_steps_are_in_one_group_when_each_leads_to_the_other(pairs):
    reach = {step: {target for source, target in pairs if source == step} - {None} for step in range(6)}
    for middle in range(6):
        for step in range(6):
            if middle in reach[step]:
                reach[step] |= reach[middle]
    together = {frozenset({a, b}) for a in range(6) for b in range(6) if b in reach[a] and a in reach[b]}
    found = components(range(6), edges(*pairs))
    assert {frozenset({a, b}) for group in found for a in group for b in group} == together


@given(PAIRS)
def test_no_step_is_in_two_groups(pairs):
    found = components(range(6), edges(*pairs))
    assert sum(map(len, found)) == len(set().union(*found))
