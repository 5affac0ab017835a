from fractions import Fraction

from sopkit.flow.graph import build_flow
from sopkit.model.waktu import WorkingTime
from sopkit.timing.lengths import step_times
from sopkit.timing.load import Wait, find_load
from sopkit.timing.scenarios import Kind, find_scenarios

COLUMNS = {"a": "Camat", "b": "Sekretaris", "c": "Staf"}


def load_of(sop, kind=Kind.AS_WRITTEN):
    times = step_times(sop, WorkingTime())
    network = find_scenarios(build_flow(sop), times).of(kind).network
    return find_load(sop, network, [time.usual for time in times])


def table(load):
    return {role.kunci: (role.seconds / 60, role.share) for role in load.roles}


def test_minutes_and_shares_follow_the_columns(procedure):
    load = load_of(procedure("1 30 @b\n2 60 @a\n3 30 @b", pelaksana=COLUMNS))
    assert list(table(load).items()) == [
        ("a", (60, Fraction(1, 2))),
        ("b", (60, Fraction(1, 2))),
        ("c", (0, 0)),
    ]
    assert load.roles[0].heading == "Camat"


def test_joint_work_counts_for_all(procedure):
    load = load_of(procedure("1 30 @a+b\n2 30 @a", pelaksana=COLUMNS))
    assert table(load)["a"] == (60, 1)
    assert table(load)["b"] == (30, Fraction(1, 2))


def test_work_handed_over_inside_a_step_is_divided_equally_and_named(procedure):
    load = load_of(procedure("1 20 @a,b,c\n2 10 @a", pelaksana=COLUMNS))
    assert table(load)["b"] == (Fraction(20, 3), Fraction(2, 9))
    assert load.split == (0,)


def test_a_key_without_a_column_is_kept_and_marked(procedure):
    load = load_of(procedure("1 20 @x\n2 10 @a", pelaksana=COLUMNS))
    assert [(role.kunci, role.known) for role in load.roles if not role.known] == [("x", False)]


def test_work_of_nobody_is_told(procedure):
    assert load_of(procedure("1 20\n2 10 @a", pelaksana=COLUMNS)).unassigned == 1200


def test_elapsed_time_occupies_nobody(procedure):
    load = load_of(procedure("1 1_hari_kalender @a\n2 10 @b", pelaksana=COLUMNS))
    assert table(load)["a"] == (0, 0)


def test_a_procedure_without_known_times_has_no_shares(procedure):
    assert table(load_of(procedure("1 - @a", pelaksana=COLUMNS)))["a"] == (0, 0)


def test_repeated_steps_count_each_time(procedure):
    load = load_of(procedure("1 10 @a\n2 20 @b\n3 30 @a ? 4 2\n4 5 @c", pelaksana=COLUMNS), Kind.REWORK)
    assert {kunci: minutes for kunci, (minutes, _) in table(load).items()} == {"a": 70, "b": 40, "c": 5}


def test_handovers_are_counted_where_work_passes_to_somebody_else(procedure):
    # a to b, b stays, b to c, inside a to b, b is among a and b, both to c
    picture = "1 5 @a\n2 5 @b\n3 5 @b\n4 5 @c\n5 5 @a,b\n6 5 @a+b\n7 5 @c"
    assert load_of(procedure(picture, pelaksana=COLUMNS)).handovers == 1 + 1 + 1 + 1 + 1


def test_after_a_chain_it_is_the_last_who_hands_over(procedure):
    assert load_of(procedure("1 5 @a,b\n2 5 @b", pelaksana=COLUMNS)).handovers == 1
    assert load_of(procedure("1 5 @a,b\n2 5 @a", pelaksana=COLUMNS)).handovers == 2


def test_a_step_of_nobody_hands_over_to_nobody(procedure):
    assert load_of(procedure("1 5 @a\n2 5\n3 5 @b", pelaksana=COLUMNS)).handovers == 0


def test_the_branch_that_is_done_first_waits_at_the_join(procedure):
    load = load_of(procedure("1 10 -> 2 3 4\n2 20 -> 5\n3 50 -> 5\n4 50 -> 5\n5 1"), Kind.LONGEST)
    assert load.waits == (Wait(1, 4, 30 * 60),)
