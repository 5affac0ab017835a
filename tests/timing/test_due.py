from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.jendela import Jendela
from sopkit.model.waktu import WorkingTime, parse_waktu
from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.due import FIRST_YEAR, NO_START, Frame, Start, due_after, find_frames, readable, tightest
from sopkit.timing.hours import RAMADAN_HOURS, Season
from sopkit.timing.national import HolidayYear, indonesian_holidays, no_holidays
from sopkit.timing.settings import WorkRules

PLAIN = WorkRules(WorkingTime(), WorkingCalendar(source=no_holidays))
NATIONAL = WorkRules(WorkingTime(), WorkingCalendar())
RAMADAN = WorkRules(
    WorkingTime(),
    WorkingCalendar(
        seasons=(Season(date(2026, 2, 18), date(2026, 3, 19), RAMADAN_HOURS),), source=no_holidays
    ),
)


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("length", "begin", "due", "rules"),
    [
        ("1 hari kerja", "2026-01-05 07:30", "2026-01-05 16:00", PLAIN),
        ("2 hari kerja", "2026-01-05 07:30", "2026-01-06 16:00", PLAIN),
        ("1 hari kerja", "2026-01-05 10:00", "2026-01-06 10:00", PLAIN),
        ("5 hari", "2026-01-08 10:00", "2026-01-15 10:00", PLAIN),
        # on Fridays work ends at 16.30
        ("2 minggu", "2026-01-05 07:30", "2026-01-16 16:30", PLAIN),
        ("1,5 hari", "2026-01-05 07:30", "2026-01-06 11:15", PLAIN),
        ("2 hari 1 jam", "2026-01-05 07:30", "2026-01-07 08:30", PLAIN),
        ("90 menit", "2026-01-05 11:00", "2026-01-05 13:30", PLAIN),
        ("30 detik", "2026-01-05 07:30", "2026-01-05 07:31", PLAIN),
        ("5 hari kalender", "2026-01-05 10:00", "2026-01-10 10:00", PLAIN),
        ("1 x 24 jam", "2026-01-09 10:00", "2026-01-10 10:00", PLAIN),
        # Friday 16 January is Isra Mikraj
        ("14 hari kerja", "2026-01-02 08:00", "2026-01-23 08:00", NATIONAL),
        # a day of Ramadan has 390 minutes and is one day
        ("3 hari kerja", "2026-02-18 08:00", "2026-02-20 15:30", RAMADAN),
        # 420 minutes into a day of 450 there is no such minute in a day of 390
        ("2 hari kerja", "2026-02-17 15:30", "2026-02-19 15:00", RAMADAN),
    ],
)
def test_a_length_ends_where_a_person_counts_it_to(length, begin, due, rules):
    assert due_after(parse_waktu(length).lambat, at(begin), rules) == at(due)


@given(st.integers(1, 60), st.datetimes(at("2026-01-01 00:00"), at("2026-06-30 00:00")))
def test_with_equal_days_counting_days_is_counting_minutes(days, moment):
    begin = PLAIN.calendar.next_start(moment.replace(second=0, microsecond=0))
    due = due_after(parse_waktu(f"{days} hari kerja").lambat, begin, PLAIN)
    # on the clock Friday's break lies half an hour apart, in minutes of work it does not
    assert due == PLAIN.calendar.tambah(begin, days * 450)


def frames(deadline, start=NO_START, rules=PLAIN):
    return find_frames(deadline, start, rules)


def test_without_a_deadline_and_a_start_there_is_no_frame():
    assert frames(None) == ()


def test_a_start_alone_begins_with_the_first_working_minute():
    assert frames(None, Start(at("2026-01-10 00:00"))) == (Frame(at("2026-01-12 07:30")),)


def test_a_length_without_a_start_is_so_much_work():
    assert frames(parse_waktu("14 hari kerja")) == (Frame(available=14 * 450 * 60),)


