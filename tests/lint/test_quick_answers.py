"""What a rule says quickly is what reading with care says: over any texts made of the pieces that matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.lint.facts.citation_form import _of_one
from sopkit.lint.facts.citations import in_entry
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.acting import doers, may_have_doers
from sopkit.lint.language.agencies import agencies_of
from sopkit.lint.language.decisions import Deeds, choice, decision_words, deeds
from sopkit.lint.language.roles import insiders, mentions, role_phrases
from sopkit.lint.language.texts import cut
from sopkit.lint.language.tokens import tokens
from sopkit.lint.language.verbs import Form, begins_actively, is_not_active, opening, verbs_of
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.langkah.alike_steps import alike_steps
from sopkit.lint.rules.langkah.doubled_word import _DOUBLED, holds_doubled
from sopkit.lint.rules.langkah.misspelt_word import _spelling
from sopkit.lint.rules.langkah.several_activities import perhaps_several, read_activities
from sopkit.lint.rules.pelaksana.another_role_acts import has_active_name
from sopkit.model.sop import Sop
from sopkit.source import SourceFile

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
    if insiders(KNOWLEDGE).isdisjoint(cut(text)):
        for mention in mentions(text, ROLES):
            known = mention.role.name in ROLES.generic | ROLES.outside
            assert known or ROLES.columns_of(mention.role)


@given(texts(*NAMES, "para", "memeriksa", "diperiksa oleh", "OLEH", "lalu", "selanjutnya", "segera", "12"))
def test_only_texts_that_perhaps_have_doers_have_any(text):
    if doers(text, ROLES):
        questions = (may_have_doers.ask(text, KNOWLEDGE), is_not_active.ask(text, KNOWLEDGE))
        assert any(questions) or has_active_name.ask(ROLES, KNOWLEDGE)


@given(texts("memeriksa", "mencatat", "lalu", "kemudian", "atau", "agar", "!", "?", "mengirimnya", "jika"))
def test_only_texts_that_perhaps_name_several_activities_do(text):
    assert perhaps_several(text) or read_activities(text, VERBS) is None


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


@given(texts("Jika", "lengkap", "Buat", "berikan", "Penyusunan", "meng-input", "a)", "Kabid", "Mencatat"))
def test_what_opens_actively_at_once_opens_so_for_a_reader(text):
    first = opening(text, VERBS)
    assert begins_actively(text, VERBS) is (first is not None and first.form is Form.ACTIVE)


@pytest.mark.parametrize("rival", ["dinas", "badan"])
@given(
    text=texts(
        "dinas", "Nota", "Kepala", "Kadis", "Ka.", "BKD", "badan", "IKU", "sekretaris", "rencana strategis"
    )
)
def test_an_agency_is_claimed_only_where_that_may_be(rival, text):
    if not AGENCIES.may_claim(rival, text):
        assert AGENCIES.owned[rival].search(text) is None
        assert AGENCIES.titles[rival].search(text) is None


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


SLIPS = _spelling(
    Knowledge(own_words=SourceFile("k.yaml", "salah_tulis: {daring: [on-line, Straßẽ], aktif: [aktip]}"))
)


@given(texts("on-line", "On-Line", "aktip", "Aktipnya", "straßẽ", "STRASSẽ", "line"))
def test_a_text_that_holds_a_misspelt_word_holds_its_clue(text):
    if any(token.folded in SLIPS.right for token in tokens(text)):
        assert not SLIPS.clues.isdisjoint(cut(text))


@given(texts("surat", "surat", "Data", "data", "ke", "-", "&"))
def test_words_that_stand_twice_in_a_row_are_found_wherever_they_stand(text):
    assert holds_doubled.ask(text, KNOWLEDGE) is (_DOUBLED.search(text) is not None)


@pytest.mark.parametrize("regulation", tuple(KNOWLEDGE.registry), ids=lambda one: one.rujukan.singkat)
def test_a_citation_in_its_canonical_form_needs_no_edit_with_care_either(regulation):
    entry = regulation.rujukan.canonical
    [citation] = in_entry(entry)
    assert citation.rujukan.canonical == entry
    assert [edit for cited in citation.named for edit in _of_one(cited.rujukan)] == []
