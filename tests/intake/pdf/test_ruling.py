"""Borders told apart from lines of a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.intake.pdf.lattice import lattice
from sopkit.intake.pdf.ruling import Rule, grids, is_table, joined


def table(xs, ys):
    return (
        [Rule(y, xs[0], xs[-1]) for y in ys],
        [Rule(x, ys[0], ys[-1]) for x in xs],
    )


def test_borders_written_cell_by_cell_are_one_line():
    assert joined([Rule(10.0, 0, 40), Rule(10.2, 41, 80), Rule(10.1, 80, 120)]) == (
        Rule(joined([Rule(10.0, 0, 40), Rule(10.2, 41, 80), Rule(10.1, 80, 120)])[0].place, 0, 120),
    )


def test_lines_on_one_height_that_do_not_touch_stay_apart():
    assert len(joined([Rule(10.0, 0, 40), Rule(10.0, 60, 80)])) == 2


def test_a_line_with_a_free_end_is_no_border():
    across, down = table((0, 100, 200), (0, 50, 100))
    (grid,) = grids([*across, Rule(25, 20, 100)], [*down, Rule(60, 25, 70)])
    assert (len(grid.horizontal), len(grid.vertical)) == (3, 3)


def test_a_chain_of_pieces_with_a_free_end_falls_away_piece_by_piece():
    across, down = table((0, 100, 200), (0, 50, 100))
    (grid,) = grids([*across, Rule(25, 20, 60), Rule(75, 60, 100)], [*down, Rule(60, 25, 75)])
    assert (len(grid.horizontal), len(grid.vertical)) == (3, 3)


def test_a_box_of_four_lines_inside_a_cell_is_no_table():
    across, down = table((0, 150, 300), (0, 100, 200))
    one, two = table((30, 80), (30, 50))
    found = grids([*across, *one], [*down, *two])
    assert [is_table(grid) for grid in found] == [True, False]


def test_a_double_border_is_one_step():
    across, down = table((0, 100, 200), (0, 50, 100))
    (grid,) = grids([*across, Rule(2, 0, 200)], down)
    assert lattice(grid, 1).ys == (1.0, 50.0, 100.0)


@given(
    st.lists(st.integers(10, 90), min_size=1, max_size=6),
    st.lists(st.integers(10, 90), min_size=1, max_size=6),
)
def test_a_full_grid_gives_every_cell_once(widths, heights):
    xs = [sum(widths[:i]) for i in range(len(widths) + 1)]
    ys = [sum(heights[:i]) for i in range(len(heights) + 1)]
    across, down = table(xs, ys)
    (grid,) = grids(across, down)
    found = lattice(grid, 1)
    assert found.xs == tuple(xs)
    assert found.ys == tuple(ys)
    assert [(area.row, area.column, area.rowspan, area.colspan) for area in found.areas] == [
        (r, c, 1, 1) for r in range(len(heights)) for c in range(len(widths))
    ]


@given(st.data())
def test_cells_never_overlap_and_cover_the_table_whatever_borders_are_missing(data):
    rows, columns = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    across = [Rule(0, 0, 40 * columns), Rule(30 * rows, 0, 40 * columns)]
    down = [Rule(0, 0, 30 * rows), Rule(40 * columns, 0, 30 * rows)]
    for r in range(1, rows):
        across += [Rule(30 * r, 40 * c, 40 * c + 40) for c in range(columns) if data.draw(st.booleans())]
    for c in range(1, columns):
        down += [Rule(40 * c, 30 * r, 30 * r + 30) for r in range(rows) if data.draw(st.booleans())]
    (grid,) = grids(across, down)
    found = lattice(grid, 1)
    size = sum((a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) for a in found.areas)
    assert size == 40 * columns * 30 * rows
    for y in range(5, 30 * rows, 10):
        for x in range(5, 40 * columns, 10):
            assert found.at(x, y) is not None