def test_calendar_days_without_a_start_are_converted_and_said_to_be():
    assert frames(parse_waktu("7 hari kalender")) == (Frame(available=5 * 450 * 60, converted=True),)


def test_a_range_as_deadline_counts_with_its_end():
    assert frames(parse_waktu("5-10 hari kerja"))[0].available == 10 * 450 * 60


def test_a_length_with_a_start_says_when_and_how_much_work_that_is():
    (frame,) = frames(parse_waktu("2 hari kerja"), Start(at("2026-01-05 00:00")))
    assert frame == Frame(at("2026-01-05 07:30"), at("2026-01-06 16:00"), 900 * 60)


def test_a_day_is_due_at_its_end():
    (frame,) = frames(date(2026, 1, 6), Start(at("2026-01-05 07:30")))
    assert (frame.due, frame.available) == (at("2026-01-06 23:59"), 900 * 60)


def test_a_day_without_a_start_leaves_an_unknown_time():
    (frame,) = frames(date(2026, 1, 6))
    assert (frame.begin, frame.available) == (None, None)


def test_a_start_after_the_day_leaves_less_than_nothing():
    assert frames(date(2026, 1, 6), Start(at("2026-01-07 07:30")))[0].available == 0
    assert frames(date(2026, 1, 6), Start(at("2026-01-08 07:30")))[0].available == -450 * 60


YEARLY = Jendela("01-01", "02-28")


def test_a_dated_window_begins_with_its_first_working_minute():
    (frame,) = frames(Jendela("2026-01-02", "2026-01-30"))
    assert (frame.begin, frame.due) == (at("2026-01-02 07:30"), at("2026-01-30 23:59"))
    assert frame.year is None


def test_a_yearly_window_is_tried_in_the_year_asked_for():
    (frame,) = frames(YEARLY, Start(year=2025), NATIONAL)
    assert (frame.year, frame.begin) == (2025, at("2025-01-02 07:30"))


def test_a_yearly_window_is_tried_in_the_year_of_the_day_of_reading():
    assert [f.year for f in frames(YEARLY, Start(as_of=date(2024, 7, 1)))] == [2024]


@pytest.mark.parametrize(
    ("window", "start", "year"),
    [
        (YEARLY, "2026-02-10", 2026),
        (YEARLY, "2026-03-02", 2027),
        (Jendela("01-01", "02-27"), "2026-02-27", 2026),
        (Jendela("11-01", "01-31"), "2026-01-05", 2025),
        (Jendela("11-01", "01-31"), "2026-02-05", 2026),
    ],
)
def test_a_start_takes_the_window_it_lies_in_or_the_next_one(window, start, year):
    (frame,) = frames(window, Start(at(start)))
    assert frame.year == year
    assert frame.begin.date() == date.fromisoformat(start)


def test_a_yearly_window_is_tried_in_every_year_that_is_announced():
    known = HolidayYear({}, announced=True), HolidayYear({}, announced=False)
    rules = WorkRules(WorkingTime(), WorkingCalendar(source=lambda year: known[year not in (2024, 2025)]))
    assert [frame.year for frame in frames(YEARLY, rules=rules)] == [2024, 2025]


def test_years_before_the_regulation_are_not_tried():
    assert frames(YEARLY, rules=NATIONAL)[0].year == FIRST_YEAR
    assert indonesian_holidays(FIRST_YEAR).announced


def test_the_tightest_frame_has_the_least_time_and_is_the_earliest_of_equals():
    found = frames(YEARLY, rules=NATIONAL)
    least = tightest(found)
    assert least.available == min(frame.available for frame in found)
    assert least.year == min(frame.year for frame in found if frame.available == least.available)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (parse_waktu("14 hari kerja"), True),
        (parse_waktu("sesuai jadwal"), False),
        (parse_waktu("2 menit/berkas"), False),
        (Jendela("02-30", "03-01"), False),
        (YEARLY, True),
        (date(2026, 1, 1), True),
    ],
)
def test_whether_a_deadline_says_until_when(deadline, expected):
    assert readable(deadline) is expected
