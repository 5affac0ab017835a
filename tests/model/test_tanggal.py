from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.tanggal import (
    BULAN,
    HARI,
    Ketelitian,
    Tanggal,
    nama_hari,
    parse_tanggal,
    surely_before,
)

READABLE = [
    # text, iso, in Indonesian, whether the month is spelled as today
    ("1 Maret 2022", "2022-03-01", "1 Maret 2022", True),
    ("01 Maret 2022", "2022-03-01", "1 Maret 2022", True),
    ("1  MARET\u00a02022", "2022-03-01", "1 Maret 2022", True),
    ("1 Maret 2022.", "2022-03-01", "1 Maret 2022", True),
    ("1Maret2022", "2022-03-01", "1 Maret 2022", True),
    ("1-Maret-2022", "2022-03-01", "1 Maret 2022", True),
    ("01/Mar/2022", "2022-03-01", "1 Maret 2022", True),
    ("JULI 2022", "2022-07", "Juli 2022", True),
    ("juli 2022", "2022-07", "Juli 2022", True),
    ("Juli-2022", "2022-07", "Juli 2022", True),
    ("18 Januari 2021", "2021-01-18", "18 Januari 2021", True),
    ("4 Juni 2021", "2021-06-04", "4 Juni 2021", True),
    ("01-03-2022", "2022-03-01", "1 Maret 2022", True),
    ("01/03/2022", "2022-03-01", "1 Maret 2022", True),
    ("1.3.2022", "2022-03-01", "1 Maret 2022", True),
    ("1 - 3 - 2022", "2022-03-01", "1 Maret 2022", True),
    ("31/12/2199", "2199-12-31", "31 Desember 2199", True),
    ("17-08-1945", "1945-08-17", "17 Agustus 1945", True),
    ("2022-03-01", "2022-03-01", "1 Maret 2022", True),
    ("2022/03/01", "2022-03-01", "1 Maret 2022", True),
    ("2022-07", "2022-07", "Juli 2022", True),
    ("07-2022", "2022-07", "Juli 2022", True),
    ("7/2022", "2022-07", "Juli 2022", True),
    ("29 Februari 2024", "2024-02-29", "29 Februari 2024", True),
    ("2 Jan 2023", "2023-01-02", "2 Januari 2023", True),
    ("2 Feb. 2023", "2023-02-02", "2 Februari 2023", True),
    ("2 Apr 2023", "2023-04-02", "2 April 2023", True),
    ("2 Mei 2023", "2023-05-02", "2 Mei 2023", True),
    ("2 Jun 2023", "2023-06-02", "2 Juni 2023", True),
    ("2 Agu 2023", "2023-08-02", "2 Agustus 2023", True),
    ("2 Agt 2023", "2023-08-02", "2 Agustus 2023", True),
    ("2 Agust. 2023", "2023-08-02", "2 Agustus 2023", True),
    ("2 Sept 2023", "2023-09-02", "2 September 2023", True),
    ("2 Okt 2023", "2023-10-02", "2 Oktober 2023", True),
    ("2 Des 2023", "2023-12-02", "2 Desember 2023", True),
    ("Selasa, 1 Maret 2022", "2022-03-01", "1 Maret 2022", True),
    ("selasa 01-03-2022", "2022-03-01", "1 Maret 2022", True),
    ("Jum'at, 4 Maret 2022", "2022-03-04", "4 Maret 2022", True),
    ("Ahad, 6 Maret 2022", "2022-03-06", "6 Maret 2022", True),
    ("5 Pebruari 2023", "2023-02-05", "5 Februari 2023", False),
    ("5 Peb 2023", "2023-02-05", "5 Februari 2023", False),
    ("5 Nopember 2023", "2023-11-05", "5 November 2023", False),
    ("5 Nop. 2023", "2023-11-05", "5 November 2023", False),
    ("5 Djanuari 1965", "1965-01-05", "5 Januari 1965", False),
    ("17 August 2023", "2023-08-17", "17 Agustus 2023", False),
    ("1 March 2022", "2022-03-01", "1 Maret 2022", False),
    ("May 2022", "2022-05", "Mei 2022", False),
    ("NOPEMBER 2022", "2022-11", "November 2022", False),
]

UNREADABLE = [
    "",
    "-",
    "2022",
    "31 Februari 2022",
    "2023-02-29",
    "29 Februari 2023",
    "31-04-2022",
    "0 Mei 2022",
    "1 Mei 0000",
    "00-2022",
    "13-2022",
    "2022-13",
    "32/01/2022",
    "12/31/2022",
    "1 Maret 22",
    "01-03-22",
    "1 Maret 1944",
    "1 Maret 2200",
    "1 Marett 2022",
    "Maret",
    "1 Maret",
    "0103-2022",
    "112-2022",
    "01032022",
    "Senin, 1 Maret 2022",
    "Senin, Juli 2022",
    "Lumajang, 1 Maret 2022",
    "1 Maret 2022 10:00",
    "2022-03-01T00:00:00",
    "١ Maret 2022",
    "1 s.d. 5 Maret 2022",
]

