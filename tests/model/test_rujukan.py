"""Citations of regulations: every kind, every way of writing that offices use, and nothing that is no citation."""

from __future__ import annotations

import re
from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.model.rujukan import JUNCTO, Jenis, Rujukan, RujukanKey, citation_key, parse_rujukan
from sopkit.model.rujukan import kind as kind_module
from sopkit.model.rujukan import tail as tail_module
from sopkit.model.rujukan.head import starts_citation
from sopkit.model.rujukan.tail import read_tail

PANRB_FORMAL = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def read(text: str) -> Rujukan:
    rujukan = parse_rujukan(text)
    assert rujukan is not None, text
    return rujukan


# text -> jenis, penerbit, nomor, tahun, judul
PARTS = [
    # kinds of the state
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD", None, None, 1945, None),
    ("UUD 1945", "UUD", None, None, 1945, None),
    ("Pasal 18 ayat (6) UUD NRI Tahun 1945;", "UUD", None, None, 1945, None),
    ("TAP MPR Nomor XI/MPR/1998 tentang Penyelenggara Negara", "TAP", None, "XI/MPR/1998", 1998, "Penyelenggara Negara"),
    ("Ketetapan MPR RI No. VI/MPR/2001", "TAP", None, "VI/MPR/2001", 2001, None),
    ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "UU", None, "23", 2014, "Pemerintahan Daerah"),
    ("1. Undang-undang No. 23 Tahun 2014 Tentang Pemerintahan Daerah;", "UU", None, "23", 2014, "Pemerintahan Daerah"),
    ("Undang- Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.", "UU", None, "25", 2009, "Pelayanan Publik"),
    ("Undang – Undang RI Nomor : 14 Tahun 2008", "UU", None, "14", 2008, None),
    ("UNDANG UNDANG REPUBLIK INDONESIA NOMOR 30 TAHUN 2014", "UU", None, "30", 2014, None),
    ("UU 23/2014", "UU", None, "23", 2014, None),
    ("UU No.5/2014 ttg Aparatur Sipil Negara", "UU", None, "5", 2014, "Aparatur Sipil Negara"),
    ("a. UU RI Nomer 43 Thn. 2009 tentang Kearsipan ;", "UU", None, "43", 2009, "Kearsipan"),
    ("- Undang-undang Nomor 25 Tahun 2004", "UU", None, "25", 2004, None),
    ("<li>4) Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan&nbsp;Negara</li>", "UU", None, "17", 2003, "Keuangan Negara"),
    ("Undang-Undang tentang Keuangan Negara Nomor 17 Tahun 2003", "UU", None, "17", 2003, "Keuangan Negara"),
    ("Undang-Undang Tahun 2003 Nomor 17 tentang Keuangan Negara", "UU", None, "17", 2003, "Keuangan Negara"),
    ("Undang-Undang Darurat Nomor 6 Tahun 1956", "UU_DARURAT", None, "6", 1956, None),
    ("Perppu Nomor 2 Tahun 2022 tentang Cipta Kerja", "PERPPU", None, "2", 2022, "Cipta Kerja"),
    ("Peraturan Pemerintah Pengganti Undang-Undang No 1 Tahun 2020", "PERPPU", None, "1", 2020, None),
    ("PP No. 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah", "PP", None, "58", 2005, "Pengelolaan Keuangan Daerah"),
    ("Peraturan Pemerintah RI Nomor 06 Tahun 2008", "PP", None, "6", 2008, None),
    ("Perpres 95 Tahun 2018 tentang SPBE", "PERPRES", None, "95", 2018, "SPBE"),
    ("PERATURAN PRESIDEN NOMOR 39 TAHUN 2019 TENTANG SATU DATA", "PERPRES", None, "39", 2019, "SATU DATA"),
    ("Keputusan Presiden Nomor 68 Tahun 1995 tentang Hari Kerja", "KEPPRES", None, "68", 1995, "Hari Kerja"),
    ("Keppres No. 80 Tahun 2003", "KEPPRES", None, "80", 2003, None),
    ("Inpres Nomor 7 Tahun 1999", "INPRES", None, "7", 1999, None),
    # ministers
    (f"Peraturan Menteri {PANRB_FORMAL} No. 53 Tahun 2014", "PERMEN", "PANRB", "53", 2014, None),
    (f"Peraturan Menteri {PANRB_FORMAL} Republik Indonesia Nomor 12 Tahun 2015;", "PERMEN", "PANRB", "12", 2015, None),
    (f"Peraturan Menteri {PANRB_FORMAL}. Nomor 88 Tahun 2021", "PERMEN", "PANRB", "88", 2021, None),
    (f"Peraturan Menteri Negara {PANRB_FORMAL} Nomor 29 Tahun 2010", "PERMEN", "PANRB", "29", 2010, None),
    ("PermenPAN-RB 35/2012", "PERMEN", "PANRB", "35", 2012, None),
    ("Permenpan RB No 35 Tahun 2012 tentang Pedoman", "PERMEN", "PANRB", "35", 2012, "Pedoman"),
    ("Permen PAN dan RB Nomor 7 Tahun 2022", "PERMEN", "PANRB", "7", 2022, None),
    ("PermenPANRB Nomor 7 Tahun 2022", "PERMEN", "PANRB", "7", 2022, None),
    ("Peraturan MenPAN-RB Nomor 7 Tahun 2022", "PERMEN", "PANRB", "7", 2022, None),
    ("Peraturan Menteri PAN & RB Nomor 7 Tahun 2022", "PERMEN", "PANRB", "7", 2022, None),
    ("Permenpan Nomor PER/15/M.PAN/7/2008 tentang Pedoman", "PERMEN", "PANRB", "PER/15/M.PAN/7/2008", 2008, "Pedoman"),
    ("PER/21/M.PAN/11/2008", "PERMEN", "PANRB", "PER/21/M.PAN/11/2008", 2008, None),
    ("Permendagri Nomor 86 Tahun 2017", "PERMEN", "Dalam Negeri", "86", 2017, None),
    ("Peraturan Mendagri No. 13 Th 2006", "PERMEN", "Dalam Negeri", "13", 2006, None),
    ("Peraturan Menteri Dalam Negeri RI Nomor: 52 Thn 2011", "PERMEN", "Dalam Negeri", "52", 2011, None),
    ("PMK No. 210/PMK.05/2022 Tentang Tata Cara", "PERMEN", "Keuangan", "210/PMK.05/2022", 2022, "Tata Cara"),
    ("173 /PMK.05/2019 tentang Petunjuk", "PERMEN", "Keuangan", "173/PMK.05/2019", 2019, "Petunjuk"),
    ("PMK Nomor 75 Tahun 2014", "PERMEN", None, "75", 2014, None),
    ("Permenkes 43 Tahun 2019", "PERMEN", "Kesehatan", "43", 2019, None),
    ("Peraturan Menteri Kesehatan Nomor 1464/MENKES/PER/X/2010", "PERMEN", "Kesehatan", "1464/MENKES/PER/X/2010", 2010, None),
    ("Permenkominfo No. 5 Tahun 2015", "PERMEN", "Komunikasi dan Informatika", "5", 2015, None),
    ("Peraturan Menteri Perhubungan Nomor PM 3 Tahun 2018", "PERMEN", "Perhubungan", "PM 3", 2018, None),
    ("Peraturan Menteri PUPR Nomor 01/PRT/M/2014", "PERMEN", "Pekerjaan Umum dan Perumahan Rakyat", "01/PRT/M/2014", 2014, None),
    ("Peraturan Menteri Urusan Baru Nomor 1 Tahun 2030", "PERMEN", "Urusan Baru", "1", 2030, None),
    ("Kepmenpan Nomor KEP/25/M.PAN/2/2004", "KEPMEN", "PANRB", "KEP/25/M.PAN/2/2004", 2004, None),
    ("Surat Keputusan Menteri Dalam Negeri Nomor 5 Tahun 2000", "KEPMEN", "Dalam Negeri", "5", 2000, None),
    ("Instruksi Menteri Dalam Negeri Nomor 15 Tahun 2021", "INMEN", "Dalam Negeri", "15", 2021, None),
    ("Inmendagri 15 Tahun 2021", "INMEN", "Dalam Negeri", "15", 2021, None),
    # bodies
    ("Perka BKN No. 5 Th. 2019", "PERATURAN_BADAN", "Kepala Badan Kepegawaian Negara", "5", 2019, None),
    ("Peraturan Kepala Badan Pusat Statistik Nomor 19 Tahun 2013", "PERATURAN_BADAN", "Kepala Badan Pusat Statistik", "19", 2013, None),
    ("Peraturan Badan Pusat Statistik nomor 1 Tahun 2024", "PERATURAN_BADAN", "Badan Pusat Statistik", "1", 2024, None),
    ("Peraturan Kepala Arsip Nasional RI Nomor 2 Tahun 2014", "PERATURAN_BADAN", "Kepala Arsip Nasional Republik Indonesia", "2", 2014, None),
    ("Peraturan LKPP Nomor 12 Tahun 2021", "PERATURAN_BADAN", "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah", "12", 2021, None),
    ("Perki Nomor 1 Tahun 2021", "PERATURAN_BADAN", "Komisi Informasi", "1", 2021, None),
    ("POJK 12 Tahun 2021", "PERATURAN_BADAN", "Otoritas Jasa Keuangan", "12", 2021, None),
    ("Peraturan Rektor Universitas Contoh Nomor 4 Tahun 2020", "PERATURAN_BADAN", "Rektor Universitas Contoh", "4", 2020, None),
    ("Keputusan Kepala BPS Nomor 121 Tahun 2001", "KEPUTUSAN_BADAN", "Kepala Badan Pusat Statistik", "121", 2001, None),
    ("SK Kepala Dinas Contoh Nomor 800/12/2021 tentang Tim", "KEPUTUSAN_BADAN", "Kepala Dinas Contoh", "800/12/2021", 2021, "Tim"),
    ("Perdirjen Perbendaharaan Nomor PER-12/PB/2019", "PERDIRJEN", "Perbendaharaan", "PER-12/PB/2019", 2019, None),
    ("Peraturan Direktur Jenderal Pajak Nomor PER-1/PJ/2020", "PERDIRJEN", "Pajak", "PER-1/PJ/2020", 2020, None),
    ("Keputusan Dirjen Pajak Nomor KEP-4/PJ/2020", "KEPDIRJEN", "Pajak", "KEP-4/PJ/2020", 2020, None),
    ("Peraturan Bersama Menteri A dan Menteri B Nomor 3 Tahun 2011", "PERATURAN_BERSAMA", "Menteri A dan Menteri B", "3", 2011, None),
    ("SKB Menteri A dan Menteri B Nomor 855 Tahun 2023", "SKB", "Menteri A dan Menteri B", "855", 2023, None),
    ("Surat Edaran Menteri PANRB Nomor 5 Tahun 2020", "SE", "Menteri PANRB", "5", 2020, None),
    ("SE Mendagri No. 120/253/SJ/2018 perihal Laporan", "SE", "Menteri Dalam Negeri", "120/253/SJ/2018", 2018, "Laporan"),
    ("Surat Edaran Bupati Contoh Nomor 065-277-2025 tentang Libur", "SE", "Bupati Contoh", "065-277-2025", 2025, "Libur"),
    ("SE-5/MK.1/2020 tentang Masa Kerja", "SE", None, "SE-5/MK.1/2020", 2020, "Masa Kerja"),
    # regions
    ("Peraturan Daerah Kabupaten Contoh Nomor 7 Tahun 2020", "PERDA", "Kabupaten Contoh", "7", 2020, None),
    ("Perda Kab. Contoh No 7 Thn 2020", "PERDA", "Kabupaten Contoh", "7", 2020, None),
    ("Perda Prov. Kalbar Tahun 2016 Nomor 8 tentang Susunan", "PERDA", "Provinsi Kalimantan Barat", "8", 2016, "Susunan"),
    ("Peraturan Daerah Jawa Timur Nomor 8 Tahun 2016", "PERDA", "Provinsi Jawa Timur", "8", 2016, None),
    ("PERATURAN DAERAH KOTA KEDIRI NOMOR 11 TAHUN 2019", "PERDA", "Kota Kediri", "11", 2019, None),
    ("Peraturan Daerah Nomor 5", "PERDA", None, "5", None, None),
    ("Perdasus Papua Nomor 1 Tahun 2013", "PERDASUS", "Provinsi Papua", "1", 2013, None),
    ("Perdais Nomor 1 Tahun 2018", "PERDAIS", None, "1", 2018, None),
    ("Qanun Aceh Nomor 5 Tahun 2010", "QANUN", "Provinsi Aceh", "5", 2010, None),
    ("Pergub DKI Jakarta Nomor 3 Tahun 2015", "PERGUB", "Provinsi Daerah Khusus Ibukota Jakarta", "3", 2015, None),
    ("Peraturan Gubernur Nomor 3 Tahun 2015", "PERGUB", None, "3", 2015, None),
    ("5. Peraturan Bupati No.99 Tahun 2021 Tentang Kedudukan.", "PERBUP", None, "99", 2021, "Kedudukan"),
    ("Peraturan Bupati Lumajang Nomor 36 Tahun 2018 Tentang Pedoman Pengukuran Kinerja .", "PERBUP", "Kabupaten Lumajang", "36", 2018, "Pedoman Pengukuran Kinerja"),
    ("PERATURAN BUPATI BENGKULU SELATAN NOMOR 9 TAHUN 2020", "PERBUP", "Kabupaten Bengkulu Selatan", "9", 2020, None),
    ("Peraturan Walikota Nomor 19 Tahun 2011", "PERWALI", None, "19", 2011, None),
    ("Perwal Kediri Nomor 53 Tahun 2021", "PERWALI", "Kota Kediri", "53", 2021, None),
    ("Keputusan Gubernur Bali Nomor 4/03-A/HK/2019", "KEPGUB", "Provinsi Bali", "4/03-A/HK/2019", 2019, None),
    ("SK Bupati Lumajang Nomor 188.45/123/2020", "KEPBUP", "Kabupaten Lumajang", "188.45/123/2020", 2020, None),
    ("Keputusan Wali Kota Kediri Nomor 188.45/12 Tahun 2020", "KEPWALI", "Kota Kediri", "188.45/12", 2020, None),
    ("Peraturan Desa Contoh Nomor 2 Tahun 2021", "PERDES", "Contoh", "2", 2021, None),
    ("Instruksi Gubernur Bali Nomor 2 Tahun 2021", "INSTRUKSI", "Gubernur Bali", "2", 2021, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), [(p[0], p[1:]) for p in PARTS], ids=[p[0] for p in PARTS])
