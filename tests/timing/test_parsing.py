from datetime import date, datetime

import pytest

from sopkit.errors import SopkitError
from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Waktu
from sopkit.timing.parsing import parse_day, parse_deadline, parse_start


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-02", at("2026-01-02 00:00")),
        ("2026-01-02 08:00", at("2026-01-02 08:00")),
        ("2026-01-02T08.30", at("2026-01-02 08:30")),
        (" 2 Januari 2026 08.00 ", at("2026-01-02 08:00")),
        ("2 Januari 2026 pukul 8.05", at("2026-01-02 08:05")),
        ("02-01-2026, 08:00", at("2026-01-02 08:00")),
    ],
)
def test_a_start_is_a_day_and_perhaps_a_time(text, expected):
    assert parse_start(text) == expected


@pytest.mark.parametrize(
    "text", ["", "besok", "Januari 2026", "2026-13-01", "2026-01-02 25:00", "2026-01-02 24:00", "08:00"]
)
def test_what_is_no_start_is_refused_in_both_languages(text):
    with pytest.raises(SopkitError) as caught:
        parse_start(text)
    assert caught.value.message.id != caught.value.message.en
    assert "Tulis" in caught.value.message.id


def test_a_length_is_a_deadline():
    found = parse_deadline("14 hari kerja")
    assert isinstance(found, Waktu)
    assert found.text == "14 hari kerja"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-28", date(2026, 2, 28)),
        ("28 Pebruari 2026", date(2026, 2, 28)),
        ("Februari 2024", date(2024, 2, 29)),
        ("01-01..02-28", Jendela("01-01", "02-28")),
        ("01-01 s.d. 02-28", Jendela("01-01", "02-28")),
        ("2026-01-02 .. 2026-01-30", Jendela("2026-01-02", "2026-01-30")),
    ],
)
def test_a_day_a_month_and_a_window_are_deadlines(text, expected):
    assert parse_deadline(text) == expected


@pytest.mark.parametrize(
    "text", ["", "sesuai jadwal", "2 menit/berkas", "02-30..03-01", "2026-02-01..2026-01-01", "akhir tahun"]
)
def test_what_is_no_deadline_is_refused_with_examples(text):
    with pytest.raises(SopkitError, match="14 hari kerja"):
        parse_deadline(text)


def test_a_month_is_no_day():
    with pytest.raises(SopkitError, match="Januari 2026"):
        parse_day("Januari 2026")
