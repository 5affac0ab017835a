"""Which font each character is shown in, and what becomes of those that no font has."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import _fontdata
from reportlab.pdfbase._glyphlist import _glyphname2unicode

from sopkit.render.characters import legal
from sopkit.render.pdf.glyphs import _CODES, Font, is_box, replaced, runs, width
from sopkit.sheet.typography.metrics import units


def test_a_line_of_windows_1252_is_one_run_of_helvetica_that_means_what_it_says():
    (run,) = runs("Tidak – “½” (é) €")
    assert (run.font, run.codes.decode("cp1252"), run.meaning) == (Font.TEXT, "Tidak – “½” (é) €", None)


def test_signs_are_taken_from_symbol_and_dingbats_and_say_what_they_stand_for():
    found = [(run.font, run.codes, run.meaning) for run in runs("A → ≥✓")]
    assert found == [
        (Font.TEXT, b"A ", None),
        (Font.SYMBOL, b"\xae", "→"),
        (Font.TEXT, b" ", None),
        (Font.SYMBOL, b"\xb3", "≥"),
        (Font.DINGBATS, b"3", "✓"),
    ]


def test_codes_of_symbol_are_those_of_its_encoding():
    # the names of glyphs have one code point for each of two letters and signs that look the same
    twins = {"Δ": "\u2206", "Ω": "\u2126", "μ": "\u00b5"}
    codes = {char: code for char, (font, code) in _CODES.items() if font is Font.SYMBOL}
    for char, code in codes.items():
        name = _fontdata.SymbolEncoding[code]
        assert chr(_glyphname2unicode[name]) in {char, twins.get(char)}, (char, name)


@pytest.mark.parametrize(
    ("char", "code"),
    # from the table of the font in the PDF reference
    [
        ("☎", 0x25),
        ("✓", 0x33),
        ("★", 0x48),
        ("●", 0x6C),
        ("■", 0x6E),
        ("❏", 0x6F),
        ("▲", 0x73),
        ("◗", 0x77),
        ("①", 0xAC),
        ("❶", 0xB6),
        ("➔", 0xD4),
        ("↕", 0xD7),
        ("➤", 0xE4),
        ("➾", 0xFE),
    ],
)
def test_codes_of_dingbats_are_those_of_its_table(char, code):
    assert _CODES[char] == (Font.DINGBATS, code)


@pytest.mark.parametrize("char", ["✅", "❌", "❓", "❗"])
def test_pictures_that_unicode_put_into_the_gaps_of_dingbats_are_not_taken_for_them(char):
    assert replaced([char]) == {char: "❏"}


@pytest.mark.parametrize(
    ("char", "drawn"), [("ā", b"a"), ("ş", b"s"), ("ﬁ", b"fi"), ("₂", b"2"), ("№", b"No"), ("\u0304", b"")]
)
def test_a_letter_that_no_font_has_is_drawn_without_its_mark_keeps_its_meaning_and_is_told(char, drawn):
    (run,) = runs(char)
    assert (run.codes, run.meaning) == (drawn, char)
    assert replaced([f"- {char}"]) == {char: drawn.decode()}


@pytest.mark.parametrize("char", ["語", "😀", "ꦱ", "ع"])
def test_a_character_without_any_likeness_is_a_box_that_keeps_its_meaning_and_is_told(char):
    (run,) = runs(char)
    assert (run.font, run.codes, run.meaning) == (Font.DINGBATS, b"o", char)
    assert is_box(replaced([char])[char])


@pytest.mark.parametrize(
    ("char", "drawn"), [("\u2011", b"-"), ("\u202f", b" "), ("\u200b", b""), ("\u2015", b"\x97")]
)
def test_what_looks_the_same_is_not_told(char, drawn):
    (run,) = runs(char)
    assert run.codes == drawn
    assert replaced([char]) == {}


def test_letters_written_with_a_mark_apart_are_drawn_as_one():
    assert runs("e\u0301") == runs("é")


def test_each_character_is_told_once_in_the_order_of_the_texts():
    assert list(replaced(["b ş ā", "ā ī"])) == ["ş", "ā", "ī"]


@given(st.text())
def test_nothing_is_lost_whatever_is_written(text):
    expected = unicodedata.normalize("NFC", legal(text).translate({9: " ", 10: " ", 13: " "}))
    meant = "".join(run.codes.decode("cp1252") if run.meaning is None else run.meaning for run in runs(text))
    assert meant == expected


@given(st.text(st.characters(codec="cp1252", categories=("L", "N", "P", "S"))), st.booleans())
def test_text_is_as_wide_as_the_layout_takes_it_to_be(text, bold):
    composed = unicodedata.normalize("NFC", text)
    assert width(runs(text), bold=bold) == units(composed, bold=bold)
