from __future__ import annotations

import json

import pytest

from sopkit.render.jsondoc import render_json
from sopkit.sheet.document import to_document

LOOP = """
sopkit: 1
nama: Satu putaran
pelaksana: {a: Staf, b: Camat}
langkah:
  - {kegiatan: Menyusun, pelaksana: a}
  - {kegiatan: Memeriksa, pelaksana: b, keputusan: {ya: 3, tidak: 1}}
  - {kegiatan: Menyimpan, pelaksana: a}
"""
LINE = """
sopkit: 1
nama: Garis lurus
pelaksana: {a: Staf}
langkah: [{kegiatan: Menerima, pelaksana: a}, {kegiatan: Menyimpan, pelaksana: a}]
"""
PAGES = """
sopkit: 1
nama: Dua halaman
pelaksana: {a: Staf, b: Camat}
langkah:
""" + "".join(
    f"  - {{kegiatan: Langkah ke-{i}, pelaksana: {'ab'[i % 2]}{', keputusan: {ya: 12, tidak: 2}' if i == 11 else ''}}}\n"
    for i in range(1, 15)
)


@pytest.mark.parametrize(("name", "text"), [("garis", LINE), ("putaran", LOOP), ("halaman", PAGES)])
def test_a_small_sheet_is_drawn_as_before(golden, sheet, subject, name, text):
    golden(f"golden/{name}.json", render_json(subject(sheet(text)).sheet))


def test_the_text_is_the_document_of_the_sheet(real, subject):
    sheet = subject(real).sheet
    assert json.loads(render_json(sheet)) == to_document(sheet)


def test_text_that_is_no_unicode_is_written_out(rich, subject, relabel):
    text = render_json(relabel(subject(rich).sheet, lambda _: "\ud800 “é”"))
    assert "\\ud800 “é”" in text
    json.loads(text.encode("utf-8"))
