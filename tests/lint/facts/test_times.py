"""The times of an SOP: which of them a rule may have something to say of."""

from __future__ import annotations

import pytest

from sopkit.lint.facts.times import known_lengths, odd_times, step_times
from sopkit.model.sop import Sop
from sopkit.model.waktu import Satuan


def sop_of(*times):
    steps = [{"kegiatan": "Mencatat surat", "mutu_baku": {"waktu": waktu}} for waktu in times]
    return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": steps})


@pytest.mark.parametrize(
    "waktu", ["30 menit", "1 jam 30 menit", "2 hari kerja", "5–10 menit", "2 menit/berkas"]
)
def test_nothing_is_to_be_said_of_a_time_as_it_is_usually_written(waktu):
    assert len(step_times(sop_of(waktu))) == 1
    assert odd_times(sop_of(waktu)) == ()


@pytest.mark.parametrize("waktu", ["30", "sesuai jadwal", "3 hari", "0 menit", "30 Menit", "5-10 menit"])
def test_a_time_that_a_rule_may_speak_of_is_odd(waktu):
    sop = sop_of("30 menit", waktu)
    assert odd_times(sop) == step_times(sop)[1:]


def test_a_length_is_read_with_its_units_and_a_bound_in_seconds():
    (short, mixed, days, half) = (
        one for *_, one in known_lengths(sop_of("5 menit", "1 jam 1 menit", "2 hari kerja", "1,5 jam"))
    )
    assert (short.single, short.number, short.parts, short.units) == (Satuan.MENIT, 5, 1, (Satuan.MENIT,))
    assert 300 <= short.short <= 301
    assert (mixed.single, mixed.units) == (None, (Satuan.JAM, Satuan.MENIT))
    assert 3660 <= mixed.short <= 3662
    assert (days.single, days.short) == (Satuan.HARI, 0)
    assert (half.number, half.parts) == (3, 2)


def test_a_length_for_each_item_says_nothing_of_the_step():
    assert known_lengths(sop_of("2 menit/berkas", "1 x 24 jam"))[0][0] == 1
    assert known_lengths(sop_of("1 x 24 jam"))[0][3].single is None
