from __future__ import annotations

from sopkit.report.times.bars import ASCII, Marks, bar
from sopkit.report.times.steps import step_rows


def picture(timed, width, marks=ASCII):
    length = timed.analysis.critical.schedule.length
    return [bar(row, length, width, marks) for row in step_rows(timed)]


def test_bars_lie_where_the_work_is(make_timed, parallel):
    # 30, then 120 beside 60 with 60 to spare, then 45: of 195 minutes in 13 cells 15 minutes each
    assert picture(make_timed(parallel), 13) == [
        "##",
        "  ########",
        "  ====....",
        "          ###",
    ]


def test_a_short_step_is_seen_and_an_unknown_one_is_marked(make_timed, linear):
    text = linear.replace("30 menit", "1 menit").replace("90 menit", "sesuai jadwal")
    assert picture(make_timed(text), 10) == ["#", "##########", "         ?"]


def test_a_step_off_the_longest_way_has_no_bar(make_timed, loop):
    # yes skips to the end, no does step 3 first: the longest way goes through 3, a fourth row is never reached
    text = loop.replace("tidak: 1", "tidak: selesai").replace("waktu: 10 menit", "waktu: 0 menit")
    assert picture(make_timed(text), 9, Marks())[:2] == ["██████", "      ███"]


def test_steps_without_any_time_do_not_divide_by_it(make_timed, linear):
    text = linear
    for waktu in ("30 menit", "1 hari", "90 menit"):
        text = text.replace(waktu, "sesuai jadwal")
    assert picture(make_timed(text), 5) == ["?", "?", "?"]
