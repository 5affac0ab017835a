"""From bytes to an SOP: shape findings name the key, the place and what to do."""

from __future__ import annotations

import pytest

from sopkit.load.loading import load_bytes
from sopkit.model.jendela import Jendela
from sopkit.source import Position

MINIMAL = "sopkit: 1\nnama: Uji\nlangkah:\n  - kegiatan: Menyusun\n"


def load(text):
    return load_bytes("a.yaml", text.encode())


def sop(text):
    loaded = load(text)
    assert loaded.sop is not None, [(f.span.start, f.message.en) for f in loaded.findings]
    return loaded.sop


def found(text):
    return [(f.code, f.span.start.line, f.span.start.column, f.message.id) for f in load(text).findings]


def test_the_least_that_loads():
    assert sop(MINIMAL).langkah[0].kegiatan == "Menyusun"
    assert load(MINIMAL).findings == ()


def test_empty_parts_are_missing_parts():
    empty = sop(
        MINIMAL
        + "nomor:\ninstansi:\ntanggal:\n  revisi:\ndisahkan_oleh:\nlabel:\npelaksana:\ndasar_hukum:\ntenggat:\n"
    )
    assert (empty.nomor, empty.dasar_hukum, empty.tenggat) == (None, (), None)
    assert empty.instansi.pemerintah is None
    assert (
        sop("sopkit: 1\nnama: U\nlangkah:\n  - kegiatan: M\n    mutu_baku:\n    keputusan:\n")
        .langkah[0]
        .mutu_baku.output
        == ()
    )


def test_a_text_or_a_list_is_the_same_shape():
    both = sop(MINIMAL + "peringatan: satu\npencatatan: [satu, dua]\n")
    assert (both.peringatan, both.pencatatan) == (("satu",), ("satu", "dua"))


def test_line_breaks_in_a_text_are_kept():
    assert sop(MINIMAL + "peringatan: |\n  satu\n  dua\n").peringatan == ("satu\ndua",)


def test_identifiers_keep_every_digit():
    assert sop(MINIMAL + "nomor: 010\n").nomor == "010"
    assert sop("sopkit: 1\nnama: U\nlangkah:\n  - {kegiatan: M, nomor: 1.10}\n").nomor_langkah == ("1.10",)


def test_words_that_yaml_takes_for_booleans_stay_words():
    assert sop(MINIMAL.replace("Uji", "no")).nama == "no"


STEP_ROLES = {
    "one": ("kadin", ("kadin",), False),
    "hand-over": ("[a, b]", ("a", "b"), False),
    "together": ("{bersama: [a, b]}", ("a", "b"), True),
    "none": ("", (), False),
}


@pytest.mark.parametrize(("written", "keys", "together"), STEP_ROLES.values(), ids=STEP_ROLES)
def test_who_does_a_step(written, keys, together):
    step = sop(f"sopkit: 1\nnama: U\nlangkah:\n  - kegiatan: M\n    pelaksana: {written}\n").langkah[0]
    assert (step.pelaksana.kunci, step.pelaksana.bersama) == (keys, together)


def test_branches_may_be_references_or_mappings():
    decision = (
        sop(
            "sopkit: 1\nnama: U\nlangkah:\n  - kegiatan: M\n    keputusan:\n      ya: 8\n"
            "      tidak: {ke: susun, label: Tolak, peluang: 20%}\n"
        )
        .langkah[0]
        .keputusan
    )
    assert (decision.ya.ke, decision.tidak.ke, decision.tidak.label, str(decision.tidak.peluang)) == (
        "8",
        "susun",
        "Tolak",
        "1/5",
    )


def test_a_deadline_is_a_length_or_a_window():
    assert sop(MINIMAL + "tenggat: 5 hari kerja\n").tenggat.text == "5 hari kerja"
    assert sop(MINIMAL + "tenggat: {mulai: 01-01, selesai: 02-28}\n").tenggat == Jendela("01-01", "02-28")


def test_what_cannot_be_read_keeps_its_text():
    odd = sop(MINIMAL + "tanggal: {pembuatan: kapan-kapan}\ntenggat: secepatnya\n")
    assert (odd.tanggal.pembuatan.text, odd.tenggat.text) == ("kapan-kapan", "secepatnya")


