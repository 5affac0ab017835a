from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.measures import CONNECTOR_COST, PAGE_COST
from sopkit.sheet.paging.breaks import Bands, Capacity, Crossing, break_pages, connectors


def strip(count):
    return 9_000 if count else 0


def plain(*heights, lines=(), glued=()):
    return Bands(
        heights,
        tuple(i in glued for i in range(len(heights))),
        tuple(Crossing(source, target) for source, target in lines),
    )


@st.composite
def problems(draw):
    count = draw(st.integers(1, 7))
    heights = draw(st.lists(st.integers(10_000, 60_000), min_size=count, max_size=count))
    ends = st.integers(0, count - 1)
    lines = draw(st.lists(st.tuples(ends, ends), max_size=8))
    glued = draw(st.sets(st.sampled_from([0, 1, count - 1]), max_size=1)) - {0}
    first, other = draw(st.integers(130_000, 160_000)), draw(st.integers(150_000, 170_000))
    return plain(*heights, lines=lines, glued=glued), Capacity(
        first, other, strip, draw(st.integers(0, 4)), draw(st.integers(0, 40_000))
    )


def all_ways(bands):
    size = len(bands.heights)
    places = [i for i in range(1, size) if not bands.glued[i]]
    for count in range(len(places) + 1):
        for breaks in combinations(places, count):
            edges = (0, *breaks, size)
            yield tuple(range(a, b) for a, b in pairwise(edges))


def cost(pages, bands, capacity):
    """What the ways cost by the words of the design, or None where a page is too full."""
    total = 0
    for page in pages:
        allowed = capacity.first if page.start == 0 else capacity.other
        above, below = connectors(bands.lines, page)
        high = sum(bands.heights[i] for i in page) + strip(above) + strip(below)
        if high > allowed and not all(bands.glued[i] for i in page[1:]):
            return None
        slack = max(allowed - high, 0)
        total += PAGE_COST + slack * slack // allowed + (above + below) * CONNECTOR_COST // 2
        total += sum(max(count - capacity.easy, 0) for count in (above, below)) * capacity.crowding
    return total


@given(problems())
def test_no_other_way_to_break_pages_costs_less(problem):
    bands, capacity = problem
    ways = [cost(pages, bands, capacity) for pages in all_ways(bands)]
    assert cost(break_pages(bands, capacity), bands, capacity) == min(way for way in ways if way is not None)


@given(problems())
def test_every_band_is_on_one_page_in_order_and_glued_ones_stay_together(problem):
    bands, capacity = problem
    pages = break_pages(bands, capacity)
    assert [band for page in pages for band in page] == list(range(len(bands.heights)))
    assert not any(bands.glued[page.start] for page in pages)


def test_pages_are_filled_evenly_rather_than_one_after_the_other():
    pages = break_pages(plain(*[30_000] * 6), Capacity(150_000, 150_000, strip, 4, 0))
    assert [len(page) for page in pages] == [3, 3]


def test_a_page_ends_where_few_lines_go_over():
    onward = [(i, i + 1) for i in range(5)]
    loops = [(3, 0), (3, 1), (3, 2)]
    room = Capacity(150_000, 150_000, strip, 4, 0)
    assert break_pages(plain(*[30_000] * 6, lines=onward), room)[0] == range(3)
    assert break_pages(plain(*[30_000] * 6, lines=onward + loops), room)[0] == range(4)


def test_a_crowded_strip_is_worth_another_page_where_it_costs_as_much():
    bands = plain(*[30_000] * 8, lines=[(i, i + 4) for i in range(4)])
    cheap, dear = (Capacity(150_000, 150_000, strip, 2, cost) for cost in (0, 40_000))
    assert [len(page) for page in break_pages(bands, cheap)] == [4, 4]
    assert len(break_pages(bands, dear)) > 2


def test_a_band_higher_than_a_page_stands_alone():
    pages = break_pages(plain(20_000, 200_000, 20_000), Capacity(150_000, 150_000, strip, 4, 0))
    assert pages == (range(1), range(1, 2), range(2, 3))


def test_lines_to_the_same_target_share_a_connector_and_directions_do_not():
    lines = [Crossing(0, 5), Crossing(1, 5), Crossing(5, 0), Crossing(2, 1)]
    assert connectors(lines, range(3)) == (0, 2)
    assert connectors(lines, range(3, 6)) == (2, 0)
