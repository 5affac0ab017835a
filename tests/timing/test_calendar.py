import subprocess
import sys
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import SopkitError
from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.hours import FRIDAY, OFFICE_HOURS, RAMADAN_HOURS, SATURDAY, SUNDAY, Season, WorkingHours
from sopkit.timing.national import HolidayYear, no_holidays
from sopkit.timing.shift import Shift

RAMADAN_2026 = Season(date(2026, 2, 18), date(2026, 3, 19), RAMADAN_HOURS)
SIX_DAYS = WorkingHours((*OFFICE_HOURS.days[:SATURDAY], Shift("07:30", "12:00").intervals(), ()))
ROUND_THE_CLOCK = WorkingHours((((0, 1440),),) * 7)
NEVER = WorkingHours(((),) * 7)

NATIONAL = WorkingCalendar()
PLAIN = WorkingCalendar(source=no_holidays)
RAMADAN = WorkingCalendar(seasons=(RAMADAN_2026,), source=no_holidays)
SIX_DAY_WEEK = WorkingCalendar(hours=SIX_DAYS, source=no_holidays)
WORKING_SATURDAY = WorkingCalendar(extra_workdays=frozenset({date(2026, 1, 10)}), source=no_holidays)
OPEN = WorkingCalendar(hours=ROUND_THE_CLOCK, source=no_holidays)


def at(text):
    return datetime.fromisoformat(text)


# 5 January 2026 is a Monday, 9 January a Friday.
ADDITIONS = {
    "a whole day ends in the afternoon": (PLAIN, "2026-01-05 07:30", 450, "2026-01-05 16:00"),
    "a minute more ends next morning": (PLAIN, "2026-01-05 07:30", 451, "2026-01-06 07:31"),
    "two days": (PLAIN, "2026-01-05 07:30", 900, "2026-01-06 16:00"),
    "up to the break": (PLAIN, "2026-01-05 07:30", 270, "2026-01-05 12:00"),
    "a minute past the break": (PLAIN, "2026-01-05 07:30", 271, "2026-01-05 13:01"),
    "begun in the break": (PLAIN, "2026-01-05 12:20", 30, "2026-01-05 13:30"),
    "begun at the end of the break": (PLAIN, "2026-01-05 13:00", 30, "2026-01-05 13:30"),
    "begun before work": (PLAIN, "2026-01-05 05:00", 10, "2026-01-05 07:40"),
    "begun at the end of work": (PLAIN, "2026-01-05 16:00", 1, "2026-01-06 07:31"),
    "no work in the night": (PLAIN, "2026-01-05 23:00", 0, "2026-01-05 23:00"),
    "up to the break on Friday": (PLAIN, "2026-01-09 11:00", 30, "2026-01-09 11:30"),
    "past the break on Friday": (PLAIN, "2026-01-09 11:00", 31, "2026-01-09 13:01"),
    "Friday afternoon to Monday": (PLAIN, "2026-01-09 15:30", 120, "2026-01-12 08:30"),
    "begun on Saturday": (PLAIN, "2026-01-10 10:00", 60, "2026-01-12 08:30"),
    "the last minute of a year": (PLAIN, "2025-12-31 07:30", 450, "2025-12-31 16:00"),
    "the last midnight of a year": (OPEN, "2025-12-31 23:00", 60, "2026-01-01 00:00"),
    "over the end of a year": (PLAIN, "2025-12-31 15:00", 120, "2026-01-01 08:30"),
    "begun on a holiday": (NATIONAL, "2026-01-01 09:00", 60, "2026-01-02 08:30"),
    # Off: Friday 28 March to Monday 7 April.
    "over Idul Fitri 2025": (NATIONAL, "2025-03-27 15:00", 450, "2025-04-08 15:00"),
    # Off: Wednesday 18 to Tuesday 24 March.
    "over Idul Fitri 2026": (NATIONAL, "2026-03-17 15:00", 450, "2026-03-25 15:00"),
    "to the eve of Ramadan": (RAMADAN, "2026-02-17 15:00", 60, "2026-02-17 16:00"),
    "into Ramadan": (RAMADAN, "2026-02-17 15:00", 61, "2026-02-18 08:01"),
    "a day of Ramadan": (RAMADAN, "2026-02-17 15:00", 60 + 390, "2026-02-18 15:00"),
    "past a day of Ramadan": (RAMADAN, "2026-02-17 15:00", 60 + 391, "2026-02-19 08:01"),
    "a Friday of Ramadan to the break": (RAMADAN, "2026-02-20 08:00", 210, "2026-02-20 11:30"),
    "a Friday of Ramadan past the break": (RAMADAN, "2026-02-20 08:00", 211, "2026-02-20 12:31"),
    "a Friday of Ramadan": (RAMADAN, "2026-02-20 08:00", 390, "2026-02-20 15:30"),
    "out of Ramadan": (RAMADAN, "2026-03-19 15:00", 1, "2026-03-20 07:31"),
    "into a working Saturday": (WORKING_SATURDAY, "2026-01-09 16:00", 60, "2026-01-10 08:00"),
    "through a working Saturday": (WORKING_SATURDAY, "2026-01-09 16:30", 451, "2026-01-12 07:31"),
    "a week of six days": (SIX_DAY_WEEK, "2026-01-09 16:30", 270, "2026-01-10 12:00"),
    "past a week of six days": (SIX_DAY_WEEK, "2026-01-09 16:30", 271, "2026-01-12 07:31"),
    "round the clock to midnight": (OPEN, "2026-01-05 00:00", 1440, "2026-01-06 00:00"),
    "round the clock over New Year": (OPEN, "2025-12-31 23:00", 90, "2026-01-01 00:30"),
}


