from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopkit.flow.graph import build_flow
from sopkit.model.sop import Sop
from sopkit.model.waktu import WorkingTime
from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.forecast import NO_FORECAST, Case, Method, Percentiles, forecast, met_on_calendar
from sopkit.timing.lengths import step_times
from sopkit.timing.national import no_holidays
from sopkit.timing.odds import find_odds
from sopkit.timing.scenarios import Kind, find_scenarios
from sopkit.timing.simulation import MOST_STEPS, by_order, drawn, simulate


def at(text):
    return datetime.fromisoformat(text)


PLAIN = WorkingCalendar(source=no_holidays)


def case_of(sop, runs=0):
    flow = build_flow(sop)
    return Case(flow, find_odds(sop, flow), step_times(sop, WorkingTime()), runs)


LOOP = "1 10\n2 20\n3 30 ? 4 2 0.8\n4 40"
NESTED = "1 1\n2 2\n3 4 ? 4 2 0.5\n4 8 ? 5 1 0.5\n5 16"

EXPECTED = {
    "linear": ("1 10\n2 20", Fraction(30)),
    "a loop is a geometric series": (LOOP, 100 + Fraction(1, 4) * 50),
    "a loop onto itself": ("1 10 ? 2 1 0.1\n2 5", Fraction(100 + 5)),
    # steps 2 and 3 run twice in each of the two outer rounds: 2 (1 + 2 (2 + 4) + 8) + 16
    "nested loops": (NESTED, Fraction(58)),
    "a decision": ("1 10 ? 2 3 0.25\n2 20 -> 4\n3 40 -> 4\n4 5", Fraction(50)),
    "half and half unless said": ("1 10 ? 2 3\n2 20 -> 4\n3 40 -> 4\n4 5", Fraction(45)),
    "a range counts its middle": ("1 5-10_menit", Fraction(15, 2)),
    "three points count a third each": ("1 10_menit;20_menit;60_menit", Fraction(30)),
    "parallel branches": ("1 10 -> 2 3\n2 20 -> 4\n3 50 -> 4\n4 1", Fraction(61)),
    # the shorter branch is hidden behind the 50 minutes beside it: 91 or 61
    "a decision inside a parallel branch": (
        "1 10 -> 2 5\n2 20 ? 3 4 0.25\n3 60 -> 6\n4 10 -> 6\n5 50 -> 6\n6 1",
        Fraction(91, 4) + Fraction(61 * 3, 4),
    ),
    # 2 is skipped, but the loop comes back to it
    "a loop to a row that was jumped over": (
        "1 10 -> 3\n2 20\n3 30 ? 4 2 0.5\n4 40",
        10 + 60 + 20 + Fraction(40),
    ),
    "a way back that leads to another end": ("1 10 -> 3\n2 20 -> selesai\n3 30 ? 4 2\n4 40", Fraction(70)),
}


@pytest.mark.parametrize(("picture", "minutes"), EXPECTED.values(), ids=EXPECTED)
def test_the_expected_time_as_computed_by_hand(procedure, picture, minutes):
    found = forecast(case_of(procedure(picture)))
    assert found.expected == minutes * 60
    assert found.expected_by is Method.EXACT


def test_percentiles_of_a_loop_are_exact(procedure):
    # 100 with 0.8, 150 with 0.16, 200 with 0.032
    found = forecast(case_of(procedure(LOOP)))
    assert found.percentiles == Percentiles(6000, 6000, 9000)
    assert (found.percentiles_by, found.runs) == (Method.EXACT, 0)


def test_a_percentile_at_the_edge_of_two_lengths_is_the_shorter(procedure):
    found = forecast(case_of(procedure("1 10 ? 2 3\n2 20 -> selesai\n3 40")))
    assert (found.percentiles.p50, found.percentiles.p80) == (1800, 3000)


@pytest.mark.parametrize(
    ("minutes", "value"),
    [(99, 0), (100, Fraction(4, 5)), (149, Fraction(4, 5)), (200, Fraction(124, 125))],
)
def test_the_probability_of_being_done_in_time_is_exact(procedure, minutes, value):
    met = forecast(case_of(procedure(LOOP)), minutes * 60).met
    assert (met.value, met.by) == (value, Method.EXACT)


def test_parallel_branches_of_fixed_length_have_exact_percentiles(procedure):
    picture, _ = EXPECTED["a decision inside a parallel branch"]
    found = forecast(case_of(procedure(picture)), 70 * 60)
    assert found.percentiles == Percentiles(61 * 60, 91 * 60, 91 * 60)
    assert found.met.value == Fraction(3, 4)


@pytest.mark.parametrize(
    "picture", ["1 5\n2 5 ? 3 1 0\n3 5", "1 5\n2 5 -> 1", "1 5 ? 2 3\n2 5 -> hilang\n3 5"]
)
def test_a_procedure_that_may_never_end_has_no_forecast(procedure, picture):
    assert forecast(case_of(procedure(picture), runs=10), 600) == NO_FORECAST


