"""Running rules: crashes are findings, drafts are milder, the office chooses, marks suppress."""

from __future__ import annotations

import pytest

from sopkit.config import Settings
from sopkit.diagnostics import Code, Severity
from sopkit.errors import SopkitError, Text
from sopkit.lint.catalog import CODES
from sopkit.lint.corpus import CorpusRule
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import Issue, LintContext, Rule, rule
from sopkit.lint.runner import finish, lint, lint_across
from sopkit.lint.screening import Screening
from sopkit.lint.select import build_selection
from sopkit.load.loading import load_bytes

SOP = "sopkit: 1\nnama: Uji\nlangkah:\n  - kegiatan: Menyusun\n  - kegiatan: Mencatat\n"


@rule("UJI001", "uji-nama", Severity.ERROR, since="0.1", missing=True, aliases=("nama-lama",))
def about_name(context):
    """Uji. / Test."""
    yield Issue(("nama",), Text(f"nama {context.sop.nama}", f"name {context.sop.nama}"))


@rule("UJI002", "uji-langkah", Severity.WARNING, since="0.1")
def about_steps(context):
    """Uji. / Test."""
    for i, _ in enumerate(context.sop.langkah):
        yield Issue(("langkah", i, "kegiatan"), Text("x", "x"), related=((("nama",), Text("nama", "name")),))


@rule("UJI003", "uji-gagal", Severity.INFO, since="0.1")
def crashes(context):
    """Uji. / Test."""
    yield Issue(("nama",), Text(f"sebelum {context.sop.nama} gagal", "before the crash"))
    raise ZeroDivisionError("uji")


RULES = (about_name, about_steps, crashes)
KNOWN = (*CODES, *((one.code, one.aliases) for one in RULES))


def run(text, *, rules=RULES[:2], select=("ALL",), ignore=(), severities=None, per_file=None):
    loaded = load_bytes("a/b.yaml", text.encode())
    context = LintContext(loaded.sop, Settings(), Knowledge()) if loaded.sop else None
    selection = build_selection(KNOWN, select, ignore, severities or {}, per_file or {})
    return finish(
        lint(loaded, context, Screening(selection.chosen(rules), Knowledge()), selection),
        (),
        KNOWN,
        selection,
    )


def codes(findings):
    return [(one.code, one.span.start.line, one.severity.value) for one in findings]


def test_paths_become_places_and_printed_steps():
    (name, first, second) = run(SOP)
    assert (name.span.start.line, name.step) == (2, None)
    assert [(one.span.start.line, one.span.start.column, one.step) for one in (first, second)] == [
        (4, 15, "1"),
        (5, 15, "2"),
    ]
    assert [label.span.start.line for label in first.related] == [2]


def test_a_rule_that_crashes_is_a_finding_and_the_others_run():
    found = run(SOP, rules=RULES)
    assert ("SOP000", 1, "error") in codes(found)
    assert {one.code for one in found} == {"SOP000", "UJI001", "UJI002", "UJI003"}
    crash = next(one for one in found if one.code == "SOP000")
    assert "UJI003" in crash.message.en
    assert "ZeroDivisionError: uji" in crash.message.en


def test_a_crash_is_told_whatever_is_selected_or_suppressed():
    found = run("# sopkit: abaikan[SOP000] uji\n" + SOP, rules=RULES, ignore=("SOP",))
    assert [one.code for one in found if one.code == "SOP000"] == ["SOP000"]


def test_a_fault_of_the_office_stops_the_run():
    def refuse(_):
        raise SopkitError(Text("rusak", "broken"))
        yield

    with pytest.raises(SopkitError, match="broken"):
        run(SOP, rules=(Rule(Code("UJI001", "x", Severity.INFO, "0.1", ""), refuse),))


def test_missing_parts_are_milder_in_a_draft():
    assert codes(run(SOP + "status: draf\n"))[:1] == [("UJI001", 2, "warning")]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"select": ("UJI001",)}, {"UJI001"}),
        ({"select": ("uji-langkah",)}, {"UJI002"}),
        ({"select": ("nama-lama",)}, {"UJI001"}),
        ({"select": ("uji",)}, {"UJI001", "UJI002"}),
        ({"ignore": ("UJI002",)}, {"UJI001"}),
        ({"per_file": {"a/*": ("UJI001",)}}, {"UJI002"}),
        ({"per_file": {"b.yaml": ("UJI",)}}, set()),
        ({"per_file": {"c/*": ("UJI",)}}, {"UJI001", "UJI002"}),
    ],
)
def test_the_office_chooses_what_runs(chosen, expected):
    assert {one.code for one in run(SOP, **chosen)} == expected