days = st.dates(dt.date(1945, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(("text", "iso", "indonesia", "canonical"), READABLE)
def test_what_offices_write_is_read(text, iso, indonesia, canonical):
    tanggal = parse_tanggal(text)
    assert tanggal.readable
    assert tanggal.text == text
    assert tanggal.iso == iso
    assert tanggal.indonesia() == str(tanggal) == indonesia
    assert tanggal.canonical_spelling is canonical
    assert tanggal.year == int(iso[:4])


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_date_is_unreadable_and_kept(text):
    tanggal = parse_tanggal(text)
    assert tanggal == Tanggal(text)
    assert not tanggal.readable
    assert (tanggal.iso, tanggal.year, tanggal.ketelitian) == (None, None, None)
    assert str(tanggal) == text


@pytest.mark.parametrize(
    ("text", "last_day"),
    [("Februari 2023", 28), ("Februari 2024", 29), ("April 2022", 30), ("Desember 2022", 31)],
)
def test_a_month_is_the_interval_from_its_first_to_its_last_day(text, last_day):
    tanggal = parse_tanggal(text)
    assert tanggal.ketelitian is Ketelitian.BULAN
    assert tanggal.first.day == 1
    assert tanggal.last == tanggal.first.replace(day=last_day)


def test_a_day_begins_and_ends_on_itself():
    tanggal = parse_tanggal("1 Maret 2022")
    assert tanggal.ketelitian is Ketelitian.HARI
    assert tanggal.first == tanggal.last == dt.date(2022, 3, 1)


@pytest.mark.parametrize(
    ("a", "b", "certain"),
    [
        ("1 Maret 2022", "2 Maret 2022", True),
        ("1 Maret 2022", "1 Maret 2022", False),
        ("2 Maret 2022", "1 Maret 2022", False),
        ("30 Juni 2022", "Juli 2022", True),
        ("1 Juli 2022", "Juli 2022", False),
        ("Juli 2022", "31 Juli 2022", False),
        ("Juli 2022", "1 Agustus 2022", True),
        ("Juli 2022", "Juli 2022", False),
        ("Juli 2022", "Agustus 2022", True),
        ("entah", "1 Maret 2022", False),
        ("1 Maret 2022", "entah", False),
    ],
)
def test_before_is_said_only_when_certain(a, b, certain):
    assert surely_before(parse_tanggal(a), parse_tanggal(b)) is certain


def test_the_day_of_the_week_is_named_in_indonesian():
    monday = dt.date(2022, 2, 28)
    assert [nama_hari(monday + dt.timedelta(days=n)) for n in range(7)] == list(HARI)


@given(days)
def test_every_day_reads_back_from_its_writings(day):
    number, month, year = day.day, BULAN[day.month - 1], day.year
    read = parse_tanggal(day.isoformat())
    assert (read.first, read.last) == (day, day)
    for text in (
        read.indonesia(),
        read.iso,
        f"{nama_hari(day)}, {number} {month} {year}",
        f"{day:%d/%m}/{year}",
    ):
        again = parse_tanggal(text)
        assert (again.first, again.last, again.iso) == (day, day, day.isoformat())


@given(days)
def test_every_month_reads_back_from_its_writings(day):
    read = parse_tanggal(f"{BULAN[day.month - 1]} {day.year}")
    assert read.first <= day <= read.last
    assert (read.first - dt.timedelta(days=1)).month != day.month
    assert (read.last + dt.timedelta(days=1)).month != day.month
    for text in (read.indonesia(), read.iso, f"{day.month}/{day.year}"):
        again = parse_tanggal(text)
        assert (again.first, again.last) == (read.first, read.last)


@given(days, st.sampled_from(HARI))
def test_a_weekday_that_is_not_the_days_own_makes_it_unreadable(day, weekday):
    text = f"{weekday}, {day.day} {BULAN[day.month - 1]} {day.year}"
    assert parse_tanggal(text).readable == (nama_hari(day) == weekday)


@given(days, days)
def test_no_two_days_are_before_each_other(a, b):
    first, second = parse_tanggal(a.isoformat()), parse_tanggal(b.isoformat())
    assert surely_before(first, second) == (a < b)
    assert not (surely_before(first, second) and surely_before(second, first))


@given(st.text() | st.text(alphabet="0123456789-/. MareiJuln,'"))
def test_any_text_is_read_without_an_exception(text):
    tanggal = parse_tanggal(text)
    assert tanggal.text == text
    assert (tanggal.first is None) == (tanggal.last is None)
