import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.typography.breaking import break_lines, count_lines, measure
from sopkit.sheet.typography.metrics import units

LETTERS = "abcdeMWil .,-–/é漢\u0301\n\t\xa0"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)


def lines(text, sample):
    """`text` broken where a line holds as much as `sample`."""
    return break_lines(measure(text), units(sample))


@pytest.mark.parametrize(
    ("text", "sample", "expected"),
    [
        ("satu dua tiga", "satu dua", ("satu dua", "tiga")),
        ("satu dua tiga", "satu du", ("satu", "dua", "tiga")),
        ("", "x", ("",)),
        ("  satu \t  dua  ", "satu dua", ("satu dua",)),
        ("satu\ndua", "satu dua tiga", ("satu", "dua")),
        ("satu\n\ndua", "satu dua tiga", ("satu", "", "dua")),
        ("aplikasi e-sakip", "aplikasi e-", ("aplikasi e-", "sakip")),
        ("dan/atau", "dan/", ("dan/", "atau")),
        ("Senin–Jumat", "Senin–", ("Senin–", "Jumat")),
        ("2020–2024", "2020–", ("2020–", "2024")),
        ("1/2", "1/", ("1/", "2")),
        ("kata -kata", "kata", ("kata", "-kat", "a")),
        ("30\xa0menit kerja", "30\xa0menit", ("30\xa0menit", "kerja")),
        ("panjangsekali ya", "panjang", ("panjang", "sekali", "ya")),
        ("aaaaa bb", "aaa", ("aaa", "aa", "bb")),
        ("aaaa bb", "aaa", ("aaa", "a", "bb")),
        ("aaaa b", "aaa", ("aaa", "a b")),
    ],
)
def test_lines_end_where_they_may(text, sample, expected):
    assert lines(text, sample) == expected


def test_numbers_with_an_en_dash_are_kept_whole_when_they_fit():
    assert lines("tahun 2020–2024", "2020–2024") == ("tahun", "2020–2024")


def test_a_mark_stays_with_its_letter_when_a_word_is_cut():
    assert lines("eeeee\u0301e", "eeeee") == ("eeeee\u0301", "e")


@given(TEXTS, st.integers(0, 6000))
def test_no_line_is_wider_than_the_room_unless_it_is_one_character(text, room):
    for line in break_lines(measure(text), room):
        bare = line.replace("\u0301", "")
        assert units(line) <= room or len(bare) <= 1 or "\u0301" in line


@given(TEXTS, st.integers(0, 6000), st.booleans())
def test_no_character_is_lost_but_blanks(text, room, bold):
    broken = break_lines(measure(text, bold=bold), room)
    assert "".join("".join(broken).split()) == "".join(text.split())


@given(TEXTS, st.integers(0, 6000))
def test_counting_gives_as_many_lines_as_breaking(text, room):
    measured = measure(text)
    assert count_lines(measured, room) == len(break_lines(measured, room))


@given(TEXTS, st.integers(0, 6000))
def test_lines_begin_and_end_without_blanks(text, room):
    assert all(line == line.strip(" \t") for line in break_lines(measure(text), room))


@given(TEXTS, st.integers(0, 3000), st.integers(0, 3000))
def test_a_wider_column_never_needs_more_lines(text, room, more):
    measured = measure(text)
    assert count_lines(measured, room + more) <= count_lines(measured, room)


def test_the_longest_piece_is_what_a_column_must_hold():
    measured = measure("dan/atau mendokumentasikan")
    assert measured.longest_piece == units("mendokumentasikan")
    assert measured.width == units("dan/atau mendokumentasikan")
