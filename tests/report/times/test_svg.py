from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from sopkit.report.times import TimesOptions
from sopkit.report.times.drawing import cut, lines_of, px, room
from sopkit.report.times.page import render_page
from sopkit.report.times.svg import WIDTH, render_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(timed, language="id"):
    return ET.fromstring(render_svg(timed, language))  # noqa: S314 - our own


def texts(root):
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def of_class(root, name):
    return [element for element in root.iter() if name in element.get("class", "").split()]


def test_critical_steps_are_told_by_pattern_outline_and_mark(make_timed, parallel):
    root = drawn(make_timed(parallel))
    critical = [bar for bar in of_class(root, "critical") if bar.get("rx")]
    assert len(critical) == 3
    assert {bar.get("fill") for bar in critical} == {"url(#sopkit-k)"}
    assert [text for text in texts(root) if text.endswith(" *")] == ["1 *", "2 *", "4 *"]
    assert len(of_class(root, "slack")) == 2  # the slack of step 3 and the legend


def test_every_name_is_drawn_and_every_bar_lies_inside(make_timed, parallel):
    root = drawn(make_timed(parallel))
    assert {"Membagi tugas", "Kasubag", "Staf + Bendahara", "Laporan"} <= set(texts(root))
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width")) <= WIDTH


def test_days_off_are_shaded_when_there_is_a_start(make_timed, linear):
    week = linear.replace("1 hari", "5 hari")
    root = drawn(make_timed(week, start="2026-01-14"))
    assert [rect for rect in of_class(root, "off") if float(rect.get("height")) > 12]
    assert any("16/01" in text for text in texts(root))
    assert not of_class(drawn(make_timed(week)), "off")


def test_a_near_deadline_is_a_line_and_a_far_one_an_arrow(make_timed):
    near, far = drawn(make_timed(deadline="1 hari kerja")), drawn(make_timed(deadline="1 tahun"))
    assert [element.tag for element in of_class(near, "due")][:1] == [f"{SVG}line"]
    assert not of_class(far, "due")
    assert any(text.endswith("→") and text.startswith("Tenggat") for text in texts(far))


def test_a_deadline_before_the_start_points_back(make_timed):
    root = drawn(make_timed(start="2026-03-02", deadline="2026-02-27"))
    assert any(text.startswith("← Tenggat: 27 Februari 2026") for text in texts(root))


def test_an_unknown_time_is_an_empty_box_with_its_words(make_timed, linear):
    root = drawn(make_timed(linear.replace("1 hari", "sesuai jadwal")))
    assert [box for box in of_class(root, "unknown") if box.get("rx")]
    assert "? sesuai jadwal" in texts(root)


@pytest.mark.parametrize("count", [1, 3, 12, 40])
def test_rows_stay_high_enough_to_read(make_timed, count):
    steps = "".join(f"  - {{kegiatan: Langkah {i}, mutu_baku: {{waktu: 1 jam}}}}\n" for i in range(count))
    root = drawn(make_timed(f"sopkit: 1\nnama: Uji\nlangkah:\n{steps}"))
    assert float(root.get("height")) >= 22 * count
    assert float(root.get("height")) <= 22 * count + 400


EVIL = "<script>alert(1)</script> & \\\"x' \\u0007"


def test_a_document_cannot_break_out_of_the_picture(make_timed, linear):
    text = linear
    for word in ("Surat", "Menerima surat", "Kadis"):
        text = text.replace(word, f'"{EVIL}"', 1)
    picture = render_svg(make_timed(text), "id")
    ET.fromstring(picture)  # noqa: S314 - our own
    assert "<script" not in picture
    assert "\x07" not in picture


class _Ids(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]


def test_a_page_holds_every_sop_and_nothing_that_runs(make_timed, linear, parallel):
    evil = linear.replace("Surat", f'"{EVIL}"', 1)
    page = render_page([make_timed(evil), make_timed(parallel)], TimesOptions())
    parser = _Ids()
    parser.feed(page)
    assert len(parser.ids) == len(set(parser.ids))
    assert parser.tags.count("svg") == 2
    assert not {"script", "link", "img", "iframe"} & set(parser.tags)
    assert "&lt;script&gt;" in page


def test_pages_are_the_same_every_time_and_in_the_language_asked(make_timed, loop):
    first, again = (render_page([make_timed(loop, start="2026-01-02")], TimesOptions("en")) for _ in range(2))
    assert first == again
    assert '<html lang="en">' in first
    assert "Longest way without repeats" in first


def test_text_is_cut_to_its_room():
    assert room(cut("Memeriksa kelengkapan berkas", 100, 11), 11) <= 100
    assert cut("pendek", 100, 11) == "pendek"
    assert lines_of("satu dua tiga empat lima", 60, 11, 2)[1].endswith("…")


def test_coordinates_have_at_most_two_decimals():
    from fractions import Fraction

    assert [px(value) for value in (10, Fraction(1, 3), Fraction(-5, 2), 0, Fraction(100))] == [
        "10", "0.33", "-2.5", "0", "100",
    ]  # fmt: skip
