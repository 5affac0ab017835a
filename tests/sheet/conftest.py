"""Contents typed in a test; and what the tests of this folder share is found as plain modules beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.sheet.compose import compose

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "routing")]

HEAD = "sopkit: 1\nnama: Uji\npelaksana: {a: Staf, b: Camat, c: Kadis}\n"


@pytest.fixture
def sheet():
    """The sheet of the SOP whose `langkah` are typed one a line, after other lines of YAML in `head`."""

    def build(*steps, head=HEAD, **options):
        text = head + "langkah:\n" + "".join(f"  - {step}\n" for step in steps)
        loaded = load_bytes("uji.sop.yaml", text.encode())
        assert loaded.sop is not None, loaded.findings
        return compose(loaded.sop, build_flow(loaded.sop), **options)

    return build