def test_every_kind_and_spelling_is_read_into_its_parts(text, parts):
    rujukan = read(text)
    assert (rujukan.jenis, rujukan.penerbit, rujukan.nomor, rujukan.tahun, rujukan.judul) == parts
    assert rujukan.sisa == ""
    assert not rujukan.garbled


@pytest.mark.parametrize("text", [part[0] for part in PARTS])
def test_the_canonical_way_of_writing_is_the_same_citation(text):
    rujukan = read(text)
    again = read(rujukan.canonical)
    assert (again.key, again.judul, again.canonical) == (rujukan.key, rujukan.judul, rujukan.canonical)


def test_every_kind_has_an_example():
    assert {Jenis(part[1]) for part in PARTS} == set(Jenis)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1.",
        "Renstra Dinas Tahun 2020-2024",
        "Buku pedoman dan petunjuk pelaksanaan",
        "sebagaimana Nomor 5 Tahun 2020",  # SE is not in SEbagaimana
        "PPK Nomor 5 Tahun 2020",  # PP is not in PPK
        "UUPA Nomor 5 Tahun 1960",
        "Perdana Menteri Nomor 5 Tahun 2020",
        "Undang-Undang tentang Pemerintahan Daerah",
        "Peraturan Bupati tentang Perubahan atas Peraturan Bupati Nomor 5 Tahun 2019",  # the number is the other's
        "Peraturan perundang-undangan yang berlaku",
        "SK Tim Penyusun",
        "Nota Dinas Nomor 065-277-2025",
        "Nomor 23 Tahun 2014",
    ],
)
def test_what_has_no_kind_or_no_number_of_its_own_is_no_citation(text):
    assert parse_rujukan(text) is None


