from datetime import datetime

import pytest

from sopkit.errors import SopkitError
from sopkit.timing.elapsed import tambah_elapsed

FRIDAY_AFTERNOON = datetime.fromisoformat("2026-01-09 15:30")


def test_calendar_days_run_through_the_weekend():
    assert tambah_elapsed(FRIDAY_AFTERNOON, days=3) == datetime.fromisoformat("2026-01-12 15:30")


def test_one_times_twenty_four_hours_ends_at_the_same_time_on_saturday():
    assert tambah_elapsed(FRIDAY_AFTERNOON, seconds=24 * 3600) == datetime.fromisoformat("2026-01-10 15:30")


def test_no_time_changes_nothing():
    assert tambah_elapsed(FRIDAY_AFTERNOON) == FRIDAY_AFTERNOON


@pytest.mark.parametrize(("seconds", "minute"), [(1, 31), (59, 31), (60, 31), (61, 32)])
def test_a_part_of_a_minute_ends_with_that_minute(seconds, minute):
    assert tambah_elapsed(FRIDAY_AFTERNOON, seconds=seconds) == FRIDAY_AFTERNOON.replace(minute=minute)


@pytest.mark.parametrize("span", [{"days": -1}, {"seconds": -1}])
def test_elapsed_time_does_not_run_backwards(span):
    with pytest.raises(ValueError, match="forward"):
        tambah_elapsed(FRIDAY_AFTERNOON, **span)


@pytest.mark.parametrize("days", [3_000_000, 10**12])
def test_elapsed_time_past_the_last_date_is_refused_with_its_length(days):
    with pytest.raises(SopkitError) as caught:
        tambah_elapsed(FRIDAY_AFTERNOON, days=days)
    assert f"{days} hari kalender" in caught.value.message.id
    assert f"{days} calendar days" in caught.value.message.en
