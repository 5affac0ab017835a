"""`sopkit validate` as its users run it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLEAN = """\
sopkit: 1
nomor: "065/01/2025"
nama: Pengelolaan Surat Masuk
instansi: {pemerintah: Pemerintah Kabupaten Contoh, perangkat_daerah: Dinas Arsip, unit: Sub Bagian Umum}
tanggal: {pembuatan: 2025-01-06, efektif: 2025-01-13}
disahkan_oleh: {jabatan: Kepala Dinas Arsip, nama: Budi Contoh, nip: "198001012005011001"}
dasar_hukum:
  - Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
kualifikasi_pelaksana: Memahami tata naskah dinas
keterkaitan: "-"
peralatan: Komputer
peringatan: Jika prosedur ini tidak dijalankan maka surat terlambat ditindaklanjuti
pencatatan: Buku agenda surat masuk
pelaksana: {agendaris: Agendaris, sekretaris: Sekretaris}
langkah:
  - kegiatan: Mencatat surat masuk
    pelaksana: agendaris
    mutu_baku: {kelengkapan: Surat masuk, waktu: 10 menit, output: Surat tercatat}
  - kegiatan: Meneruskan surat kepada bidang
    pelaksana: sekretaris
    mutu_baku: {kelengkapan: Surat tercatat, waktu: 15 menit, output: Surat terdisposisi}
