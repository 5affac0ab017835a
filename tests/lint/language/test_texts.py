from __future__ import annotations

from sopkit.lint.language.texts import quoted, wording
from sopkit.load.loading import load_bytes

TEXT = """
sopkit: 1
nama: Surat Masuk
dasar_hukum: [Undang-Undang Nomor 1 Tahun 2000]
kualifikasi_pelaksana: [Teliti, ""]
keterkaitan: SOP Surat Keluar
peralatan: [Komputer]
peringatan: Surat hilang
pencatatan: Buku
disahkan_oleh: {nama: Seseorang, jabatan: Camat}
pelaksana:
  a: Arsiparis
  b: {nama: Sekretaris, alias: [Sekcam]}
langkah:
  - kegiatan: Mencatat surat; Mencatat
    mutu_baku: {kelengkapan: [Surat, ""], waktu: 1 jam, output: Agenda}
    keterangan: Segera
  - kegiatan:
"""


def sop():
    loaded = load_bytes("surat.yaml", TEXT.encode())
    assert loaded.sop is not None
    return loaded.sop


def test_wording_is_what_the_office_wrote_in_the_order_of_the_file_with_its_paths():
    assert list(wording(sop())) == [
        (("nama",), "Surat Masuk"),
        (("kualifikasi_pelaksana", 0), "Teliti"),
        (("keterkaitan", 0), "SOP Surat Keluar"),
        (("peralatan", 0), "Komputer"),
        (("peringatan", 0), "Surat hilang"),
        (("pencatatan", 0), "Buku"),
        (("pelaksana", "a", "nama"), "Arsiparis"),
        (("pelaksana", "b", "nama"), "Sekretaris"),
        (("langkah", 0, "kegiatan"), "Mencatat surat; Mencatat"),
        (("langkah", 0, "mutu_baku", "kelengkapan", 0), "Surat"),
        (("langkah", 0, "mutu_baku", "output", 0), "Agenda"),
        (("langkah", 0, "keterangan"), "Segera"),
    ]


def test_a_quotation_is_one_line_and_short():
    assert quoted("Mencatat\n surat") == "“Mencatat surat”"
    long = quoted("kata " * 30)
    assert len(long) <= 62
    assert long.endswith("…”")
