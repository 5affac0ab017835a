import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.model.waktu import WorkingTime
from sopkit.timing.lengths import step_times
from sopkit.timing.scenarios import find_scenarios
from sopkit.timing.whatif import find_step, in_parallel, with_times


def longest(sop):
    return find_scenarios(build_flow(sop), step_times(sop, WorkingTime())).longest.span.work // 60


def exits(sop):
    flow = build_flow(sop)
    return [tuple(edge.target for edge in flow.out(step)) for step in range(flow.size)]


def test_other_times_replace_those_of_the_steps_named(procedure):
    sop = procedure("1 10\n3 20\n4 30")
    changed = with_times(sop, {"3": "2 jam", "4": "5-10 menit"})
    assert [step.mutu_baku.waktu.text for step in changed.langkah] == ["10 menit", "2 jam", "5-10 menit"]


def test_the_sop_itself_stays_as_it_is(procedure):
    sop = procedure("1 10\n2 20")
    with_times(sop, {"2": "2 jam"})
    in_parallel(procedure("1 10\n2 20\n3 30"), ["2", "3"])
    assert longest(sop) == 30


def test_a_step_is_found_by_id_before_number(procedure):
    sop = procedure("1 10\n2 20\n3 30")
    named = sop.model_copy(
        update={"langkah": (sop.langkah[0].model_copy(update={"id": "3"}), *sop.langkah[1:])}
    )
    assert find_step(named, "3") == 0
    assert find_step(sop, " 3 ") == 2


@pytest.mark.parametrize("name", ["9", "", "langkah"])
def test_an_unknown_step_is_refused_with_those_there_are(procedure, name):
    with pytest.raises(SopkitError, match="1, 3"):
        with_times(procedure("1 10\n3 20"), {name: "1 jam"})


@pytest.mark.parametrize("text", ["", "sesuai jadwal", "lama"])
def test_a_time_without_a_length_is_refused(procedure, text):
    with pytest.raises(SopkitError, match="step 1"):
        with_times(procedure("1 10"), {"1": text})


def test_steps_in_parallel_begin_together_and_are_waited_for(procedure):
    changed = in_parallel(procedure("1 10\n2 20\n3 30\n4 40"), ["3", "2"])
    assert exits(changed) == [(1, 2), (3,), (3,), (None,)]
    assert longest(changed) == 80


def test_the_last_steps_can_be_parallel(procedure):
    changed = in_parallel(procedure("1 10\n2 20\n3 30"), ["2", "3"])
    assert exits(changed) == [(1, 2), (None,), (None,)]


def test_three_steps_can_be_parallel(procedure):
    changed = in_parallel(procedure("1 10\n2 20\n3 30\n4 5\n5 1"), ["2", "3", "4"])
    assert exits(changed) == [(1, 2, 3), (4,), (4,), (4,), (None,)]


def test_other_branches_of_the_step_before_are_kept(procedure):
    changed = in_parallel(procedure("1 10 -> 2 4\n2 20\n3 30 -> 5\n4 5 -> 5\n5 1"), ["2", "3"])
    assert exits(changed) == [(1, 2, 3), (4,), (4,), (4,), (None,)]


@pytest.mark.parametrize(
    ("picture", "numbers", "reason"),
    [
        ("1 10\n2 20\n3 30", ["2"], "at least two"),
        ("1 10\n2 20\n3 30", ["2", "2"], "at least two"),
        ("1 10\n2 20\n3 30", ["1", "2"], "no step before 1"),
        ("1 10\n2 20\n3 30\n4 5", ["2", "4"], "does not directly follow"),
        ("1 10\n2 20\n3 30 ? 4 2\n4 5", ["2", "3"], "3 leads to step 2"),
        ("1 10\n2 20\n3 30 ? 4 1\n4 5", ["2", "3"], "step 3 is a decision"),
        ("1 10 ? 2 4\n2 20\n3 30\n4 5", ["2", "3"], "decision 1 leads"),
    ],
)
def test_what_cannot_be_parallel_is_refused_with_the_reason(procedure, picture, numbers, reason):
    with pytest.raises(SopkitError, match=reason):
        in_parallel(procedure(picture), numbers)


def test_a_number_used_twice_cannot_be_referred_to(procedure):
    with pytest.raises(SopkitError, match="used more than once"):
        in_parallel(procedure("1 10\n2 20\n3 30\n3 40"), ["2", "3"])


@given(st.lists(st.integers(0, 50), min_size=3, max_size=8), st.data())
def test_doing_steps_in_parallel_never_takes_longer(procedure, lengths, data):
    sop = procedure("\n".join(f"{i + 1} {length}" for i, length in enumerate(lengths)))
    first = data.draw(st.integers(2, len(lengths) - 1))
    last = data.draw(st.integers(first + 1, len(lengths)))
    group = lengths[first - 1 : last]
    changed = in_parallel(sop, [str(n) for n in range(first, last + 1)])
    assert longest(changed) == sum(lengths) - sum(group) + max(group)
