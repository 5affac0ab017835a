from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.model.sop import Sop
from sopkit.model.waktu import WorkingTime
from sopkit.timing.lengths import step_times
from sopkit.timing.scenarios import Kind, find_scenarios
from sopkit.timing.ways import one_way_back

RULES = WorkingTime()
SOPS = Path(__file__).resolve().parents[2] / "sops"


def scenarios(sop, rounds=1):
    return find_scenarios(build_flow(sop), step_times(sop, RULES), rounds)


def minutes(sop, rounds=1):
    """By the names of the kinds: the minutes of work and the printed numbers in the order of work."""
    return {
        found.kind.value: (found.span.work // 60, " ".join(sop.nomor_langkah[i] for i in found.steps))
        for found in scenarios(sop, rounds).all
    }


LINEAR = """
1 10
2 20
3 30
"""

ONE_LOOP = """
1 10
2 20
3 30 ? 4 2
4 40
"""

NESTED = """
1 1
2 2
3 4
4 8 ? 5 3
5 16
6 32 ? 7 2
7 64
"""

CROSSED = """
1 1
2 2
3 4
4 8 ? 5 2
5 16 ? 6 3
6 32
"""

TO_ITSELF = """
1 10
2 20 ? 3 2
3 40
"""

PARALLEL = """
1 10 -> 2 3 4
2 20 -> 5
3 50 -> 5
4 5 -> 5
5 1
"""

DECISION_IN_PARALLEL = """
1 10 -> 2 5
2 20 ? 3 4
3 100 -> 6
4 30 -> 6
5 60 -> 6
6 1
"""

SHARED_DECISION = """
1 1 -> 2 3
2 50 -> 4
3 5 -> 4
4 10 ? 5 6
5 100 -> selesai
6 7
"""

JUMP = """
1 10
2 20 ? 5 3
3 30
4 40
5 50
"""

SEVERAL_ENDS = """
1 10
2 20 ? 3 4
3 5 -> selesai
4 300 ? selesai 5
5 7
"""

PARALLEL_ENDS = """
1 10 -> 2 3
2 20 -> selesai
3 30 -> selesai
"""

LOOP_IN_BRANCH = """
1 10 -> 2 4
2 20
3 5 ? 5 2
4 40 -> 5
5 1
"""

LOOP_AROUND_PARALLEL = """
1 10
2 1 -> 3 4
3 20 -> 5
4 30 -> 5
5 2 ? 6 2
6 7
"""

SIDE_BRANCH_IN_A_ROUND = """
1 1
2 10 -> 3 5
3 20
4 5 ? selesai 2
5 300 -> selesai
"""

LOOP_MAKES_THE_LONGER_WAY = """
1 1 ? 2 4
2 10
3 10 ? selesai 2
4 30
"""

LEADS_INTO_NOTHING = """
1 10 ? 2 3
2 5 -> selesai
3 500 -> hilang
"""

ENDS_AT_A_DECISION = """
1 1 ? 2 3
2 5 ? selesai 4
3 10 -> selesai
4 50
"""

PARALLEL_BEHIND_A_DECISION = """
1 1 ? 2 4
2 1 -> 3 5
3 2 -> selesai
4 20 -> selesai
5 30
"""

MORE_ROUNDS_MAKE_THE_LONGER_WAY = """
1 1 ? 2 4
2 10
3 2 ? selesai 2
4 30
"""

TABLE = {
    "the end behind a decision is near": (
        ENDS_AT_A_DECISION,
        {"shortest": (6, "1 2"), "longest": (56, "1 2 4")},
    ),
    "the shorter of two parallel branches hides nothing": (
        PARALLEL_BEHIND_A_DECISION,
        {"shortest": (21, "1 4"), "longest": (32, "1 2 3 5")},
    ),
    "linear": (
        LINEAR,
        dict.fromkeys(("as_written", "smooth", "shortest", "longest", "rework"), (60, "1 2 3")),
    ),
    "one loop": (
        ONE_LOOP,
        {
            "as_written": (100, "1 2 3 4"),
            "smooth": (100, "1 2 3 4"),
            "longest": (100, "1 2 3 4"),
            # a round is 2 and 3 once more
            "rework": (150, "1 2 3 2 3 4"),
        },
    ),
    "nested loops are each taken once in all": (
        NESTED,
        {
            "longest": (127, "1 2 3 4 5 6 7"),
            # 127, and 3 4 (12), and 2 3 4 5 6 (62) without the inner loop
            "rework": (201, "1 2 3 4 3 4 5 6 2 3 4 5 6 7"),
        },
    ),
    "crossed loops": (
        CROSSED,
        # 63, and 2 3 4 (14), and 3 4 5 (28)
        {"longest": (63, "1 2 3 4 5 6"), "rework": (105, "1 2 3 4 2 3 4 5 3 4 5 6")},
    ),
    "a step repeats itself": (TO_ITSELF, {"longest": (70, "1 2 3"), "rework": (90, "1 2 2 3")}),
    "parallel branches wait": (
        PARALLEL,
        {
            "as_written": (86, "1 2 3 4 5"),
            "smooth": (61, "1 2 3 4 5"),
            "shortest": (61, "1 2 3 4 5"),
            "rework": (61, "1 2 3 4 5"),
        },
    ),
    "a decision inside a parallel branch": (
        DECISION_IN_PARALLEL,
        {
            "smooth": (131, "1 2 3 5 6"),
            # branch 5 is longer than the shorter of the two: 10 + 60 + 1
            "shortest": (71, "1 2 4 5 6"),
            "longest": (131, "1 2 3 5 6"),
        },
    ),
    "a decision after a join": (
        SHARED_DECISION,
        {"shortest": (68, "1 2 3 4 6"), "longest": (161, "1 2 3 4 5")},
    ),
    "a jump over steps": (
        JUMP,
        {
            "as_written": (150, "1 2 3 4 5"),
            "smooth": (80, "1 2 5"),
            "shortest": (80, "1 2 5"),
            "longest": (150, "1 2 3 4 5"),
        },
    ),
    "several ends": (
        SEVERAL_ENDS,
        {"smooth": (35, "1 2 3"), "shortest": (35, "1 2 3"), "longest": (337, "1 2 4 5")},
    ),
    "parallel branches with ends of their own": (PARALLEL_ENDS, {"smooth": (40, "1 2 3")}),
    "a loop inside a parallel branch": (
        LOOP_IN_BRANCH,
        # 1, then 40 beside 20 + 5 + 25
        {"longest": (51, "1 2 3 4 5"), "rework": (61, "1 2 3 2 3 4 5")},
    ),
    "a loop around parallel branches repeats them all": (
        LOOP_AROUND_PARALLEL,
        # a round is 1 + 30 + 2
        {"longest": (50, "1 2 3 4 5 6"), "rework": (83, "1 2 3 4 5 2 3 4 5 6")},
    ),
    "a round does not repeat a branch that does not come back": (
        SIDE_BRANCH_IN_A_ROUND,
        {"longest": (311, "1 2 3 4 5"), "rework": (311, "1 2 3 4 2 3 4 5")},
    ),
    "rework can make another way the longest": (
        LOOP_MAKES_THE_LONGER_WAY,
        {"longest": (31, "1 4"), "rework": (41, "1 2 3 2 3")},
    ),
    "a branch that never ends is not taken": (
        LEADS_INTO_NOTHING,
        {"longest": (15, "1 2"), "shortest": (15, "1 2")},
    ),
}


@pytest.mark.parametrize(("picture", "expected"), TABLE.values(), ids=TABLE)
def test_scenarios_as_computed_by_hand(procedure, picture, expected):
    found = minutes(procedure(picture))
    assert {kind: found[kind] for kind in expected} == expected


@pytest.mark.parametrize(
    ("picture", "rounds", "expected"),
    [
        # one round makes 25 minutes of 2 and 3, two make 37
        (MORE_ROUNDS_MAKE_THE_LONGER_WAY, 1, 31),
        (MORE_ROUNDS_MAKE_THE_LONGER_WAY, 2, 37),
        (ONE_LOOP, 0, 100),
        (ONE_LOOP, 3, 250),
        (NESTED, 2, 127 + 2 * 74),
        (LOOP_IN_BRANCH, 2, 10 + 75 + 1),
    ],
)
def test_every_round_adds_the_same_steps_again(procedure, picture, rounds, expected):
    assert minutes(procedure(picture), rounds)["rework"][0] == expected


def test_no_rounds_are_the_longest_way(procedure):
    found = minutes(procedure(NESTED), rounds=0)
    assert found["rework"] == found["longest"]


def test_negative_rounds_are_refused(procedure):
    with pytest.raises(ValueError, match="-1 times"):
        scenarios(procedure(LINEAR), rounds=-1)


def test_the_chain_is_what_makes_the_length(procedure):
    found = scenarios(procedure(PARALLEL)).longest
    assert [found.steps[piece] for piece in found.chain] == [0, 2, 4]


def test_of_two_equal_ways_the_first_in_the_document_is_the_chain(procedure):
    found = scenarios(procedure("1 10 -> 2 3\n2 20 -> 4\n3 20 -> 4\n4 1")).longest
    assert [found.steps[piece] for piece in found.chain] == [0, 1, 3]


def test_at_a_tie_the_longest_way_takes_ya(procedure):
    assert minutes(procedure("1 5 ? 2 3\n2 10 -> 4\n3 10 -> 4\n4 1"))["longest"] == (16, "1 2 4")


def test_a_scenario_names_its_own_unknown_steps(procedure):
    found = scenarios(procedure("1 5 ? 2 3\n2 - -> 4\n3 10 -> 4\n4 1"))
    assert found.of(Kind.SMOOTH).unknown == (1,)
    assert found.longest.unknown == ()


def test_ranges_are_added_up_by_their_ends(procedure):
    found = scenarios(procedure("1 5-10_menit\n2 1_jam;2_jam;6_jam\n3 7")).longest
    assert [span.work for span in (found.smallest, found.span, found.largest)] == [
        300 + 3600 + 420,
        450 + 7200 + 420,
        600 + 21_600 + 420,
    ]


def test_the_largest_length_may_come_from_another_branch(procedure):
    found = scenarios(procedure("1 0 ? 2 3\n2 20 -> selesai\n3 5-30_menit")).longest
    assert found.steps == (0, 1)
    assert found.largest.work == 30 * 60


def test_work_and_elapsed_time_of_a_way_stay_apart(procedure):
    span = scenarios(procedure("1 1_jam\n2 7_hari_kalender\n3 1_jam")).longest.span
    assert (span.work, span.elapsed, span.converted) == (7200, 7 * 86_400, True)


def test_a_loop_that_leads_elsewhere_is_told_and_not_counted(procedure):
    sop = procedure("1 10 -> 3\n2 20 -> selesai\n3 30 ? 4 2\n4 40")
    assert [(edge.source, edge.target) for edge in one_way_back(build_flow(sop))] == [(2, 1)]
    found = minutes(sop)
    assert found["rework"] == found["longest"]


def test_a_decision_that_only_leads_back_is_told(procedure):
    sop = procedure("1 10\n2 20 ? 1 2\n3 5")
    assert [edge.target for edge in one_way_back(build_flow(sop))] == [0, 1]
    assert minutes(sop)["rework"] == (30, "1 2")


def ladder(size):
    """`size` decisions in a row, each with a short and a long branch, the long one on alternating sides."""
    rows = []
    for i in range(size):
        at = 3 * i + 1
        short, long = (at + 1, at + 2) if i % 2 else (at + 2, at + 1)
        rows.append(f"{at} 1 ? {at + 1} {at + 2}")
        rows += [f"{n} {1 if n == short else 10} -> {at + 3}" for n in sorted((short, long))]
    return "\n".join([*rows, f"{3 * size + 1} 1"])


@pytest.mark.parametrize("size", [1, 12, 13, 200])
def test_any_number_of_decisions_gives_the_shortest_and_the_longest(procedure, size):
    found = minutes(procedure(ladder(size)))
    assert found["shortest"][0] == 2 * size + 1
    assert found["longest"][0] == 11 * size + 1


SEVEN = {
    "bengkulu-selatan-diskominfo/evaluasi-kinerja": {"longest": 60 + 2250 + 450 + 450 + 60},
    "bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan": {
        "smooth": 10 + 10 + 300 + 120 + 60 + 60 + 60,
        "rework": 620 + (120 + 60) + (60 + 60),
    },
    "bengkulu-selatan-diskominfo/perencanaan-kinerja": {
        "longest": 4500 + 2250 + 60 + 2250 + 60 + 1350 + 60 + 60
    },
    "kalbar-diskominfo/penyusunan-lakip": {
        "longest": 30 + 900 + 450 + 2250 + 4500 + 360 + 1350 + 60 + 60 + 60 + 450
    },
    "kediri-diskominfo/mekanisme-pengumpulan-data-kinerja": {"longest": 5 + 5 + 10 + 480 + 480 + 480},
    "lumajang-diskominfo/penyusunan-perencanaan-kinerja": {
        "as_written": 30 + 60 + 360 + 180 + 60 + 60 + 180 + 180,
        "smooth": 30 + 60 + 360 + 180 + 60 + 180,
        "shortest": 870,
        "longest": 1110,
        "rework": 1110,
    },
    "lumajang-kecamatan/penyusunan-perencanaan-kinerja": {
        "longest": 5 + 15 + 10 + 1800 + 3150 + 15 + 450 + 15 + 30 + 15 + 60
    },
}


@pytest.mark.parametrize(("name", "expected"), SEVEN.items(), ids=SEVEN)
def test_the_seven_sops_take_what_a_person_adds_up(name, expected):
    sop = load_bytes(name, (SOPS / f"{name}.sop.yaml").read_bytes()).sop
    found = minutes(sop)
    assert {kind: found[kind][0] for kind in expected} == expected


# --- against brute force --------------------------------------------------------------------------------------


@st.composite
def small_flows(draw):
    """(minutes, exits): exits[i] is a tuple of targets, in a decision ("?", ya, tidak); the size stands for the end."""
    size = draw(st.integers(1, 7))
    exits = []
    for i in range(size):
        ahead = st.integers(i + 1, size)
        form = draw(st.sampled_from("nnpdl"))
        if form == "n":
            exits.append((draw(ahead),))
        elif form == "p":
            exits.append(
                tuple(draw(st.lists(ahead, min_size=2, max_size=3, unique=True)))
                if i + 2 <= size
                else (size,)
            )
        elif form == "d":
            exits.append(("?", draw(ahead), draw(ahead)))
        else:
            exits.append(("?", draw(ahead), draw(st.integers(0, i))))
    return draw(st.lists(st.integers(0, 20), min_size=size, max_size=size)), exits


def build(flow):
    lengths, exits = flow
    size = len(lengths)

    def name(target):
        return "selesai" if target == size else str(target + 1)

    rows = []
    for minutes_, targets in zip(lengths, exits, strict=True):
        row = {"kegiatan": "Uji", "mutu_baku": {"waktu": f"{minutes_} menit"}}
        if targets[0] == "?":
            row["keputusan"] = {"ya": name(targets[1]), "tidak": name(targets[2])}
        else:
            row["lanjut"] = tuple(map(name, targets))
        rows.append(row)
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": tuple(rows)})


def all_choices(flow):
    """Every way of giving each decision one branch forward, as exits without decisions."""
    _, exits = flow
    options = [
        [(target,) for target in targets[1:] if target > i] if targets[0] == "?" else [targets]
        for i, targets in enumerate(exits)
    ]
    return product(*options)


def all_ways(exits, start, stop):
    """Every way forward from `start` to `stop`, both included; `stop` may be the end, which is not listed."""
    if start == stop:
        return [[start] if stop < len(exits) else []]
    if start > stop:
        return []
    return [
        [start, *rest] for target in exits[start] if target > start for rest in all_ways(exits, target, stop)
    ]


def forward(exits):
    return [tuple(t for t in targets if t != "?" and t > i) for i, targets in enumerate(exits)]


def brute_force(flow, rounds):
    lengths, exits = flow
    end = len(lengths)
    found = [
        max(sum(lengths[i] for i in way) for way in all_ways(choice, 0, end)) for choice in all_choices(flow)
    ]
    body = {}
    for i, targets in enumerate(exits):
        if targets[0] == "?" and targets[2] <= i:
            ways = all_ways(forward(exits), targets[2], i)
            body[i] = max((sum(lengths[j] for j in way) for way in ways), default=0)
    rework = max(
        sum(lengths[i] + rounds * body.get(i, 0) for i in way) for way in all_ways(forward(exits), 0, end)
    )
    return min(found), max(found), rework


@settings(max_examples=400)
@given(small_flows(), st.integers(0, 3))
def test_shortest_longest_and_rework_agree_with_trying_everything(flow, rounds):
    found = scenarios(build(flow), rounds)
    kinds = (Kind.SHORTEST, Kind.LONGEST, Kind.REWORK)
    assert tuple(found.of(kind).span.work // 60 for kind in kinds) == brute_force(flow, rounds)


@given(small_flows())
def test_a_network_is_as_long_as_its_chain(flow):
    sop = build(flow)
    weights = [time.usual.order for time in step_times(sop, RULES)]
    for found in scenarios(sop, rounds=2).all:
        done = found.network.finishes(0, [lambda at, by=weight: at + by for weight in weights])
        assert max(done) == found.span.order


@given(small_flows())
def test_shortest_smooth_longest_and_rework_are_in_order(flow):
    found = [scenario.span.order for scenario in scenarios(build(flow)).all[1:]]
    smooth, shortest, longest, rework = found
    assert shortest <= smooth <= longest <= rework


@given(small_flows(), st.data())
def test_a_longer_step_never_shortens_any_scenario(flow, data):
    lengths, exits = flow
    step = data.draw(st.integers(0, len(lengths) - 1))
    longer = [length + 5 * (i == step) for i, length in enumerate(lengths)]
    before, after = scenarios(build(flow)).all, scenarios(build((longer, exits))).all
    assert all(a.span.order <= b.span.order for a, b in zip(before, after, strict=True))


@given(small_flows(), st.integers(0, 4))
def test_more_rounds_never_shorten(flow, rounds):
    sop = build(flow)
    fewer, more = (scenarios(sop, n).of(Kind.REWORK).span.order for n in (rounds, rounds + 1))
    assert fewer <= more


@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_the_sum_of_a_linear_procedure_is_its_length(lengths):
    size = len(lengths)
    found = scenarios(build((lengths, [(i + 1,) for i in range(size)])))
    assert {scenario.span.work for scenario in found.all} == {60 * sum(lengths)}


@given(small_flows())
def test_work_never_waits_for_work_that_is_listed_later(flow):
    for found in scenarios(build(flow), rounds=2).all:
        assert all(i < piece for piece, before in enumerate(found.network.before) for i in before)
