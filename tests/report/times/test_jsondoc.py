from __future__ import annotations

import json

from sopkit.report.times import TimesOptions
from sopkit.report.times.jsondoc import render_json

STEP = {
    "nomor", "minutes", "critical", "earliest_start", "earliest_finish", "latest_start", "latest_finish", "slack",
}  # fmt: skip
SOP = {
    "file", "nama", "steps", "total_minutes", "at_least", "critical_path", "deadline", "scenarios", "range",
    "expected_minutes", "percentiles", "load", "handovers", "unknown_steps", "levers", "notes",
}  # fmt: skip


def document(*timed, language="id"):
    found = json.loads(render_json(timed, TimesOptions(language)))
    assert found["version"] == 1
    return found["sops"]


def one(timed):
    return document(timed)[0]


def test_a_linear_sop_has_exactly_the_fields_of_the_contract(make_timed):
    sop = one(make_timed())
    assert set(sop) == SOP
    assert {frozenset(step) for step in sop["steps"]} == {frozenset(STEP)}
    assert (sop["total_minutes"], sop["critical_path"]) == (570, {"minutes": 570, "steps": [1, 2, 3]})
    assert (sop["deadline"], sop["unknown_steps"], sop["at_least"]) == (None, [], False)
    assert sop["scenarios"].keys() == {"as_written", "smooth", "shortest", "longest", "rework"}
    assert sop["percentiles"] == {"p50": 570, "p80": 570, "p95": 570}


def test_slack_and_critical_steps_of_parallel_branches(make_timed, parallel):
    sop = one(make_timed(parallel))
    assert [(step["nomor"], step["critical"], step["slack"]) for step in sop["steps"]] == [
        (1, True, 0), (2, True, 0), (3, False, 60), (4, True, 0),
    ]  # fmt: skip
    assert sop["critical_path"] == {"minutes": 195, "steps": [1, 2, 4]}
    assert sop["waits"] == [{"nomor": 3, "before": 4, "minutes": 60}]
    assert sop["levers"][0] == {"nomor": 2, "gain_minutes": 60}
    assert [(role["pelaksana"], role["minutes"]) for role in sop["load"]] == [
        ("Kasubag", 30), ("Staf", 165), ("Bendahara", 105),
    ]  # fmt: skip


def test_a_loop_has_its_rework_and_expected_time(make_timed, loop):
    sop = one(make_timed(loop, rework=2))
    # 90 minutes for each round, twice as many on average, and 10 at the end
    assert (sop["total_minutes"], sop["expected_minutes"]) == (100, 190)
    assert sop["scenarios"]["rework"] == {"minutes": 280, "steps": [1, 2, 1, 2, 1, 2, 3]}


def test_an_unknown_time_is_null_and_the_sum_is_at_least(make_timed, linear):
    sop = one(make_timed(linear.replace("1 hari", "sesuai jadwal"), deadline="1 hari kerja"))
    assert (sop["total_minutes"], sop["at_least"], sop["unknown_steps"]) == (120, True, [2])
    assert sop["steps"][1]["minutes"] is None
    assert (sop["deadline"]["met"], sop["deadline"]["minutes"], sop["notes"][0]["code"]) == (
        None,
        450,
        "unknown-times",
    )


def test_a_missed_deadline_counts_for_the_scenario_chosen(make_timed):
    deadline = one(make_timed(deadline="1 hari kerja"))["deadline"]
    assert deadline["minutes"] == 450
    assert (deadline["margin_minutes"], deadline["met"], deadline["scenario"]) == (-120, False, "longest")
    assert deadline["scenarios"]["smooth"] == {"margin_minutes": -120, "met": False}


def test_with_a_start_the_finish_is_told_to_the_minute(make_timed):
    # Friday: 07.30 to 11.30 and 13.00 to 16.30; 570 minutes end 120 minutes into Monday
    sop = one(make_timed(start="2026-01-02", deadline="2026-01-06"))
    assert sop["finish"] == {
        "start": "2026-01-02T07:30",
        "finish": "2026-01-05T09:30",
        "deadline": "2026-01-06T23:59",
        "met": True,
        "margin_minutes": 780,
        "margin_calendar_days": 1,
    }


def test_a_deadline_that_cannot_be_read_is_there_without_figures(make_timed, linear):
    sop = one(make_timed(linear + "tenggat: secepatnya\n"))
    assert sop["deadline"] == {"minutes": None, "margin_minutes": None, "met": None, "scenario": "longest"}


def test_calendar_days_stand_apart(make_timed, linear):
    sop = one(make_timed(linear.replace("1 hari", "3 hari kalender")))
    assert (sop["total_minutes"], sop["elapsed_minutes"], sop["converted"]) == (120, 4320, True)
    assert (sop["steps"][1]["minutes"], sop["steps"][1]["elapsed_minutes"]) == (0, 4320)


def test_a_range_is_told_from_smallest_to_largest(make_timed, linear):
    sop = one(make_timed(linear.replace("90 menit", "60-120 menit")))
    assert sop["range"] == {"smallest": 540, "usual": 570, "largest": 600}


def test_printed_numbers_stay_as_printed(make_timed, linear):
    text = linear.replace("- {kegiatan: Menelaah", '- {nomor: "02", kegiatan: Menelaah')
    assert [step["nomor"] for step in one(make_timed(text))["steps"]] == [1, "02", 3]


def test_a_change_stands_beside_what_is(make_timed):
    sop = one(make_timed(times=(("2", "2 hari"),)))
    assert (sop["total_minutes"], sop["before"]["total_minutes"]) == (1020, 570)
    assert sop["changes"] == ["--set 2=2 hari"]


def test_letters_of_all_scripts_and_broken_ones_are_kept_readable(make_timed, linear):
    # a file name that is not UTF-8 comes as a lone surrogate, which strict readers refuse
    text = render_json(
        [make_timed(linear.replace("Surat", "Ṣūrat 手紙", 1), file="a\udcff.yaml")], TimesOptions()
    )
    text.encode("utf-8")
    assert "Ṣūrat 手紙" in text
    assert json.loads(text)["sops"][0]["file"] == "a\\udcff.yaml"


def test_the_same_times_give_the_same_text_and_none_an_empty_list(make_timed, loop):
    first, again = (render_json([make_timed(loop), make_timed()], TimesOptions()) for _ in range(2))
    assert first == again
    assert json.loads(render_json([], TimesOptions())) == {"version": 1, "sops": []}
