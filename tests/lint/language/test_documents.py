"""Names of documents: what is one name, which kind it is, and which names name nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.documents import (
    KINDS,
    DocumentWords,
    alternatives,
    document_words,
    first_clause,
    is_vague,
    may_name_kind,
    says_nothing,
)
from sopkit.source import SourceFile

WORDS = document_words(Knowledge())


def names(text):
    return [[one.text for one in options] for options in alternatives(text, WORDS)]


def kind(text):
    ((one,),) = alternatives(text, WORDS)
    return one.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Draf peta", [["Draf peta"]]),
        ("1. Daftar hadir 2. Notulen", [["Daftar hadir"], ["Notulen"]]),
        ("- Daftar hadir\n- Notulen", [["Daftar hadir"], ["Notulen"]]),
        ("Daftar hadir; notulen", [["Daftar hadir"], ["notulen"]]),
        ("Peta, tabel dan foto", [["Peta"], ["tabel"], ["foto"]]),
        ("Arahan atau disposisi", [["Arahan", "disposisi"]]),
        ("Notulen / catatan, foto", [["Notulen", "catatan"], ["foto"]]),
        ("Peta Andong", [["Peta Andong"]]),
        ("", []),
        (" , ", []),
    ],
)
def test_a_text_names_one_document_or_several_or_one_in_place_of_another(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Draft peta", "konsep"),
        ("DRAF", "konsep"),
        ("Konsepnya", "konsep"),
        ("rancangan surat", "konsep"),
        ("Nota  Dinas permintaan data", "nota_dinas"),
        ("Memo", "memo"),
        ("Hasil koreksi naskah", "koreksi"),
        ("Memorial", None),
        ("Konseptor", None),
        ("Peta konsep", None),
        ("Lembar disposisi", None),
        ("Rancangan Peraturan Bupati", None),
        ("Surat masuk", None),
        ("Hasil survei", None),
    ],
)
def test_the_head_of_a_name_tells_its_kind_and_what_comes_from_outside_has_none(text, expected):
    assert kind(text) == expected


def test_the_telling_words_are_those_that_other_documents_of_the_kind_do_not_share():
    ((one,),) = alternatives("Draft laporan panen yang sudah diparaf", WORDS)
    assert (one.words, one.signed) == ({"panen"}, "paraf")


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Surat yang telah ditandatangani", "tanda tangan"),
        ("Surat bertanda tangan", "tanda tangan"),
        ("Surat yang di tanda tangani", None),
        ("Surat terparaf", "paraf"),
        ("Surat untuk paraf", None),
    ],
)
def test_a_name_can_say_that_the_document_is_already_signed(text, signed):
    ((one,),) = alternatives(text, WORDS)
    assert one.signed == signed


@pytest.mark.parametrize(
    "text",
    ["Data", "DOKUMEN", "konsep", "2. Data", "Data dan informasi", "Berkas terkait", "Selesai.", "s.d.a"],
)
def test_a_name_of_nothing_in_particular_is_vague(text):
    assert is_vague(text, WORDS)


@pytest.mark.parametrize(
    "text",
    ["Data pegawai", "Notulen", "Surat", "Konsep terkoreksi", "Dokumen tervalidasi", "yang terkait", ""],
)
def test_a_name_that_says_which_or_in_what_state_is_not_vague(text):
    assert not is_vague(text, WORDS)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [((), True), (("-",), True), (("", "…"), True), (("-", "Peta"), False), (("–",), True), (("0",), False)],
)
def test_a_column_of_dashes_says_nothing(texts, expected):
    assert says_nothing(texts) is expected


@pytest.mark.parametrize(
    ("kegiatan", "expected"),
    [("Menerima data, lalu menyusun peta", "Menerima data"), ("Menyusun peta", "Menyusun peta"), ("", "")],
)
def test_the_first_clause_ends_at_a_comma_or_a_conjunction(kegiatan, expected):
    assert first_clause(kegiatan).strip() == expected


def test_an_office_adds_its_own_words():
    own = SourceFile("kata.yaml", "kelengkapan:\n  konsep: [Purwarupa]\nsamar:\n  benda: [Bundel]\n")
    words = document_words(Knowledge(own_words=own))
    assert alternatives("purwarupa peta", words)[0][0].kind == "konsep"
    assert is_vague("bundel", words)
    assert not is_vague("bundel", WORDS)


@given(st.text(max_size=60))
def test_any_text_is_read_and_every_name_stands_in_it(text):
    for options in alternatives(text, WORDS):
        assert options
        for one in options:
            assert one.text
            assert one.text in text
            assert one.kind is None or one.kind in KINDS


@given(st.text(max_size=40))
def test_case_and_blanks_around_change_no_answer(text):
    assert is_vague(text, WORDS) == is_vague(f"  {text} ", WORDS)


@given(
    st.lists(
        st.sampled_from(("Konsep", "surat", "NODIN", "paraf", "telaah staf", "diparaf", "berkas", "-", "dan"))
    ).map(" ".join)
)
def test_a_text_quickly_told_to_name_no_kind_names_none(text):
    if not may_name_kind(text, WORDS):
        assert all(
            one.kind is None and one.signed is None
            for options in alternatives(text, WORDS)
            for one in options
        )


class Everything:
    """A set that holds whatever is looked for in it."""

    def __contains__(self, item):
        return True


VAGUE = (
    "Data",
    "dokumen",
    "pendukung",
    "Selesai",
    "tindak lanjut",
    "peta",
    "1.",
    "-",
    "“Berkas”",
    "lain-lain",
    "s.d.a",
    "(final)",
    "a)",
)


@given(st.lists(st.sampled_from(VAGUE), max_size=4).map(" ".join))
def test_a_text_quickly_told_not_to_be_vague_is_not(text):
    assert is_vague(text, WORDS) == is_vague(
        text, DocumentWords(**vars(WORDS) | {"vague_ends": Everything()})
    )
