import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.drawing.links import Band, Sign
from sopkit.sheet.paging.breaks import Capacity
from sopkit.sheet.paging.easing import eased
from sopkit.sheet.paging.sizing import SizedBand
from sopkit.sheet.routing.problem import Shape

SYMBOL = 9_000
LEAST = SYMBOL + 6_400


def bands(heights):
    return [
        SizedBand(Band(i, str(i), (Sign(0, 0, Shape.KOTAK, ""),)), None, height, glued=False)
        for i, height in enumerate(heights)
    ]


def heights(of, pages, allowed, lines=()):
    capacity = Capacity(allowed, allowed, lambda count: 9_000 if count else 0, easy=1, crowding=0)
    return [band.height for band in eased(bands(of), pages, lines, capacity, SYMBOL)]


def test_low_rows_get_more_room_where_there_is_plenty():
    assert heights([LEAST, LEAST], [range(2)], 100_000) == [LEAST + 2_400, LEAST + 2_400]


def test_what_is_spare_is_shared_where_it_is_little():
    assert heights([LEAST, LEAST], [range(2)], 2 * LEAST + 1_000) == [LEAST + 500, LEAST + 500]


@pytest.mark.parametrize("high", [LEAST + 2_400, 40_000])
def test_a_row_that_is_high_already_stays_as_it_is(high):
    assert heights([high, LEAST], [range(2)], 100_000)[0] == high


@given(
    st.lists(st.integers(770, 2_000).map(lambda height: height * 20), min_size=1, max_size=12),
    st.integers(0, 50_000),
)
def test_a_page_never_gets_fuller_than_it_may_be(of, spare):
    allowed = sum(of) + spare
    found = heights(of, [range(len(of))], allowed)
    assert sum(found) <= allowed
    assert all(before <= after for before, after in zip(of, found, strict=True))