SHAPE = {
    "unknown key": (MINIMAL + "namaa: x\n", 5, 1, "kunci namaa tidak dikenal"),
    "unknown key in a step": (MINIMAL + "    pelaksna: x\n", 5, 5, "kunci pelaksna tidak dikenal"),
    "unknown key in a part": (MINIMAL + "tanggal:\n  efekti: x\n", 6, 3, "kunci efekti tidak dikenal"),
    "unknown key in a branch": (
        MINIMAL + "    keputusan:\n      ya: {kee: 1}\n",
        6,
        12,
        "kunci kee tidak dikenal",
    ),
    "missing nama": ("sopkit: 1\nlangkah:\n  - kegiatan: M\n", 1, 1, "kunci nama belum ada"),
    "missing version": ("nama: U\nlangkah:\n  - kegiatan: M\n", 1, 1, "kunci sopkit belum ada"),
    "empty nama": (
        "sopkit: 1\nnama:\nlangkah:\n  - kegiatan: M\n",
        2,
        1,
        "nama masih kosong; isi dengan sebuah teks",
    ),
    "another version": (MINIMAL.replace("sopkit: 1", "sopkit: 2"), 1, 9, "versi format harus 1"),
    "no steps": (
        "sopkit: 1\nnama: U\nlangkah: []\n",
        3,
        10,
        "langkah harus berisi paling sedikit satu langkah yang punya kegiatan",
    ),
    "steps that are no list": (
        "sopkit: 1\nnama: U\nlangkah: M\n",
        3,
        10,
        "langkah harus berupa sebuah daftar, bukan teks",
    ),
    "a step that is a text": (
        "sopkit: 1\nnama: U\nlangkah:\n  - M\n",
        4,
        5,
        "butir ke-1 langkah harus berupa pasangan kunci: nilai, bukan teks",
    ),
    "a list for a text": (MINIMAL + "nomor: [1, 2]\n", 5, 8, "nomor harus berupa sebuah teks, bukan daftar"),
    "a list for a date": (
        MINIMAL + "tanggal: {efektif: [2022-03-01]}\n",
        5,
        20,
        "efektif harus berupa sebuah teks, bukan daftar",
    ),
    "a list for a deadline": (
        MINIMAL + "tenggat: [5 hari]\n",
        5,
        10,
        "tenggat harus berupa lama waktu atau {mulai: 01-01, selesai: 02-28}",
    ),
    "a mapping for a list": (
        MINIMAL + "dasar_hukum: {a: b}\n",
        5,
        14,
        "dasar_hukum harus berupa teks atau daftar teks, bukan pasangan kunci dan nilai",
    ),
    "an unknown status": (MINIMAL + "status: aktif\n", 5, 9, "status harus draf, berlaku, atau dicabut"),
    "a probability over one": (
        MINIMAL + "    keputusan: {ya: {ke: 1, peluang: 1.5}}\n",
        5,
        38,
        "peluang harus berupa angka dari 0 sampai 1, misalnya 0.8 atau 80%",
    ),
    "an empty heading": (MINIMAL + "pelaksana:\n  a:\n", 6, 3, "judul kolom pelaksana masih kosong"),
    "an empty lanjut": (
        MINIMAL + "    lanjut: []\n",
        5,
        13,
        "lanjut harus menyebut langkah berikutnya, beberapa langkah, atau selesai",
    ),
    "three points with two": (
        MINIMAL + "    mutu_baku: {waktu: {cepat: 1 jam, biasa: 2 jam}}\n",
        5,
        24,
        "waktu tiga titik harus berisi tepat cepat, biasa, dan lambat, masing-masing sebuah teks",
    ),
    "a text": ("hanya teks\n", 1, 1, "berkas ini bukan SOP: isinya harus berupa pasangan kunci: nilai"),
    "an empty document": ("---\n", 1, 1, "berkas ini bukan SOP: isinya harus berupa pasangan kunci: nilai"),
}


@pytest.mark.parametrize(("text", "line", "column", "message"), SHAPE.values(), ids=SHAPE)
def test_a_wrong_shape_is_a_finding_with_its_place(text, line, column, message):
    assert load(text).sop is None
    assert ("SOP002", line, column, message) in found(text)


def test_the_nearest_known_key_is_named():
    (unknown,) = load(MINIMAL + "    mutubaku: {}\n").findings
    assert unknown.help.id == "maksudnya mutu_baku?"


def test_the_keys_of_a_role_are_known_and_its_own_key_is_free():
    (unknown,) = load(MINIMAL + "pelaksana:\n  a: {nama: A, alia: B}\n").findings
    assert unknown.help.id == "maksudnya alias?"


def test_where_no_key_is_near_all_are_named():
    (unknown,) = load(MINIMAL + "tanggal: {zzz: x}\n").findings
    assert unknown.help.id == "kunci yang dikenal di sini: pembuatan, revisi, efektif"


