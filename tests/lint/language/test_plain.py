"""Texts as plain words: quick, and never so quick that a word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.language.plain import blanked, letters, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nota  Dinas\n(Draf)", " nota dinas draf "),
        ("“Rapat”, paraf/tanda tangan.", " rapat paraf tanda tangan "),
        ("masing-masing Jum'at", " masing-masing jum'at "),
        ("", " "),
        ("…", " "),
    ],
)
def test_words_stand_between_single_blanks(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Laporan Tahunan", "1. laporan  tahunan."), ("Draf/Konsep", "DRAF (KONSEP)"), ("", "–")],
)
def test_texts_that_differ_only_in_their_dress_have_the_same_letters(one, other):
    assert letters(one) == letters(other)


def test_texts_that_differ_in_a_letter_have_other_letters():
    assert letters("Laporan") != letters("Laporam")


@given(st.text(max_size=60))
def test_plain_text_is_plain_already_and_holds_the_words_of_the_quick_look(text):
    words = plain(text)
    assert plain(words) == words
    assert words.split() == blanked(text).split()
    assert (words[0], words[-1]) == (" ", " ")