def test_the_office_chooses_how_bad_it_is():
    assert codes(run(SOP, severities={"uji-langkah": Severity.ERROR}))[1:] == [
        ("UJI002", 4, "error"),
        ("UJI002", 5, "error"),
    ]


@pytest.mark.parametrize(("name", "near"), [("UJI009", "UJI00"), ("uji-langka", "uji-langkah")])
def test_a_rule_that_is_not_there_is_refused_with_the_nearest(name, near):
    with pytest.raises(SopkitError, match=f"did you mean {near}"):
        run(SOP, ignore=(name,))


MARKS = {
    "behind the line": (
        SOP.replace("Menyusun", "Menyusun # sopkit: abaikan[UJI002] ada alasan"),
        [("UJI001", 2), ("UJI002", 5)],
    ),
    "alone above the line": (
        SOP.replace(
            "  - kegiatan: Mencatat",
            "  # sopkit: abaikan[uji-langkah] alasan\n  # lain\n  - kegiatan: Mencatat",
        ),
        [("UJI001", 2), ("UJI002", 4)],
    ),
    "on top for the whole file": ("# sopkit: abaikan[UJI] alasan\n" + SOP, []),
    "several codes": ("# sopkit: abaikan[UJI001, UJI002] alasan\n" + SOP, []),
    "without a reason": ("# sopkit: abaikan[UJI]\n" + SOP, [("SOP007", 1)]),
    "without a code": (
        "# sopkit: abaikan semua\n" + SOP,
        [("SOP003", 1), ("UJI001", 3), ("UJI002", 5), ("UJI002", 6)],
    ),
    "that suppresses nothing": (
        SOP + "# sopkit: abaikan[IDN001] x\n",
        [("UJI001", 2), ("UJI002", 4), ("UJI002", 5), ("SOP003", 6)],
    ),
    "of an unknown code": (
        SOP + "# sopkit: abaikan[XYZ] x\n",
        [("UJI001", 2), ("UJI002", 4), ("UJI002", 5), ("SOP003", 6)],
    ),
    "inside a text": (
        SOP.replace("Uji", "'# sopkit: abaikan[UJI] x'"),
        [("UJI001", 2), ("UJI002", 4), ("UJI002", 5)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS)
def test_a_mark_suppresses(text, expected):
    assert [(code, line) for code, line, _ in codes(run(text))] == expected


def test_a_mark_for_a_rule_that_was_left_out_is_not_useless():
    assert run(SOP + "# sopkit: abaikan[UJI001] x\n", ignore=("UJI",)) == ()


def test_a_file_that_is_no_sop_keeps_its_findings_and_its_marks():
    assert codes(run("nama: a: b\n")) == [("SOP001", 1, "error")]
    assert codes(run("# sopkit: abaikan[SOP001] x\nnama: a: b\n"))[-1] == ("SOP001", 2, "error")


def test_a_rule_across_files_that_crashes_is_a_finding():
    def crash(facts, _):
        raise KeyError(facts[0].file)
        yield

    loaded = load_bytes("a.yaml", SOP.encode())
    selection = build_selection(KNOWN, ("ALL",), (), {}, {})
    linted = lint(loaded, None, Screening((), Knowledge()), selection)
    broken = CorpusRule(Code("UJI001", "x", Severity.INFO, "0.1", ""), crash)
    assert [
        one.code for one in lint_across((linted.facts,), (broken,), Knowledge(), selection, whole=True)
    ] == ["SOP000"]


@pytest.mark.parametrize("text", ["nama: a: b\n", SOP + "x: y\n", "nama: a\nlangkah: *b\n"])
def test_why_a_file_could_not_be_read_is_told_whatever_is_selected_or_suppressed(text):
    told = codes(run(text))
    assert told
    assert codes(run(text, select=("UJI001",))) == told
    assert codes(run(text, ignore=("SOP",))) == told
    marked = run("# sopkit: abaikan[SOP] uji\n" + text)
    assert [one.code for one in marked] == [code for code, _, _ in told]


def test_a_file_that_is_none_of_ours_is_left_out_by_its_name():
    assert run("nama: a: b\n", per_file={"a/*": ("SOP",)}) == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_mark_finds_its_line_with_every_line_end(line_end):
    lines = SOP.splitlines()
    lines.insert(3, "  # sopkit: abaikan[UJI002] uji")
    lines.insert(3, "  # catatan")
    text = line_end.join([*lines, ""])
    assert codes(run(text, select=("UJI002", "SOP"))) == [("UJI002", 7, "warning")]


def test_marks_inside_texts_are_texts_however_many_there_are():
    text = (
        SOP.replace("Menyusun", "'# sopkit: abaikan[UJI] a'")
        + 'keterkaitan: ["# sopkit: abaikan[UJI] b", c]\n'
    )
    assert len(run(text)) == len(run(SOP))
