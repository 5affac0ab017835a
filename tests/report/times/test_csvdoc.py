from __future__ import annotations

import csv
from io import StringIO

import pytest

from sopkit.report.times import TimesOptions
from sopkit.report.times.csvdoc import COLUMNS, render_csv


def rows(*timed):
    text = render_csv(timed, TimesOptions())
    heading, *lines = csv.reader(StringIO(text, newline=""), strict=True)
    assert tuple(heading) == COLUMNS
    return [dict(zip(heading, line, strict=True)) for line in lines]


def test_every_step_is_a_line_with_the_figures_of_its_sop_behind(make_timed):
    first, second, third = rows(make_timed(deadline="1 hari kerja"))
    assert (first["nomor"], first["kegiatan"], first["pelaksana"], first["minutes"]) == (
        "1", "Menerima surat", "Staf", "30",
    )  # fmt: skip
    assert (second["earliest_start"], second["slack"], second["critical"]) == ("30", "0", "true")
    assert (third["total_minutes"], third["margin_minutes"], third["met"]) == ("570", "-120", "false")


def test_lines_end_as_rfc_4180_says(make_timed):
    text = render_csv([make_timed()], TimesOptions())
    assert text.count("\r\n") == text.count("\n") == 4


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＠"])
def test_a_formula_is_defused(make_timed, linear, start):
    evil = f"{start}cmd|' /C calc'!A0, \\\"x\\\""
    found = rows(
        make_timed(linear.replace("Menerima surat", f'"{evil}"').replace("nama: Surat", f'nama: "{evil}"'))
    )
    assert found[0]["kegiatan"] == found[0]["nama"] == "'" + evil.replace("\\", "")


def test_what_is_not_known_is_an_empty_cell(make_timed, linear):
    found = rows(make_timed(linear.replace("1 hari", "sesuai jadwal")))
    assert (found[1]["minutes"], found[1]["waktu"], found[1]["met"], found[1]["start"]) == (
        "", "sesuai jadwal", "", "",
    )  # fmt: skip


def test_with_a_start_every_step_has_its_dates(make_timed):
    found = rows(make_timed(start="2026-01-02 08:00"))
    assert (found[0]["start"], found[0]["finish"]) == ("2026-01-02T08:00", "2026-01-02T08:30")