@pytest.mark.parametrize(
    ("decisions", "by"), [(12, Method.EXACT), (13, Method.SIMULATED), (400, Method.SIMULATED)]
)
def test_scenarios_beside_parallel_work_are_enumerated_up_to_twelve_decisions(procedure, decisions, by):
    rows = ["0 0 -> a0 last"]
    rows += [f"a{i} 1 ? b{i} a{i + 1}\nb{i} 1" for i in range(decisions)]
    picture = "\n".join([*rows, f"a{decisions} 0 -> last", "last 0"])
    found = forecast(case_of(procedure(picture), runs=20))
    assert found.expected_by is by
    if by is Method.EXACT:
        assert found.expected == 60 * Fraction(decisions * 3, 2)


def test_without_runs_ranges_have_an_expected_time_and_no_percentiles(procedure):
    found = forecast(case_of(procedure("1 5-10_menit")), 480)
    assert found.expected == 450
    assert (found.percentiles, found.runs, found.met) == (None, 0, None)


def test_a_simulation_says_so_and_is_the_same_every_time(procedure):
    case = case_of(procedure("1 5-10_menit\n2 1_jam;2_jam;6_jam ? 3 1 0.9\n3 5"), runs=500)
    found = forecast(case, 10_000)
    assert (found.percentiles_by, found.runs, found.met.by) == (Method.SIMULATED, 500, Method.SIMULATED)
    assert found == forecast(case, 10_000)


def test_the_expected_time_of_a_simulated_sequence_is_still_exact(procedure):
    found = forecast(case_of(procedure("1 5-10_menit\n2 20 ? 3 1 0.5\n3 5"), runs=100))
    assert (found.expected, found.expected_by) == (2 * (450 + 1200) + 300, Method.EXACT)


def test_a_simulation_comes_near_the_exact_mean(procedure):
    case = case_of(procedure("1 10_menit;20_menit;60_menit\n2 5-10_menit ? 3 1 0.75\n3 30"), runs=20_000)
    ended = simulate(case.odds, 0, by_order(case.times), case.runs)
    exact = forecast(
        case_of(procedure("1 10_menit;20_menit;60_menit\n2 5-10_menit ? 3 1 0.75\n3 30"))
    ).expected
    assert abs(Fraction(sum(ended), len(ended)) / exact - 1) < Fraction(1, 50)


def test_a_loop_beside_parallel_work_is_simulated_and_the_join_waits(procedure):
    # the branch of 3 reviews 10 minutes at a time, with the chance of a coin, beside 100 minutes
    sop = procedure("1 0 -> 2 3\n2 100 -> 4\n3 10 ? 4 3\n4 0")
    found = forecast(case_of(sop, runs=4000), 100 * 60)
    assert found.expected_by is Method.SIMULATED
    assert found.percentiles == Percentiles(6000, 6000, 6000)
    assert found.met.value > Fraction(99, 100)


def test_a_loop_around_parallel_work_does_all_of_it_again(procedure):
    # 30 minutes a round, a coin each: 30 or 60 or 90 ...
    sop = procedure("1 0 -> 2 3\n2 30 -> 4\n3 20 -> 4\n4 0 ? selesai 1")
    case = case_of(sop, runs=4000)
    ended = simulate(case.odds, 0, by_order(case.times), case.runs)
    assert {at % 1800 for at in ended} == {0}
    assert abs(Fraction(ended.count(1800), len(ended)) - Fraction(1, 2)) < Fraction(1, 20)


def test_endless_loops_stop_the_simulation_and_not_the_program(procedure):
    sop = procedure("1 5-10_menit\n2 5 ? 3 1 0.000001\n3 5")
    case = case_of(sop, runs=10_000)
    ended = simulate(case.odds, 0, by_order(case.times), case.runs)
    assert len(ended) < 10_000
    assert len(ended) * 2 <= MOST_STEPS


def test_a_run_stops_where_only_later_moments_follow(procedure):
    sop = procedure("1 5-10_menit\n2 5 ? 3 1 0.000001\n3 5")
    case = case_of(sop, runs=1000)
    ended = simulate(case.odds, 0, by_order(case.times), case.runs, until=3600)
    assert len(ended) == 1000
    assert 3600 < max(ended) <= 3600 + 600


def test_a_limit_changes_nothing_before_it(procedure):
    sop = procedure("1 1-9_menit -> 2 3\n2 30 -> 4\n3 2-50_menit -> 4\n4 0 ? selesai 1")
    case = case_of(sop, runs=4000)
    met = forecast(case, 3600).met.value
    stopped = simulate(case.odds, 0, by_order(case.times), case.runs, until=3600)
    share = Fraction(sum(at <= 3600 for at in stopped), len(stopped))
    assert abs(share - met) < Fraction(1, 20)


def test_a_loop_hardly_ever_left_keeps_its_exact_expected_time(procedure):
    found = forecast(case_of(procedure("1 5 ? 2 1 0.000001\n2 5")))
    assert found.expected == 300 * 1_000_000 + 300
    assert found.percentiles is None


def test_a_deadline_long_after_all_rounds_of_a_loop_is_as_good_as_certain(procedure):
    met = forecast(case_of(procedure("1 1 ? 2 1\n2 1")), 10**9).met
    assert met.by is Method.EXACT
    assert 1 - met.value < Fraction(1, 10**12)


