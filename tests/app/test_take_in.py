"""Taking in many files: one that keeps its reader busy, or eats up the memory, does not stop the others."""

from __future__ import annotations

import pytest

from sopkit.app import take_in as module
from sopkit.app.project import Project
from sopkit.app.take_in import IntakeOptions, source_files, take_in
from sopkit.config import Settings
from sopkit.intake.bounded import Limits
from sopkit.lint.knowledge import Knowledge

pytest.importorskip("resource")

SHEET = "No\tKegiatan\tPelaksana\tWaktu\tOutput\n1\tMenyusun draf\tCamat\t5 menit\tDraf\n"


@pytest.fixture
def folder(tmp_path):
    source = tmp_path / "lama"
    source.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (source / name).write_text(SHEET, encoding="utf-8")
    return source


def busy():
    while True:
        pass


def greedy():
    return bytearray(1 << 30)


@pytest.mark.parametrize(("deed", "sentence"), [(busy, "takes too long"), (greedy, "too much memory")])
def test_the_other_files_go_on(folder, tmp_path, monkeypatch, deed, sentence):
    read = module.read_source

    def hostile(data, name):
        if name.endswith("b.txt"):
            deed()
        return read(data, name)

    monkeypatch.setattr(module, "read_source", hostile)
    options = IntakeOptions(tmp_path / "draf", limits=Limits(seconds=2.0, memory=128 << 20))
    project = Project(Settings(), Knowledge())
    taken = list(take_in(source_files([str(folder)]), project, options))
    assert [len(one.drafts) for one in taken] == [1, 0, 1]
    assert sentence in taken[1].problem.en
    assert not taken[1].internal
    assert sorted(path.name for path in (tmp_path / "draf").rglob("*.yaml")) == ["a.sop.yaml", "c.sop.yaml"]
