from fractions import Fraction

import pytest

from sopkit.flow.graph import build_flow
from sopkit.model.sop import Sop
from sopkit.model.waktu import WorkingTime
from sopkit.timing.lengths import step_times
from sopkit.timing.odds import assumed, find_odds

HALF = Fraction(1, 2)


def decision(ya, tidak):
    """A first step that decides between the second and the third."""
    branches = {"ya": {"ke": "2", "peluang": ya}, "tidak": {"ke": "3", "peluang": tidak}}
    rows = ({"kegiatan": "a", "keputusan": branches}, {"kegiatan": "b"}, {"kegiatan": "c"})
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": rows})


@pytest.mark.parametrize(
    ("ya", "tidak", "expected"),
    [
        (None, None, {1: HALF, 2: HALF}),
        ("0.8", None, {1: Fraction(4, 5), 2: Fraction(1, 5)}),
        (None, "30%", {1: Fraction(7, 10), 2: Fraction(3, 10)}),
        ("0.8", "0.2", {1: Fraction(4, 5), 2: Fraction(1, 5)}),
        ("1", None, {1: 1}),
        ("0", None, {2: 1}),
        ("0", "0", {1: HALF, 2: HALF}),
        ("0.6", "0.6", {1: HALF, 2: HALF}),
        ("0.9", "0.3", {1: Fraction(3, 4), 2: Fraction(1, 4)}),
    ],
)
def test_the_branches_of_a_decision_share_one(ya, tidak, expected):
    sop = decision(ya, tidak)
    assert {target: p for p, target in find_odds(sop, build_flow(sop)).exits[0]} == expected


def test_two_branches_to_one_step_are_one(procedure):
    sop = procedure("1 5 ? 2 2\n2 5")
    assert find_odds(sop, build_flow(sop)).exits[0] == ((Fraction(1), 1),)


def test_a_branch_to_nowhere_is_never_taken(procedure):
    sop = procedure("1 5 ? 2 hilang 0.3\n2 5")
    assert find_odds(sop, build_flow(sop)).exits[0] == ((Fraction(1), 1),)


def odds_of(sop):
    return find_odds(sop, build_flow(sop))


def test_what_is_never_done_is_not_reached(procedure):
    assert odds_of(procedure("1 5 ? 2 3 1\n2 5 -> selesai\n3 5 -> 4\n4 5")).reached == (0, 1)


@pytest.mark.parametrize(
    ("picture", "sequential", "loops", "ends"),
    [
        ("1 5\n2 5", True, False, True),
        ("1 5\n2 5 ? 3 1\n3 5", True, True, True),
        ("1 5\n2 5 ? 3 1 1\n3 5", True, False, True),
        ("1 5\n2 5 ? 3 1 0\n3 5", True, True, False),
        ("1 5 -> 2 3\n2 5 -> 4\n3 5 -> 4\n4 5", False, False, True),
        ("1 5\n2 5 -> 1", True, True, False),
        ("1 5 ? 2 3\n2 5 -> hilang\n3 5", True, False, False),
    ],
)
def test_the_form_of_a_flow(procedure, picture, sequential, loops, ends):
    odds = odds_of(procedure(picture))
    assert (odds.sequential, odds.loops, odds.ends) == (sequential, loops, ends)


def test_only_steps_that_are_reached_make_a_procedure_vary(procedure):
    sop = procedure("1 5 ? 2 3 1\n2 5 -> selesai\n3 5-10_menit")
    assert not odds_of(sop).varies(step_times(sop, WorkingTime()))


def test_a_decision_without_any_peluang_rests_on_an_assumption(procedure):
    sop = procedure("1 5 ? 2 3\n2 5 ? 3 4 0.5\n3 5 ? 4 4\n4 5")
    assert assumed(sop, build_flow(sop)) == (0,)
