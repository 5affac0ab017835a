"""The tables the rules stand on, and an office's own lines in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sopkit.errors import SopkitError
from sopkit.files import DATA
from sopkit.lint.knowledge import REGISTRY, TABLES, WORD_LISTS, Knowledge, package_table
from sopkit.model.rujukan import parse_rujukan
from sopkit.source import SourceFile

ROOT = Path(__file__).parents[2]


def own(words=None, regulations=None):
    return Knowledge(
        SourceFile("kata.yaml", words) if words else None,
        SourceFile("regulasi.yaml", regulations) if regulations else None,
    )


def test_the_tables_say_what_the_files_of_the_package_say(golden):
    tables = {name: package_table(name) for name in (*WORD_LISTS, REGISTRY)}
    golden(DATA / TABLES, json.dumps(tables, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", WORD_LISTS)
def test_every_list_of_the_package_can_be_read_and_says_something(name):
    assert Knowledge().words(name)


def test_every_file_of_the_package_is_a_list_or_the_registry():
    names = {path.stem for path in (ROOT / "src/sopkit/data").glob("*.yaml")}
    assert names == {*WORD_LISTS, REGISTRY}


def test_an_office_adds_words_to_a_section():
    known = Knowledge().words("samar")["benda"]
    assert own(words="samar: {benda: [barangkali]}").words("samar")["benda"] == (*known, "barangkali")


def test_an_office_may_name_a_role_of_its_own():
    assert own(words="peran: {Juru Kunci: [Jurkun]}").words("peran")["Juru Kunci"] == ("Jurkun",)


REGULATION = """\
- jenis: PP
  nomor: "58"
  tahun: "2005"
  judul: Judul dari kantor
  berlaku: "2005"
  sumber: uji
"""


def test_what_the_office_says_of_a_regulation_holds():
    found = own(regulations=REGULATION).registry.find(parse_rujukan("PP Nomor 58 Tahun 2005"))
    assert found.judul == "Judul dari kantor"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("smar: {benda: [x]}", "kata.yaml: unknown smar; did you mean samar?"),
        ("samar: {bend: [x]}", "kata.yaml: unknown samar.bend; did you mean samar.benda?"),
        ("samar: {benda: x}", "kata.yaml (samar.benda): wrong shape"),
        ("samar: [x]", "kata.yaml (samar): wrong shape"),
        ("[x]", "kata.yaml: wrong shape"),
        ("a: [", "kata.yaml:1:4"),
    ],
)
def test_words_that_cannot_be_read_stop_the_run_with_one_sentence(words, message):
    with pytest.raises(SopkitError, match=re.escape(message)):
        own(words=words).words("samar")


@pytest.mark.parametrize(
    ("text", "message"), [("a: b", "regulasi.yaml: wrong shape"), ("- jenis: PP", "regulasi.yaml")]
)
def test_regulations_that_cannot_be_read_stop_the_run_with_one_sentence(text, message):
    with pytest.raises(SopkitError, match=re.escape(message)):
        own(regulations=text).registry  # noqa: B018 - reading is the question


def test_the_guide_names_every_list_and_its_example_can_be_read():
    guide = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)) >= set(WORD_LISTS)
    regulations, words = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    knowledge = own(words, regulations)
    assert knowledge.registry.find(parse_rujukan("Peraturan Bupati Contoh Nomor 12 Tahun 2019")) is not None
    assert "bahan" in knowledge.words("samar")["benda"]
