from hypothesis import given
from hypothesis import strategies as st
from samples import content_of, random_sop

from sopkit.sheet.layout import layout
from sopkit.sheet.model import RowKind
from sopkit.sheet.paper import LayoutOptions
from sopkit.sheet.stretch import anchor, zones

PAGE = layout(content_of(random_sop(2)), LayoutOptions("A4")).pages[1]
ROWS = zones(PAGE)


def stretched(y, more):
    """Where `y` comes to stand when every row is higher by `more`."""
    at = anchor(y, ROWS)
    zone = ROWS[at.row]
    return zone.top + at.row * more + (zone.bottom - zone.top + more) * at.percent // 100 + at.offset


@given(st.integers(PAGE.table.top, PAGE.table.bottom))
def test_without_stretching_everything_stays_where_it_is(y):
    assert abs(stretched(y, 0) - y) <= 1


@given(
    st.integers(PAGE.table.top, PAGE.table.bottom),
    st.integers(PAGE.table.top, PAGE.table.bottom),
    st.integers(0, 20_000),
)
def test_stretching_never_changes_what_is_above_what(one, other, more):
    low, high = sorted((one, other))
    assert stretched(low, more) <= stretched(high, more) + 1


def test_symbols_keep_their_size_and_stay_in_the_middle():
    for symbol in PAGE.symbols:
        top, bottom = anchor(symbol.y, ROWS), anchor(symbol.y + symbol.h, ROWS)
        assert (top.percent, bottom.percent, bottom.offset - top.offset) == (50, 50, symbol.h)


def test_every_row_of_the_table_has_a_zone():
    assert [(zone.top, zone.bottom) for zone in ROWS] == [(row.top, row.bottom) for row in PAGE.table.rows]
    assert {row.kind for row in PAGE.table.rows} >= {RowKind.STEP, RowKind.HEADING}
