from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.nip import parse_nip

VALID = [
    # text, formatted, birth, appointed, sex
    ("196706061992021001", "19670606 199202 1 001", "1967-06-06", (1992, 2), "male"),
    ("19680814 200212 1 004", "19680814 200212 1 004", "1968-08-14", (2002, 12), "male"),
    ("19650125 199303 1 008", "19650125 199303 1 008", "1965-01-25", (1993, 3), "male"),
    ("19701218 199101 1 002", "19701218 199101 1 002", "1970-12-18", (1991, 1), "male"),
    ("19660408 199303 1 009", "19660408 199303 1 009", "1966-04-08", (1993, 3), "male"),
    ("19850228201001 2 017", "19850228 201001 2 017", "1985-02-28", (2010, 1), "female"),
    ("19840229 200901 2 010", "19840229 200901 2 010", "1984-02-29", (2009, 1), "female"),
    ("  19900101  201503  2  999 ", "19900101 201503 2 999", "1990-01-01", (2015, 3), "female"),
    ("19900101\u00a0201503\u00a02\u00a0001", "19900101 201503 2 001", "1990-01-01", (2015, 3), "female"),
    ("198811302014121003", "19881130 201412 1 003", "1988-11-30", (2014, 12), "male"),
    ("19920715 202321 1 005", "19920715 202321 1 005", "1992-07-15", None, "male"),
    ("19950310 202421 2 044", "19950310 202421 2 044", "1995-03-10", None, "female"),
]

PROBLEMS = [
    # text, a piece of each sentence in Indonesian, in order
    ("", ["0 angka"]),
    ("1234567", ["7 angka"]),
    ("19670606199202100", ["17 angka"]),
    ("1967060619920210011", ["19 angka"]),
    ("19670606.199202.1.001", ["karakter selain angka dan spasi: ."]),
    ("NIP. 19670606 199202 1 001", ["karakter selain angka dan spasi: NIP."]),
    ("l9670606 199202 1 001", ["spasi: l", "17 angka"]),
    ("19670631 199202 1 001", ["tanggal lahir dalam NIP tidak ada: 1967-06-31"]),
    ("19850229 201001 2 017", ["tanggal lahir dalam NIP tidak ada: 1985-02-29"]),
    ("19671306 199202 1 001", ["tanggal lahir dalam NIP tidak ada: 1967-13-06"]),
    ("19670606 199200 1 001", ["bulan pengangkatan dalam NIP tidak sah: 00"]),
    ("19670606 199213 1 001", ["bulan pengangkatan dalam NIP tidak sah: 13"]),
    ("19670606 199220 1 001", ["bulan pengangkatan dalam NIP tidak sah: 20"]),
    ("19670606 199202 3 001", ["jenis kelamin dalam NIP tidak sah: 3"]),
    ("19670606 199202 1 000", ["nomor urut dalam NIP adalah 000"]),
    ("19670606 198502 1 001", ["kurang dari 18 tahun"]),
    ("19670606 202901 1 001", ["lebih dari 60 tahun"]),
    ("00000000 000000 0 000", ["tanggal lahir", "bulan pengangkatan", "jenis kelamin", "nomor urut"]),
]


@pytest.mark.parametrize(("text", "formatted", "birth", "appointed", "sex"), VALID)
def test_a_valid_number_is_read_in_its_places(text, formatted, birth, appointed, sex):
    nip = parse_nip(text)
    assert nip.text == text
    assert nip.problems() == ()
    assert nip.formatted == formatted
    assert nip.birth == dt.date.fromisoformat(birth)
    assert nip.appointed == appointed
    assert nip.appointed_year == int(formatted[9:13])
    assert nip.sex == sex
    assert nip.serial == formatted[-3:]
    assert not nip.old