@pytest.mark.parametrize(
    ("words", "penerbit"),
    [
        ("Peraturan Menteri Pendayagunaan dan Aparatur Negara", "PANRB"),
        ("Permenpan dan Reformasi Birokrasi", "PANRB"),
        ("Peraturan Menteri Pemberdayagunaan Aparatur Negara", "PANRB"),
        ("Peraturan Menteri Dalam Negri", "Dalam Negeri"),
        ("Peraturan Menteri Komunikasi dan Informasika", "Komunikasi dan Informatika"),
    ],
)
def test_a_misspelt_issuer_is_recognised_and_marked(words, penerbit):
    rujukan = read(f"{words} Nomor 53 Tahun 2014")
    assert rujukan.garbled
    assert rujukan.penerbit == penerbit


@pytest.mark.parametrize(
    ("words", "penerbit"),
    [
        ("Peraturan Menteri Negara Komunikasi dan Informasi", "Komunikasi dan Informasi"),
        (
            "Peraturan Menteri Koperasi, Pengusaha Kecil dan Menengah",
            "Koperasi, Pengusaha Kecil, dan Menengah",
        ),
        ("Permenaker", "Ketenagakerjaan"),
        ("Permenakertrans", "Tenaga Kerja dan Transmigrasi"),
        ("Permeneg PAN", "PANRB"),
        ("PermendesPDTT", "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"),
    ],
)
def test_a_former_name_and_a_common_abbreviation_are_not_misspelt(words, penerbit):
    rujukan = read(f"{words} Nomor 5 Tahun 2004")
    assert not rujukan.garbled
    assert rujukan.penerbit == penerbit


