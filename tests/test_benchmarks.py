"""The made-up SOPs of the benchmarks: the same everywhere, clean but for the faults put in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.project import Project
from sopkit.config import default_settings
from sopkit.lint.knowledge import Knowledge

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture
def make(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    from corpus import make

    return make


def test_a_seed_gives_the_same_bytes_and_another_seed_others(make):
    assert list(make(30, seed=3)) == list(make(30, seed=3))
    assert list(make(30, seed=3)) != list(make(30, seed=4))


def test_a_longer_corpus_begins_with_the_shorter_one(make):
    assert list(make(120))[:40] == list(make(40))


def test_one_in_ten_is_faulty_and_only_these_have_findings(make):
    files = list(make(100))
    faulty = {file.name for file in files if file.faults}
    assert len(faulty) == 10
    project = Project(default_settings(), Knowledge())
    inputs = [Input(file.name, file.data, 1) for file in files]
    result = check(inputs, project, CheckOptions(whole=True))
    # what a faulty file lacks may show in one that names it
    assert {found.file for found in result.findings if not found.code.startswith("LTS")} == faulty


def test_the_files_are_as_large_as_those_of_offices(make):
    sizes = [len(file.data) for file in make(100)]
    assert 3_500 < sum(sizes) / len(sizes) < 7_000
