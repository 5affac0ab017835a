from datetime import date

import pytest

from sopkit.config import read_settings
from sopkit.errors import SopkitError
from sopkit.timing.hours import FRIDAY, MONDAY, OFFICE_HOURS, RAMADAN_HOURS, SATURDAY
from sopkit.timing.national import indonesian_holidays, no_holidays
from sopkit.timing.settings import work_rules

SIX_DAYS = """
[waktu]
menit_per_hari = 400
hari_per_minggu = 6
hari_per_bulan = 25
[kalender]
libur_nasional = false
libur_tambahan = ["2026-11-30"]
hari_kerja_tambahan = ["2026-12-06"]
[kalender.jam]
senin = {mulai = "07:00", selesai = "14:00", istirahat = "12:00", istirahat_menit = 30}
sabtu = {mulai = "07:00", selesai = "12:00"}
[[kalender.musim]]
mulai = "2026-02-18"
selesai = "2026-03-19"
"""


def rules(text):
    return work_rules(read_settings("sopkit.toml", text))


def test_no_settings_are_the_hours_of_perpres_21_2023():
    found = rules("")
    assert found.time.minutes_per_day == 450
    assert found.calendar.hours == OFFICE_HOURS
    assert found.calendar.source is indonesian_holidays


def test_the_length_of_days_weeks_and_months_is_taken_over():
    time = rules(SIX_DAYS).time
    assert (time.minutes_per_day, time.days_per_week, time.days_per_month) == (400, 6, 25)


def test_hours_of_a_table_replace_the_week():
    days = rules(SIX_DAYS).calendar.hours.days
    assert days[MONDAY] == ((420, 720), (750, 840))
    assert days[SATURDAY] == ((420, 720),)
    assert days[FRIDAY] == ()


def test_a_season_without_hours_has_those_of_ramadan():
    (season,) = rules(SIX_DAYS).calendar.seasons
    assert (season.first, season.last) == (date(2026, 2, 18), date(2026, 3, 19))
    assert season.hours == RAMADAN_HOURS


def test_own_days_off_and_on_are_taken_over():
    calendar = rules(SIX_DAYS).calendar
    assert calendar.source is no_holidays
    assert not calendar.is_workday(date(2026, 11, 30))
    assert calendar.is_workday(date(2026, 12, 6))


def test_hours_out_of_order_are_refused():
    with pytest.raises(SopkitError, match="out of order"):
        rules('[kalender.jam]\nsenin = {mulai = "16:00", selesai = "07:00"}')
