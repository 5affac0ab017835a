"""The nearest known word."""

from __future__ import annotations

import pytest

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
