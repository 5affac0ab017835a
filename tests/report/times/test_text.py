from __future__ import annotations

import pytest

from sopkit.report.style import Style
from sopkit.report.times import TimesOptions
from sopkit.report.times.bars import ASCII
from sopkit.report.times.grid import width_of
from sopkit.report.times.text import WIDTH, Page, render_text

DETAIL = {"id": TimesOptions("id"), "en": TimesOptions("en")}


@pytest.mark.parametrize("language", ["id", "en"])
def test_one_sop_is_told_in_full(make_timed, parallel, golden, language):
    golden(f"text/laporan.{language}.hasil", render_text([make_timed(parallel)], DETAIL[language]))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_deadline_with_dates_and_rework(make_timed, loop, golden, language):
    timed = make_timed(loop, start="2026-03-17 14:00", deadline="2 jam", rework=2)
    golden(f"text/tenggat.{language}.hasil", render_text([timed], DETAIL[language]))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_change_stands_before_what_would_be(make_timed, linear, golden, language):
    timed = make_timed(linear + "tenggat: 1 hari kerja\n", times=(("2", "2 jam"),))
    golden(f"text/perubahan.{language}.hasil", render_text([timed], DETAIL[language]))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_the_table_grows_with_the_page(make_timed, parallel, width):
    lines = render_text([make_timed(parallel)], DETAIL["id"], Page(width)).split("\n")
    assert all(width_of(line) <= max(width, 73) for line in lines)
    assert any("█" in line for line in lines[:8]) == (width >= 80)


def test_nothing_of_a_document_steers_the_terminal(make_timed, linear):
    evil = '"x\\u001b[31m\\u202e\\u0007"'
    text = linear
    for word in ("Surat", "Menerima surat", "Kadis"):
        text = text.replace(word, evil, 1)
    shown = render_text([make_timed(text, file="a\x1b.yaml")], DETAIL["id"])
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


def test_chance_is_told_only_where_there_is_some(make_timed, loop):
    assert "Rata-rata" not in render_text([make_timed()], DETAIL["id"])
    assert "Rata-rata yang diharapkan: 3 jam 10 menit (190 menit)" in render_text(
        [make_timed(loop)], DETAIL["id"]
    )


def test_an_unknown_time_makes_every_sum_a_lower_bound(make_timed, linear):
    text = linear.replace("1 hari", "sesuai jadwal")
    shown = render_text([make_timed(text, deadline="1 hari kerja")], DETAIL["id"])
    assert "Jumlah seluruh langkah: sekurang-kurangnya 2 jam (120 menit)" in shown
    assert "belum dapat dinilai (lama langkah 2 tidak diketahui)" in shown


def test_a_terminal_without_blocks_gets_plain_marks(make_timed, parallel):
    shown = render_text([make_timed(parallel)], DETAIL["id"], Page(WIDTH, marks=ASCII))
    table = shown.split("Jumlah seluruh")[0]
    assert not set("█▒─·") & set(table)
    assert "#" in table


def test_colour_only_repeats_what_the_words_say(make_timed):
    def paint(text, style):
        return f"<{style.name}>{text}</{style.name}>"

    timed = make_timed(deadline="1 hari kerja")
    painted = render_text([timed], DETAIL["id"], Page(paint=paint))
    for style in Style:
        painted = painted.replace(f"<{style.name}>", "").replace(f"</{style.name}>", "")
    assert painted == render_text([timed], DETAIL["id"])
    assert "TIDAK TERPENUHI" in painted


def test_a_summary_begins_with_the_missed_and_goes_by_margin(make_timed, linear, loop):
    slow = linear.replace("1 hari", "5 hari")
    many = [
        make_timed(loop, file="d.yaml", runs=0),
        make_timed(linear + "tenggat: 3 hari kerja\n", file="c.yaml"),
        make_timed(linear + "tenggat: 1 hari kerja\n", file="b.yaml"),
        make_timed(slow + "tenggat: 1 hari kerja\n", file="a.yaml"),
        make_timed(linear.replace("1 hari", "sesuai jadwal") + "tenggat: 9 hari kerja\n", file="e.yaml"),
        make_timed(linear + "tenggat: 2 hari kerja\n", file="f.yaml"),
    ]
    lines = render_text(many, TimesOptions(detail=False)).split("\n")
    assert [line.split()[0] for line in lines[2:8]] == [
        "a.yaml",
        "b.yaml",
        "e.yaml",
        "f.yaml",
        "c.yaml",
        "d.yaml",
    ]
    for word, line in zip(["LEWAT", "LEWAT", "belum pasti"], lines[2:5], strict=True):
        assert word in line
    assert "≥ 120" in lines[4]
    assert lines[9].startswith("6 SOP dihitung, 2 melewati tenggat")


def test_a_summary_without_deadlines_has_no_column_for_them(make_timed):
    heading = render_text([make_timed()], TimesOptions("en", detail=False)).split("\n")[0]
    assert heading.split() == ["File", "SOP", "Total", "Critical"]