def test_on_the_calendar_a_weekend_counts_for_elapsed_time(procedure):
    # done on Saturday 08.30 with one half, a working hour later on Monday with the other
    sop = procedure("1 1_x_24_jam ? selesai 2\n2 1_jam")
    friday = at("2026-01-09 08:30")
    case = case_of(sop)
    met = met_on_calendar(case, PLAIN, friday, at("2026-01-10 23:59"))
    assert (met.value, met.by) == (Fraction(1, 2), Method.EXACT)
    assert met_on_calendar(case, PLAIN, friday, at("2026-01-12 08:30")).value == 1


def test_ranges_on_the_calendar_are_simulated(procedure):
    case = case_of(procedure("1 1-2_hari_kalender\n2 1_jam"), runs=300)
    monday = at("2026-01-05 07:30")
    assert met_on_calendar(case, PLAIN, monday, at("2026-01-06 08:00")).value == 0
    late = met_on_calendar(case, PLAIN, monday, at("2026-01-07 08:30"))
    assert (late.value, late.by) == (1, Method.SIMULATED)


@pytest.mark.parametrize("waktu", ["5-10_menit", "10_menit;20_menit;60_menit", "10_menit;10_menit;60_menit"])
def test_drawn_lengths_lie_between_the_ends(procedure, waktu):
    time = step_times(procedure(f"1 {waktu}"), WorkingTime())[0]
    ends = [drawn(time, draw) for draw in (lambda bits: 0 * bits, lambda bits: (1 << bits) - 1)]
    assert ends == [time.smallest.order, time.largest.order]


def test_a_triangle_is_halved_where_its_area_is(procedure):
    # from 10 over 20 to 60: the median of the triangle is 60 - sqrt(50 * 40 / 2) = 28.377
    time = step_times(procedure("1 10_menit;20_menit;60_menit"), WorkingTime())[0]
    assert drawn(time, lambda bits: 1 << (bits - 1)) == 1703


# --- procedures made of blocks: sequences, choices and loops, nested ------------------------------------------

blocks = st.recursive(
    st.integers(0, 20),
    lambda inner: st.tuples(st.sampled_from(["seq", "choice", "loop"]), inner, inner),
    max_leaves=6,
)


def rows_of(block, rows):
    """Append the rows of a block, each falling through to the next, with ids as references."""
    if isinstance(block, int):
        rows.append({"kegiatan": "Uji", "mutu_baku": {"waktu": f"{block} menit"}})
        return
    form, one, other = block
    if form == "seq":
        rows_of(one, rows)
        rows_of(other, rows)
    elif form == "loop":
        first = len(rows)
        rows_of(one, rows)
        decide = {"kegiatan": "Uji", "mutu_baku": {"waktu": "1 menit"}}
        rows.append(decide)
        decide["keputusan"] = {"ya": {"ke": f"r{len(rows)}", "peluang": "0.75"}, "tidak": f"r{first}"}
        rows_of(other, rows)
    else:
        decide = {"kegiatan": "Uji", "mutu_baku": {"waktu": "1 menit"}}
        rows.append(decide)
        first = len(rows)
        rows_of(one, rows)
        rows.append({"kegiatan": "Uji", "mutu_baku": {"waktu": "0 menit"}})
        jump, second = rows[-1], len(rows)
        rows_of(other, rows)
        decide["keputusan"] = {"ya": f"r{first}", "tidak": f"r{second}"}
        jump["lanjut"] = (f"r{len(rows)}",)


def sop_of(block):
    rows = []
    rows_of(block, rows)
    rows.append({"kegiatan": "Uji", "mutu_baku": {"waktu": "1 menit"}})
    named = tuple(row | {"id": f"r{i}"} for i, row in enumerate(rows))
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": named})


def expected_of(block):
    """The expected minutes of a block, by the formulas of its form."""
    if isinstance(block, int):
        return Fraction(block)
    form, one, other = block
    if form == "seq":
        return expected_of(one) + expected_of(other)
    if form == "loop":
        return (expected_of(one) + 1) / Fraction(3, 4) + expected_of(other)
    return 1 + (expected_of(one) + expected_of(other)) / 2


@given(blocks)
def test_the_expected_time_of_nested_blocks_follows_their_formulas(block):
    assert forecast(case_of(sop_of(block))).expected == (expected_of(block) + 1) * 60


@given(blocks)
def test_the_shortest_way_is_never_longer_than_expected(block):
    sop = sop_of(block)
    case = case_of(sop)
    shortest = find_scenarios(case.flow, case.times).of(Kind.SHORTEST).span.order
    assert shortest <= forecast(case).expected


@given(blocks)
@settings(max_examples=30)
def test_percentiles_are_in_order_and_enough_in_as_many_cases(block):
    case = case_of(sop_of(block))
    found = forecast(case).percentiles
    if found is not None:
        assert found.p50 <= found.p80 <= found.p95
        assert forecast(case, found.p80).met.value >= Fraction(4, 5)
        assert forecast(case, found.p80 - 1).met.value < Fraction(4, 5)
