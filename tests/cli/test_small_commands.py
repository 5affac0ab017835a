"""`sopkit --version`, `schema`, `rules`, `explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkit import __version__
from sopkit.lint.catalog import CODES
from sopkit.lint.pages import all_pages
from sopkit.model.schema import json_schema_text

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "validate"]])
def test_the_version_is_told(sopkit, arguments):
    process = sopkit(*arguments)
    assert (process.returncode, process.stdout) == (0, f"sopkit {__version__}\n")


def test_the_version_imports_nothing_but_sys(sopkit):
    process = sopkit("--version", env={"PYTHONPROFILEIMPORTTIME": "1"})
    ours = [line for line in process.stderr.splitlines() if "sopkit" in line]
    assert all("typer" not in line and "pydantic" not in line for line in process.stderr.splitlines())
    assert len(ours) <= 2


def test_help_names_every_command(sopkit):
    process = sopkit("--help")
    assert process.returncode == 0
    for command in ("validate", "duration", "render", "schema", "rules", "explain"):
        assert command in process.stdout
        assert sopkit(command, "--help").returncode == 0


def test_without_a_command_the_help_is_shown(sopkit):
    process = sopkit()
    assert "Usage: sopkit" in process.stdout + process.stderr


def test_an_unknown_command_is_wrong_usage(sopkit):
    assert sopkit("validasi").returncode == 2


def test_the_schema_is_printed_or_written(sopkit, tmp_path):
    assert sopkit("schema").stdout == json_schema_text()
    sopkit("schema", "--out", "a/sop.json", cwd=tmp_path)
    assert (tmp_path / "a/sop.json").read_text(encoding="utf-8") == json_schema_text()


def test_all_rules_are_listed_in_both_languages(sopkit):
    for language, title in (("id", 0), ("en", 1)):
        lines = sopkit("rules", "--lang", language).stdout.splitlines()
        assert [line.split()[0] for line in lines] == [code.code for code, _ in CODES]
        assert all(
            (code.title.id, code.title.en)[title] in line
            for (code, _), line in zip(CODES, lines, strict=True)
        )


@pytest.mark.parametrize("name", ["IDN001", "idn001", "nomor-kosong"])
def test_a_rule_is_explained_by_code_or_name(sopkit, name):
    process = sopkit("explain", name)
    assert process.stdout.startswith("# IDN001 nomor-kosong\n")
    for heading in ("## Mengapa", "## Buruk", "## Baik", "## Mengabaikan"):
        assert heading in process.stdout


def test_a_rule_that_is_not_there_names_the_nearest(sopkit):
    process = sopkit("explain", "nomor-kosongg")
    assert (process.returncode, "maksudnya nomor-kosong?" in process.stderr) == (2, True)


def test_the_pages_in_docs_are_those_the_rules_give():
    folder = ROOT / "docs/aturan"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == all_pages()
