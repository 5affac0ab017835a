"""What comes out wrong of a spoilt document is marked, and what is right is not.

The ways to spoil one, and what counts as marked, are those of the benchmark: small SOPs of chance, drawn by sopkit and spoilt
before they are written as PDF.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = range(4)
STEPS = (6, 10)


@pytest.fixture
def doubts(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("intake_doubts")


DRAWING = ("shifted", "raised", "hidden", "headless", "broken", "lost", "unlabelled")
TABLE = ("merged", "borderless", "open_row", "garbled", "unitless")


@pytest.mark.parametrize("ways", [DRAWING, TABLE], ids=["drawing", "table"])
def test_of_the_wrong_values_nine_in_ten_are_marked(doubts, ways):
    wrong = [
        one for seed in SEEDS for way, found, _ in doubts.measured(seed, ways, STEPS) if way for one in found
    ]
    assert len(wrong) > 20
    unmarked = [f"{one.kind} of row {one.row + 1}: {one.shown}" for one in wrong if not one.marked]
    assert len(unmarked) <= len(wrong) / 10, unmarked


def test_documents_as_they_were_drawn_have_next_to_no_mark(doubts):
    found = [one for seed in range(12) for one in doubts.measured(seed, (), STEPS)]
    assert [wrong for _, wrong, _ in found if wrong] == []
    assert sum(marks for _, _, marks in found) <= 1


def test_every_way_to_spoil_a_document_is_measured(doubts):
    assert {*DRAWING, *TABLE, "mixed"} == set(doubts.WAYS)
