"""`sopkit import`: files in, drafts out, nothing overwritten, one broken file never costs the others."""

from __future__ import annotations

import json

import pytest

SHEET = "Nomor SOP\t{nomor}\nNama SOP\t{nama}\n\nNo\tKegiatan\tStaf\tKepala\tKelengkapan\tWaktu\tOutput\n1\tMencatat\tv\t\tBuku\t1 jam\tCatatan\n2\tStaf memeriksa\t\t\tCatatan\tkapan saja bisa\tCatatan\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "lama"
    (root / "seksi").mkdir(parents=True)
    (root / "satu.txt").write_text(SHEET.format(nomor="1", nama="Satu"), "utf-8")
    (root / "seksi" / "dua.txt").write_text(
        SHEET.format(nomor="2", nama="Dua") + "\n\n" + SHEET.format(nomor="3", nama="Tiga"), "utf-8"
    )
    return tmp_path


def drafts(folder, out="draf"):
    return sorted(
        path.relative_to(folder / out).as_posix() for path in (folder / out).rglob("*") if path.is_file()
    )


def test_a_folder_becomes_drafts_named_after_their_sources(sopkit, folder):
    process = sopkit("import", "lama", cwd=folder)
    assert (process.returncode, process.stderr) == (0, "")
    assert drafts(folder) == ["satu.sop.yaml", "seksi/dua-1.sop.yaml", "seksi/dua-2.sop.yaml"]
    assert "3 draf ditulis ke draf" in process.stdout


def test_drafts_validate_without_errors_of_shape(sopkit, folder):
    sopkit("import", "lama", cwd=folder)
    process = sopkit("validate", "draf", "--format", "json", cwd=folder)
    assert not [
        found for found in json.loads(process.stdout)["findings"] if found["code"].startswith("SOP00")
    ]


def test_what_must_be_looked_at_is_told_with_its_place(sopkit, folder):
    process = sopkit("import", "lama/satu.txt", cwd=folder)
    assert "langkah 2 mutu_baku waktu: waktu ini tidak terbaca sebagai lama waktu (baris 6)" in process.stdout
    assert "pelaksana diambil dari kalimat" in process.stdout


def test_the_report_speaks_english_when_asked(sopkit, folder):
    process = sopkit("import", "lama/satu.txt", "--lang", "en", cwd=folder)
    assert "cannot be read as a length of time (row 6)" in process.stdout


def test_nothing_is_overwritten_without_force(sopkit, folder):
    draft = folder / "draf" / "satu.sop.yaml"
    sopkit("import", "lama", cwd=folder)
    draft.write_text("sudah diperbaiki", "utf-8")
    process = sopkit("import", "lama", cwd=folder)
    assert process.returncode == 2
    assert "sudah ada dan tidak ditimpa" in process.stderr
    assert draft.read_text("utf-8") == "sudah diperbaiki"
    assert sopkit("import", "lama", "--force", cwd=folder).returncode == 0
    assert draft.read_text("utf-8").startswith("sopkit: 1\n")


def test_of_several_drafts_of_a_file_none_is_written_when_one_is_there(sopkit, folder):
    (folder / "draf" / "seksi").mkdir(parents=True)
    (folder / "draf" / "seksi" / "dua-2.sop.yaml").write_text("lama", "utf-8")
    sopkit("import", "lama", cwd=folder)
    assert drafts(folder) == ["satu.sop.yaml", "seksi/dua-2.sop.yaml"]


def test_a_dry_run_shows_the_drafts_and_writes_nothing(sopkit, folder):
    process = sopkit("import", "lama", "--dry-run", cwd=folder)
    assert process.returncode == 0
    assert "nama: Satu" in process.stdout
    assert not (folder / "draf").exists()


def test_the_report_for_machines_names_drafts_notes_and_problems(sopkit, folder):
    (folder / "lama" / "rusak.docx").write_bytes(b"bukan zip")
    process = sopkit("import", "lama", "--report", "json", cwd=folder)
    report = json.loads(process.stdout)
    assert report["version"] == 1
    by_source = {file["source"]: file for file in report["files"]}
    assert "rusak" in by_source["lama/rusak.docx"]["problem"]
    (draft,) = by_source["lama/satu.txt"]["drafts"]
    assert (draft["file"], draft["nama"], draft["langkah"]) == ("draf/satu.sop.yaml", "Satu", 2)
    assert {"path": ["langkah", 1, "mutu_baku", "waktu"], "page": None, "row": 6} in [
        {key: note[key] for key in ("path", "page", "row")} for note in draft["notes"]
    ]


def test_one_broken_file_does_not_stop_the_others(sopkit, folder):
    (folder / "lama" / "rusak.docx").write_bytes(b"bukan zip")
    (folder / "lama" / "surat.txt").write_text("Yth. Kepala", "utf-8")
    process = sopkit("import", "lama", cwd=folder)
    assert process.returncode == 2
    assert "rusak.docx: berkas rusak" in process.stderr
    assert "surat.txt: tidak ada SOP yang terbaca" in process.stderr
    assert len(drafts(folder)) == 3
    assert "Traceback" not in process.stderr


def test_sources_of_one_name_do_not_write_over_each_other(sopkit, folder):
    (folder / "lama" / "satu.md").write_text(SHEET.format(nomor="9", nama="Lain"), "utf-8")
    sopkit("import", "lama", cwd=folder)
    assert {"satu-txt.sop.yaml", "satu-md.sop.yaml"} <= set(drafts(folder))


def test_the_schema_of_the_collection_is_named(sopkit, folder):
    (folder / "schema").mkdir()
    (folder / "schema" / "sop.schema.json").write_text("{}", "utf-8")
    sopkit("import", "lama", "--out", "koleksi/baru", cwd=folder)
    first = (folder / "koleksi/baru/satu.sop.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schema/sop.schema.json"


def test_the_same_sources_give_the_same_bytes(sopkit, folder):
    sopkit("import", "lama", "--out", "a", cwd=folder)
    sopkit("import", "lama", "--out", "b", cwd=folder)
    assert [(folder / "a" / name).read_bytes() for name in drafts(folder, "a")] == [
        (folder / "b" / name).read_bytes() for name in drafts(folder, "b")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tidak-ada.docx"], "tidak-ada.docx tidak dapat dibaca: tidak ada"),
        (["gambar.png"], "akhiran .png tidak dikenal"),
        (["kosong"], "folder kosong tidak berisi berkas .txt"),
    ],
)
def test_wrong_paths_are_told_in_one_sentence(sopkit, tmp_path, arguments, message):
    (tmp_path / "gambar.png").write_bytes(b"")
    (tmp_path / "kosong").mkdir()
    process = sopkit("import", *arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert message in process.stderr


def test_help_names_no_reader_that_has_to_be_installed(sopkit):
    process = sopkit("import", "--help", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert process.returncode == 0
    assert not [name for name in ("openpyxl", "docx", "bs4", "pdfplumber") if f" {name}\n" in process.stderr]
