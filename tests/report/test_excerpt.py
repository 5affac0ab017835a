import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.printable import cells
from sopkit.report.excerpt import excerpt


def picture(part):
    return f"{part.text}\n{' ' * part.offset}{'^' * part.width}"


def width(text):
    return sum(size for _, size in cells(text))


def test_carets_stand_under_the_whole_span(make_span):
    assert (
        picture(excerpt("waktu: 30 menit", make_span(1, 8, 16)))
        == """\
waktu: 30 menit
       ^^^^^^^^"""
    )


def test_an_empty_span_gets_one_caret_also_behind_the_end(make_span):
    assert (
        picture(excerpt("waktu:", make_span(1, 7, 7)))
        == """\
waktu:
      ^"""
    )


def test_a_span_over_several_lines_is_clipped_to_the_first(make_span):
    assert (
        picture(excerpt("  - satu", make_span(3, 5, 2, end_line=9)))
        == """\
  - satu
    ^^^^"""
    )


def test_a_place_beyond_the_line_points_behind_it(make_span):
    assert (
        picture(excerpt("ab", make_span(1, 40, 50)))
        == """\
ab
  ^"""
    )


def test_a_tab_is_shown_four_cells_wide(make_span):
    assert (
        picture(excerpt("a:\tb", make_span(1, 4, 5)))
        == """\
a:→   b
      ^"""
    )
    assert (
        picture(excerpt("\tb", make_span(1, 1, 2)))
        == """\
→   b
^^^^"""
    )


@pytest.mark.parametrize(
    ("line", "column", "offset", "carets"),
    [
        ("令和 x", 4, 5, 1),
        ("a令b", 2, 1, 2),
        ("e\u0301x", 3, 1, 1),
        ("\x00x", 2, 4, 1),
        ("\u202ex", 2, 6, 1),
        ("ab\u00a0x", 4, 3, 1),
    ],
)
def test_wide_combining_and_hidden_characters_move_the_caret_by_what_they_show(
    make_span, line, column, offset, carets
):
    part = excerpt(line, make_span(1, column, column + 1))
    assert (part.offset, part.width) == (offset, carets)


def test_a_caret_on_a_combining_mark_stands_under_its_base(make_span):
    part = excerpt("xe\u0301", make_span(1, 3, 4))
    assert (part.offset, part.width) == (1, 1)


def test_a_long_line_is_cut_on_both_sides_of_the_span(make_span):
    line = "abcdefghij" * 10
    assert (
        picture(excerpt(line, make_span(1, 51, 53), limit=12))
        == """\
…ghijabcdef…
     ^^"""
    )


def test_a_long_line_is_cut_only_where_something_is_left_out(make_span):
    line = "abcdefghij" * 2
    assert (
        picture(excerpt(line, make_span(1, 1, 3), limit=12))
        == """\
abcdefghij…
^^"""
    )
    assert (
        picture(excerpt(line, make_span(1, 19, 21), limit=12))
        == """\
…abcdefghij
         ^^"""
    )


def test_a_span_wider_than_the_excerpt_is_cut_at_its_end(make_span):
    assert (
        picture(excerpt("x" * 50, make_span(1, 11, 41), limit=12))
        == """\
…xxxxxxxxxx…
 ^^^^^^^^^^"""
    )


LINE = st.lists(st.characters(codec="utf-8") | st.sampled_from("ab \t令\u0301\x00"), max_size=60).map("".join)


@given(line=LINE, start=st.integers(1, 70), length=st.integers(0, 70), limit=st.integers(20, 40))
def test_an_excerpt_is_never_wider_than_its_limit_and_its_carets_stand_below_it(
    make_span, line, start, length, limit
):
    part = excerpt(line, make_span(1, start, start + length), limit)
    assert width(part.text) <= limit
    assert part.width >= 1
    assert part.offset + part.width <= width(part.text) + 1


@given(line=LINE)
def test_a_line_that_fits_is_shown_whole(make_span, line):
    shown = "".join(piece for piece, _ in cells(line))
    assert excerpt(line, make_span(1, 1, 2), limit=max(1, width(line), len(line))).text == shown
