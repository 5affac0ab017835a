"""Lines and columns are 1-based and count characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.source import Position, SourceFile, Span


@pytest.mark.parametrize(
    ("text", "index", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("é😀x", 2, (1, 3)),
        ("a\n", 2, (2, 1)),
        ("abc", 99, (1, 4)),
        ("abc", -1, (1, 1)),
    ],
)
def test_an_index_has_one_position(text, index, position):
    assert SourceFile("a", text).position(index) == Position(*position)


def test_a_span_never_ends_before_it_begins():
    assert SourceFile("a", "abc").span(2, 1) == Span(Position(1, 3), Position(1, 3))


@pytest.mark.parametrize(("number", "line"), [(1, "a"), (2, "b"), (3, ""), (0, ""), (4, "")])
def test_a_line_comes_without_its_end(number, line):
    assert SourceFile("a", "a\r\nb\n").line(number) == line


@given(st.text(st.sampled_from("ab\r\né")), st.integers(0, 30))
def test_a_position_leads_back_to_its_character(text, index):
    source = SourceFile("a", text)
    if index < len(text) and text[index] not in "\r\n":
        position = source.position(index)
        assert source.line(position.line)[position.column - 1] == text[index]


@given(st.text(st.sampled_from("ab\né")), st.integers(-2, 30), st.integers(-2, 30))
def test_places_in_a_long_text_are_those_in_a_short_one(text, start, end):
    short, long = SourceFile("a", f"{text}\n"), SourceFile("a", f"{text}\n{' ' * 20_000}")
    start, end = min(start, len(text)), min(end, len(text))
    assert short.span(start, end) == long.span(start, end)
    assert short.span(start, end).start == long.position(start)