@pytest.mark.parametrize(("calendar", "start", "minutes", "end"), ADDITIONS.values(), ids=ADDITIONS)
def test_work_ends_at_the_moment_counted_by_hand(calendar, start, minutes, end):
    assert calendar.tambah(at(start), minutes) == at(end)


@pytest.mark.parametrize(("calendar", "start", "minutes", "end"), ADDITIONS.values(), ids=ADDITIONS)
def test_the_difference_is_the_minutes_counted_by_hand(calendar, start, minutes, end):
    assert calendar.selisih(at(start), at(end)) == minutes
    assert calendar.selisih(at(end), at(start)) == -minutes


@pytest.mark.parametrize(
    ("moment", "start"),
    [
        ("2026-01-05 07:00", "2026-01-05 07:30"),
        ("2026-01-05 07:30", "2026-01-05 07:30"),
        ("2026-01-05 11:59", "2026-01-05 11:59"),
        ("2026-01-05 12:00", "2026-01-05 13:00"),
        ("2026-01-09 16:30", "2026-01-12 07:30"),
    ],
)
def test_the_next_start_is_the_beginning_of_a_working_minute(moment, start):
    assert PLAIN.next_start(at(moment)) == at(start)


def working_days(calendar, first, last):
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return sum(map(calendar.is_workday, days))


# Weekdays less the national holidays and the cuti bersama of the joint decree of three ministers.
@pytest.mark.parametrize(
    ("year", "days"), [(2021, 248), (2022, 246), (2023, 239), (2024, 238), (2025, 237), (2026, 240)]
)
def test_a_year_has_the_working_days_of_the_joint_decree(year, days):
    assert working_days(NATIONAL, date(year, 1, 1), date(year, 12, 31)) == days


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 1, 9), 0, date(2026, 1, 9)),
        (date(2026, 1, 9), 1, date(2026, 1, 12)),
        (date(2026, 1, 10), 1, date(2026, 1, 12)),
        (date(2026, 1, 5), 14, date(2026, 1, 23)),
        (date(2025, 12, 30), 1, date(2025, 12, 31)),
        (date(2025, 12, 31), 1, date(2026, 1, 1)),
    ],
)
def test_working_days_are_counted_from_the_day_after(day, count, result):
    assert PLAIN.add_working_days(day, count) == result