def test_a_kind_stands_below_another_and_never_below_itself():
    assert read("PP 1/2020").stands_below(read("UU 1/2020"))
    assert not read("UU 1/2020").stands_below(read("PP 1/2020"))
    assert not read("Perda Kota Contoh 1/2020").stands_below(read("Perda Provinsi Bali 1/2020"))


def test_two_ministers_together_are_not_a_misspelt_one():
    rujukan = read(f"Peraturan Menteri Dalam Negeri dan Menteri {PANRB_FORMAL} Nomor 5 Tahun 2014")
    assert not rujukan.garbled


def test_a_title_may_hold_citations_and_the_first_is_the_citation():
    rujukan = read(
        "Peraturan Pemerintah Nomor 28 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 27 Tahun 2014"
        " tentang Pengelolaan Barang Milik Negara/Daerah"
    )
    assert (rujukan.nomor, rujukan.tahun) == ("28", 2020)
    assert rujukan.judul == (
        "Perubahan atas Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik Negara/Daerah"
    )
    assert rujukan.diubah_dengan is None


AMENDED = [
    ("sebagaimana telah diubah dengan", "sebagaimana telah diubah dengan"),
    ("sebagaimana diubah dengan", "sebagaimana telah diubah dengan"),
    (", yang telah dirubah dengan", "sebagaimana telah diubah dengan"),
    ("sebagaimana telah beberapa kali diubah, terakhir dengan", "sebagaimana telah beberapa kali diubah terakhir dengan"),
    ("sebagaimana telah diubah beberapa kali, terakhir kali dengan", "sebagaimana telah beberapa kali diubah terakhir dengan"),
    ("sebagaimana telah diubah terakhir dengan", "sebagaimana telah diubah terakhir dengan"),
    ("jo.", JUNCTO),
    ("juncto", JUNCTO),
]  # fmt: skip


