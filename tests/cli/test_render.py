"""`sopkit render` as its users run it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOP = "sopkit: 1\nnama: Uji\nlangkah:\n  - kegiatan: Menyusun\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


def written(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def office(tmp_path):
    (tmp_path / "sops/dinas").mkdir(parents=True)
    (tmp_path / "sops/dinas/satu.sop.yaml").write_text(SOP)
    (tmp_path / "sops/dua.yaml").write_text(SOP)
    return tmp_path


def test_a_folder_becomes_sheets_and_an_index(sopkit, office):
    process = sopkit("render", "--to", "html", "--to", "md", "--out", "hasil", cwd=office)
    assert (process.returncode, process.stdout) == (0, "5 berkas ditulis ke hasil\n")
    assert written(office / "hasil") == [
        "dinas/satu.html",
        "dinas/satu.md",
        "dua.html",
        "dua.md",
        "index.html",
    ]


def test_one_file_has_no_index(sopkit, office):
    sopkit("render", "sops/dua.yaml", "--out", "hasil", cwd=office)
    assert written(office / "hasil") == ["dua.html"]


def test_a_file_that_is_no_sop_is_reported_and_the_others_are_written(sopkit, office):
    (office / "sops/rusak.yaml").write_text("nama: a: b\n")
    process = sopkit("render", "--out", "hasil", cwd=office)
    assert process.returncode == 1
    assert process.stderr.startswith("sops/rusak.yaml:1:7: SOP001 teks berisi titik dua")
    assert written(office / "hasil") == ["dinas/satu.html", "dua.html", "index.html"]


def test_a_text_that_attacks_prints_as_it_is(sopkit, office):
    (office / "sops/dua.yaml").write_text(SOP.replace("Menyusun", '"<script>alert(1)</script> {{ 7*7 }}"'))
    sopkit("render", "sops/dua.yaml", "--to", "html", "--to", "md", "--out", "hasil", cwd=office)
    html = (office / "hasil/dua.html").read_text()
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in html
    assert "<script>" not in (office / "hasil/dua.md").read_text()


def test_the_same_input_gives_the_same_bytes(sopkit, office):
    sopkit("render", "--out", "a", cwd=office)
    sopkit("render", "--out", "b", cwd=office, env={"PYTHONHASHSEED": "5"})
    assert [path.read_bytes() for path in sorted((office / "a").rglob("*.html"))] == [
        path.read_bytes() for path in sorted((office / "b").rglob("*.html"))
    ]


def test_standard_input_is_drawn(sopkit, tmp_path):
    process = sopkit("render", "-", "--out", "hasil", stdin=SOP, cwd=tmp_path)
    assert (process.returncode, written(tmp_path / "hasil")) == (0, ["stdin.html"])


def with_logo(office, logo):
    (office / "sops/dua.yaml").write_text(SOP + f"instansi: {{logo: {logo}}}\n")


def test_a_logo_below_the_root_stands_in_the_sheet(sopkit, office):
    (office / "sops/logo.png").write_bytes(PNG)
    with_logo(office, "logo.png")
    assert sopkit("render", "sops", "--out", "hasil", cwd=office).returncode == 0
    assert "data:image/png;base64," in (office / "hasil/dua.html").read_text()


@pytest.mark.parametrize(
    "logo", ["../rahasia.png", "/etc/passwd", "tautan.png", "tidak-ada.png", "teks.png", "besar.png"]
)
def test_a_logo_that_may_not_be_read_is_told_and_the_sheet_written_without(sopkit, office, logo):
    (office / "rahasia.png").write_bytes(PNG)
    (office / "sops/tautan.png").symlink_to(office / "rahasia.png")
    (office / "sops/teks.png").write_text("bukan gambar")
    (office / "sops/besar.png").write_bytes(PNG + b"\0" * (1 << 20))
    with_logo(office, logo)
    process = sopkit("render", "sops", "--out", "hasil", cwd=office)
    assert process.returncode == 2
    assert len(process.stderr.splitlines()) == 1
    assert "data:image" not in (office / "hasil/dua.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "docx"], "format docx tidak dikenal; pilih html, md"),
        (["--out", "sops/dua.yaml"], "tidak dapat ditulis"),
        (["tidak-ada"], "tidak-ada tidak dapat dibaca"),
        (["--templates", "tidak-ada"], "tidak-ada"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(sopkit, office, arguments, words):
    process = sopkit("render", *arguments, cwd=office)
    assert process.returncode == 2
    assert words in process.stderr
    assert len(process.stderr.strip().splitlines()) == 1


def test_an_unknown_paper_is_wrong_usage(sopkit, office):
    assert sopkit("render", "--paper", "A5", cwd=office).returncode == 2


@pytest.mark.parametrize(
    ("toml", "arguments", "width"),
    [
        ("", [], "330mm"),
        ('[lembar]\nkertas = "A4"', [], "297mm"),
        ('[lembar]\nkertas = "A4"', ["--paper", "Letter"], "279.4mm"),
    ],
)
def test_the_paper_is_that_of_the_option_then_of_the_project(sopkit, office, toml, arguments, width):
    (office / "sopkit.toml").write_text(toml)
    sopkit("render", "sops/dua.yaml", *arguments, "--out", "hasil", cwd=office)
    assert f"size: {width}" in (office / "hasil/dua.html").read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_sentence(sopkit, office):
    (office / "hasil").mkdir(mode=0o500)
    process = sopkit("render", "--out", "hasil", cwd=office)
    assert (process.returncode, len(process.stderr.splitlines())) == (2, 1)
