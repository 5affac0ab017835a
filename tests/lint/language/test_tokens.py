from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.language.tokens import after_list_mark, folded, like, tokens

TEXTS = st.text(alphabet="aB zé9-'’.,/\n\0“”(", max_size=40)


@given(TEXTS)
def test_a_token_is_the_text_between_its_offsets(text):
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@given(TEXTS)
def test_tokens_stand_in_order_and_apart(text):
    ends = [0, *(token.end for token in tokens(text))]
    assert all(end <= token.start for end, token in zip(ends, tokens(text), strict=False))


@given(TEXTS)
def test_every_letter_and_digit_belongs_to_a_token(text):
    covered = {at for token in tokens(text) for at in range(token.start, token.end)}
    assert {at for at, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Memeriksa dan/atau memaraf", ["Memeriksa", "dan", "atau", "memaraf"]),
        ("masing-masing, Jum'at", ["masing-masing", "Jum'at"]),
        ("Sub - Bagian (IKU) 2-", ["Sub", "Bagian", "IKU", "2"]),
        ("", []),
    ],
)
def test_words_are_cut_at_blanks_and_punctuation_but_not_at_inner_hyphens(text, words):
    assert [token.text for token in tokens(text)] == words


@given(TEXTS)
def test_folding_forgets_case_blanks_and_punctuation(text):
    dressed = f"  {text.upper()} !"
    assert folded(folded(text)) == folded(text)
    if text.upper().lower() == text.lower():
        assert folded(dressed) == folded(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1. Menerima", "Menerima"),
        ("a) Menerima", "Menerima"),
        (" - Menerima", "Menerima"),
        ("(2) • Menerima", "Menerima"),
        ("Menerima", "Menerima"),
        ("2 berkas", "2 berkas"),
        ("1.5 jam", "1.5 jam"),
        ("PP. Nomor", "PP. Nomor"),
    ],
)
def test_a_text_begins_behind_the_marks_of_a_list(text, rest):
    assert text[after_list_mark(text) :] == rest


@pytest.mark.parametrize(
    ("word", "pattern", "result"),
    [
        ("izin", "Ijin", "Izin"),
        ("izin", "IJIN", "IZIN"),
        ("izin", "ijin", "izin"),
        ("tanggung jawab", "Tanggungjawab", "Tanggung jawab"),
        ("izin", "I", "Izin"),
        ("Jumat", "jum'at", "Jumat"),
        ("izin", "", "izin"),
    ],
)
def test_a_word_takes_on_the_case_of_another(word, pattern, result):
    assert like(word, pattern) == result