@pytest.mark.parametrize(("words", "connector"), AMENDED)
def test_an_amendment_is_a_citation_of_its_own(words, connector):
    rujukan = read(f"UU 23/2014 tentang Pemerintahan Daerah {words} Undang- Undang Nomor 9 Tahun 2015;")
    assert rujukan.judul == "Pemerintahan Daerah"
    assert rujukan.penghubung == connector
    assert rujukan.diubah_dengan is not None
    assert rujukan.diubah_dengan.key == RujukanKey(Jenis.UU, None, "9", 2015)
    assert read(rujukan.canonical).diubah_dengan is not None


def test_amendments_form_a_chain():
    rujukan = read("Perpres No. 16 Tahun 2018 jo. Perpres No. 12 Tahun 2021 jo. Perpres No. 46 Tahun 2025;")
    assert rujukan.diubah_dengan is not None
    assert rujukan.diubah_dengan.diubah_dengan is not None
    assert rujukan.diubah_dengan.diubah_dengan.singkat == "Peraturan Presiden Nomor 46 Tahun 2025"


def test_two_amendments_joined_by_dan_are_both_read():
    rujukan = read("UU 23/2014 sebagaimana telah diubah dengan UU 2/2015 dan UU 9/2015")
    assert rujukan.diubah_dengan is not None
    assert rujukan.diubah_dengan.diubah_dengan is not None
    assert rujukan.diubah_dengan.diubah_dengan.nomor == "9"