ADVICE = {
    "steps as a mapping": (
        "sopkit: 1\nnama: U\nlangkah:\n  1: {kegiatan: M}\n",
        "awali setiap langkah dengan tanda -",
    ),
    "steps as texts": ("sopkit: 1\nnama: U\nlangkah:\n  - Menyusun\n", "tulis - kegiatan: Menyusun"),
    "columns as a list": (MINIMAL + "pelaksana:\n  - Kadis\n", "misalnya sekretaris: Sekretaris"),
    "an agency as a text": (MINIMAL + "instansi: Dinas\n", "menjorok: pemerintah: …, perangkat_daerah: …"),
    "a decision as a text": (MINIMAL + "    keputusan: ya\n", "menjorok: ya: …, tidak: …"),
    "a colon in an item": (MINIMAL + "dasar_hukum:\n  - Dasar: UU\n", "titik dua itu bagian dari teks"),
    "items without dashes": (MINIMAL + "dasar_hukum:\n  uu: UU\n", "awali setiap butir dengan tanda -"),
    "a comma in brackets": (
        MINIMAL + "    mutu_baku: {output: Draf, lampiran}\n",
        "koma itu bagian dari teks",
    ),
    "a text behind #": ("sopkit: 1\nnama: #1\nlangkah:\n  - kegiatan: M\n", "tanda # memulai komentar"),
    "a status in English": (MINIMAL + "status: draft\n", "maksudnya draf?"),
    "another version": (MINIMAL.replace("1", "2", 1), "tulis sopkit: 1"),
    "no version": (MINIMAL.replace("sopkit: 1\n", ""), "tambahkan sopkit: 1"),
    "no steps": ("sopkit: 1\nnama: U\n", "tambahkan langkah: dan di bawahnya - kegiatan: …"),
    "a key that belongs further in": (MINIMAL + "    waktu: 1 jam\n", "pindahkan ke dalam mutu_baku"),
    "a key that belongs further out": (
        MINIMAL + "tanggal:\n  nomor: x\n",
        "tidak termasuk tanggal; kurangi spasi",
    ),
    "a key that belongs elsewhere": (MINIMAL + "tanggal:\n  nip: x\n", "tempatnya di dalam disahkan_oleh"),
    "an invisible character in a key": (MINIMAL + "\u200bnomor: x\n", "karakter tak tampak U+200B"),
    "a line end in a key": (MINIMAL + 'instansi: {"unit\\n": x}\n', "karakter tak tampak U+000A"),
    "nothing but a blank in a key": (
        MINIMAL + 'instansi: {" ": x}\n',
        "kunci yang dikenal di sini: pemerintah",
    ),
    "an empty key": (MINIMAL + 'instansi: {"": x}\n', "kunci yang dikenal di sini: pemerintah"),
    "an unbreakable blank before a key": (MINIMAL + "\xa0\xa0unit: x\n", "karakter tak tampak U+00A0"),
}


@pytest.mark.parametrize(("text", "words"), ADVICE.values(), ids=ADVICE)
def test_a_wrong_shape_says_what_to_do(text, words):
    (only,) = load(text).findings
    assert words in only.help.id


@pytest.mark.parametrize("key", ["Nama", "nama_sop", "\u200bnama"])
def test_a_key_that_is_only_misspelt_is_not_missing_as_well(key):
    (only,) = load(MINIMAL.replace("nama", key)).findings
    assert only.message.id == f"kunci {key} tidak dikenal"


def test_all_faults_of_shape_are_found_at_once():
    assert len(found("sopkit: 2\nnama: [a]\nlangkah:\n  - kegiatan: M\n    x: 1\n")) == 3


def test_a_byte_order_mark_is_noted_and_the_file_is_read():
    loaded = load_bytes("a.yaml", b"\xef\xbb\xbf" + MINIMAL.encode())
    assert loaded.sop is not None
    assert [(f.code, f.severity.value) for f in loaded.findings] == [("SOP006", "warning")]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"nama: a\nb: \xff\n", 2, 4), (MINIMAL.encode("utf-16"), 1, 1), (b"nama: caf\xe9\n", 1, 10)],
)
def test_what_is_not_utf8_is_a_finding_at_the_first_bad_byte(data, line, column):
    (only,) = load_bytes("a.yaml", data).findings
    assert (only.code, only.span.start) == ("SOP001", Position(line, column))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_old_editors_save_as_unicode_is_named(encoding):
    (only,) = load_bytes("a.yaml", MINIMAL.encode(encoding)).findings
    assert only.message.id == "berkas disimpan sebagai UTF-16, bukan UTF-8"
    assert "Notepad" in only.help.id


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1", "Word"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1 a}", "Word"),
    ],
)
def test_a_document_of_another_program_is_named(data, word):
    (only,) = load_bytes("a.yaml", data).findings
    assert only.code == "SOP001"
    assert word in only.message.id


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\0\0\0", b"a\0b", b"nama: a\0b\n"])
def test_a_nul_alone_is_not_taken_for_utf16(data):
    (only,) = load_bytes("a.yaml", data).findings
    assert "U+0000" in only.message.id
