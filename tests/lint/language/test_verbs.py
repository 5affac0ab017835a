from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import SopkitError
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.verbs import Form, active_form, opening, verbs_of
from sopkit.source import SourceFile

VERBS = verbs_of(Knowledge())
STEMS = st.sampled_from(sorted(VERBS.by_stem))


@pytest.mark.parametrize(
    ("stem", "active"),
    [
        ("buat", "membuat"),
        ("fasilitasi", "memfasilitasi"),
        ("verifikasi", "memverifikasi"),
        ("pilih", "memilih"),
        ("proses", "memproses"),
        ("tulis", "menulis"),
        ("transfer", "mentransfer"),
        ("catat", "mencatat"),
        ("data", "mendata"),
        ("jawab", "menjawab"),
        ("kirim", "mengirim"),
        ("klarifikasi", "mengklarifikasi"),
        ("gandakan", "menggandakan"),
        ("himpun", "menghimpun"),
        ("ajukan", "mengajukan"),
        ("susun", "menyusun"),
        ("syaratkan", "mensyaratkan"),
        ("laporkan", "melaporkan"),
        ("minta", "meminta"),
        ("nilai", "menilai"),
        ("reviu", "mereviu"),
        ("wujudkan", "mewujudkan"),
        ("yakinkan", "meyakinkan"),
    ],
)
def test_the_me_form_follows_the_first_sound_of_the_stem(stem, active):
    assert active_form(stem) == active


def test_a_stem_of_one_syllable_takes_menge_and_a_whole_one_keeps_its_first_letter():
    assert active_form("cek", one_syllable=True) == "mengecek"
    assert active_form("perbaiki", whole=True) == "memperbaiki"
    assert active_form("kaji", whole=True) == "mengkaji"


@given(STEMS)
def test_the_active_form_of_every_known_stem_is_recognised_as_active(stem):
    assert VERBS.is_active(VERBS.by_stem[stem])


@given(STEMS)
def test_the_passive_of_every_known_stem_leads_back_to_its_active_form(stem):
    assert VERBS.of_passive(f"di{stem}") == VERBS.by_stem[stem]


@given(STEMS.filter(lambda stem: stem not in VERBS.no_verbs and stem not in VERBS.others))
def test_a_bare_stem_is_not_active_and_the_active_form_is_proposed_in_its_case(stem):
    found = opening(f"{stem.capitalize()} surat", VERBS)
    assert found is not None
    assert found.form in (Form.BARE, Form.OTHER)
    assert found.active is not None
    assert found.active[:1].isupper()
    assert VERBS.is_active(found.active.split()[0].lower())


@given(st.text(max_size=40))
def test_whatever_the_text_the_opening_is_a_piece_of_it_or_none(text):
    found = opening(text, VERBS)
    assert found is None or text[found.start : found.end].startswith(found.text.split()[0])


@pytest.mark.parametrize(
    "word",
    [
        "menteri",
        "media",
        "memo",
        "memorandum",
        "metode",
        "meja",
        "mekanisme",
        "berita",
        "berkas",
        "beberapa",
        "bersama",
        "menit",
        "mei",
        "mendagri",
        "berdasarkan",
        "melalui",
        "mengenai",
        "menurut",
        "merek",
        "member",
    ],
)
def test_words_that_only_look_like_verbs_are_none(word):
    assert not VERBS.is_active(word)


@pytest.mark.parametrize(
    "word",
    [
        "menerima",
        "membuat",
        "mempertimbangkan",
        "mengecek",
        "menyusun",
        "melapor",
        "mewakili",
        "meyakini",
        "berkoordinasi",
        "bekerja",
        "belajar",
        "hadir",
        "me-review",
        "meng-upload",
        "mengassign",
    ],
)
def test_verbs_are_known_by_their_shape_also_when_the_stem_is_not(word):
    assert VERBS.is_active(word)


@pytest.mark.parametrize(
    ("text", "form", "active"),
    [
        ("Menyusun laporan", Form.ACTIVE, None),
        ("1) MENYUSUN LAPORAN", Form.ACTIVE, None),
        ("Jika lengkap, menyerahkan berkas", Form.ACTIVE, None),
        ("Jika lengkap, diserahkan kepada Kasi", Form.OTHER, "Menyerahkan"),
        ("Penyusunan laporan", Form.NOUN, "Menyusun"),
        ("PENGESAHAN LAPORAN", Form.NOUN, "MENGESAHKAN"),
        ("Perbaikan laporan", Form.NOUN, "Memperbaiki"),
        ("Pemeriksaan dilakukan oleh petugas", Form.NOUN, "Memeriksa"),
        ("Terima berkas", Form.BARE, "Menerima"),
        ("Simpanlah berkas", Form.BARE, "Menyimpan"),
        ("Kirimkan berkas", Form.BARE, "Mengirimkan"),
        ("Dikirim ke pemohon", Form.PASSIVE, "Mengirim"),
        ("Tersusunnya laporan", Form.OTHER, None),
        ("Terlaksana rapat", Form.PASSIVE, "Melaksanakan"),
        ("Surat dicatat petugas", Form.OTHER, "Mencatat"),
        ("Surat yang dicatat petugas", Form.OTHER, None),
        ("Surat yang sudah diperiksa diserahkan kepada Kasi", Form.OTHER, "Menyerahkan"),
        ("Rapat persiapan", Form.OTHER, "Mengadakan rapat"),
        ("Tanda tangan kepala", Form.OTHER, "Menandatangani"),
        ("Pemerintahan desa", Form.OTHER, None),
        ("Data pegawai", Form.OTHER, None),
        ("Guna kelancaran", Form.OTHER, None),
        ("Dinas terkait", Form.OTHER, None),
    ],
)
def test_an_opening_is_told_by_its_form_with_the_verb_to_write(text, form, active):
    found = opening(text, VERBS)
    assert found is not None
    assert (found.form, found.active) == (form, active)


def test_only_a_word_that_can_give_way_just_so_is_replaced():
    assert opening("Penyusunan laporan", VERBS).replaces
    assert opening("Tanda tangan kepala", VERBS).replaces
    assert not opening("Surat dicatat", VERBS).replaces
    assert not opening("Dicatat petugas", VERBS).replaces
    assert not opening("Verifikasi dilakukan petugas", VERBS).replaces


def test_a_text_without_a_word_has_no_opening():
    assert opening(" … ", VERBS) is None


def test_an_office_adds_its_own_stems_and_replacements():
    own = SourceFile("kata.yaml", "kata_kerja:\n  dasar: [lakban]\n  pengganti: [apel = mengadakan apel]\n")
    verbs = verbs_of(Knowledge(own_words=own))
    assert opening("Lakban kotak", verbs).active == "Melakban"
    assert opening("Apel pagi", verbs).active == "Mengadakan apel"


def test_a_replacement_without_its_sign_stops_with_a_sentence():
    own = SourceFile("kata.yaml", "kata_kerja:\n  pengganti: [apel]\n")
    with pytest.raises(SopkitError, match="apel"):
        verbs_of(Knowledge(own_words=own))
