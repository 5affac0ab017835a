"""What is read without typer is read as typer reads it, and what is not plainly right is left to typer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.cli import checking
from sopkit.cli.checking import Asked
from sopkit.cli.main import app
from sopkit.cli.quick import read_options

WORDS = [
    *("sops", "a.yaml", "-", "id", "en", "error", "json", "json=x.json", "1/2", "auto", "", "ALL,TGL", "--"),
    *(
        "--lang",
        "--lang=id",
        "--lang=xx",
        "--format",
        "--format=sarif",
        "--select",
        "--ignore=IDN",
        "--fail-on",
    ),
    *("--fail-on=info", "--as-of", "--statistics", "--fix", "--unsafe", "--diff", "--baseline=b", "--config"),
    *(
        "--jobs",
        "--jobs=2",
        "--shard=1/2",
        "--no-cache",
        "--no-cache=1",
        "--help",
        "-h",
        "--lan",
        "--write-baseline",
    ),
]


def by_typer(words, monkeypatch):
    """What typer makes of the words; None when it refuses them or shows its help."""
    seen = []
    with monkeypatch.context() as patched:
        patched.setattr(checking, "validate_files", seen.append)
        with pytest.raises(SystemExit):
            app(args=["validate", *words], prog_name="sopkit")
    return seen[0] if seen else None


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["sops", "x/a.yaml"],
        ["-"],
        ["--lang", "en", "sops"],
        ["--format", "json", "--format=sarif=x.sarif", "--select", "TGL,IDN", "--select=HKM", "a"],
        ["--fail-on", "info", "--as-of", "2026-01-02", "--statistics", "--config", "x.toml"],
        ["--fix", "--unsafe", "--diff"],
        ["--jobs", "3", "--shard", "1/2", "--no-cache", "--baseline", "b", "--write-baseline=c"],
    ],
)
def test_plain_options_are_read_as_typer_reads_them(words, monkeypatch):
    assert read_options(words) is not None
    assert read_options(words) == by_typer(words, monkeypatch)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["-h"],
        ["--lang"],
        ["--lang", "xx"],
        ["--lan", "id"],
        ["--unknown"],
        ["--fix=1"],
        ["--format", "--fix"],
        ["--format="],
        ["--", "a"],
        ["-x"],
    ],
)
def test_what_is_not_plainly_right_is_left_to_typer(words):
    assert read_options(words) is None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_no_words_are_read_in_another_way_than_by_typer(words):
    asked = read_options(words)
    if asked is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert asked == by_typer(words, monkeypatch)


def test_every_option_of_validate_is_known():
    command = next(one for one in app.registered_commands if one.callback.__name__ == "validate")
    names = {name.rstrip("_") for name in command.callback.__annotations__ if name != "return"}
    assert names == set(Asked._fields)
