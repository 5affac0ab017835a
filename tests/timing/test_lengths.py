import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.waktu import WorkingTime, parse_waktu
from sopkit.timing.lengths import Span, Spread, Unknown, in_working_time, span_of, step_times

RULES = WorkingTime()


def only(procedure, waktu, items=None):
    return step_times(procedure(f"1 {waktu}"), RULES, items)[0]


@pytest.mark.parametrize(
    ("waktu", "work", "elapsed"),
    [
        ("30_menit", 1800, 0),
        ("1_hari", 450 * 60, 0),
        ("1_minggu", 5 * 450 * 60, 0),
        ("1_bulan", 20 * 450 * 60, 0),
        ("45_detik", 45, 0),
        ("3_hari_kalender", 0, 3 * 86_400),
        ("1_x_24_jam", 0, 86_400),
        ("1_hari_kalender_2_jam", 7200, 86_400),
    ],
)
def test_work_and_elapsed_time_are_kept_apart(procedure, waktu, work, elapsed):
    time = only(procedure, waktu)
    assert (time.usual.work, time.usual.elapsed) == (work, elapsed)


def test_a_length_of_work_orders_as_itself(procedure):
    assert only(procedure, "2_jam").usual == Span(7200, 0, 7200)


def test_seven_calendar_days_order_as_a_week_of_work():
    assert in_working_time(7 * 86_400, RULES) == 5 * 450 * 60


def test_a_calendar_day_of_a_six_day_week_weighs_more():
    assert in_working_time(7 * 86_400, WorkingTime(days_per_week=6)) == 6 * 450 * 60


def test_a_range_is_spread_evenly_around_its_middle(procedure):
    time = only(procedure, "5-10_menit")
    assert (time.smallest.work, time.usual.work, time.largest.work) == (300, 450, 600)
    assert time.spread is Spread.UNIFORM


def test_three_points_make_a_triangle(procedure):
    time = only(procedure, "1_jam;2_jam;5_jam")
    assert (time.smallest.work, time.usual.work, time.largest.work) == (3600, 7200, 18_000)
    assert time.spread is Spread.TRIANGULAR


def test_one_length_is_fixed(procedure):
    time = only(procedure, "maksimal_2_jam")
    assert time.spread is Spread.FIXED
    assert time.smallest == time.usual == time.largest


def test_a_range_that_the_length_of_a_day_turns_round_is_put_in_order(procedure):
    time = step_times(procedure("1 1_hari_-_8_jam"), WorkingTime(minutes_per_day=600))[0]
    assert time.smallest.work == 8 * 3600
    assert time.largest.work == 600 * 60


@pytest.mark.parametrize(
    ("waktu", "unknown"),
    [
        ("-", Unknown.MISSING),
        ("sesuai_jadwal", Unknown.WITHOUT_LENGTH),
        ("cepat", Unknown.UNREADABLE),
        ("2_menit/berkas", Unknown.PER_ITEM),
    ],
)
def test_a_time_that_is_not_known_says_why_and_counts_nothing(procedure, waktu, unknown):
    time = only(procedure, waktu)
    assert time.unknown is unknown
    assert time.largest == Span()


def test_a_time_for_one_item_is_multiplied_by_the_items(procedure):
    time = only(procedure, "2_menit/berkas", items=12)
    assert time.unknown is None
    assert time.usual.work == 24 * 60
    assert time.per == "berkas"


def test_no_items_take_no_time(procedure):
    time = only(procedure, "2_menit/berkas", items=0)
    assert (time.unknown, time.usual) == (None, Span())


def test_only_the_product_of_items_is_rounded(procedure):
    assert only(procedure, "0,4_detik/berkas", items=10).usual.work == 4


def test_items_change_nothing_else(procedure):
    assert only(procedure, "30_menit", items=9).usual.work == 1800


def test_negative_items_are_refused(procedure):
    with pytest.raises(ValueError, match="-1 items"):
        only(procedure, "30_menit", items=-1)


def test_steps_keep_their_place_and_printed_number(procedure):
    times = step_times(procedure("1 5\n3 6"), RULES)
    assert [(time.position, time.nomor) for time in times] == [(0, "1"), (1, "3")]


@given(st.integers(0, 10_000), st.integers(0, 500))
def test_more_items_never_take_less_time(seconds, items):
    lama = parse_waktu(f"{seconds} detik").biasa
    assert span_of(lama, RULES, items + 1).work >= span_of(lama, RULES, items).work
