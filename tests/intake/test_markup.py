"""Remains of HTML and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.intake.markup import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>1. Meja</p> <p>2. Kursi</p>", "1. Meja\n\n2. Kursi"),
        ("<ol><li>Meja</li><li>Kursi</li></ol>", "• Meja\n\n• Kursi"),
        ("<ol><li>1. Meja</li><li>2. Kursi</li></ol>", "1. Meja\n\n2. Kursi"),
        ('<ol style="list-style-type: none"> 1. Meja', "1. Meja"),
        ("aplikasi <i>Office</i> dan <b>printer</b>", "aplikasi Office dan printer"),
        ("**Meja** dan __kursi__", "Meja dan kursi"),
        ("**Meja", "Meja"),
        ("baris<br>lain<br/>", "baris\nlain"),
        ("A &amp; B &lt; C", "A & B < C"),
        ("nilai < 5 dan > 3", "nilai < 5 dan > 3"),
        ("<script>alert(1)</script>Meja", "Meja"),
        ("## Judul", "Judul"),
        ("<tidakdikenal>", "<tidakdikenal>"),
    ],
)
def test_markup_falls_away_and_its_breaks_stay(text, expected):
    assert plain(text) == expected


@given(st.text(alphabet="<>/pliob*_ \n&;a1.#", max_size=80))
def test_no_remains_are_too_broken(text):
    assert isinstance(plain(text), str)