def test_a_working_day_in_ramadan_is_still_one_day():
    assert RAMADAN.add_working_days(date(2026, 2, 18), 2) == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Tahun Baru Masehi"),
        (date(2026, 3, 20), "Cuti Bersama Hari Raya Idul Fitri"),
        (date(2026, 3, 21), "Hari Raya Idul Fitri"),
        (date(2026, 1, 10), None),
        (date(2026, 1, 5), None),
    ],
)
def test_a_holiday_has_its_indonesian_name_on_weekends_too(day, name):
    assert NATIONAL.holiday_name(day) == name


def test_names_do_not_follow_the_locale_of_the_machine(monkeypatch):
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en_US.UTF-8")
    assert WorkingCalendar().holiday_name(date(2026, 1, 1)) == "Tahun Baru Masehi"


def test_a_holiday_of_the_office_is_off_and_named():
    calendar = WorkingCalendar(extra_holidays=frozenset({date(2026, 11, 30), date(2026, 1, 1)}))
    assert not calendar.is_workday(date(2026, 11, 30))
    assert calendar.minutes_of(date(2026, 11, 30)) == 0
    assert calendar.holiday_name(date(2026, 11, 30)) == "Libur tambahan"
    assert calendar.holiday_name(date(2026, 1, 1)) == "Tahun Baru Masehi"


def test_a_working_saturday_follows_the_weekday_named():
    saturday = frozenset({date(2026, 1, 10)})
    calendar = WorkingCalendar(extra_workdays=saturday, extra_workday_as=FRIDAY, source=no_holidays)
    assert calendar.is_workday(date(2026, 1, 10))
    assert calendar.tambah(at("2026-01-10 11:00"), 31) == at("2026-01-10 13:01")
    assert not calendar.is_workday(date(2026, 1, 17))


def test_a_working_saturday_in_ramadan_has_the_hours_of_ramadan():
    saturday = date(2026, 2, 21)
    calendar = WorkingCalendar(
        seasons=(RAMADAN_2026,), extra_workdays=frozenset({saturday}), source=no_holidays
    )
    assert calendar.minutes_of(saturday) == 390


def test_a_joint_leave_worked_through_keeps_the_hours_of_its_own_weekday():
    friday = date(2026, 3, 20)
    calendar = WorkingCalendar(extra_workdays=frozenset({friday}))
    assert calendar.is_workday(friday)
    assert calendar.holiday_name(friday) is None
    assert calendar.tambah(at("2026-03-20 11:00"), 31) == at("2026-03-20 13:01")


def test_an_office_may_work_through_national_holidays():
    assert PLAIN.is_workday(date(2026, 1, 1))
    assert PLAIN.unannounced_years(date(2020, 1, 1), date(2100, 1, 1)) == ()


@pytest.mark.parametrize("year", range(2021, 2027))
def test_a_year_with_joint_leave_is_announced(year):
    assert NATIONAL.announced(year)


@pytest.mark.parametrize("year", [1, 1940, 2100, 2101])
def test_a_year_without_joint_leave_is_not_announced(year):
    assert not NATIONAL.announced(year)


def test_unannounced_years_are_told_in_either_order():
    calendar = WorkingCalendar(source=lambda year: HolidayYear({}, announced=year <= 2026))
    assert calendar.unannounced_years(date(2025, 5, 1), date(2026, 12, 31)) == ()
    assert calendar.unannounced_years(date(2025, 5, 1), date(2028, 1, 1)) == (2027, 2028)
    assert calendar.unannounced_years(date(2028, 1, 1), date(2025, 5, 1)) == (2027, 2028)


