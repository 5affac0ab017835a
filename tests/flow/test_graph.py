"""The flow as a graph: which edges a document makes, and what is known about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.flow.graph import Edge, EdgeKind, build_flow
from sopkit.model.sop import Sop


def flow_of(*steps, **more):
    return build_flow(Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": list(steps), **more}))


def row(**more):
    return {"kegiatan": "Mengerjakan sesuatu", **more}


PICTURES = (
    "1 -> 2\n2 -> 3\n3 -> .",
    "1 -> .",
    "1 -> 2\n2 ya 3 tidak 1\n3 -> .",
    "1 lanjut 2 3\n2 lanjut 4\n3 -> 4\n4 -> .",
    "1 -> 2\n2 ya . tidak 2\n3 lanjut .",
    "1 lanjut 3\n2 -> 3\n3 lanjut 1",
)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_flow_is_what_the_picture_says(picture, read, draw):
    assert draw(read(picture)) == picture


def test_the_last_row_ends_the_procedure(read):
    assert read("1 -> 2\n2 -> .").edges[-1] == Edge(1, None, EdgeKind.NEXT, ("langkah", 1))


def test_an_edge_knows_where_the_document_names_its_target(read):
    flow = read("1 lanjut 2 3\n2 ya 3 tidak 1\n3 -> .")
    assert [edge.path for edge in flow.edges] == [
        ("langkah", 0, "lanjut", 0),
        ("langkah", 0, "lanjut", 1),
        ("langkah", 1, "keputusan", "ya"),
        ("langkah", 1, "keputusan", "tidak"),
        ("langkah", 2),
    ]


def test_a_branch_carries_its_label_or_the_usual_word():
    flow = flow_of(row(keputusan={"ya": {"ke": "2", "label": "Lengkap"}, "tidak": 1}), row())
    assert [edge.label for edge in flow.edges] == ["Lengkap", "Tidak", None]


def test_a_missing_branch_makes_no_edge_and_dangles_nowhere():
    flow = flow_of(row(keputusan={"ya": 2, "tidak": {"label": "Kurang"}}), row())
    assert [edge.kind for edge in flow.out(0)] == [EdgeKind.YA]
    assert flow.dangling == ()


def test_a_reference_to_nothing_is_kept_with_its_place():
    flow = flow_of(row(lanjut=["2", "9"]), row(keputusan={"ya": "nanti", "tidak": 1}))
    assert [(one.source, one.reference, one.path) for one in flow.dangling] == [
        (0, "9", ("langkah", 0, "lanjut", 1)),
        (1, "nanti", ("langkah", 1, "keputusan", "ya")),
    ]


def test_a_decision_leaves_by_its_branches_only():
    flow = flow_of(row(keputusan={"ya": 3, "tidak": 1}, lanjut=2), row(), row())
    assert [edge.target for edge in flow.out(0)] == [2, 0]


def test_a_reference_finds_an_id_before_a_printed_number_and_the_first_of_doubled_ones():
    flow = flow_of(row(lanjut=["3", "a", "b"]), row(id="3"), row(id="a"), row(id="b"), row(id="b"))
    assert [edge.target for edge in flow.out(0)] == [1, 2, 3]


def test_printed_numbers_are_references_as_printed():
    flow = flow_of(row(nomor="1"), row(nomor="7", lanjut="09"), row(nomor="9", lanjut="09"), row(nomor="09"))
    assert [edge.target for edge in flow.edges] == [1, 3, 3, None]


def test_an_edge_to_the_same_or_an_earlier_row_leads_back(read):
    flow = read("1 -> 2\n2 ya 3 tidak 2\n3 ya 4 tidak 1\n4 -> .")
    assert [(edge.source, edge.target) for edge in flow.loops] == [(1, 1), (2, 0)]


def test_edges_into_a_step_come_in_document_order(read):
    flow = read("1 lanjut 2 3\n2 -> 3\n3 ya . tidak 3")
    assert [edge.source for edge in flow.into(2)] == [0, 1, 2]


def test_ends_name_every_step_once_after_which_the_procedure_can_end(read):
    assert read("1 ya . tidak .\n2 lanjut .\n3 -> .").ends == (0, 1, 2)


def test_steps_behind_a_gap_are_not_reached_and_steps_in_a_trap_do_not_finish(read):
    flow = read("1 ya 2 tidak 4\n2 lanjut .\n3 -> 4\n4 -> 5\n5 ya 4 tidak 5")
    assert flow.reachable == {0, 1, 3, 4}
    assert flow.finishing == {0, 1}


def test_ancestors_hold_the_step_itself_only_on_a_loop(read):
    flow = read("1 -> 2\n2 -> 3\n3 ya 4 tidak 2\n4 -> .")
    assert flow.ancestors == (frozenset(), {0, 1, 2}, {0, 1, 2}, {0, 1, 2})


def test_ancestors_leave_out_the_other_branch(read):
    assert read("1 ya 2 tidak 3\n2 lanjut 4\n3 -> 4\n4 -> .").ancestors[2] == {0}


@st.composite
def sops(draw):
    """Any small flow: plain rows, parallel ones, decisions, references back and into nothing."""
    size = draw(st.integers(1, 7))
    reference = st.sampled_from([*(str(n + 1) for n in range(size)), "selesai", "hilang"])
    steps = []
    for _ in range(size):
        kind = draw(st.sampled_from(("next", "lanjut", "keputusan")))
        if kind == "next":
            steps.append(row())
        elif kind == "lanjut":
            steps.append(row(lanjut=draw(st.lists(reference, min_size=1, max_size=3))))
        else:
            branches = st.one_of(st.none(), reference)
            steps.append(row(keputusan={"ya": draw(branches), "tidak": draw(branches)}))
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": steps})


def walk(flow, start):
    """The steps at the end of at least one edge from `start`, found by matrix instead of by queue."""
    reach = {step: {edge.target for edge in flow.out(step)} - {None} for step in range(flow.size)}
    for middle in range(flow.size):
        for step in range(flow.size):
            if middle in reach[step]:
                reach[step] |= reach[middle]
    return reach[start]


@given(sops())
def test_edges_come_in_document_order_and_each_stands_once_at_both_its_ends(sop):
    flow = build_flow(sop)
    assert [edge.source for edge in flow.edges] == sorted(edge.source for edge in flow.edges)
    assert [edge for step in range(flow.size) for edge in flow.out(step)] == list(flow.edges)
    into = [edge for step in range(flow.size) for edge in flow.into(step)]
    assert len(into) == sum(edge.target is not None for edge in flow.edges)


@given(sops())
def test_forward_edges_alone_are_free_of_cycles(sop):
    forward = [edge for edge in build_flow(sop).edges if not edge.leads_back and edge.target is not None]
    assert all(edge.source < edge.target for edge in forward)


@given(sops())
def test_reached_finished_and_ancestors_agree_with_walking_the_edges(sop):
    flow = build_flow(sop)
    assert flow.reachable == {0} | walk(flow, 0)
    for step in range(flow.size):
        onward = {step} | walk(flow, step)
        assert (step in flow.finishing) == bool(onward & set(flow.ends))
        assert flow.ancestors[step] == {other for other in range(flow.size) if step in walk(flow, other)}


@given(sops())
def test_every_reference_of_a_step_is_an_edge_or_dangles(sop):
    flow = build_flow(sop)
    for i, step in enumerate(sop.langkah):
        if step.keputusan is not None:
            branches = (step.keputusan.ya, step.keputusan.tidak)
            expected = sum(branch is not None and branch.ke is not None for branch in branches)
        else:
            expected = len(step.lanjut) if step.lanjut is not None else 1
        assert len(flow.out(i)) + sum(one.source == i for one in flow.dangling) == expected


def test_procedures_of_one_shape_share_their_flow_and_others_do_not():
    decision = {"keputusan": {"ya": 2, "tidak": "selesai"}}
    one = flow_of(row(**decision), row(kegiatan="Mencatat"))
    assert flow_of(row(kegiatan="Memeriksa", **decision), row()) is one
    assert flow_of(row(**decision), row(), row()) != one
    assert flow_of(row(**decision), row(nomor="3")) != one
    assert flow_of(row(keputusan={"ya": {"ke": 2, "label": "Sah"}, "tidak": "selesai"}), row()) != one
