import pytest

from sopkit.printable import legal_xml, visible, well_formed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Menyusun draf – “SK” №1", "Menyusun draf – “SK” №1"),
        ("tab\tbaris\nakhir\r", r"tab\tbaris\nakhir\r"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\u2067kiri\u2069", r"\u2067kiri\u2069"),
        ("\uf0b7 butir", r"\uf0b7 butir"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
        ("keputusan\u00a0ini", "keputusan\u00a0ini"),
        ("کتاب", "کتاب"),
    ],
)
def test_visible_writes_out_what_has_an_effect_and_keeps_what_is_read(text, shown):
    assert visible(text) == shown


def test_well_formed_writes_out_lone_surrogates_only():
    assert well_formed("a\udcff\ud800\x00é😀") == "a\\udcff\\ud800\x00é😀"


def test_legal_xml_keeps_tab_and_line_ends_and_writes_out_the_rest_of_the_controls():
    assert legal_xml("a\tb\nc\rd\x00\x0b\ufffe\udcff\x85😀") == "a\tb\nc\rd\\x00\\x0b\\ufffe\\udcff\x85😀"
