"""Ways of cutting words: no other finds one that is not among those of `cut`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.language.plain import plain
from sopkit.lint.language.role_text import split_words
from sopkit.lint.language.texts import cut, first_word
from sopkit.lint.language.tokens import after_list_mark, tokens

PIECES = st.sampled_from(
    [*"aAbZ019-_.,;:/()&#'’“”–…\n\tßé", " ", " ", "1. ", "a) ", "Menyusun", "surat", "Jum'at", "UPT"]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Menyusun draf/konsep surat", ["menyusun", "draf", "konsep", "surat"]),
        ("1. Meng-input_data", ["1", "meng", "input", "data"]),
        ("“Kabid” – memeriksa", ["kabid", "memeriksa"]),
        ("Straße", ["straße", "strasse"]),
        ("- …", []),
    ],
)
def test_words_are_cut_at_every_sign(text, words):
    assert cut(text) == tuple(words)


@given(TEXTS)
def test_no_way_of_cutting_finds_a_word_of_letters_that_is_not_among_them(text):
    words = set(cut(text))
    assert [word.lower for word in split_words(text)] == list(cut(text))[: len(split_words(text))]
    assert {word for word in plain(text).split() if word.isalnum()} <= words
    assert {token.folded for token in tokens(text) if token.folded.isalnum()} <= words


@given(TEXTS)
def test_a_first_word_is_given_only_where_it_is_the_first_token_behind_the_mark_of_a_list(text):
    first = first_word(text)
    if first:
        start = after_list_mark(text)
        assert first == next(token.folded for token in tokens(text) if token.start >= start)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Menyusun surat", "menyusun"),
        ("Selesai", "selesai"),
        ("1. Menyusun surat", ""),
        ("Menyusun, surat", ""),
        ("Meng-input data", ""),
        (" Menyusun surat", ""),
        ("-", ""),
    ],
)
def test_a_first_word_with_a_sign_behind_it_is_left_to_a_closer_reading(text, first):
    assert first_word(text) == first
