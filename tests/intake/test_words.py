"""Labels and headings as offices print them."""

from __future__ import annotations

import pytest

from sopkit.intake.words import HEADS, SECTIONS, read_words
from sopkit.lint.knowledge import Knowledge
from sopkit.source import SourceFile


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("NOMOR SOP", "nomor", ""),
        ("Nomor SOP AP : 12/2020", "nomor", "12/2020"),
        ("Tgl. Pembuatan", "pembuatan", ""),
        ("Nomor SOP : 09", "nomor", "09"),
        ("Nomor SOP 09", "nomor", "09"),
        ("Tanggal Revisi 1", "revisi", ""),
        ("Tanggal Revisi ke-2 : ", "revisi", ""),
        ("Tanggal Revisi 1 Maret 2022", "revisi", "1 Maret 2022"),
        ("TANGGAL\nPENGESAHAN", "efektif", ""),
        ("Nama SOP Peminjaman Buku", "nama", "Peminjaman Buku"),
        ("JUDUL SOP:\nPeminjaman Buku", "nama", "Peminjaman Buku"),
        ("Dasar Hukum :", "dasar_hukum", ""),
        ("Keterkaitan:\nSOP Pengembalian Buku", "keterkaitan", "SOP Pengembalian Buku"),
        ("Keterkaitan\nSOP Pengembalian Buku", "keterkaitan", "SOP Pengembalian Buku"),
        ("PENCATATAN DAN\nPENDATAAN", "pencatatan", ""),
        ("Peralatan / Perlengkapan", "peralatan", ""),
    ],
)
def test_a_label_is_known_with_what_follows_it(words, text, key, rest):
    found = words.label(text)
    assert (found.key, found.rest) == (key, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Peringatan diberikan kepada peminjam yang terlambat",
        "Keterkaitan antarbagian dijaga",
        "Peraturan Daerah Nomor 3 Tahun 2020",
        "Nomor 3 Tahun 2020",
        "",
        ":",
    ],
)
def test_a_sentence_is_no_label(words, text):
    assert words.label(text) is None


@pytest.mark.parametrize("key", [*HEADS, *SECTIONS])
def test_every_synonym_of_the_list_is_a_label_of_its_field(words, key):
    assert {words.label(text).key for text in words.lists[key]} == {key}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("No.", "no"),
        ("Aktivitas/Kegiatan", "kegiatan"),
        ("Persyaratan/ Kelengkapan", "kelengkapan"),
        ("Persy/Kelkpan", "kelengkapan"),
        ("Waktu (menit)", "waktu"),
        ("OUT PUT", "output"),
        ("Ket.", "keterangan"),
        ("Petugas Layanan", None),
        ("", None),
    ],
)
def test_the_heading_of_a_column_is_known(words, text, key):
    assert words.column(text) == key


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Waktu (menit)", "menit"),
        ("Waktu (dalam Jam)", "jam"),
        ("Waktu (hari kerja)", "hari kerja"),
        ("Waktu", None),
    ],
)
def test_the_unit_of_a_heading_is_found(words, heading, unit):
    assert words.unit(heading) == unit


def test_an_office_may_add_a_label_of_its_own():
    own = SourceFile("kata.yaml", "serapan: {nomor: [Kode Naskah]}")
    assert read_words(Knowledge(own_words=own)).label("KODE NASKAH : 7").rest == "7"
