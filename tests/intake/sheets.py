"""Sheets of an invented office as rows of cells, to be written in every format: what is read must be the same."""

from __future__ import annotations

IDENTITY = (
    ("Nomor SOP", "045/12/2024"),
    ("Tanggal Pembuatan", "4 Maret 2024"),
    ("Tanggal Revisi", ""),
    ("Tanggal Efektif", "1 April 2024"),
    (
        "Disahkan Oleh",
        "Kepala Dinas Perpustakaan\nDra. SITI AMINAH, M.Si.\nPembina Utama Muda\nNIP. 19700102 199503 2 004",
    ),
    ("Nama SOP", "Peminjaman Buku"),
)
SECTIONS = (
    ("Dasar Hukum", "Kualifikasi Pelaksana"),
    (
        "1. UU Nomor 43 Tahun 2007 tentang Perpustakaan\n2. PP Nomor 24 Tahun 2014",
        "1. Memahami katalog\n2. Teliti",
    ),
    ("Keterkaitan", "Peralatan/Perlengkapan"),
    ("SOP Pengembalian Buku", "1. Komputer\n2. Pemindai"),
    ("Peringatan", "Pencatatan dan Pendataan"),
    ("Jika tidak dilaksanakan, buku hilang", "Buku induk"),
)
ROLES = ("Pemustaka", "Petugas Layanan", "Kepala Seksi")
STEPS = (
    ("1", "Mengisi formulir peminjaman", ("√", "", ""), "Kartu anggota", "5 menit", "Formulir", ""),
    (
        "2",
        "Memeriksa kartu dan buku",
        ("", "√", ""),
        "1. Formulir 2. Buku",
        "10 menit",
        "Catatan",
        "di meja layanan",
    ),
    ("3", "Menyetujui peminjaman", ("", "", "√"), "Catatan", "1 jam", "1. Buku 2. Bukti pinjam", "-"),
)
AGENCY = ("PEMERINTAH KABUPATEN SUKAMAJU", "DINAS PERPUSTAKAAN", "BIDANG LAYANAN")


def procedure():
    """The rows of the table, heading included, one text for each column."""
    yield ("No", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Keterangan")
    yield ("", "", *ROLES, "Kelengkapan", "Waktu", "Output", "")
    for number, task, marks, *rest in STEPS:
        yield (number, task, *marks, *rest)


def check(sop):
    """Hold an SOP against what the sheet says."""
    assert sop.nomor == "045/12/2024"
    assert sop.nama == "Peminjaman Buku"
    assert (sop.instansi.pemerintah, sop.instansi.perangkat_daerah, sop.instansi.unit) == AGENCY
    assert (sop.tanggal.pembuatan.iso, sop.tanggal.revisi, sop.tanggal.efektif.iso) == (
        "2024-03-04",
        (),
        "2024-04-01",
    )
    signer = sop.disahkan_oleh
    assert (signer.jabatan, signer.nama) == ("Kepala Dinas Perpustakaan", "Dra. SITI AMINAH, M.Si.")
    assert (signer.pangkat, signer.nip.text) == ("Pembina Utama Muda", "19700102 199503 2 004")
    assert sop.dasar_hukum == ("UU Nomor 43 Tahun 2007 tentang Perpustakaan", "PP Nomor 24 Tahun 2014")
    assert sop.kualifikasi_pelaksana == ("Memahami katalog", "Teliti")
    assert sop.keterkaitan == ("SOP Pengembalian Buku",)
    assert sop.peralatan == ("Komputer", "Pemindai")
    assert sop.peringatan == ("Jika tidak dilaksanakan, buku hilang",)
    assert sop.pencatatan == ("Buku induk",)
    check_steps(sop)


def check_steps(sop):
    """Hold the table of an SOP against what the sheet says."""
    assert [role.nama for role in sop.pelaksana.values()] == list(ROLES)
    assert [step.kegiatan for step in sop.langkah] == [step[1] for step in STEPS]
    assert [step.pelaksana.kunci for step in sop.langkah] == [
        ("pemustaka",),
        ("petugas_layanan",),
        ("kepala_seksi",),
    ]
    assert [step.mutu_baku.waktu.text for step in sop.langkah] == ["5 menit", "10 menit", "1 jam"]
    assert [step.mutu_baku.kelengkapan for step in sop.langkah] == [
        ("Kartu anggota",),
        ("Formulir", "Buku"),
        ("Catatan",),
    ]
    assert [step.mutu_baku.output for step in sop.langkah] == [
        ("Formulir",),
        ("Catatan",),
        ("Buku", "Bukti pinjam"),
    ]
    assert [step.keterangan for step in sop.langkah] == [None, "di meja layanan", None]
