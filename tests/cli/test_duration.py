"""`sopkit duration` as its users run it."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

SOP = """\
sopkit: 1
nama: Surat
pelaksana: {a: Kadis, b: Staf}
langkah:
  - {kegiatan: Menerima surat, pelaksana: b, mutu_baku: {waktu: 30 menit}}
  - kegiatan: Memeriksa surat
    pelaksana: a
    mutu_baku: {waktu: 60 menit}
    keputusan: {ya: 3, tidak: 1}
  - {kegiatan: Mengarsipkan surat, pelaksana: b, mutu_baku: {waktu: 2 menit/berkas}}
"""


@pytest.fixture
def office(tmp_path):
    (tmp_path / "sops").mkdir()
    (tmp_path / "sops/surat.sop.yaml").write_text(SOP)
    return tmp_path


@pytest.fixture
def many(office):
    for name in "abcd":
        (office / f"sops/{name}.sop.yaml").write_text(SOP + f"tenggat: {ord(name) - 96} jam\n")
    return office


def test_one_sop_is_told_in_full_without_colours(sopkit, office):
    process = sopkit("duration", "--items", "5", cwd=office)
    assert (process.returncode, process.stderr) == (0, "")
    assert process.stdout.startswith("Surat\nsops/surat.sop.yaml\n")
    assert "Jumlah seluruh langkah: 1 jam 40 menit (100 menit)" in process.stdout
    assert "\x1b" not in process.stdout


def test_time_for_one_item_asks_how_many(sopkit, office):
    assert "--items" in sopkit("duration", cwd=office).stdout


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--deadline", "2 jam"], 0),
        (["--deadline", "99 menit"], 1),
        (["--deadline", "2 jam", "--scenario", "rework"], 1),
        (["--deadline", "99 menit", "--set", "2=30 menit"], 0),
        (["--deadline", "2 jam", "--set", "2=3 jam"], 1),
        (["--deadline", "2026-01-05", "--start", "2026-01-05 08:00"], 0),
        (["--deadline", "2026-01-05", "--start", "2026-01-05 15:00"], 1),
        (["--deadline", "01-01..01-31", "--year", "2026"], 0),
        (["--deadline", "2026-01-05"], 0),
    ],
)
def test_a_missed_deadline_is_the_exit_status(sopkit, office, options, status):
    assert sopkit("duration", "--items", "5", *options, cwd=office).returncode == status


def test_an_unknown_time_cannot_miss_a_deadline_it_may_meet(sopkit, office):
    process = sopkit("duration", "--deadline", "2 jam", "--format", "json", cwd=office)
    assert process.returncode == 0
    assert json.loads(process.stdout)["sops"][0]["deadline"]["met"] is None


def test_standard_input_is_a_dash(sopkit):
    process = sopkit("duration", "-", "--format", "json", stdin=SOP)
    assert json.loads(process.stdout)["sops"][0]["file"] == "-"


def test_a_file_that_is_no_sop_is_told_and_the_others_are_timed(sopkit, office):
    (office / "sops/rusak.yaml").write_text("sopkit: 1\nnama: Rusak\n")
    process = sopkit("duration", "--format", "json", cwd=office)
    assert process.returncode == 1
    assert [sop["file"] for sop in json.loads(process.stdout)["sops"]] == ["sops/surat.sop.yaml"]
    assert process.stderr.startswith("sops/rusak.yaml:")
    assert len(process.stderr.splitlines()) == 1


def test_more_than_three_are_one_table_with_the_missed_first(sopkit, many):
    process = sopkit("duration", "--items", "5", "--lang", "en", cwd=many)
    assert process.returncode == 1
    lines = process.stdout.splitlines()
    assert [line.split()[0] for line in lines[2:7]] == [
        f"sops/{name}.sop.yaml" for name in ("a", "b", "c", "d", "surat")
    ]
    assert "MISSED" in lines[2]


def test_the_same_files_give_the_same_bytes(sopkit, many):
    for name in ("text", "json", "csv", "md"):
        first, again = (sopkit("duration", "--format", name, cwd=many).stdout for _ in range(2))
        assert first == again
        assert first


def test_csv_has_a_line_for_each_step(sopkit, many):
    assert len(sopkit("duration", "--format", "csv", cwd=many).stdout.splitlines()) == 1 + 5 * 3


def test_a_chart_is_written_beside_the_report(sopkit, office):
    process = sopkit("duration", "--gantt", "bagan/surat.svg", "--start", "2026-01-02", cwd=office)
    assert process.returncode == 0
    root = ET.fromstring((office / "bagan/surat.svg").read_text("utf-8"))  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_a_page_holds_the_charts_of_many(sopkit, many):
    assert sopkit("duration", "--gantt", "waktu.html", "--items", "1", cwd=many).returncode == 1
    assert (many / "waktu.html").read_text("utf-8").count("<svg") == 5


def test_a_change_is_set_beside_and_nothing_is_written(sopkit, office):
    before = (office / "sops/surat.sop.yaml").read_bytes()
    process = sopkit("duration", "--set", "2=2 jam", "--items", "5", "--format", "json", cwd=office)
    sop = json.loads(process.stdout)["sops"][0]
    assert (sop["total_minutes"], sop["before"]["total_minutes"]) == (160, 100)
    assert (office / "sops/surat.sop.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ["--deadline", "kapan-kapan"],
        ["--start", "besok"],
        ["--as-of", "2026-13-01"],
        ["--year", "12"],
        ["--set", "2"],
        ["--set", "2=1 jam", "--set", "2=2 jam"],
        ["--set", "9=1 jam"],
        ["--set", "2=sebentar"],
        ["--parallel", "2"],
        ["--rework", "-1"],
        ["--items", "-1"],
        ["--runs", "-1"],
        ["--format", "xml"],
        ["--scenario", "tercepat"],
        ["--gantt", "bagan.png"],
        ["tidak-ada.yaml"],
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(sopkit, office, options):
    process = sopkit("duration", *options, cwd=office)
    assert process.returncode == 2
    assert process.stderr
    assert "Traceback" not in process.stderr


def test_a_picture_holds_one_sop(sopkit, many):
    process = sopkit("duration", "--gantt", "waktu.svg", cwd=many)
    assert process.returncode == 2
    assert ".html" in process.stderr
    assert not (many / "waktu.svg").exists()


def test_the_project_says_how_long_a_day_is(sopkit, office):
    (office / "sopkit.toml").write_text("[waktu]\nmenit_per_hari = 360\n")
    (office / "sops/surat.sop.yaml").write_text(SOP.replace("60 menit", "1 hari"))
    process = sopkit("duration", "--items", "0", "--format", "json", cwd=office)
    assert json.loads(process.stdout)["sops"][0]["total_minutes"] == 390