def test_a_title_given_once_after_the_amendment_belongs_to_the_amended_regulation():
    rujukan = read(
        "3. Peraturan Daerah Kota Kediri Nomor 11 Tahun 2019 sebagaimana telah diubah dengan Perwali Nomor 3 Tahun 2022"
        " tentang Rencana Pembangunan (RPJMD) Tahun 2020 – 2024 (Lembaran Daerah Kota Kediri Tahun 2019 Nomor 11);"
    )
    assert rujukan.judul == "Rencana Pembangunan (RPJMD) Tahun 2020 – 2024"
    assert rujukan.publikasi == "Lembaran Daerah Kota Kediri Tahun 2019 Nomor 11"
    assert rujukan.diubah_dengan is not None
    assert (rujukan.diubah_dengan.jenis, rujukan.diubah_dengan.judul) == (Jenis.PERWALI, None)


def test_a_title_that_speaks_of_a_change_belongs_to_the_amending_regulation():
    rujukan = read(
        "UU 23/2014 sebagaimana telah diubah dengan UU 9/2015 tentang Perubahan Kedua atas UU 23/2014"
    )
    assert rujukan.judul is None
    assert rujukan.diubah_dengan is not None
    assert rujukan.diubah_dengan.judul == "Perubahan Kedua atas UU 23/2014"


def test_a_connector_without_a_citation_stays_in_the_title():
    rujukan = read(
        "Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Izin yang diubah dengan persetujuan Camat"
    )
    assert rujukan.judul == "Izin yang diubah dengan persetujuan Camat"
    assert rujukan.diubah_dengan is None


@pytest.mark.parametrize(
    ("tail", "publikasi"),
    [
        ("(Lembaran Negara Republik Indonesia)", "Lembaran Negara Republik Indonesia"),
        ("(berita Negara Republik Indonesia Tahun 2014 Nomor 1842).", "berita Negara Republik Indonesia Tahun 2014 Nomor 1842"),
        ("(Lembaran Negara Tahun 2014 Nomor 80", "Lembaran Negara Tahun 2014 Nomor 80"),
        (", Lembaran Negara RI Tahun 2014 Nomor 80;", "Lembaran Negara RI Tahun 2014 Nomor 80"),
    ],
)  # fmt: skip
def test_a_note_on_publication_is_no_part_of_the_title(tail, publikasi):
    rujukan = read(f"Perpres 29 Tahun 2014 tentang Sistem Akuntabilitas (SAKIP) {tail}")
    assert rujukan.judul == "Sistem Akuntabilitas (SAKIP)"
    assert rujukan.publikasi == publikasi


@pytest.mark.parametrize(
    ("text", "sisa"),
    [
        ("Undang-Undang Keterbukaan Informasi Publik Nomor 14 Tahun 2008", "Keterbukaan Informasi Publik"),
        ("Peraturan Pemerintah (PP) Nomor 12 Tahun 2019", "(PP)"),
        ("UU 23/2014 tentang Pemda; PP 12/2019 tentang Keuangan", "PP 12/2019 tentang Keuangan"),
        ("UU 32/2004 tentang Pemda sebagaimana telah dicabut dengan UU 23/2014", "sebagaimana telah dicabut dengan UU 23/2014"),
        ("Keputusan Bupati Contoh Nomor 188.45/12 tanggal 3 Mei 2020 tentang Tim", "tanggal 3 Mei 2020"),
        ("UU 23/2014 tentang Pemda; dan", ""),
    ],
)  # fmt: skip
def test_words_without_a_place_in_the_grammar_are_kept(text, sisa):
    assert read(text).sisa == sisa


