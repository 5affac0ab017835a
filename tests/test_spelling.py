"""The nearest known word."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.spelling import nearest

KNOWN = ("mutu_baku", "kegiatan", "pelaksana", "keputusan")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("mutubaku", "mutu_baku"),
        ("Mutu Baku", "mutu_baku"),
        ("kegitan", "kegiatan"),
        ("PELAKSANA", "pelaksana"),
        ("keputusn", "keputusan"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found_or_none(word, near):
    assert nearest(word, KNOWN) == near


def test_ties_go_to_the_first():
    assert nearest("ab", ("ax", "bx", "a b", "a_b")) == "a b"


def test_long_names_can_ask_for_more_likeness():
    known = ("pelayanan legalisasi surat keterangan ahli waris",)
    assert nearest("pelayanan surat pengantar", known) == known[0]
    assert nearest("pelayanan surat pengantar", known, likeness=0.85) is None


def test_nothing_is_near_when_nothing_is_known():
    assert nearest("a", ()) is None


@given(
    st.text("ab_-c", max_size=8),
    st.lists(st.text("ab_-c", max_size=8), max_size=6),
    st.sampled_from((0.1, 0.6, 0.85, 1.0)),
)
def test_none_is_passed_over_that_the_library_finds(word, known, likeness):
    folded = {each: each.lower().replace("-", "_") for each in known}
    match = get_close_matches(word.replace("-", "_"), list(folded.values()), n=1, cutoff=likeness)
    near = nearest(word, known, likeness=likeness)
    assert [near and folded[near]] == (match or [None])
