"""More files cost as much more work and no more: counted in instructions of the interpreter, so that no clock is asked.

A loop in a C function is one instruction, so that this sees loops of ours and nothing else.
"""

from __future__ import annotations

import sys

import pytest

from sopkit.app.ground import files_meant, find_ground
from sopkit.app.options import CheckOptions
from sopkit.app.session import How, Session

SOP = """\
sopkit: 1
nomor: "065/{n:03}/2025"
nama: Pengelolaan Surat {n}
keterkaitan: [SOP Pengelolaan Surat {m}]
pelaksana: {{staf: Staf {n}}}
langkah:
  - {{kegiatan: Mencatat surat masuk, pelaksana: staf}}
"""
HOW = How(refused=lambda _: None, died=lambda *_: None, watch=lambda outcomes, _: iter(outcomes))


def instructions(work):
    """How many instructions of the interpreter `work` takes."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def office(folder, number):
    folder.mkdir()
    for n in range(number):
        (folder / f"{n:03}.sop.yaml").write_text(SOP.format(n=n, m=(n + 1) % number))
    return str(folder)


def run(folder, *, cached):
    ground = find_ground([folder])
    files = files_meant([folder], ground.root, frozenset())
    return Session(ground, files, CheckOptions(whole=True), cached=cached).run(HOW)


@pytest.mark.parametrize(("number", "cached"), [(40, False), (150, True)], ids=["anew", "from the cache"])
def test_four_times_the_files_cost_about_four_times_the_work(tmp_path, monkeypatch, number, cached):
    monkeypatch.chdir(tmp_path)
    few, many = office(tmp_path / "few", number), office(tmp_path / "many", 4 * number)
    for folder in (few, many):  # what is done once in a process, and the cache
        run(folder, cached=cached)
    one = instructions(lambda: run(few, cached=cached))
    other = instructions(lambda: run(many, cached=cached))
    assert 2 < other / one < 5  # what a run begins with is the same for both
