"""The rules about the flow, taken together, over any flow: no fault goes unsaid, and none is said twice or invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.lint.facts.cycles import components
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.alur import ALUR
from sopkit.model.sop import Sop

KNOWLEDGE = Knowledge()


@st.composite
def contexts(draw):
    """Any flow of up to seven rows, with references to nothing, missing branches, loops and rows cut off."""
    size = draw(st.integers(1, 7))
    reference = st.sampled_from([*(str(n + 1) for n in range(size)), "selesai", "hilang"])
    steps = []
    for _ in range(size):
        step: dict[str, object] = {"kegiatan": "Mengerjakan sesuatu"}
        kind = draw(st.sampled_from(("next", "next", "lanjut", "keputusan")))
        if kind == "lanjut":
            step["lanjut"] = draw(st.lists(reference, min_size=1, max_size=2))
        elif kind == "keputusan":
            branch = st.one_of(st.none(), reference, reference)
            step["keputusan"] = {"ya": draw(branch), "tidak": draw(branch)}
        steps.append(step)
    sop = Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": steps})
    return LintContext(sop, Settings(), KNOWLEDGE)


def found(context):
    """The issues of every rule about the flow, by code."""
    return {rule.code.code: list(rule.check(context)) for rule in ALUR}


def steps_of(issues):
    return {issue.path[1] for issue in issues}


@given(contexts())
def test_a_step_that_nothing_reaches_is_told_of_and_only_then(context):
    unreached = set(range(context.flow.size)) - context.flow.reachable
    told = steps_of(found(context)["ALR002"])
    assert told <= unreached
    assert bool(told) == bool(unreached)


@given(contexts())
def test_a_procedure_that_cannot_end_is_told_of_by_some_rule(context):
    issues = found(context)
    if not context.flow.reachable <= context.flow.finishing:
        assert any(issues[code] for code in ("ALR001", "ALR003", "ALR004", "ALR008"))


@given(contexts())
def test_where_every_step_reached_can_end_no_trap_is_told_of(context):
    if context.flow.reachable <= context.flow.finishing:
        assert found(context)["ALR003"] == []


@given(contexts())
def test_a_loop_without_a_decision_is_told_of_once(context):
    flow = context.flow
    plain = [edge for edge in flow.edges if edge.source not in flow.decisions]
    loops = [loop for loop in components(range(flow.size), plain) if loop <= flow.reachable]
    assert len(found(context)["ALR008"]) == len(loops)


@given(contexts())
def test_every_reference_to_nothing_and_every_missing_branch_is_told_of_at_its_place(context):
    issues = found(context)
    assert {issue.path for issue in issues["ALR001"]} == {one.path for one in context.flow.dangling}
    missing = {
        ("langkah", i, "keputusan", name)
        for i, step in enumerate(context.sop.langkah)
        if step.keputusan is not None
        for name in ("ya", "tidak")
        if getattr(step.keputusan, name) is None
    }
    assert {issue.path for issue in issues["ALR004"]} == missing


@given(contexts())
def test_no_rule_says_the_same_thing_of_the_same_place_twice(context):
    for issues in found(context).values():
        said = [(issue.path, issue.message) for issue in issues]
        assert len(set(said)) == len(said)
