"""Without the parser in C the one in Python gives the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkit.load import document, events
from sopkit.source import SourceFile

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("sops", "tests") for path in (ROOT / folder).rglob("*.yaml"))
SLIPS = [
    "nama: a: b\n",
    "nama: [a\nlangkah:\n",
    "nama: [a, b\n",
    "nama: a\n\tlangkah: b\n",
    "nama:\ta\n",
    "nama: a\tb\n",
    "nama: %a\n",
    "nama: @a\n",
    "nama: `a\n",
    "nama: *a\n",
    "nama: &a b\n",
    "nama: !a b\n",
    "nama: 'a\n",
    'nama: "a\n',
    "nama: 'a' b\n",
    "nama: a\n- b\n",
    "nama: a\n  - b\n",
    "nama: a\n   b: c\n d: e\n",
    "nama a\nlangkah: b\n",
    "nama:\nlangkah:\n  - kegiatan:\n    pelaksana: a\n  -\n  - b\n",
    "a: {b: , c: d}\n",
    "a: |\n  b\n  c\nd: >-\n  e\n\n  f\n",
    "a: 'b\n  c'\nd: e\n  f\n",
    "a: b\n---\nc: d\n",
    "? a\n: b\n",
    "<<: {a: b}\n",
    "a: b\na: c\n",
    "",
    "# a\n",
    "- a\n-   b: c\n    d:\n",
    "[" * 70 + "]" * 70,
]


def places(read):
    return read.usable and {path: read.places.value(path) for path in read.places.values}


@pytest.fixture
def both(monkeypatch):
    """What a text gives with the parser in C and with that in Python, the short cut for plain texts closed.

    Places count where the text can be used, as findings show them; where it cannot, only what is said about it.
    """
    assert events.CParser is not None, "the parser in C is not installed"
    monkeypatch.setattr(document, "read_plain", lambda _: None)

    def read(text):
        source = SourceFile("x", text)
        in_c = document.read_document(source)
        with monkeypatch.context() as without:
            without.setattr(events, "CParser", None)
            in_python = document.read_document(source)
        return tuple((one.findings, one.data, places(one)) for one in (in_c, in_python))

    return read


def test_every_file_of_sops_and_tests_gives_the_same(both):
    for path in FILES:
        text = path.read_bytes().decode("utf-8", "replace")
        in_c, in_python = both(text)
        assert in_python == in_c, path


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_gives_the_same(both, text):
    in_c, in_python = both(text)
    assert in_python == in_c


def test_a_file_with_each_line_left_out_gives_the_same(both):
    lines = (
        (ROOT / "sops/contoh/pelayanan-permohonan-informasi-publik.sop.yaml")
        .read_text("utf-8")
        .splitlines(True)
    )
    for gone in range(0, len(lines), 3):
        text = "".join(lines[:gone] + lines[gone + 1 :])
        in_c, in_python = both(text)
        assert in_python == in_c, gone
