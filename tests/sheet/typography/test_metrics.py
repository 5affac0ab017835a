import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.typography.metrics import UNKNOWN, extent, room, strangers, units

# Sums of Adobe's advance widths for Helvetica and Helvetica-Bold.
REGULAR = {
    "": 0,
    " ": 278,
    "Hello": 722 + 556 + 222 + 222 + 556,
    "menit": 833 + 556 + 556 + 222 + 278,
    "Waktu": 944 + 556 + 278 + 500 + 556,
    "30": 1112,
    "é": 556,
    "–": 556,
    "“": 333,
    "@": 1015,
}
BOLD = {"No": 722 + 611, "Kegiatan": 722 + 556 + 611 + 278 + 556 + 333 + 556 + 611, "“": 500, "W": 944}
WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") for byte in (*range(32, 127), *range(128, 256))
)


@pytest.mark.parametrize(("text", "width"), REGULAR.items())
def test_a_text_is_as_wide_as_its_characters_in_helvetica(text, width):
    assert units(text) == width


@pytest.mark.parametrize(("text", "width"), BOLD.items())
def test_bold_text_has_the_widths_of_helvetica_bold(text, width):
    assert units(text, bold=True) == width


def test_every_character_of_windows_1252_is_known():
    assert strangers(WINDOWS_1252) == ""


def test_digits_are_of_one_width_so_that_numbers_stand_below_each_other():
    assert {units(digit, bold=bold) for digit in "0123456789" for bold in (False, True)} == {556}


def test_a_strange_character_takes_more_than_any_known_one():
    assert (
        units("漢")
        == UNKNOWN
        > max(units(char, bold=bold) for char in WINDOWS_1252 for bold in (False, True))
    )


def test_strange_characters_are_named_once_and_in_order():
    assert strangers("a → b ≥ c → d\n") == "→≥"


def test_a_thousandth_of_8_point_type_is_2_82_micrometres():
    assert extent(1000, 80) == 2823


@given(st.integers(0, 100_000), st.integers(50, 130))
def test_what_has_room_is_no_wider_than_the_room(width, size):
    space = room(width, size)
    assert extent(space, size) <= width < extent(space + 1, size)
