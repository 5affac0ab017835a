"""Rules that are not called for would have found nothing: over all cases, and over SOPs mixed from their texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError, Text
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.lint.rules import RULES
from sopkit.lint.runner import run_rules
from sopkit.lint.screening import Screening
from sopkit.load.loading import load_bytes
from sopkit.model.sop import Sop
from sopkit.source import SourceFile

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.yaml"))
KNOWLEDGE = Knowledge()
SCREENING = Screening(RULES, KNOWLEDGE)
LOADED = {
    path: load_bytes(path.name, path.read_bytes())
    for path in [*CASES, *sorted((Path(__file__).parents[2] / "sops").rglob("*.yaml"))]
}
SOPS = [loaded.sop for loaded in LOADED.values() if loaded.sop is not None]


def context_of(sop, ask=None):
    return LintContext(sop, Settings(), KNOWLEDGE, date(2026, 1, 2), 1, ask)


def issues(sop, rules, ask=None):
    context = context_of(sop, ask)
    return [(one.code.code, *issue) for one in rules for issue in one.check(context)]


def screened(sop):
    called = SCREENING.rules_for(context_of(sop, SCREENING.answers).answers)
    return issues(sop, called, SCREENING.answers)


@pytest.mark.parametrize("path", LOADED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_rules_that_are_not_called_for_would_have_found_nothing(path):
    sop = LOADED[path].sop
    if sop is not None:
        assert screened(sop) == issues(sop, RULES)


def texts_in(*parts):
    """Texts of these parts of all cases."""
    found = {"Menyusun surat"}
    for sop in SOPS:
        if "dasar_hukum" in parts:
            found.update(sop.dasar_hukum)
        for step in sop.langkah:
            standard = step.mutu_baku
            if "waktu" in parts and standard.waktu is not None:
                found.add(standard.waktu.text)
            if "kegiatan" in parts:
                found.add(step.kegiatan or "")
            if "mutu_baku" in parts:
                found.update((*standard.kelengkapan, *standard.output))
            if "keterangan" in parts:
                found.add(step.keterangan or "")
        if "nama" in parts:
            found.update(role.nama for role in sop.pelaksana.values())
    return st.sampled_from(sorted(found))


WORDING = texts_in("kegiatan", "mutu_baku", "keterangan", "nama")
FILLED = WORDING.filter(str.strip)
HEADINGS = texts_in("nama", "kegiatan").filter(str.strip)
ROLE = st.sampled_from(["a", "b", "c"])
TARGET = st.sampled_from(["1", "2", "3", "9", "selesai"])
STEP = st.fixed_dictionaries(
    {
        "kegiatan": texts_in("kegiatan") | WORDING,
        "pelaksana": ROLE | st.lists(ROLE, max_size=2),
        "mutu_baku": st.fixed_dictionaries(
            {
                "kelengkapan": st.lists(texts_in("mutu_baku") | WORDING, max_size=3),
                "waktu": texts_in("waktu"),
                "output": st.lists(texts_in("mutu_baku") | WORDING, max_size=2),
            }
        ),
    },
    optional={
        "keterangan": WORDING,
        "lanjut": TARGET,
        "keputusan": st.fixed_dictionaries({}, optional={"ya": TARGET, "tidak": TARGET}),
    },
)
MIXED = st.fixed_dictionaries(
    {
        "sopkit": st.just(1),
        "nama": FILLED,
        "tanggal": st.fixed_dictionaries(
            {"efektif": st.sampled_from(["2010-02-03", "2016-01", "2024-05-06", "-"])}
        ),
        "instansi": st.fixed_dictionaries(
            {"perangkat_daerah": st.sampled_from(["Dinas Perikanan", "Badan Riset", "Kecamatan Kota"])}
        ),
        "dasar_hukum": st.lists(texts_in("dasar_hukum"), max_size=4),
        "peringatan": WORDING,
        "pelaksana": st.fixed_dictionaries({"a": HEADINGS, "b": HEADINGS}),
        "langkah": st.lists(STEP, max_size=5).map(lambda steps: [{"kegiatan": "Menyusun surat"}, *steps]),
    }
)


@settings(max_examples=300)
@given(MIXED)
def test_nor_would_they_in_any_mixture(data):
    sop = Sop.model_validate(data)
    assert screened(sop) == issues(sop, RULES)


@question(Subject.KEGIATAN)
def is_loud(text, _):
    return text.isupper()


@question(Subject.OUTPUT)
def fails(text, _):
    raise ZeroDivisionError(text)


@rule("UJI001", "uji-nyaring", Severity.INFO, since="0.1", screen=(is_loud,))
def loud(context):
    """Uji. / Test."""
    for i in context.steps_that_may(is_loud):
        yield Issue(("langkah", i), Text("x", "x"))


@rule("UJI002", "uji-gagal", Severity.INFO, since="0.1", screen=(fails,))
def failing(context):
    """Uji. / Test."""
    raise ZeroDivisionError(context.sop.nama)
    yield


def sop_of(*steps):
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": list(steps)})


def test_a_rule_is_called_for_by_the_texts_it_asks_about_and_told_where_they_stand():
    screening = Screening((loud,), KNOWLEDGE)
    quiet = context_of(sop_of({"kegiatan": "Menyusun"}), screening.answers)
    assert screening.rules_for(quiet.answers) == ()
    noisy = context_of(sop_of({"kegiatan": "Menyusun"}, {}, {"kegiatan": "MENYUSUN"}), screening.answers)
    assert screening.rules_for(noisy.answers) == (loud,)
    assert [issue.path for issue in loud.check(noisy)] == [("langkah", 2)]
    assert noisy.may(is_loud)
    assert not quiet.may(is_loud)


def test_without_answers_every_rule_runs_and_every_step_may():
    context = context_of(sop_of({"kegiatan": "Menyusun"}, {"kegiatan": "Mencatat"}))
    assert Screening((loud,), KNOWLEDGE).rules_for(context.answers) == (loud,)
    assert context.steps_that_may(is_loud) == [0, 1]
    assert context.may(is_loud)


def test_a_question_that_crashes_calls_its_rule_which_says_so_itself():
    loaded = load_bytes(
        "a.yaml", b"sopkit: 1\nnama: Uji\nlangkah: [{kegiatan: Menyusun, mutu_baku: {output: Surat}}]\n"
    )
    screening = Screening((loud, failing), KNOWLEDGE)
    context = context_of(loaded.sop, screening.answers)
    called = screening.rules_for(context.answers)
    assert called == (failing,)
    assert [one.code for one in run_rules(called, context, loaded)] == ["SOP000"]


def test_a_table_of_the_office_that_cannot_be_read_stops_the_run():
    broken = Knowledge(own_words=SourceFile("kata.yaml", "salah_tulis: [x]\n"))
    screening = Screening(RULES, broken)
    with pytest.raises(SopkitError):
        screening.answers(LintContext(sop_of({"kegiatan": "Menyusun"}), Settings(), broken))


def test_where_the_questions_cannot_even_be_put_all_rules_run(monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("sopkit.lint.rule.role_phrases", fail)
    loaded = load_bytes("a.yaml", b"sopkit: 1\nnama: Uji Uji\nlangkah: [{kegiatan: Menyusun}]\n")
    context = context_of(loaded.sop, SCREENING.answers)
    assert SCREENING.rules_for(context.answers) == RULES
    codes = {one.code for one in run_rules(RULES, context, loaded)}
    assert {"SOP000", "LKH006", "MTB001"} <= codes