def test_the_parts_stand_where_the_offsets_say():
    text = "<p>2. PERMENDAGRI No.  86 Tahun 2017\ttentang Tata  Cara ;</p>"
    rujukan = read(text)
    assert text[slice(*rujukan.letak_jenis)] == "PERMEN"
    assert rujukan.letak_penerbit is not None
    assert text[slice(*rujukan.letak_penerbit)] == "DAGRI"
    assert text[slice(*rujukan.letak_nomor)] == "No.  86 Tahun 2017"
    assert rujukan.letak_judul is not None
    assert text[slice(*rujukan.letak_judul)] == "Tata  Cara"
    assert rujukan.judul == "Tata Cara"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PER/21/M.PAN/11/2008", f"Peraturan Menteri {PANRB_FORMAL} Nomor 21 Tahun 2008"),
        ("PMK 173/PMK.05/2019", "Peraturan Menteri Keuangan Nomor 173 Tahun 2019"),
        ("Permenhub PM 3 Tahun 2018", "Peraturan Menteri Perhubungan Nomor 03 Tahun 2018"),
        ("Peraturan BPS Nomor 1 Tahun 2013", "Peraturan Kepala Badan Pusat Statistik Nomor 1 Tahun 2013"),
        ("Perbup Lumajang 36/2018", "Peraturan Bupati Kabupaten Lumajang Nomor 36 Tahun 2018"),
        ("Perda Kab. Contoh No 7 Thn 2020", "PERATURAN DAERAH KABUPATEN CONTOH NOMOR 7 TAHUN 2020"),
    ],
)
def test_two_ways_of_citing_the_same_regulation_have_one_key(one, other):
    assert read(one).key == read(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UU 5/2014", "UU Darurat 5/2014"),
        ("UU 5/2014", "PP 5/2014"),
        ("Permendagri 5/2014", "Permenkeu 5/2014"),
        ("Perda Kota Contoh 5/2014", "Perda Kabupaten Contoh 5/2014"),
        ("UU 5/2014", "UU 5/2015"),
    ],
)
def test_different_regulations_have_different_keys(one, other):
    assert read(one).key != read(other).key


def test_the_key_can_be_made_from_the_parts_of_a_record():
    assert citation_key(Jenis.PERMEN, "PANRB", "35", 2012) == read("PermenPAN-RB 35/2012").key


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "uu no 23 thn 2014 ttg Pemerintahan Daerah;",
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        ),
        ("PermenPAN-RB 35/2012", f"Peraturan Menteri {PANRB_FORMAL} Nomor 35 Tahun 2012"),
        (
            "PER/21/M.PAN/11/2008",
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/21/M.PAN/11/2008",
        ),
        ("Perwal Kediri 3/2022", "Peraturan Wali Kota Kediri Nomor 3 Tahun 2022"),
        ("Pergub Kalbar 3/2022", "Peraturan Gubernur Kalimantan Barat Nomor 3 Tahun 2022"),
        ("Perda Prop. Bali 3/2022", "Peraturan Daerah Provinsi Bali Nomor 3 Tahun 2022"),
        ("UUD 45", "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"),
        ("SE MenPANRB No. 5 Tahun 2020", f"Surat Edaran Menteri {PANRB_FORMAL} Nomor 5 Tahun 2020"),
    ],
)
def test_the_canonical_way_of_writing(text, canonical):
    assert read(text).canonical == canonical


HIERARCHY = [
    "UUD 1945",
    "TAP MPR Nomor XI/MPR/1998",
    "UU 1/2020",
    "PP 1/2020",
    "Perpres 1/2020",
    "Permendagri 1/2020",
    "Perda Provinsi Bali 1/2020",
    "Perda Kota Kediri 1/2020",
    "Perwali Kediri 1/2020",
    "Keputusan Wali Kota Kediri 1/2020",
    "SE Wali Kota Kediri 1/2020",
]


def test_the_hierarchy_is_that_of_the_law_on_making_laws():
    ranks = [read(text).rank for text in HIERARCHY]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("Perda Kota Kediri 11/2019 sebagaimana telah diubah dengan Perwali 3/2022", True),
        ("UU 23/2014 sebagaimana telah diubah dengan PP 1/2015", True),
        ("UU 23/2014 sebagaimana telah diubah dengan Perppu 2/2022", False),
        ("Keppres 1/2001 sebagaimana telah diubah dengan Perpres 1/2005", False),
        ("Perda Provinsi Bali 1/2020 sebagaimana telah diubah dengan Perda 2/2021", False),
    ],
)
def test_an_amending_regulation_stands_below_only_where_its_kind_does(text, lower):
    rujukan = read(text)
    assert rujukan.diubah_dengan.stands_below(rujukan) is lower


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Perbup Lumajang 36/2018", "Kabupaten Lumajang"),
        ("Peraturan Bupati Nomor 36 Tahun 2018", None),
        ("SE Wali Kota Kediri Nomor 1 Tahun 2020", "Kota Kediri"),
        ("Permendagri 1/2020", None),
    ],
)
def test_a_regional_regulation_knows_its_region(text, region):
    assert read(text).region == region


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    rujukan = parse_rujukan(text)
    assert rujukan is None or rujukan.text == text