def test_equal_calendars_stay_equal_when_one_was_asked():
    asked = WorkingCalendar(source=no_holidays)
    asked.is_workday(date(2026, 1, 1))
    assert asked == WorkingCalendar(source=no_holidays)
    assert hash(asked) == hash(WorkingCalendar(source=no_holidays))


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"extra_workday_as": 7}, "7"),
        ({"extra_workday_as": SUNDAY, "extra_workdays": frozenset({date(2026, 1, 10)})}, "2026-01-10"),
        (
            {
                "extra_holidays": frozenset({date(2026, 1, 8)}),
                "extra_workdays": frozenset({date(2026, 1, 8)}),
            },
            "2026-01-08",
        ),
        ({"seasons": (RAMADAN_2026, RAMADAN_2026)}, "2026-02-18"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(fields, named):
    with pytest.raises(SopkitError) as caught:
        WorkingCalendar(**fields)
    assert named in caught.value.message.id
    assert named in caught.value.message.en


@pytest.mark.parametrize("hours", [NEVER, OFFICE_HOURS])
def test_a_calendar_without_work_gives_up_after_ten_years(hours):
    every_day = {date(2026, 1, 1) + timedelta(days=number): "Libur" for number in range(20 * 366)}
    calendar = WorkingCalendar(hours=hours, source=lambda _: HolidayYear(every_day, announced=True))
    for ask in (
        lambda: calendar.tambah(at("2026-05-04 08:00"), 1),
        lambda: calendar.next_start(at("2026-05-04 08:00")),
        lambda: calendar.add_working_days(date(2026, 5, 4), 1),
    ):
        with pytest.raises(SopkitError) as caught:
            ask()
        assert "2026 sampai 2035" in caught.value.message.id
        assert "2026 to 2035" in caught.value.message.en


def test_the_first_working_day_is_found_after_nine_years_without_any():
    season = Season(date(2035, 1, 1), date(2035, 12, 31), OFFICE_HOURS)
    calendar = WorkingCalendar(hours=NEVER, seasons=(season,), source=no_holidays)
    assert calendar.next_start(at("2026-05-04 08:00")) == at("2035-01-01 07:30")


def test_a_span_of_more_than_a_hundred_years_is_refused():
    for ask in (
        lambda: PLAIN.tambah(at("2026-01-05 07:30"), 10**12),
        lambda: PLAIN.add_working_days(date(2026, 1, 5), 10**12),
        lambda: PLAIN.selisih(at("2026-01-05 07:30"), at("2127-01-01 00:00")),
        lambda: PLAIN.unannounced_years(date(2026, 1, 5), date(2127, 1, 1)),
    ):
        with pytest.raises(SopkitError) as caught:
            ask()
        assert "sejak tahun 2026 melebihi 100 tahun" in caught.value.message.id


def test_the_year_9999_is_past_the_calendar():
    with pytest.raises(SopkitError, match="9998"):
        PLAIN.tambah(at("9998-12-31 23:00"), 450)


@pytest.mark.parametrize("moment", [at("2026-01-05 08:00:30"), at("2026-01-05 08:00+07:00")])
def test_a_moment_with_seconds_or_a_zone_is_refused(moment):
    for ask in (lambda: PLAIN.tambah(moment, 0), lambda: PLAIN.selisih(moment, at("2026-01-05 07:30"))):
        with pytest.raises(ValueError, match="naive local time"):
            ask()


def test_work_is_not_added_backwards():
    with pytest.raises(ValueError, match="forward"):
        PLAIN.tambah(at("2026-01-05 07:30"), -1)
    with pytest.raises(ValueError, match="forward"):
        PLAIN.add_working_days(date(2026, 1, 5), -1)


def run_in_a_new_interpreter(code):
    command = [sys.executable, "-c", f"import sys; {code}; print('holidays' in sys.modules)"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_holidays_package_is_imported_only_when_a_date_is_asked_for():
    setup = (
        "import datetime; from sopkit.timing.calendar import WorkingCalendar; calendar = WorkingCalendar()"
    )
    assert run_in_a_new_interpreter(setup) == "False"
    assert run_in_a_new_interpreter(f"{setup}; calendar.is_workday(datetime.date(2026, 1, 1))") == "True"


@st.composite
def weeks(draw):
    """Seven days of any intervals, at least one of them worked."""
    edges = st.lists(st.integers(0, 1440), unique=True, max_size=6)
    days = [sorted(day)[: len(day) // 2 * 2] for day in draw(st.lists(edges, min_size=6, max_size=6))]
    worked = sorted(draw(st.lists(st.integers(0, 1440), unique=True, min_size=2, max_size=2)))
    days.insert(draw(st.integers(0, 6)), worked)
    return WorkingHours(tuple(tuple(zip(day[::2], day[1::2], strict=True)) for day in days))


@st.composite
def own_calendars(draw):
    """An office with hours of its own, a season and some holidays around the turn of 2025 to 2026."""
    near = st.integers(0, 40).map(lambda number: date(2025, 12, 15) + timedelta(days=number))
    first, last = sorted((draw(near), draw(near)))
    return WorkingCalendar(
        hours=draw(weeks()),
        seasons=(Season(first, last, draw(weeks())),),
        extra_holidays=frozenset(draw(st.lists(near, max_size=8))),
        source=no_holidays,
    )


calendars = st.one_of(
    st.sampled_from([NATIONAL, PLAIN, RAMADAN, SIX_DAY_WEEK, WORKING_SATURDAY, OPEN]), own_calendars()
)
moments = st.integers(0, 60 * 1440).map(lambda minute: at("2025-12-01") + timedelta(minutes=minute))
amounts = st.one_of(st.integers(0, 1000), st.integers(0, 200_000))


@given(calendars, moments, amounts)
def test_the_difference_gives_back_what_was_added(calendar, start, minutes):
    assert calendar.selisih(start, calendar.tambah(start, minutes)) == minutes


@given(calendars, moments, moments)
def test_adding_the_difference_gives_the_earliest_moment_with_that_work_done(calendar, one, other):
    start, end = sorted((one, other))
    work = calendar.selisih(start, end)
    done = calendar.tambah(start, work)
    assert start <= done <= end
    assert calendar.selisih(done, end) == 0
    if done > start:
        assert calendar.selisih(done - timedelta(minutes=1), done) == 1
    if end > start and calendar.selisih(end - timedelta(minutes=1), end) == 1:
        assert done == end


@given(calendars, moments, amounts, amounts)
def test_more_work_never_ends_earlier(calendar, start, one, other):
    less, more = sorted((one, other))
    assert calendar.tambah(start, less) <= calendar.tambah(start, more)


@given(calendars, moments, moments, amounts)
def test_a_later_start_never_ends_earlier(calendar, one, other, minutes):
    early, late = sorted((one, other))
    assert calendar.tambah(early, minutes) <= calendar.tambah(late, minutes)


@given(calendars, moments, amounts, amounts.filter(bool))
def test_work_in_two_parts_ends_with_the_whole(calendar, start, first, second):
    assert calendar.tambah(calendar.tambah(start, first), second) == calendar.tambah(start, first + second)


@given(calendars, moments, moments, moments)
def test_differences_add_up_over_a_moment_between(calendar, one, two, three):
    assert calendar.selisih(one, two) + calendar.selisih(two, three) == calendar.selisih(one, three)


@given(calendars, moments, st.integers(0, 30))
def test_added_working_days_are_working_days_and_counted_back(calendar, moment, count):
    day = moment.date()
    result = calendar.add_working_days(day, count)
    assert working_days(calendar, day + timedelta(days=1), result) == count
    assert count == 0 or calendar.is_workday(result)


def worked_minutes(calendar, first, days):
    """Every worked minute of `days` days, one by one, from the office's own hours and holidays only."""
    for day in (first + timedelta(days=number) for number in range(days)):
        week = next((s.hours for s in calendar.seasons if s.first <= day <= s.last), calendar.hours)
        if day not in calendar.extra_holidays:
            for minute in range(1440):
                if any(start <= minute < end for start, end in week.days[day.weekday()]):
                    yield datetime.combine(day, time()) + timedelta(minutes=minute)


@given(own_calendars(), moments, st.integers(0, 8 * 1440))
def test_a_walk_from_minute_to_minute_gives_the_same_answers(calendar, start, span):
    end = start + timedelta(minutes=span)
    worked = [m for m in worked_minutes(calendar, start.date(), 10) if start <= m < end]
    assert calendar.selisih(start, end) == len(worked)
    for number in {1, len(worked) // 2, len(worked)} & set(range(1, len(worked) + 1)):
        assert calendar.tambah(start, number) == worked[number - 1] + timedelta(minutes=1)
    if worked:
        assert calendar.next_start(start) == worked[0]
