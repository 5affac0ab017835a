from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.flow.graph import build_flow
from sopkit.model.waktu import WorkingTime
from sopkit.timing.critical import MOST_WAYS, critical_path, make_schedule
from sopkit.timing.lengths import step_times
from sopkit.timing.network import Network, in_sequence
from sopkit.timing.scenarios import find_scenarios
from sopkit.timing.ways import find_ways


def path_of(sop):
    flow, times = build_flow(sop), step_times(sop, WorkingTime())
    network = find_scenarios(flow, times).longest.network
    return critical_path(network, find_ways(flow), [time.usual.order for time in times])


def numbers(ways):
    return [" ".join(str(step + 1) for step in way) for way in ways]


PARALLEL = """
1 10 -> 2 3
2 20 -> 4
3 50 -> 5
4 5 -> 5
5 1
"""


def test_times_of_a_parallel_procedure_as_computed_by_hand(procedure):
    found = path_of(procedure(PARALLEL))
    table = {
        piece.step + 1: tuple(
            seconds // 60
            for seconds in (
                piece.earliest_start,
                piece.earliest_finish,
                piece.latest_start,
                piece.latest_finish,
                piece.slack,
            )
        )
        for piece in found.schedule.pieces
    }
    assert table == {
        1: (0, 10, 0, 10, 0),
        2: (10, 30, 35, 55, 25),
        3: (10, 60, 10, 60, 0),
        4: (30, 35, 55, 60, 25),
        5: (60, 61, 60, 61, 0),
    }
    assert found.schedule.length == 61 * 60


def test_the_critical_way_is_the_one_without_slack(procedure):
    found = path_of(procedure(PARALLEL))
    assert numbers(found.ways) == ["1 3 5"]
    assert found.steps == {0, 2, 4}
    assert not found.cut


def test_a_step_not_done_has_no_times(procedure):
    found = path_of(procedure("1 5 ? 2 3\n2 100 -> selesai\n3 1"))
    assert found.timed(2) is None
    assert found.timed(1).earliest_start == 300


def test_all_critical_ways_are_listed_in_document_order(procedure):
    found = path_of(procedure("1 1 -> 2 3 4\n2 20 -> 5\n3 20 -> 5\n4 19 -> 5\n5 1"))
    assert numbers(found.ways) == ["1 2 5", "1 3 5"]


def test_too_many_critical_ways_are_cut_and_said_to_be(procedure):
    rows = []
    for i in range(0, 60, 3):
        rows += [f"{i + 1} 1 -> {i + 2} {i + 3}", f"{i + 2} 1 -> {i + 4}", f"{i + 3} 1 -> {i + 4}"]
    found = path_of(procedure("\n".join([*rows, "61 1"])))
    assert len(found.ways) == MOST_WAYS
    assert found.cut
    assert len(found.steps) == 61


def test_levers_of_a_linear_procedure_are_its_longest_steps(procedure):
    found = path_of(procedure("1 10\n2 40\n3 30\n4 30\n5 7"))
    assert [(lever.step, lever.gain) for lever in found.levers] == [(1, 20 * 60), (2, 15 * 60), (3, 15 * 60)]


def test_a_lever_gains_no_more_than_the_other_branch_leaves(procedure):
    found = path_of(procedure("1 4 -> 2 3\n2 50 -> 4\n3 45 -> 4\n4 2"))
    assert [(lever.step, lever.gain / 60) for lever in found.levers] == [(1, 5), (0, 2), (3, 1)]


def test_a_lever_gains_no_more_than_another_decision_leaves(procedure):
    found = path_of(procedure("1 4 ? 2 3\n2 50 -> selesai\n3 45"))
    assert [(lever.step, lever.gain / 60) for lever in found.levers] == [(1, 5), (0, 2)]


def test_of_two_critical_branches_neither_is_a_lever(procedure):
    found = path_of(procedure("1 4 -> 2 3\n2 50 -> 4\n3 50 -> 4\n4 2"))
    assert [lever.step for lever in found.levers] == [0, 3]


def test_half_a_second_is_gained_exactly(procedure):
    assert path_of(procedure("1 45_detik")).levers[0].gain == Fraction(45, 2)


def test_a_shorter_step_can_be_the_better_lever(procedure):
    # 2, 3 and 4 are beside branches that leave little to gain
    picture = "1 5 -> 2 6\n2 100 -> 3 7\n3 90 -> 4 8\n4 80 -> 5\n5 60\n6 98 -> 3\n7 88 -> 4\n8 79 -> 5"
    rows = {line.split()[0]: line for line in picture.splitlines()}
    sop = procedure("\n".join(rows[n] for n in "12637485"))
    assert [lever.gain / 60 for lever in path_of(sop).levers] == [30, Fraction(5, 2), 2]


@st.composite
def networks(draw):
    size = draw(st.integers(1, 8))
    before = tuple(
        tuple(sorted(draw(st.sets(st.integers(0, i - 1), max_size=3)))) if i else () for i in range(size)
    )
    return Network(tuple(range(size)), before), draw(
        st.lists(st.integers(0, 9), min_size=size, max_size=size)
    )


def ways_to(network, piece):
    before = network.before[piece]
    return [[*way, piece] for i in before for way in ways_to(network, i)] if before else [[piece]]


def longest(network, weights):
    ways = [way for piece in network.steps for way in ways_to(network, piece)]
    return max(sum(weights[i] for i in way) for way in ways)


@given(networks())
def test_the_length_is_that_of_the_longest_of_all_ways(case):
    network, weights = case
    found = make_schedule(network, weights)
    assert found.length == longest(network, weights)
    assert sum(weights[i] for i in network.chain(weights)) == found.length


@given(networks())
def test_slack_is_never_negative_and_some_step_has_none(case):
    found = make_schedule(*case)
    assert min(piece.slack for piece in found.pieces) == 0


@given(networks())
def test_slack_is_what_a_step_can_grow_without_making_the_whole_longer(case):
    network, weights = case
    found = make_schedule(network, weights)
    for i, piece in enumerate(found.pieces):
        fits, grown = list(weights), list(weights)
        fits[i] += piece.slack
        grown[i] += piece.slack + 1
        assert longest(network, fits) == found.length < longest(network, grown)


@given(networks(), st.data())
def test_one_more_constraint_never_shortens(case, data):
    network, weights = case
    later = data.draw(st.integers(0, len(weights) - 1))
    earlier = data.draw(st.integers(0, max(later - 1, 0)))
    before = list(network.before)
    if earlier < later and earlier not in before[later]:
        before[later] = (*before[later], earlier)
    bound = Network(network.steps, tuple(before))
    assert make_schedule(bound, weights).length >= make_schedule(network, weights).length


@pytest.mark.parametrize("weights", [[3], [1, 2, 3]])
def test_a_sequence_is_as_long_as_its_sum(weights):
    assert make_schedule(in_sequence(range(len(weights))), weights).length == sum(weights)
