from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import SopkitError
from sopkit.timing.hours import (
    FRIDAY,
    OFFICE_HOURS,
    RAMADAN_HOURS,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    Season,
    WorkingHours,
    check_seasons,
)
from sopkit.timing.shift import Shift, minute_of_day, minute_when_done, minutes_in, worked_before


@pytest.mark.parametrize(
    ("clock", "minute"),
    [("00:00", 0), ("7:30", 450), ("07:30", 450), ("07.30", 450), (" 23:59 ", 1439), ("24:00", 1440)],
)
def test_a_time_of_day_is_read_with_colon_or_point(clock, minute):
    assert minute_of_day(clock) == minute


@pytest.mark.parametrize(
    "clock", ["", "7", "7:3", "07:60", "24:01", "25:00", "-1:00", "07:30:00", "٠٧:٣٠", "pagi"]
)
def test_what_is_no_time_of_day_is_refused_with_its_text(clock):
    with pytest.raises(SopkitError) as caught:
        minute_of_day(clock)
    assert f"“{clock}”" in caught.value.message.id
    assert f'"{clock}"' in caught.value.message.en


def test_a_shift_without_break_is_one_interval():
    assert Shift("08:00", "12:00").intervals() == ((480, 720),)


def test_a_break_splits_a_shift_in_two():
    assert Shift("07:30", "16:00", "12:00", 60).intervals() == ((450, 720), (780, 960))


@pytest.mark.parametrize(
    "times",
    [
        ("16:00", "07:30"),
        ("08:00", "08:00"),
        ("08:00", "16:00", "08:00", 30),
        ("08:00", "16:00", "07:00", 30),
        ("08:00", "16:00", "15:30", 30),
        ("08:00", "16:00", "12:00", -30),
        ("08:00", "16:00", None, 30),
    ],
)
def test_a_shift_whose_times_do_not_follow_each_other_is_refused(times):
    with pytest.raises(SopkitError) as caught:
        Shift(*times)
    assert f"{times[0]}–{times[1]}" in caught.value.message.id
    assert f"{times[0]}–{times[1]}" in caught.value.message.en


@pytest.mark.parametrize(
    ("minute", "worked"),
    [(0, 0), (450, 0), (451, 1), (720, 270), (750, 270), (780, 270), (781, 271), (960, 450), (1439, 450)],
)
def test_the_break_and_the_night_add_no_work(minute, worked):
    assert worked_before(OFFICE_HOURS.days[TUESDAY], minute) == worked


@pytest.mark.parametrize(("minutes", "minute"), [(1, 451), (270, 720), (271, 781), (450, 960)])
def test_work_is_done_at_the_end_of_its_last_minute(minutes, minute):
    assert minute_when_done(OFFICE_HOURS.days[TUESDAY], minutes) == minute


def test_more_work_than_a_day_holds_has_no_minute_of_that_day():
    with pytest.raises(ValueError, match="451"):
        minute_when_done(OFFICE_HOURS.days[TUESDAY], 451)


@pytest.mark.parametrize(("hours", "a_day"), [(OFFICE_HOURS, 450), (RAMADAN_HOURS, 390)])
def test_every_office_day_is_as_long_as_the_regulation_says(hours, a_day):
    assert [minutes_in(day) for day in hours.days] == [a_day] * 5 + [0, 0]


def test_on_fridays_the_break_is_from_half_past_eleven_to_one():
    assert OFFICE_HOURS.days[FRIDAY] == ((450, 690), (780, 990))


def test_a_week_of_six_days_has_a_shift_for_saturday():
    hours = WorkingHours.from_shifts({SATURDAY: Shift("07:30", "12:00")})
    assert hours.days[SATURDAY] == ((450, 720),)
    assert hours.days[SUNDAY] == ()


@pytest.mark.parametrize(
    "days",
    [
        ((),) * 6,
        (((0, 0),), *((),) * 6),
        (((10, 5),), *((),) * 6),
        (((0, 1441),), *((),) * 6),
        (((-1, 5),), *((),) * 6),
        (((0, 10), (5, 20)), *((),) * 6),
        (((30, 40), (5, 20)), *((),) * 6),
    ],
)
def test_hours_that_are_no_week_of_ordered_intervals_are_refused(days):
    with pytest.raises(ValueError, match=r"seven days|no intervals"):
        WorkingHours(days)


def test_a_season_that_runs_backwards_is_refused_with_its_days():
    with pytest.raises(SopkitError) as caught:
        Season(date(2026, 3, 19), date(2026, 2, 18), RAMADAN_HOURS)
    assert "2026-03-19 s.d. 2026-02-18" in caught.value.message.id
    assert "2026-03-19 to 2026-02-18" in caught.value.message.en


def test_seasons_that_share_a_day_are_refused_in_any_order():
    early = Season(date(2026, 2, 18), date(2026, 3, 19), RAMADAN_HOURS)
    late = Season(date(2026, 3, 19), date(2026, 3, 31), OFFICE_HOURS)
    for seasons in ((early, late), (late, early)):
        with pytest.raises(SopkitError, match="2026-02-18 to 2026-03-19 and 2026-03-19 to 2026-03-31"):
            check_seasons(seasons)


def test_seasons_that_follow_each_other_are_accepted():
    early = Season(date(2026, 2, 18), date(2026, 3, 19), RAMADAN_HOURS)
    late = Season(date(2026, 3, 20), date(2026, 3, 31), OFFICE_HOURS)
    check_seasons((late, early))


@given(st.lists(st.integers(0, 1440), unique=True, min_size=2, max_size=8), st.data())
def test_the_minute_when_work_is_done_is_the_earliest_with_so_much_work_before_it(edges, data):
    edges = sorted(edges)[: len(edges) // 2 * 2]
    intervals = tuple(zip(edges[::2], edges[1::2], strict=True))
    minutes = data.draw(st.integers(1, minutes_in(intervals)))
    minute = minute_when_done(intervals, minutes)
    assert worked_before(intervals, minute) == minutes
    assert worked_before(intervals, minute - 1) == minutes - 1