@pytest.mark.parametrize(("text", "pieces"), PROBLEMS)
def test_what_is_not_valid_is_said_precisely_in_both_languages(text, pieces):
    problems = parse_nip(text).problems()
    assert len(problems) == len(pieces)
    for problem, piece in zip(problems, pieces, strict=True):
        assert piece in problem.id
        assert problem.en
        assert problem.en != problem.id


def test_one_digit_is_singular_in_english():
    assert parse_nip("1").problems()[0].en == "the NIP has 1 digit, expected 18"


@pytest.mark.parametrize("text", ["130517123", "130 517 123"])
def test_an_old_number_of_nine_digits_is_valid_and_says_nothing(text):
    nip = parse_nip(text)
    assert nip.old
    assert nip.problems() == ()
    assert nip.formatted == "130517123"
    assert (nip.birth, nip.appointed, nip.appointed_year, nip.sex, nip.serial) == (
        None,
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("19700615 198805 1 001", "kurang dari 18"),
        ("19700615 198806 1 001", None),
        ("19700615 203105 1 001", None),
        ("19700615 203106 1 001", None),
        ("19700615 203107 1 001", "lebih dari 60"),
        ("19700601 203106 1 001", "lebih dari 60"),
        ("20030615 202121 1 001", None),
        ("20040615 202121 1 001", "kurang dari 18"),
        ("19600101 202121 1 001", "lebih dari 60"),
        ("19600102 202121 1 001", None),
    ],
)
def test_the_age_is_questioned_only_when_it_is_certain(text, certain):
    problems = parse_nip(text).problems()
    assert [problem.id for problem in problems if "usia" in problem.id] == [
        problem.id for problem in problems
    ]
    assert len(problems) == (certain is not None)
    assert certain is None or certain in problems[0].id


@pytest.mark.parametrize(
    ("text", "date", "after"),
    [
        ("19680814 200212 1 004", "2002-11-30", True),
        ("19680814 200212 1 004", "2002-12-01", False),
        ("19680814 200212 1 004", "2022-03-01", False),
        ("19920715 202321 1 005", "2022-12-31", True),
        ("19920715 202321 1 005", "2023-01-01", False),
        ("19680814 200213 1 004", "1990-01-01", False),
        ("130517123", "1945-01-01", False),
    ],
)
def test_an_appointment_is_after_a_date_only_when_that_is_certain(text, date, after):
    assert parse_nip(text).appointed_after(dt.date.fromisoformat(date)) is after


def test_a_number_without_digits_is_printed_as_it_stands():
    assert parse_nip("belum ada").formatted == "belum ada"


@st.composite
def valid_numbers(draw):
    birth = draw(st.dates(dt.date(1945, 1, 1), dt.date(2005, 12, 31)))
    year = birth.year + draw(st.integers(19, 59))
    month = draw(st.integers(1, 12) | st.integers(21, 99))
    return f"{birth:%Y%m%d}{year}{month:02}{draw(st.sampled_from('12'))}{draw(st.integers(1, 999)):03}"


@given(valid_numbers())
def test_a_valid_number_has_no_problems_and_reads_back_from_its_printed_form(digits):
    nip = parse_nip(digits)
    assert nip.problems() == ()
    again = parse_nip(nip.formatted)
    assert again.digits == digits
    assert again.problems() == ()
    assert again.formatted == nip.formatted


@given(valid_numbers(), st.integers(0, 17))
def test_a_lost_digit_is_always_noticed(digits, at):
    problems = parse_nip(digits[:at] + digits[at + 1 :]).problems()
    assert [problem.id for problem in problems] == ["NIP terdiri atas 17 angka, seharusnya 18"]


@given(st.text() | st.text(alphabet="0123456789", min_size=18, max_size=18))
def test_any_text_is_read_without_an_exception(text):
    nip = parse_nip(text)
    assert nip.digits.isascii()
    assert all(problem.id and problem.en for problem in nip.problems())
    assert nip.appointed_after(dt.date(2022, 1, 1)) in {True, False}
    assert nip.formatted.replace(" ", "") == nip.digits or nip.formatted == text
