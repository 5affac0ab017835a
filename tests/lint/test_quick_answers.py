"""What a rule says quickly is what reading with care says: over any texts made of the pieces that matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.acting import doers, may_have_doers
from sopkit.lint.language.activities import activities, cut
from sopkit.lint.language.agencies import agencies_of
from sopkit.lint.language.decisions import Deeds, choice, decision_words, deeds
from sopkit.lint.language.roles import mentions, role_phrases
from sopkit.lint.language.texts import said_in, wording
from sopkit.lint.language.verbs import Form, opening, opens_actively, verbs_of
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.langkah.alike_steps import alike_steps
from sopkit.lint.rules.langkah.several_activities import (
    may_be_several,
    named_activities,
    perhaps_several,
)
from sopkit.model.sop import Sop

KNOWLEDGE = Knowledge()
WORDS, VERBS, AGENCIES = decision_words(KNOWLEDGE), verbs_of(KNOWLEDGE), agencies_of(KNOWLEDGE)


def texts(*pieces):
    """Any row of the pieces, with blanks and the signs that cut texts between them."""
    between = st.sampled_from(
        [" ", " ", " ", " ", ", ", "; ", ". ", ".", "-", "_", "/", "\n", " – ", "(", "’"]
    )
    piece = st.sampled_from([*pieces, "surat", "Menyusun", "1. ", "- ", "“", "é", "dan"])
    parts = st.lists(st.tuples(piece, between), min_size=1, max_size=9)
    return parts.map(lambda pairs: "".join(part for pair in pairs for part in pair))


def sop_of(*kegiatan, **more):
    steps = [{"kegiatan": "Mengarsipkan"}, *({"kegiatan": text} for text in kegiatan)]
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": steps, **more})


SOP = sop_of(
    pelaksana={
        "a": "Petugas Layanan",
        "b": {"nama": "Kepala Bidang Tata Usaha", "alias": ["Kabid", "Ketua RW"]},
        "c": "Juru Ukur/Pranata Komputer",
    },
    instansi={"perangkat_daerah": "Dinas Perhubungan"},
)
ROLES = role_phrases(KNOWLEDGE, SOP)
NAMES = (
    "Kabid",
    "kepala bidang",
    "tata usaha",
    "Kepala",
    "Dinas",
    "Juru Ukur",
    "Loket",
    "Pelayanan",
    "PPK",
    "tim",
)


@given(texts(*NAMES, "Anggota", "Camat", "bidang", "Sekretaris", "para"))
def test_a_text_without_a_word_of_insiders_names_nobody_who_lacks_a_column(text):
    if ROLES.insiders.isdisjoint(cut(text)):
        for mention in mentions(text, ROLES):
            known = mention.role.name in ROLES.generic | ROLES.outside
            assert known or ROLES.columns_of(mention.role)


@given(texts(*NAMES, "para", "memeriksa", "diperiksa oleh", "OLEH", "lalu", "selanjutnya", "segera", "12"))
def test_only_texts_that_perhaps_have_doers_have_any(text):
    said = activities(sop_of(text))
    quick = [one.text for one in said.each if may_have_doers(one.text, one.words, (one.first,), ROLES)]
    assert not quick or may_have_doers(said.text, said.words, said.firsts, ROLES)
    assert all(one.text in quick for one in said.each if doers(one.text, ROLES))


@given(texts("memeriksa", "Verifikasi", "berkas", "menyetujui", "perbaikannya", "memberi", "koreksi", "lalu"))
def test_a_text_without_a_word_of_judging_neither_examines_nor_approves(text):
    if WORDS.judging.isdisjoint(cut(text)):
        assert deeds(text, WORDS) == Deeds(mends=deeds(text, WORDS).mends)


@given(
    texts(
        "jika", "dalam", "hal", "tidak setuju", "setuju/tidak", "Menyetujui", "atau menolak", "dikembalikan"
    )
)
def test_a_text_without_a_word_of_choosing_decides_nothing(text):
    if WORDS.choosing.isdisjoint(cut(text)):
        assert choice(text, WORDS) is None


@given(texts("memeriksa", "mencatat", "lalu", "kemudian", "atau", "agar", "!", "?", "mengirimnya", "jika"))
def test_only_texts_that_perhaps_name_several_activities_do(text):
    said = activities(sop_of(text))
    quick = [one for one in said.each if perhaps_several(one.text, one.words)]
    assert not quick or may_be_several(said)
    assert all(one in quick for one in said.each if named_activities(one.text, VERBS) is not None)


@given(texts("Jika", "lengkap", "Buat", "berikan", "Penyusunan", "meng-input", "a)", "Kabid", "Mencatat"))
def test_what_opens_actively_at_once_opens_so_for_a_reader(text):
    for activity in activities(sop_of(text)).each:
        if opens_actively(activity.first, VERBS):
            assert opening(activity.text, VERBS).form is Form.ACTIVE


@pytest.mark.parametrize("rival", ["dinas", "badan"])
@given(
    text=texts(
        "dinas", "Nota", "Kepala", "Kadis", "Ka.", "BKD", "badan", "IKU", "sekretaris", "rencana strategis"
    )
)
def test_an_agency_is_claimed_only_where_that_may_be(rival, text):
    sop = sop_of(text)
    said = said_in(sop).values()
    marks = AGENCIES.marks[rival].intersection(word for one in said for word in one.words)
    if not AGENCIES.may_claim(rival, marks, said):
        for _, written in wording(sop):
            assert AGENCIES.owned[rival].search(written) is None
            assert AGENCIES.titles[rival].search(written) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Menyusun draf surat", "- menyusun Draf, surat!"),
        ("Serahkan draf surat", "Serah draf surat"),
        ("Dan menyusun draf surat", "Menyusun draf surat"),
        ("Menyusun draf laporan", "Menyusun draf laporn"),
        ("Meng-input draf surat", "“Meng-input” draf surat"),
    ],
)
def test_steps_are_alike_however_they_are_dressed(first, second):
    context = LintContext(sop_of(first, second), Settings(), KNOWLEDGE)
    assert [issue.path for issue in alike_steps.check(context)] == [("langkah", 2, "kegiatan")]
