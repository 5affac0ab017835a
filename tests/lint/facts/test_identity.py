"""What counts as an empty text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.facts.identity import is_filled


@given(st.text(st.sampled_from("-_. …aÉ7²٣") | st.characters()))
def test_a_text_says_something_when_it_has_a_letter_or_a_digit(text):
    assert is_filled(text) == any(character.isalnum() for character in text)


def test_no_text_says_nothing():
    assert not is_filled(None)
