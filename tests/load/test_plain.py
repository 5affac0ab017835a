"""The reader of plain YAML against the parser: whatever it takes on, it reads alike, places included."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.load import document
from sopkit.load.plain import read_plain
from sopkit.source import SourceFile

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("sops", "tests/lint/cases", "src/sopkit/data")
    for path in (ROOT / folder).rglob("*.yaml")
)
SOP = """\
# kepala
sopkit: 1
nomor: "065/01/2025"
nama: Pengelolaan Surat: Masuk-Keluar
instansi:
  pemerintah: 'Pemerintah Kabupaten Contoh'
  unit:   # kosong
tanggal: {pembuatan: 2025-01-06, efektif: 2025-01-13}
dasar_hukum:
- Peraturan Bupati Nomor 1 Tahun 2020
- "Peraturan: lain"   # catatan
keterkaitan: []
pelaksana:
  kadis: {nama: Kepala Dinas, alias: [Kadis, "Ka. Dinas"]}
langkah:
  - kegiatan: Mencatat surat
    pelaksana: {bersama: [kadis, staf]}

    mutu_baku:
      waktu: 5–10 menit
      output: ~
    # di antara
  -   id: akhir
      kegiatan: Mengarsipkan
"""
PIECES = [
    *"aB1 \n:-#[]{},'\"\\\t\r?&*!|>%@`~.é",
    "\u00a0",
    "\n  ",
    "\n- ",
    "\r\n",
    ": ",
    "- ",
    " #",
    "null",
    "<<: ",
    "\x07",
    "\u2028",
]
PIECES += ['"x"', "[a, b]", "{a: b}", "\n\n", "  ", "\n    ", "---\n", "a: b\n", "- c\n", "x:\n"]


def parsed(text):
    """Data and places by the parser's events, None where it refuses or finds anything to say."""
    builder = document._Builder(SourceFile("x", text))
    try:
        builder.guard()
        builder.read()
    except document._Unreadable:
        return None
    if builder.findings or not builder.usable:
        return None
    return builder.root, builder.places


def answers(places, path):
    """What `places` say of a path."""
    start, end = places.value_range(path) or (0, 0)
    parts = "a", "ra", places.source.text[start:end]
    return (
        (places.value_range(path), places.key_range(path), places.missing(path)),
        (places.extent(path), places.key_extent(path), [places.excerpt(path, part) for part in parts]),
    )


def is_read_alike(text):
    plain = read_plain(SourceFile("x", text))
    if plain is None:
        return False
    read = parsed(text)
    assert read is not None
    data, places = read
    assert plain.data == data
    paths = {*places.values, *places.keys}
    for path in (*paths, *((*path, part) for path in paths for part in (0, 9, "nama", ""))):
        assert answers(plain.places, path) == answers(places, path), path
    for mark in re.finditer("#", text):
        assert plain.places.in_a_text(mark.start()) == places.in_a_text(mark.start())
    return True


def test_an_sop_in_the_usual_forms_is_plain():
    assert is_read_alike(SOP.replace("Surat: Masuk", "Surat Masuk"))
    assert is_read_alike(SOP.replace("Surat: Masuk", "Surat Masuk").replace("\n", "\r\n"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_the_repository_is_read_alike(path):
    is_read_alike(path.read_bytes().decode("utf-8", "replace"))


def test_most_files_of_the_repository_are_plain():
    plain = [read_plain(SourceFile("x", path.read_bytes().decode("utf-8", "replace"))) for path in FILES]
    assert sum(one is not None for one in plain) > len(FILES) * 0.8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# hanya komentar\n",
        "teks saja\n",
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: b\n  lanjutan\n",
        "a: b\n - c\n",
        "a: b\na: c\n",
        "a: {b: 1, b: 2}\n",
        "a: [b: c]\n",
        "a: [b,]\n",
        "a: [b]]\n",
        "a: {b: }\n",
        "a: *b\n",
        "a: &b c\n",
        "a: !b c\n",
        "<<: b\n",
        "? a\n",
        "a: |\n  b\n",
        'a: "b\\n"\n',
        "a: 'b''c'\n",
        "a:\tb\n",
        "a: b\tc\n",
        "a: 'b'c\n",
        "- - a\n",
        "-\n  a: b\n",
        "---\na: b\n",
        "a: b\n...\n",
        "nomor: 09\n",
        "disahkan_oleh:\n  nip: 198001012005011001\n",
        "disahkan_oleh: {nip: 198001012005011001}\n",
        "null: a\n",
        "a: [~: b]\n",
        "a" * 600 + ": b\n",
        "a: " + "b" * 20_001 + "\n",
        "a: [" + "b, " * 1000 + "b]\n",
        "".join(f"a{n}: b\n" for n in range(1001)),
        "".join("  " * n + "a:\n" for n in range(20)) + "  " * 20 + "a: b\n",
        "a: " + "[" * 40 + "]" * 40 + "\n",
        "  a: b\nc: d\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n- b\n  c: d\n",
        "a:\n- b\n    c: d\n",
        "a:\n  b:\n  - c\n d: e\n",
    ],
)
def test_what_is_not_plain_or_not_right_is_left_to_the_parser(text):
    assert read_plain(SourceFile("x", text)) is None


@pytest.mark.parametrize("bad", ["\x00", "\x1f", "\x7f", "\x85", "\u2028", "\ud800", "\ufeff", "\uffff"])
@pytest.mark.parametrize(
    "text", ["a: b%s\n", "a: é%s\n", "a: 'b%s'\n", 'a: "%s"\n', "a: [b%s]\n", "a: b # %s\n", "%s"]
)
def test_a_character_that_yaml_forbids_is_left_to_the_parser(text, bad):
    assert read_plain(SourceFile("x", text % bad)) is None


def test_no_character_that_yaml_forbids_is_printable():
    forbidden = document.hints.ILLEGAL_CHARACTER
    assert not [
        char for char in map(chr, range(sys.maxunicode + 1)) if forbidden.match(char) and char.isprintable()
    ]


@given(st.data())
def test_a_text_with_slips_is_read_alike_or_left(data):
    text = SOP.replace("Surat: Masuk", "Surat Masuk")
    begin = data.draw(st.integers(0, len(text)))
    text = text[text.rfind("\n", 0, begin) + 1 :]
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.sampled_from((0, 0, 1, 2, 7)))
        text = text[:at] + data.draw(st.sampled_from((*PIECES, ""))) + text[at + cut :]
    is_read_alike(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_read_alike_or_left(text):
    is_read_alike(text)
