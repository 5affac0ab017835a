from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.model.waktu import WorkingTime
from sopkit.report.times.axis import day_axis, day_position, work_axis
from sopkit.timing.settings import work_rules

CALENDAR = work_rules(Settings()).calendar
moments = st.datetimes(datetime(2025, 12, 1), datetime(2026, 12, 31)).map(  # noqa: DTZ001 - an office has no zone
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(moments, moments)
def test_a_later_moment_never_lies_further_left(a, b):
    early, late = sorted((a, b))
    first = early.date()
    assert 0 <= day_position(early, first, CALENDAR) <= day_position(late, first, CALENDAR)


def test_the_worked_minutes_fill_a_day():
    monday = date(2026, 1, 5)
    clock = {"07:30": 0, "09:30": Fraction(120, 450), "12:30": Fraction(270, 450), "16:00": 1, "23:59": 1}
    for text, part in clock.items():
        moment = datetime.fromisoformat(f"2026-01-05T{text}")
        assert day_position(moment, monday, CALENDAR) == part


def test_weekends_and_holidays_are_shaded_and_named():
    axis = day_axis(date(2026, 1, 14), date(2026, 1, 20), CALENDAR, 20, "id")
    assert [(shade.begin, shade.end, bool(shade.names)) for shade in axis.shades] == [
        (2, 3, True),
        (3, 5, False),
    ]
    assert "16/01" in axis.shades[0].names[0]
    assert [(tick.at, tick.above, tick.label) for tick in axis.ticks][:2] == [
        (0, "Rab", "14 Jan"),
        (1, "Kam", "15 Jan"),
    ]


@given(st.integers(2, 1500), st.integers(3, 20))
def test_there_are_never_more_labels_than_have_room(days, most):
    first = date(2026, 1, 2)
    axis = day_axis(first, first + timedelta(days=days), CALENDAR, most, "id")
    assert 0 < len(axis.ticks) <= most + 1
    assert [tick.at for tick in axis.ticks] == sorted({tick.at for tick in axis.ticks})


def test_a_single_day_shows_its_hours_of_work():
    axis = day_axis(date(2026, 1, 5), date(2026, 1, 5), CALENDAR, 12, "id")
    assert [tick.label for tick in axis.ticks] == [
        "07.30", "08.00", "09.00", "10.00", "11.00", "13.00", "14.00", "15.00",
    ]  # fmt: skip
    assert axis.ticks[0].above == "5 Jan"


@given(st.integers(0, 10**9))
def test_seconds_of_work_have_at_most_a_dozen_ticks(length):
    axis = work_axis(length, WorkingTime(), "en")
    assert 1 <= len(axis.ticks) <= 13
    assert axis.ticks[-1].at <= max(length, 1)


def test_ticks_are_named_in_the_unit_of_their_step():
    assert [tick.label for tick in work_axis(6 * 3600, WorkingTime(), "id").ticks][:3] == [
        "0 mnt",
        "30 mnt",
        "60 mnt",
    ]
    assert [tick.label for tick in work_axis(9 * 27_000, WorkingTime(), "id").ticks][-1] == "9 hari"
