from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.drawing.links import Spot
from sopkit.sheet.drawing.off_page import OffPage, Port
from sopkit.sheet.drawing.strip import plan_strip
from sopkit.sheet.drawing.strip_drawing import StripPlace, draw_strip
from sopkit.sheet.model import Align
from sopkit.sheet.typography.metrics import extent, units


def drawn(columns, width, at, pages):
    """Connectors in the columns `at`, each with the page that it speaks of."""
    strip = plan_strip(len(at), columns, width)
    place = StripPlace(strip, 10_000, 10_000 + columns * width, 50_000, above=False)
    chosen = [
        (OffPage(Port(Spot(i, 0), inward=bool(i % 2), above=False), "A", (page,), ()), strip.slots[column])
        for i, (column, page) in enumerate(zip(at, pages, strict=True))
    ]
    return draw_strip(chosen, place, range(200)), place


def ends(caption):
    """The left and right end of a caption."""
    widest = max(extent(units(line.text), caption.style.size) for line in caption.lines)
    x = caption.lines[0].x
    left = {Align.LEFT: x, Align.CENTRE: x - widest // 2, Align.RIGHT: x - widest}[caption.style.align]
    return left, left + widest


def texts(symbols):
    return [[line.text for line in symbol.caption[1].lines] for symbol in symbols]


def test_a_caption_stands_to_the_right_of_its_connector_on_one_line():
    symbols, _ = drawn(4, 24_000, [1], [3])
    assert texts(symbols) == [["ke h. 3"]]
    assert ends(symbols[0].caption[1])[0] > symbols[0].x + symbols[0].w


def test_in_the_last_column_it_stands_to_the_left_rather_than_on_two_lines():
    symbols, _ = drawn(4, 13_000, [3], [3])
    assert texts(symbols) == [["ke h. 3"]]
    assert ends(symbols[0].caption[1])[1] < symbols[0].x


def test_a_caption_leaves_room_for_that_of_the_connector_after_it():
    symbols, _ = drawn(4, 13_000, [1, 2, 3], [3, 4, 5])
    assert [words for words in texts(symbols) if len(words) > 2] == []


@given(
    st.integers(2, 12).flatmap(
        lambda columns: st.tuples(
            st.just(columns), st.sets(st.integers(0, columns - 1), min_size=1).map(sorted)
        )
    ),
    st.integers(13_000, 27_000).map(lambda width: width // 100 * 100),
    st.integers(1, 9),
)
def test_captions_cut_no_word_and_cover_neither_connectors_nor_each_other(where, width, page):
    columns, at = where
    symbols, place = drawn(columns, width, at, [page] * len(at))
    for words in texts(symbols):
        assert " ".join(words) in {f"ke h. {page}", f"dari h. {page}"}
    spans = sorted(ends(symbol.caption[1]) for symbol in symbols)
    if not place.plan.crowded:
        spans = sorted([*spans, *((symbol.x, symbol.x + symbol.w) for symbol in symbols)])
    assert place.left <= spans[0][0]
    assert spans[-1][1] <= place.right
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
