"""Parts of a check: together all files, each once; joined only when they belong together."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.app.ground import files_meant, find_ground
from sopkit.app.options import CheckOptions
from sopkit.app.session import How, Session, join_parts
from sopkit.app.shards import VERSION, Shard, join, parse_shard
from sopkit.errors import SopkitError
from sopkit.files import InputFile
from sopkit.report import REPORTERS

SOP = "sopkit: 1\nnama: Surat {0}\nlangkah:\n  - kegiatan: Mencatat surat {0}\n"


@given(st.integers(0, 60), st.integers(1, 20))
def test_all_parts_together_are_all_files_each_once(count, of):
    files = tuple(InputFile(f"{number:02d}.yaml") for number in range(count))
    parts = [Shard(number, of).part(files) for number in range(1, of + 1)]
    assert sorted(file.name for part in parts for file in part) == [file.name for file in files]
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_a_shard_is_read_from_its_text():
    assert parse_shard("3/16") == Shard(3, 16)


@pytest.mark.parametrize(
    "text", ["0/2", "3/2", "1", "1/0", "/", "a/b", "01/2", "1/2/3", "-1/2", "1 / 2", "٣/٤"]
)
def test_what_is_no_shard_is_refused(text):
    with pytest.raises(SopkitError):
        parse_shard(text)


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """A function that gives the reports of all parts, in JSON."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sops").mkdir()
    for number in range(5):
        (tmp_path / f"sops/{number}.yaml").write_text(SOP.format(number), "utf-8")

    def make(of=2, **options):
        ground = find_ground(["sops"])
        files = files_meant(["sops"], ground.root, frozenset())
        how = How(pytest.fail, pytest.fail, lambda outcomes, _: outcomes)
        made = []
        for number in range(1, of + 1):
            session = Session(ground, files, CheckOptions(whole=True, **options), cached=False)
            made.append(REPORTERS["json"](session.run_part(Shard(number, of), how)))
        return [(f"{number}.json", text) for number, text in enumerate(made, start=1)]

    return make


def test_parts_may_be_joined_in_any_order(reports):
    made = reports(3)
    results = [join_parts(join(order, None), "id") for order in (made, made[::-1])]
    assert results[0].files == results[1].files == tuple(f"sops/{number}.yaml" for number in range(5))
    assert results[0].findings == results[1].findings


def test_what_was_asked_comes_along(reports):
    joined = join(reports(select=("LKH",), ignore=("LKH001",)), None)
    assert (joined.options.select, joined.options.ignore, joined.options.whole) == (
        ("LKH",),
        ("LKH001",),
        True,
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda made: made[:1], "the parts 2 out of 2 are missing"),
        (lambda made: [*made, made[0]], "not parts of one and the same check"),
        (lambda made: [made[0], ("x", "{}")], "x is no report of a part"),
        (lambda made: [made[0], ("x", "not JSON")], "x is no report of a part"),
        (lambda made: [made[0], ("x", "[" * 100_000)], "x is no report of a part"),
        (lambda made: [made[0], ("x", '{"shard": {"version": 999}}')], "x is no report of a part"),
        (
            lambda made: [made[0], (made[1][0], made[1][1].replace('"whole": true', '"whole": false'))],
            "not parts of one",
        ),
        (
            lambda made: [(n, t.replace('"ground": "', '"ground": "0')) for n, t in made],
            "another version of sopkit",
        ),
        (
            lambda made: [(n, t.replace('"files": [', '"files": [1, ')) for n, t in made],
            "is no report of a part",
        ),
    ],
)
def test_reports_that_do_not_belong_together_are_refused(reports, change, words):
    with pytest.raises(SopkitError) as refused:
        join(change(reports()), None)
    assert words in refused.value.message.en


def test_other_settings_than_those_of_the_parts_are_refused(reports, tmp_path):
    made = reports()
    (tmp_path / "sopkit.toml").write_text("[waktu]\nmenit_per_hari = 400\n", "utf-8")
    with pytest.raises(SopkitError, match=r"another version of sopkit, another sopkit\.toml"):
        join(made, None)


def test_the_shape_of_what_is_carried_is_laid_down(reports):
    part = json.loads(reports()[0][1])["shard"]
    assert list(part) == ["version", "number", "of", "collection", "ground", "options", "files"]
    assert (part["version"], part["number"], part["of"]) == (VERSION, 1, 2)
    assert [file[0] for file in part["files"]] == ["sops/0.yaml", "sops/2.yaml", "sops/4.yaml"]
