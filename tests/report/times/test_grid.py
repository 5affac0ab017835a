from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.report.style import plain
from sopkit.report.times.grid import Column, Row, Table, fit, set_table, width_of, wrap

texts = st.text(max_size=40)


@given(texts, st.integers(0, 30), st.booleans(), st.booleans())
def test_a_cell_is_exactly_as_wide_as_its_column(text, width, right, both_ends):
    assert width_of(fit(text, width, Column("", right=right, both_ends=both_ends))) == width


@given(st.lists(st.tuples(texts, texts), max_size=5), st.integers(20, 60))
def test_a_table_keeps_to_the_page_and_steers_no_terminal(rows, width):
    table = Table((Column("No", least=3), Column("Nama", least=3)), tuple(map(Row, rows)))
    for line in set_table(table, width, plain):
        assert width_of(line) <= width
        assert not any(char < " " or char == "\x7f" for char in line)


def test_wide_letters_leave_columns_in_line():
    table = Table((Column("A"), Column("B")), (Row(("手紙", "x")), Row(("abcd", "y"))))
    assert set_table(table, 40, plain)[2:] == ["手紙  x", "abcd  y"]


def test_the_widest_column_is_cut_first_and_a_path_in_its_middle():
    table = Table((Column("A", least=4, both_ends=True), Column("B")), (Row(("folder/of/files.yaml", "12")),))
    assert set_table(table, 15, plain)[2] == "folde….yaml  12"


def test_a_column_that_may_not_shrink_makes_the_table_wider_rather_than_lie():
    table = Table((Column("Menit", right=True),), (Row(("123456789",)),))
    assert set_table(table, 4, plain)[2] == "123456789"


def test_text_is_broken_at_blanks():
    assert wrap("satu dua tiga", 8) == ["satu dua", "tiga"]
    assert wrap("katayangpanjang x", 5) == ["katayangpanjang", "x"]
