"""Windows: the same days every year, or two dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.jendela import Jendela


@pytest.mark.parametrize(
    ("first", "last", "year", "days"),
    [
        ("01-01", "02-28", 2026, (date(2026, 1, 1), date(2026, 2, 28))),
        ("01-01", "02-29", 2026, (date(2026, 1, 1), date(2026, 2, 28))),
        ("01-01", "02-29", 2028, (date(2028, 1, 1), date(2028, 2, 29))),
        ("11-01", "02-28", 2026, (date(2026, 11, 1), date(2027, 2, 28))),
        ("2026-01-02", "2026-01-30", 2026, (date(2026, 1, 2), date(2026, 1, 30))),
        ("2026-01-02", "2026-01-30", 2025, None),
        ("2026-12-01", "2027-01-30", 2026, (date(2026, 12, 1), date(2027, 1, 30))),
    ],
)
def test_the_days_of_a_year(first, last, year, days):
    assert Jendela(first, last).days(year) == days


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("13-01", "12-01"),
        ("02-30", "03-01"),
        ("01-01", "2026-02-28"),
        ("1-1", "2-28"),
        ("x", "y"),
        ("2026-02-01", "2026-01-01"),
    ],
)
def test_what_is_no_window_is_unreadable_and_has_no_days(first, last):
    window = Jendela(first, last)
    assert not window.readable
    assert window.days(2026) is None


@given(st.text(max_size=10), st.text(max_size=10), st.integers(1946, 2100))
def test_any_text_is_a_window_or_unreadable(first, last, year):
    days = Jendela(first, last).days(year)
    assert days is None or days[0] <= days[1]
