"""Lists split at their marks, lines joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.intake.lists import is_nothing, items, lines

WORDS = st.text(st.characters(categories=("Lu",), max_codepoint=90), min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Meja 2. Kursi 3. Lampu", ("Meja", "Kursi", "Lampu")),
        ("1.Meja\n2.Kursi", ("Meja", "Kursi")),
        ("1, Meja\n2. Kursi\n2. Lampu", ("Meja", "Kursi", "Lampu")),
        ("a. Meja\nb. Kursi", ("Meja", "Kursi")),
        ("• Meja • Kursi", ("Meja", "Kursi")),
        ("- Meja\n- Kursi", ("Meja", "Kursi")),
        ("1 Meja\n\n2 Kursi", ("Meja", "Kursi")),
        ("1 Meja\n\n2 Kursi\n\nSemua dicatat", ("Meja", "Kursi", "Semua dicatat")),
        ("Meja;\nKursi;", ("Meja;", "Kursi;")),
        ("Meja dan\nkursi", ("Meja dan kursi",)),
        ("Memahami meja\nMemahami kursi", ("Memahami meja", "Memahami kursi")),
        ("PP Nomor 5 Tahun 2020 tentang Meja", ("PP Nomor 5 Tahun 2020 tentang Meja",)),
        ("1. Meja ukuran 2. 5 meter", ("Meja ukuran", "5 meter")),
        ("Meja 1. Kursi", ("Meja 1. Kursi",)),
        ("-", ()),
        ("", ()),
        (" – \n", ()),
    ],
)
def test_a_list_is_split_at_its_marks(text, expected):
    assert items(text) == expected


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_numbered_items_come_back_in_order(names):
    text = " ".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
    assert items(text) == tuple(names)


@given(st.text(max_size=200))
def test_splitting_never_fails_and_gives_no_empty_item(text):
    assert all(item.strip() and not is_nothing(item) for item in items(text))


def test_paragraphs_stay_on_lines_of_their_own_and_wrapped_lines_do_not():
    assert (
        lines("Staf: mencatat\nbuku\n\nKepala: memeriksa\n\nbuku")
        == "Staf: mencatat buku\nKepala: memeriksa buku"
    )
