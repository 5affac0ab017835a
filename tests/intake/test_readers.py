"""The readers by suffix."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest

from sopkit.errors import SopkitError
from sopkit.intake import readers, text
from sopkit.intake.readers import MAX_BYTES, READERS, read_source


@pytest.mark.parametrize("name", ["a.png", "a", "docx", "a.doc", "a.xls"])
def test_an_unknown_suffix_is_refused_with_those_that_are_known(name):
    with pytest.raises(SopkitError, match=r"\.docx, .*\.pdf"):
        read_source(b"", name)


def test_a_suffix_in_capitals_is_known():
    assert read_source(b"Nama SOP\tUji", "SURAT.TXT").blocks


def test_a_file_too_large_is_refused_before_it_is_read():
    with pytest.raises(SopkitError, match="over 64 MiB"):
        read_source(b" " * (MAX_BYTES + 1), "a.docx")


def test_a_library_that_is_not_installed_is_named_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "sopkit.intake.xlsx", raising=False)
    with pytest.raises(SopkitError, match=r"openpyxl is not installed; run: pip install 'sopkit\[import\]'"):
        read_source(b"", "a.xlsx")


@pytest.mark.parametrize("suffix", READERS)
def test_no_reader_breaks_over_an_empty_file(suffix):
    with suppress(SopkitError):
        assert read_source(b"", f"a{suffix}").blocks == ()


def test_a_file_of_too_many_paragraphs_is_refused(monkeypatch):
    monkeypatch.setattr(readers, "MAX_BLOCKS", 3)
    assert len(read_source(b"a\nb\nc", "a.txt").blocks) == 3
    with pytest.raises(SopkitError, match="more than 3 paragraphs"):
        read_source(b"a\nb\nc\nd", "a.txt")


@pytest.mark.parametrize(
    ("name", "value", "small", "large"),
    [
        ("MAX_LINES", 2, b"a\nb\n", b"a\nb\r\nc\n"),
        ("MAX_CELLS", 4, b"a\tb\tc", b"a\tb\tc\td\te\tf"),
        ("MAX_CHARACTERS", 8, b"a\nb", b"a b c d e"),
    ],
)
def test_a_text_is_held_to_its_bounds(monkeypatch, name, value, small, large):
    monkeypatch.setattr(text, name, value)
    read_source(small, "a.txt")
    with pytest.raises(SopkitError, match="too large"):
        read_source(large, "a.txt")
