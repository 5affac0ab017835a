"""`sopkit render` as its users run it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopkit.cli.entry import run

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
        (["--to", "docx"], "format docx tidak dikenal; pilih html, md, pdf, svg, json"),
        (["--out", "sops/dua.yaml"], "tidak dapat ditulis"),
        (["tidak-ada"], "tidak-ada tidak dapat dibaca"),
        (["--templates", "tidak-ada"], "tidak-ada"),
        (["--out", "semua.html"], "hanya satu SOP"),
        (["--out", "dua.html", "--to", "html", "--to", "md", "sops/dua.yaml"], "hanya satu SOP"),
        (["--combine", "semua"], "sebutkan berkas PDF"),
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


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--to", "pdf", "--out", "satu.pdf"], ["satu.pdf"]),
        (["--out", "a/b/lembar.HTML"], ["a/b/lembar.html"]),
        (["--to", "svg", "--out", "gambar.svg"], ["gambar-1.svg", "gambar-2.svg"]),
        (["--to", "json", "--out", "hasil"], ["hasil/dua.json"]),
    ],
)
def test_one_sop_in_one_format_goes_to_the_file_named(sopkit, office, arguments, names):
    process = sopkit("render", "sops/dua.yaml", *arguments, cwd=office)
    assert process.returncode == 0
    assert [name for name in written(office) if not name.startswith("sops/")] == names


def test_a_folder_that_is_called_like_a_file_stays_a_folder(sopkit, office):
    (office / "lembar.html").mkdir()
    assert sopkit("render", "sops/dua.yaml", "--out", "lembar.html", cwd=office).returncode == 0
    assert written(office / "lembar.html") == ["dua.html"]


def test_all_formats_come_from_one_run(sopkit, office):
    formats = [word for name in ("html", "md", "pdf", "svg", "json") for word in ("--to", name)]
    assert sopkit("render", "sops/dua.yaml", *formats, "--out", "hasil", cwd=office).returncode == 0
    assert written(office / "hasil") == [
        "dua-1.svg",
        "dua-2.svg",
        "dua.html",
        "dua.json",
        "dua.md",
        "dua.pdf",
    ]


def test_all_sops_become_one_pdf_and_nothing_else(sopkit, office):
    process = sopkit("render", "--combine", "semua.pdf", "--out", "hasil", cwd=office)
    assert (process.returncode, process.stdout) == (0, "1 berkas ditulis ke semua.pdf\n")
    assert (office / "semua.pdf").read_bytes().startswith(b"%PDF")
    assert not (office / "hasil").exists()


def test_one_pdf_of_all_and_sheets_are_written_together_when_both_are_asked_for(sopkit, office):
    sopkit("render", "--combine", "semua.pdf", "--to", "html", "--out", "hasil", cwd=office)
    assert (office / "semua.pdf").is_file()
    assert written(office / "hasil") == ["dinas/satu.html", "dua.html", "index.html"]


MANY_ROLES = (
    "sopkit: 1\nnama: Ramai\npelaksana: {"
    + ", ".join(f"r{i}: Pejabat {i}" for i in range(30))
    + "}\nlangkah:\n  - {kegiatan: Menyusun, pelaksana: r29}\n"
)


def test_an_sop_that_does_not_fit_on_the_paper_is_told_and_the_others_are_written(sopkit, office):
    (office / "sops/ramai.yaml").write_text(MANY_ROLES)
    process = sopkit(
        "render", "--to", "html", "--to", "md", "--combine", "semua.pdf", "--out", "hasil", cwd=office
    )
    assert process.returncode == 1
    assert process.stderr.startswith("sops/ramai.yaml:1:1: LBR002 30 pelaksana tidak muat")
    assert len(process.stderr.splitlines()) == 1
    assert written(office / "hasil") == [
        "dinas/satu.html",
        "dinas/satu.md",
        "dua.html",
        "dua.md",
        "index.html",
        "ramai.md",
    ]


def test_what_is_worth_a_look_is_told_at_its_step_and_is_no_failure(sopkit, office):
    (office / "sops/dua.yaml").write_text(SOP.replace("Menyusun", "Menyusun 漢字"))
    process = sopkit("render", "sops/dua.yaml", "--out", "hasil", cwd=office)
    assert process.returncode == 0
    assert process.stderr.startswith("sops/dua.yaml:4:15: LBR003 lebar karakter “漢” (U+6F22)")


def test_many_files_give_the_same_bytes_as_one_by_one(sopkit, tmp_path):
    (tmp_path / "sops").mkdir()
    for i in range(50):
        (tmp_path / f"sops/s{i:02}.yaml").write_text(SOP.replace("Uji", f"Uji {i}"))
    (tmp_path / "sops/rusak.yaml").write_text("nama: a: b\n")
    process = sopkit("render", "--out", "banyak", cwd=tmp_path)
    assert process.returncode == 1
    assert process.stderr.count("\n") == 1
    assert len(written(tmp_path / "banyak")) == 51
    for name in ("s00", "s49"):
        sopkit("render", f"sops/{name}.yaml", "--out", "satu", cwd=tmp_path)
        alone = (tmp_path / f"satu/{name}.html").read_bytes()
        assert (tmp_path / f"banyak/{name}.html").read_bytes() == alone


@pytest.mark.parametrize(
    ("toml", "pages"),
    [("", 2), ('[lembar]\nidentitas = "terpisah"', 2), ('[lembar]\nidentitas = "menyatu"', 1)],
)
def test_the_identity_block_has_pages_of_its_own_unless_the_project_says_otherwise(
    sopkit, office, toml, pages
):
    (office / "sopkit.toml").write_text(toml)
    sopkit("render", "sops/dua.yaml", "--out", "dua.html", cwd=office)
    assert (office / "dua.html").read_text().count('<section class="page"') == pages


def test_the_templates_are_written_out_and_render_the_same(sopkit, office):
    process = sopkit("templates", "--export", "templat", cwd=office)
    assert process.returncode == 0
    assert "6 templat ditulis ke templat" in process.stdout
    assert written(office / "templat") == sorted(path.name for path in (ROOT / "templates").iterdir())
    sopkit("render", "--to", "html", "--to", "md", "--out", "a", cwd=office)
    sopkit("render", "--to", "html", "--to", "md", "--templates", "templat", "--out", "b", cwd=office)
    assert [(office / "a" / name).read_bytes() for name in written(office / "a")] == [
        (office / "b" / name).read_bytes() for name in written(office / "b")
    ]


def test_templates_already_there_are_not_overwritten(sopkit, office):
    (office / "templat").mkdir()
    (office / "templat/sheet.css").write_text("punya kami")
    process = sopkit("templates", "--export", "templat", cwd=office)
    assert (process.returncode, len(process.stderr.splitlines())) == (2, 1)
    assert written(office / "templat") == ["sheet.css"]
    assert (office / "templat/sheet.css").read_text() == "punya kami"


def test_an_office_changes_colours_by_variables_alone(sopkit, office):
    sopkit("templates", "--export", "templat", cwd=office)
    css = office / "templat/sheet.css"
    css.write_text(css.read_text().replace("--ink: #000;", "--ink: #036;"))
    sopkit("render", "sops/dua.yaml", "--templates", "templat", "--out", "hasil", cwd=office)
    assert "--ink: #036;" in (office / "hasil/dua.html").read_text()


def test_the_first_file_written_is_shown_when_asked_for(office, monkeypatch):
    shown = []
    monkeypatch.chdir(office)
    monkeypatch.setattr("sopkit.cli.render.typer.launch", shown.append)
    assert run(["render", "sops/dua.yaml", "--out", "hasil"]) == 0
    assert shown == []
    assert run(["render", "sops/dua.yaml", "--to", "md", "--to", "html", "--out", "hasil", "--open"]) == 0
    assert shown == ["hasil/dua.md"]