AMENDED_LAW = (
    "Undang- Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014"
    " Nomor 244) sebagaimana telah beberapa kali diubah, terakhir dengan UU 9/2015 tentang Perubahan Kedua (LN 58);"
)
SEEDS = [*(part[0] for part in PARTS), AMENDED_LAW]
SCRAPS = st.sampled_from(
    [
        "tentang",
        "Nomor",
        " ",
        ";",
        "(",
        ")",
        "jo.",
        "dan",
        "Tahun 2020",
        "UU 1/2020",
        "Lembaran Negara",
        "<b>",
        "/",
        "-",
    ]
)


@st.composite
def mutated(draw) -> str:
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        scrap = draw(st.one_of(SCRAPS, st.text(max_size=3)))
        text = text[:at] + scrap + text[at + draw(st.integers(0, 6)) :]
    return text


@given(mutated())
def test_a_mutated_citation_is_read_and_its_offsets_stay_inside(text):
    rujukan = parse_rujukan(text)
    while rujukan is not None:
        for span in (rujukan.letak_jenis, rujukan.letak_penerbit, rujukan.letak_nomor, rujukan.letak_judul):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
        rujukan = rujukan.diubah_dengan


@given(st.sampled_from(SEEDS), st.sampled_from(["", "1. ", "10) ", "a. ", "- ", "• ", "<li>", "\n\t"]))
def test_list_marks_and_markup_in_front_change_nothing(text, mark):
    before, after = parse_rujukan(text), parse_rujukan(mark + text)
    assert before is not None
    assert after is not None
    assert (before.key, before.canonical) == (after.key, after.canonical)


@given(st.sampled_from(SEEDS))
def test_capitals_do_not_matter_for_the_key(text):
    assert read(text).key == read(text.upper()).key


def test_the_province_after_a_kabupaten_is_no_part_of_its_name():
    rujukan = read("Peraturan Bupati Contoh, Provinsi Jawa Timur Nomor 3 Tahun 2020")
    assert rujukan.region == "Kabupaten Contoh"


TAILS = (
    "tentang", "ttg.", "perihal", "Tata Kelola", "(", ")", ";", ",", "jo.", "juncto", "sebagaimana telah diubah dengan",
    "disempurnakan oleh", "yang dicabut dengan", "UU 5/2014", "dan", "Lembaran Negara Tahun 2014 Nomor 6",
)  # fmt: skip


@given(st.lists(st.sampled_from(TAILS), max_size=6).map(" ".join))
def test_a_tail_without_a_mark_but_that_of_titles_is_read_as_with_all_marks(tail):
    def read_again():
        return read_tail(tail, tail.lower(), 0, starts_citation(tail.lower()), amending=False)

    quick = read_again()
    with patch.object(tail_module, "_OTHER_MARK", re.compile("")):
        assert quick == read_again()


EVERY_KIND = "|".join(f"(?P<{kind}>{kind_module._expand(words)})" for kind, words in kind_module._SPELLINGS)
WORDS_OF_KINDS = sorted({word for _, words in kind_module._SPELLINGS for word in re.findall("[a-z]+", words)})


@pytest.mark.parametrize("between", [" ", "-", ""])
def test_a_kind_found_by_its_first_letter_is_the_one_found_among_all(between):
    for first, second in product(WORDS_OF_KINDS, (*WORDS_OF_KINDS, "")):
        low = f"{first}{between}{second}"
        found, expected = kind_module.match_kind(low, 0), re.match(EVERY_KIND, low)
        assert (found and (found.lastgroup, found.span())) == (
            expected and (expected.lastgroup, expected.span())
        )
