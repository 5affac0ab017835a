from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.routing.lines import Gap, Lane, tracks
from sopkit.sheet.routing.measures import Distances

DISTANCES = Distances()


def places(lane, per_gap=2):
    return [track.at for track in tracks([lane], per_gap, DISTANCES)]


def test_a_symbol_has_its_centre_line_and_two_tracks_on_either_side():
    assert places(Lane(0, 20_000, ((4_000, 16_000),), (10_000,))) == [700, 1_800, 10_000, 18_200, 19_300]


def test_a_narrow_gutter_keeps_the_outer_track_far_enough_for_an_arrowhead():
    assert places(Lane(0, 18_800, ((3_400, 15_400),), (9_400,))) == [700, 1_900, 9_400, 16_900, 18_100]


def test_no_track_squeezes_into_a_gap_without_room():
    assert places(Lane(0, 12_000, ((2_000, 10_000),), (6_000,))) == [6_000]


def test_an_empty_lane_has_its_middle_and_tracks_beside():
    assert places(Lane(0, 20_000, (), (10_000,))) == [700, 7_800, 10_000, 12_200, 19_300]


def test_symbols_one_above_the_other_have_tracks_between():
    lane = Lane(0, 40_000, ((4_000, 14_000), (22_000, 36_000)), (9_000, 29_000))
    assert [at for at in places(lane) if 14_000 < at < 22_000] == [16_200, 19_800]


@given(st.integers(8_000, 40_000), st.integers(0, 100), st.integers(1, 4))
def test_tracks_keep_from_table_lines_symbols_and_each_other(width, share, per_gap):
    size = width * share // 100
    low = (width - size) // 2
    found = tracks([Lane(0, width, ((low, low + size),), (low + size // 2,))], per_gap, DISTANCES)
    loose = [track.at for track in found if track.gap]
    assert all(DISTANCES.border <= at <= width - DISTANCES.border for at in loose)
    assert all(at <= low - DISTANCES.symbol or at >= low + size + DISTANCES.symbol for at in loose)
    assert all(b.at - a.at >= DISTANCES.lines for a, b in pairwise(found))


@pytest.mark.parametrize(("near", "alone", "far"), [(-1, 1_750, 2_000), (1, 1_250, 1_000), (0, 1_500, 1_500)])
def test_a_lone_line_in_a_scarce_gap_keeps_away_from_the_symbol(near, alone, far):
    gap = Gap(1_000, 2_000, near, roomy=False)
    assert (gap.alone, gap.far) == (alone, far)
