"""A folder of everything a folder can hold: each command reads it to the end, and the good files come out as ever."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from sopkit.app.check import read_inputs
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.files import find_files
from sopkit.lint.knowledge import Knowledge

GOOD = "sopkit: 1\nnama: Baik\nlangkah:\n  - {kegiatan: Menyusun draf, mutu_baku: {waktu: 15 mnt}}\n"
BYTES = {
    "dalam": b"a: " + b"[" * 100_000,
    "dalam-blok": b"".join(b" " * i + b"a:\n" for i in range(400)),
    "dalam-tutup": b"a: " + b"{b: " * 60 + b"c" + b"}" * 60,
    "bom-alias": b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(900)),
    "skalar": b"nama: " + b"x" * 900_000,
    "blok": b"nama: |\n" + b" x\n" * 200_000,
    "kutip": b"nama: '" + b"x\n" * 200_000,
    "nul": b"nama: a\0b\n",
    "nul-saja": b"\0" * 5000,
    "surrogate": b"nama: \xed\xa0\x80\n",
    "surrogate-lolos": GOOD.replace("Baik", '"\\ud800"').encode(),
    "bukan-utf8": b"nama: \xff\xfe\xfd\n",
    "cr": GOOD.replace("\n", "\r").encode(),
    "campur": GOOD.replace("\n", "\r\n", 1).replace("1\r\nnama: Baik\n", "1\r\nnama: Baik\r").encode(),
    "utf16": GOOD.encode("utf-16"),
    "besar": b"# " + b"x" * 10_000_000,
    "kosong": b"",
    "bom": b"\xef\xbb\xbf",
    "komentar": b"#\n" * 400_000,
    "titik-dua": b": " * 100_000,
    "setrip": b"- " * 100_000,
    "kunci": b"? " * 100_000,
    "tanda": b"# sopkit: abaikan[HKM]\n" * 20_000,
    "banyak": b"sopkit: 1\nnama: a\nlangkah:\n" + b"  - kegiatan: Menyusun\n" * 30_000,
    "docx": b"PK\x03\x04\x14\0\6\0" + bytes(range(256)) * 20,
    "arah": "sopkit: 1\nnama: \u202eterbalik\u202c \u200b\nlangkah:\n  - kegiatan: <b>a</b>\n".encode(),
    "terminal": b'sopkit: 1\nnama: "\\e[31m\\a\\0"\nlangkah:\n  - kegiatan: "\\x1b]0;judul\\x07"\n',
}
NAMES = ("baris\nbaru", "k\x1b[31mm", "-m", "petik'\"", "a" * 200, "::error::x", "%0A", "<b>", "\u202e")


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "sops"
    folder.mkdir()
    for name, data in BYTES.items():
        (folder / f"{name}.yaml").write_bytes(data)
    for name in (*NAMES, "baik"):
        (folder / f"{name}.yaml").write_text(GOOD)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.yaml")).write_text(GOOD)
    (folder / "folder.yaml").mkdir()
    (folder / "folder.yaml/baik.yaml").write_text(GOOD)
    (folder / "putar.yaml").symlink_to("putar.yaml")
    (folder / "gantung.yaml").symlink_to("tidak-ada.yaml")
    (folder / "induk").symlink_to("..")
    os.mkfifo(folder / "pipa.yaml")
    return folder


GOOD_ONES = len(NAMES) + 3


def run_whole(sopkit, dump, *arguments, statuses=(1,)):
    process = sopkit(*arguments, cwd=dump.parent)
    assert "Traceback" not in process.stderr + process.stdout
    assert "internal" not in process.stderr
    assert process.returncode in statuses, process.stderr[-2000:]
    return process


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "gitlab", "junit"])
def test_every_report_of_findings_is_whole(name, dump, sopkit):
    text = run_whole(sopkit, dump, "validate", "sops", "--format", name).stdout
    match name:
        case "json":
            found = json.loads(text)
            assert found["files"] == len(BYTES) + GOOD_ONES
            unread = {one["file"] for one in found["findings"] if one["code"] == "SOP001"}
            assert {
                f"sops/{broken}.yaml" for broken in ("dalam", "skalar", "besar", "nul", "banyak")
            } <= unread
            assert "sops/baik.yaml" not in unread
            assert not any(one["code"] == "SOP000" for one in found["findings"])
        case "sarif" | "gitlab":
            json.loads(text)
        case "junit":
            ET.fromstring(text)  # noqa: S314 - our own report
        case _:
            assert "\x1b" not in text
            assert "\u202e" not in text


def test_every_format_at_once_goes_into_files(dump, sopkit, tmp_path):
    formats = [
        f"--format={name}={tmp_path / name}"
        for name in ("text", "json", "sarif", "github", "gitlab", "junit")
    ]
    run_whole(sopkit, dump, "validate", "sops", *formats, "--statistics")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "github",
        "gitlab",
        "json",
        "junit",
        "sarif",
        "text",
    ]


@pytest.mark.parametrize("name", ["text", "json", "csv", "md"])
def test_every_report_of_times_is_whole(name, dump, sopkit):
    text = run_whole(sopkit, dump, "duration", "sops", "--format", name).stdout
    if name == "json":
        assert sum(sop["nama"] == "Baik" for sop in json.loads(text)["sops"]) >= GOOD_ONES


def test_every_good_sop_is_rendered(dump, sopkit, tmp_path):
    run_whole(sopkit, dump, "render", "sops", "--to", "html", "--to", "md", "--out", str(tmp_path / "hasil"))
    written = [path for path in (tmp_path / "hasil").rglob("*") if path.is_file()]
    assert sum(path.suffix == ".html" for path in written) > GOOD_ONES
    assert all(path.resolve().is_relative_to(tmp_path / "hasil") for path in written)
    assert not any(path.name.endswith(".tmp") for path in written)


def test_a_baseline_of_it_silences_all_of_it(dump, sopkit, tmp_path):
    base = str(tmp_path / "dasar.json")
    run_whole(sopkit, dump, "validate", "sops", "--write-baseline", base, statuses=(0,))
    process = run_whole(sopkit, dump, "validate", "sops", "--baseline", base, statuses=(0,))
    assert "tidak ada temuan" in process.stdout


def test_the_good_ones_are_mended_and_the_others_are_not_touched(dump, sopkit, tmp_path):
    copy = tmp_path / "sops"
    copy.mkdir()
    for name in BYTES:
        (copy / f"{name}.yaml").write_bytes((dump / f"{name}.yaml").read_bytes())
    (copy / "baik.yaml").write_text(GOOD)
    run_whole(sopkit, copy, "validate", "sops", "--fix", "--select", "WKT")
    changed = {name for name, data in BYTES.items() if (copy / f"{name}.yaml").read_bytes() != data}
    assert changed == {"cr", "campur"}
    assert (copy / "baik.yaml").read_text() == GOOD.replace("15 mnt", "15 menit")
    assert (copy / "cr.yaml").read_bytes() == GOOD.replace("15 mnt", "15 menit").replace("\n", "\r").encode()


def test_a_file_that_vanishes_is_told_and_the_others_are_read(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(GOOD)
    files = find_files([str(tmp_path)])
    (tmp_path / "b.yaml").unlink()
    told = []
    read = list(read_inputs(files, Project(Settings(), Knowledge()), told.append))
    assert [Path(item.name).name for item in read] == ["a.yaml", "c.yaml"]
    assert [error.message.id for error in told] == [f"{tmp_path}/b.yaml tidak dapat dibaca: tidak ada"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_and_the_others_are_read(sopkit, tmp_path):
    (tmp_path / "sops/tertutup").mkdir(parents=True)
    (tmp_path / "sops/tertutup/c.yaml").write_text(GOOD)
    for name in "ab":
        (tmp_path / f"sops/{name}.yaml").write_text(GOOD)
    (tmp_path / "sops/a.yaml").chmod(0)
    (tmp_path / "sops/tertutup").chmod(0o600)
    process = sopkit("validate", "sops", "--format", "json", cwd=tmp_path)
    (tmp_path / "sops/tertutup").chmod(0o700)
    assert process.returncode == 2
    assert process.stderr.count("tidak boleh diakses") == 2
    assert json.loads(process.stdout)["files"] == 1


def test_a_folder_of_five_thousand_files_is_read_to_the_end(sopkit, tmp_path):
    (tmp_path / "sops").mkdir()
    for number in range(5000):
        (tmp_path / f"sops/{number}.yaml").write_text(GOOD if number % 10 else "nama: a: b\n")
    process = sopkit("validate", "sops", "--select", "WKT001", "--format", "json", cwd=tmp_path)
    assert process.returncode == 1
    found = json.loads(process.stdout)
    assert (found["files"], len(found["findings"])) == (5000, 500)
