from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.waktu import WorkingTime
from sopkit.report.times import amounts
from sopkit.timing.lengths import Span

TIME = WorkingTime()


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_stays_an_int(value):
    assert amounts.decimal(value) == value
    assert isinstance(amounts.decimal(value), int)


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6))
def test_a_decimal_is_the_nearest_of_four_places(value):
    found = Fraction(str(amounts.decimal(value)))
    assert abs(found - value) <= Fraction(1, 20_000)
    assert (found * 10_000).denominator == 1


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(1110), "1.110", "1,110"),
        (Fraction(45, 2), "22,5", "22.5"),
        (Fraction(1234567, 100), "12.345,67", "12,345.67"),
        (Fraction(-210), "-210", "-210"),
        (Fraction(-1, 1000), "0", "0"),
        (Fraction(1, 3), "0,33", "0.33"),
    ],
)
def test_numbers_are_written_as_each_language_does(value, indonesian, english):
    assert (amounts.number(value, "id"), amounts.number(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 menit"),
        (1800, "30 menit"),
        (7200, "2 jam (120 menit)"),
        (27_000, "1 hari kerja (450 menit)"),
        (66_600, "2 hari kerja 3 jam 30 menit (1.110 menit)"),
        (Fraction(1350), "22 menit 30 detik (22,5 menit)"),
    ],
)
def test_work_is_told_in_days_and_in_minutes(seconds, words):
    assert amounts.work_words(seconds, TIME, "id") == words


def test_one_minute_is_singular_in_english():
    assert amounts.work_words(60, TIME, "en") == "1 minute"


def test_what_comes_of_chance_is_told_to_the_minute():
    assert amounts.mean_words(Fraction(21_219, 2), TIME, "id") == "2 jam 57 menit (177 menit)"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(3600, 0, 3600), "1 jam (60 menit)"),
        (Span(0, 3 * 86_400, 1), "3 hari kalender"),
        (Span(1800, 86_400 + 7200, 1), "30 menit + 1 hari kalender 2 jam kalender"),
        (Span(), "0 menit"),
    ],
)
def test_calendar_time_is_never_folded_into_work(span, words):
    assert amounts.span_words(span, TIME, "id") == words


def test_a_moment_is_told_as_an_office_writes_it():
    moment = datetime(2026, 1, 2, 8, 5)  # noqa: DTZ001 - an office has no zone
    assert amounts.moment_words(moment, "id") == "Jumat, 2 Januari 2026 pukul 08.05"
    assert amounts.moment_words(moment, "en") == "Friday, 2 January 2026 at 08:05"
    assert (amounts.short_moment(moment, "id"), amounts.short_moment(moment, "en")) == (
        "02/01 08.05",
        "2 Jan 08:05",
    )


def test_a_share_is_told_to_a_tenth_of_a_percent():
    assert (amounts.percent(Fraction(1, 3), "id"), amounts.percent(Fraction(1), "en")) == ("33,3%", "100%")
