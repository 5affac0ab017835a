from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.flow.graph import build_flow
from sopkit.model.waktu import WorkingTime
from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.dates import advance, finish_of, latest_network, moment_after, timetable
from sopkit.timing.lengths import Span, step_times
from sopkit.timing.moments import Point
from sopkit.timing.national import no_holidays
from sopkit.timing.network import in_sequence
from sopkit.timing.scenarios import find_scenarios
from sopkit.timing.ways import find_ways

PLAIN = WorkingCalendar(source=no_holidays)
NATIONAL = WorkingCalendar()
DAY = 86_400


def at(text):
    return datetime.fromisoformat(text)


# a Monday
MONDAY = at("2026-01-05 07:30")


def placed(sop, start, calendar=PLAIN):
    times = step_times(sop, WorkingTime())
    network = find_scenarios(build_flow(sop), times).longest.network
    rows = timetable(network, [time.usual for time in times], calendar, at(start))
    return {row.step + 1: (f"{row.start:%m-%d %H:%M}", f"{row.finish:%m-%d %H:%M}") for row in rows}


def test_steps_follow_each_other_over_the_break_and_the_night(procedure):
    assert placed(procedure("1 4_jam\n2 1_jam\n3 4_jam"), "2026-01-05 07:30") == {
        1: ("01-05 07:30", "01-05 11:30"),
        2: ("01-05 11:30", "01-05 13:30"),
        3: ("01-05 13:30", "01-06 09:00"),
    }


def test_work_done_at_the_end_of_a_day_is_followed_next_morning(procedure):
    assert placed(procedure("1 1_hari\n2 10"), "2026-01-05 07:30")[2] == ("01-06 07:30", "01-06 07:40")


def test_elapsed_time_runs_over_the_weekend_and_work_waits_for_monday(procedure):
    assert placed(procedure("1 1_jam\n2 3_hari_kalender\n3 1_jam"), "2026-01-08 13:00") == {
        1: ("01-08 13:00", "01-08 14:00"),
        2: ("01-08 14:00", "01-11 14:00"),
        3: ("01-12 07:30", "01-12 08:30"),
    }


def test_a_holiday_is_no_working_day(procedure):
    # 2026-01-16 is Isra Mikraj
    assert placed(procedure("1 1_hari\n2 1_jam"), "2026-01-15 07:30", NATIONAL)[2] == (
        "01-19 07:30",
        "01-19 08:30",
    )


def test_parallel_steps_begin_together_and_the_join_waits_for_the_later(procedure):
    rows = placed(procedure("1 30 -> 2 3\n2 2_jam -> 4\n3 1_x_24_jam -> 4\n4 1_jam"), "2026-01-05 07:30")
    assert rows[2] == ("01-05 08:00", "01-05 10:00")
    assert rows[3] == ("01-05 08:00", "01-06 08:00")
    assert rows[4] == ("01-06 08:00", "01-06 09:00")


def test_seconds_are_carried_from_step_to_step(procedure):
    rows = placed(procedure("1 30_detik\n2 30_detik\n3 30_detik"), "2026-01-05 07:30")
    assert rows[2] == ("01-05 07:30", "01-05 07:31")
    assert rows[3] == ("01-05 07:31", "01-05 07:32")


def test_seconds_before_the_break_are_finished_after_it():
    point = advance(PLAIN, Point(at("2026-01-05 11:59")), Span(work=90))
    assert point == Point(at("2026-01-05 13:00"), 30)
    assert moment_after(PLAIN, point) == at("2026-01-05 13:01")


def test_in_a_span_of_both_kinds_the_work_is_done_first():
    point = advance(PLAIN, Point(at("2026-01-05 15:00")), Span(work=3600, elapsed=DAY))
    assert point == Point(at("2026-01-06 16:00"))


def test_nothing_takes_no_time():
    assert advance(PLAIN, Point(at("2026-01-10 03:00")), Span()) == Point(at("2026-01-10 03:00"))


TWO_WAYS = """
1 1_jam ? 2 3
2 5_hari_kalender -> 4
3 3,2_hari_kerja -> 4
4 1_jam
"""


@pytest.mark.parametrize(
    ("start", "steps"),
    [
        # from Monday 09.30: 5 calendar days end on Saturday, 3.2 working days on Thursday
        ("2026-01-05 08:30", (0, 1, 3)),
        # from Thursday 16.00: 5 calendar days end on Tuesday, 3.2 working days on Wednesday
        ("2026-01-08 15:00", (0, 2, 3)),
    ],
)
def test_the_calendar_decides_which_way_ends_latest(procedure, start, steps):
    sop = procedure(TWO_WAYS)
    flow, spans = build_flow(sop), [time.usual for time in step_times(sop, WorkingTime())]
    assert latest_network(find_ways(flow), spans, PLAIN, at(start), 0).steps == steps


def test_rounds_of_rework_are_placed_on_the_calendar(procedure):
    sop = procedure("1 1_jam\n2 1_hari_kalender\n3 1_jam ? 4 2\n4 10")
    flow, spans = build_flow(sop), [time.usual for time in step_times(sop, WorkingTime())]
    network = latest_network(find_ways(flow), spans, PLAIN, MONDAY, 1)
    assert network.steps == (0, 1, 2, 1, 2, 3)
    # 08.30, Tuesday 08.30, 09.30, Wednesday 09.30, 10.30, 10.40
    assert finish_of(network, spans, PLAIN, MONDAY) == at("2026-01-07 10:40")


moments = st.builds(
    Point,
    st.datetimes(at("2026-01-01 00:00"), at("2026-12-31 00:00")).map(
        lambda moment: PLAIN.next_start(moment.replace(second=0, microsecond=0))
    ),
    st.integers(0, 59),
)
spans = st.builds(Span, st.integers(0, 200_000), st.sampled_from([0, 0, 1, 3600, DAY, 3 * DAY]))


@given(moments, moments, spans)
def test_a_later_start_never_ends_earlier(one, other, span):
    first, last = sorted((one, other))
    assert advance(PLAIN, first, span) <= advance(PLAIN, last, span)


@given(moments, st.integers(0, 200_000), st.integers(0, 200_000))
def test_work_in_two_pieces_ends_when_it_does_in_one(point, one, other):
    in_two = advance(PLAIN, advance(PLAIN, point, Span(work=one)), Span(work=other))
    assert in_two == advance(PLAIN, point, Span(work=one + other))


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=6), moments)
def test_a_sequence_of_work_ends_after_its_sum(works, point):
    spans_ = [Span(work=work) for work in works]
    finish = finish_of(in_sequence(range(len(works))), spans_, PLAIN, point.minute)
    assert finish == PLAIN.tambah(point.minute, -(-sum(works) // 60))
