"""Which words beside lines are answers, which name a page, and where one label ends and the next begins."""

from __future__ import annotations

import pytest

from sopkit.intake.drawing.exits import are_apart, is_answer, is_page_note, pages_named


@pytest.mark.parametrize("text", ["ke h. 2", "dari h. 12", "ke h. 2, 3", "h. 3", "Hal. 4", "dari\nhalaman 5"])
def test_a_text_that_names_a_page_is_no_answer(text):
    assert is_page_note(text)
    assert not is_answer(text)


@pytest.mark.parametrize("text", ["Ya", "Tidak", "ke Bupati", "2 hari", "dari h."])
def test_other_texts_name_no_page(text):
    assert not is_page_note(text)


def test_all_named_pages_are_told():
    assert pages_named("dari h. 2, 13") == (2, 13)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tidak", "Ya"),
        ("Ya", "Tidak"),
        ("Y", "T"),
        ("Disetujui", "Ditolak"),
        ("Ditolak", "Disetujui"),
        ("sesuai", "Tidak"),
        ("Tidak", "Tidak"),
    ],
)
def test_two_answers_side_by_side_are_two_labels(before, after):
    assert are_apart(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tidak", "sesuai"),
        ("Belum", "lengkap"),
        ("Sudah", "diperbaiki"),
        ("Perlu", "perbaikan"),
        ("Ada", "revisi"),
        ("Ya,", "kembali"),
        ("ke", "Bupati"),
    ],
)
def test_words_of_one_answer_stay_together(before, after):
    assert not are_apart(before, after)