"""
BROKEN = "sopkit: 1\nnama: LAKIP: draf\n"


@pytest.fixture
def office(tmp_path):
    (tmp_path / "sops").mkdir()
    (tmp_path / "sops/bersih.sop.yaml").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def parsed(process):
    return json.loads(process.stdout)


def codes(process):
    return [found["code"] for found in parsed(process)["findings"]]


def test_a_clean_sop_gives_no_error_and_no_warning(sopkit, office):
    process = sopkit("validate", "--format", "json", cwd=office)
    assert process.returncode == 0, process.stdout
    assert [f for f in parsed(process)["findings"] if f["severity"] != "info"] == []


def test_one_broken_file_never_stops_the_others(sopkit, office):
    (office / "sops/rusak.yaml").write_text(BROKEN)
    (office / "sops/aneh.yaml").write_bytes(b"\xff\xfe\x00")
    process = sopkit("validate", "--format", "json", cwd=office)
    assert process.returncode == 1
    assert parsed(process)["files"] == 3
    assert codes(process).count("SOP001") == 2


def test_the_json_has_the_fields_of_the_contract_and_is_sorted(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN.replace("waktu: 15 menit", "waktu: nanti"))
    process = sopkit("validate", "--format", "json", "--select", "WKT001", cwd=office)
    assert parsed(process) == {
        "version": 1,
        "files": 2,
        "findings": [
            {
                "file": "sops/a.yaml",
                "code": "WKT001",
                "name": parsed(process)["findings"][0]["name"],
                "severity": "error",
                "message": parsed(process)["findings"][0]["message"],
                "path": ["langkah", 1, "mutu_baku", "waktu"],
                "line": 21,
                "column": 53,
                "end_line": 21,
                "end_column": 58,
                "step": 2,
                "help": parsed(process)["findings"][0]["help"],
            }
        ],
    }


def test_the_same_files_give_the_same_bytes(sopkit, office):
    (office / "sops/rusak.yaml").write_text(BROKEN)
    once = sopkit("validate", "--format", "json", cwd=office).stdout
    assert once == sopkit("validate", "--format", "json", cwd=office, env={"PYTHONHASHSEED": "7"}).stdout


def test_a_finding_shows_file_line_caret_and_help(sopkit, office):
    (office / "sops/rusak.yaml").write_text(BROKEN)
    process = sopkit("validate", "sops/rusak.yaml", cwd=office)
    assert process.stdout.startswith("sops/rusak.yaml:2:7: galat[SOP001] teks berisi titik dua")
    assert "2 | nama: LAKIP: draf\n  |       ^^^^^^^^^^^\n" in process.stdout
    assert "bantuan: beri tanda kutip" in process.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "toml", "word"),
    [
        ([], {}, "", "galat"),
        (["--lang", "en"], {}, "", "error"),
        ([], {"SOPKIT_LANG": "en"}, "", "error"),
        ([], {}, 'bahasa = "en"', "error"),
        (["--lang", "id"], {"SOPKIT_LANG": "en"}, 'bahasa = "en"', "galat"),
        ([], {"SOPKIT_LANG": "id"}, 'bahasa = "en"', "galat"),
    ],
)
def test_the_language_is_that_of_option_then_environment_then_project(
    sopkit, office, arguments, environment, toml, word
):
    (office / "sops/rusak.yaml").write_text(BROKEN)
    (office / "sopkit.toml").write_text(toml)
    process = sopkit("validate", *arguments, cwd=office, env=environment)
    assert f"{word}[SOP001]" in process.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "warning"], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "info", "--ignore", "ALL"], 0),
    ],
)
def test_what_fails_can_be_chosen(sopkit, office, arguments, status):
    (office / "sops/a.yaml").write_text(CLEAN.replace("10 menit", "10 Menit"))
    assert sopkit("validate", "sops/a.yaml", *arguments, cwd=office).returncode == status


def test_the_office_chooses_rules_and_severities(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN.replace("10 menit", "10 Menit"))
    (office / "sopkit.toml").write_text(
        '[validate]\nselect = ["WKT"]\n[validate.severity]\nWKT002 = "error"\n'
    )
    process = sopkit("validate", "--format", "json", cwd=office)
    assert (process.returncode, codes(process)) == (1, ["WKT002"])


def test_rules_can_be_left_out_by_file(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN.replace("10 menit", "nanti"))
    (office / "sopkit.toml").write_text(
        '[validate.per-file-ignores]\n"sops/a*" = ["waktu-tak-terbaca", "WKT"]\n'
    )
    process = sopkit("validate", "--format", "json", cwd=office)
    assert "WKT001" not in codes(process)


def test_a_mark_with_a_reason_suppresses(sopkit, office):
    (office / "sops/a.yaml").write_text(
        CLEAN.replace("waktu: 15 menit,", "waktu: nanti,").replace(
            "    mutu_baku: {kelengkapan: Surat tercatat",
            "    # sopkit: abaikan[WKT001] menunggu keputusan\n    mutu_baku: {kelengkapan: Surat tercatat",
        )
    )
    assert sopkit("validate", "sops/a.yaml", cwd=office).returncode == 0


def test_a_mark_that_suppresses_nothing_is_found(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN + "# sopkit: abaikan[WKT001] dulu\n")
    assert "SOP003" in codes(sopkit("validate", "sops/a.yaml", "--format", "json", cwd=office))


def test_standard_input_is_read(sopkit, tmp_path):
    process = sopkit("validate", "-", "--format", "json", stdin=BROKEN, cwd=tmp_path)
    assert (process.returncode, [f["file"] for f in parsed(process)["findings"]]) == (1, ["-"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tidak-ada"], "tidak-ada tidak dapat dibaca: tidak ada"),
        (["kosong"], "folder kosong tidak berisi berkas .yaml"),
        (["--select", "HKM9"], "aturan HKM9 tidak dikenal"),
        (["--format", "xml"], "format xml tidak dikenal"),
        (["--format", "json", "--format", "text"], "hanya satu format"),
        (["--as-of", "kemarin"], "tidak dapat dibaca. Tulis seperti 2026-01-02"),
        (["--baseline", "tidak-ada"], "tidak-ada tidak dapat dibaca"),
        (["--config", "tidak-ada.toml"], "tidak-ada.toml tidak dapat dibaca"),
        (["--format", "json=kosong"], "kosong tidak dapat ditulis"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(sopkit, office, arguments, words):
    (office / "kosong").mkdir()
    process = sopkit("validate", *arguments, cwd=office)
    assert process.returncode == 2
    assert words in process.stderr
    assert len(process.stderr.strip().splitlines()) == 1


def test_without_sops_it_says_what_to_name(sopkit, tmp_path):
    process = sopkit("validate", "--lang", "en", cwd=tmp_path)
    assert (process.returncode, process.stderr) == (
        2,
        "sopkit: there is no folder sops/ and no sopkit.toml; name a file or folder of SOPs\n",
    )


def test_the_folder_of_the_project_is_the_default_without_sops(sopkit, tmp_path):
    (tmp_path / "sopkit.toml").write_text("")
    (tmp_path / "satu").mkdir()
    (tmp_path / "satu/a.yaml").write_text(CLEAN)
    process = sopkit("validate", "--format", "json", cwd=tmp_path / "satu")
    assert (process.returncode, parsed(process)["files"]) == (0, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_does_not_stop_the_others(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN)
    (office / "sops/a.yaml").chmod(0)
    process = sopkit("validate", cwd=office)
    assert (process.returncode, "1 berkas diperiksa" in process.stdout) == (2, True)


def test_several_formats_at_once(sopkit, office):
    process = sopkit(
        "validate", "--format", "text", "--format", "sarif=a/h.sarif", "--format", "junit=h.xml", cwd=office
    )
    assert "1 berkas diperiksa" in process.stdout
    assert json.loads((office / "a/h.sarif").read_text())["version"] == "2.1.0"
    assert (office / "h.xml").read_text().startswith("<?xml")


def test_fixing_mends_in_place_and_fixing_again_changes_nothing(sopkit, office):
    path = office / "sops/a.yaml"
    path.write_text(
        "# catatan\n" + CLEAN.replace("10 menit", "10  MENIT").replace("2025-01-13", "13 Pebruari 2025")
    )
    shown = sopkit("validate", "sops/a.yaml", "--diff", cwd=office)
    assert shown.returncode == 1
    assert (
        "+    mutu_baku: {kelengkapan: Surat masuk, waktu: 10 menit, output: Surat tercatat}" in shown.stdout
    )
    assert "MENIT" in path.read_text()
    sopkit("validate", "sops/a.yaml", "--fix", cwd=office)
    mended = path.read_text()
    assert mended == "# catatan\n" + CLEAN.replace("2025-01-13", "13 Februari 2025")
    again = sopkit("validate", "sops/a.yaml", "--fix", cwd=office)
    assert path.read_text() == mended
    assert "0 temuan diperbaiki" in again.stderr


def test_a_baseline_silences_old_findings_even_when_lines_move(sopkit, office):
    path = office / "sops/a.yaml"
    path.write_text(CLEAN.replace("10 menit", "nanti"))
    assert sopkit("validate", "--write-baseline", "dasar.json", cwd=office).returncode == 0
    path.write_text("# baris baru\n\n" + CLEAN.replace("10 menit", "nanti"))
    assert sopkit("validate", "--baseline", "dasar.json", cwd=office).returncode == 0
    path.write_text(CLEAN.replace("10 menit", "nanti").replace("15 menit", "besok"))
    process = sopkit("validate", "--baseline", "dasar.json", "--format", "json", cwd=office)
    assert (process.returncode, codes(process)) == (1, ["WKT001"])
    path.write_text(CLEAN)
    process = sopkit("validate", "--baseline", "dasar.json", cwd=office)
    assert process.returncode == 0
    assert "sudah tidak ada" in process.stderr


def test_statistics_count_the_findings_of_each_rule(sopkit, office):
    (office / "sops/a.yaml").write_text(CLEAN.replace("10 menit", "nanti"))
    assert re.search(r"^ *1 +WKT001 ", sopkit("validate", "--statistics", cwd=office).stdout, re.MULTILINE)


def test_names_that_play_tricks_are_shown_harmless(sopkit, office):
    name = "sops/a\n\x1b[31m.yaml"
    (office / name).write_text(BROKEN)
    process = sopkit("validate", cwd=office)
    assert process.returncode == 1
    assert "\x1b" not in process.stdout
    assert [
        f["file"]
        for f in parsed(sopkit("validate", "--select", "SOP001", "--format", "json", cwd=office))["findings"]
    ] == [name]


def test_colours_only_on_a_terminal(sopkit, office):
    (office / "sops/rusak.yaml").write_text(BROKEN)
    assert "\x1b" not in sopkit("validate", cwd=office, env={"TERM": "xterm-256color"}).stdout


def test_a_crash_of_ours_is_one_sentence_and_status_3_and_a_traceback_only_when_asked(sopkit, office):
    (office / "sitecustomize.py").write_text(
        "import sopkit.load.loading as l\ndef boom(*a): raise RuntimeError('uji')\nl.read_document = boom\n"
    )
    path = f"{office}{os.pathsep}{ROOT / 'src'}"
    process = sopkit("validate", cwd=office, env={"PYTHONPATH": path})
    assert (process.returncode, "Traceback" in process.stderr, "RuntimeError: uji" in process.stderr) == (
        3,
        False,
        True,
    )
    assert "Traceback" in sopkit("validate", "--debug", cwd=office, env={"PYTHONPATH": path}).stderr


def test_the_real_defects_of_the_seven_are_found(sopkit):
    process = sopkit("validate", "sops", "--format", "json", cwd=ROOT)
    assert process.returncode == 1
    found = {(f["file"].split("/")[-2], f["code"], f["step"]) for f in parsed(process)["findings"]}
    assert {
        ("lumajang-kecamatan", "TGL003", None),
        ("lumajang-kecamatan", "MTB001", 1),
        ("lumajang-diskominfo", "IDN004", None),
        ("bengkulu-selatan-diskominfo", "IDN001", None),
        ("bengkulu-selatan-diskominfo", "ALR009", 7),
        ("kediri-diskominfo", "IDN003", None),
        ("kalbar-diskominfo", "LKH001", 7),
    } <= found


def test_the_day_of_age_may_be_written_as_offices_write_it(sopkit, office):
    named = [
        sopkit("validate", "--as-of", day, cwd=office).stdout for day in ("2030-01-02", "2 Januari 2030")
    ]
    assert "TGL007" in named[0]
    assert named[0] == named[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "json="], "format json= tidak dikenal"),
        (["--format", "json=a", "--format", "sarif=a"], "berkas yang sama"),
        (["--unsafe"], "--unsafe hanya berarti bersama"),
    ],
)
def test_options_that_contradict_each_other_are_refused(sopkit, office, arguments, words):
    process = sopkit("validate", *arguments, cwd=office)
    assert process.returncode == 2
    assert words in process.stderr
    assert {path.name for path in office.iterdir()} == {"sops"}
