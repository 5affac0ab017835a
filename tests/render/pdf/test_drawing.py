"""What is drawn, read back: every text in order and in its place, every line where the sheet has it."""

from __future__ import annotations

import re
from math import hypot
from xml.etree import ElementTree as ET

import pytest
from pdf_reading import merged, pairs

from sopkit.render.svg import render_svg
from sopkit.sheet.model import Align
from sopkit.sheet.paper import PAPERS, LayoutOptions
from sopkit.sheet.routing.problem import Shape

NEAR = 10
"""Micrometres: a hundredth of a millimetre."""
NUMBER = re.compile(r"-?[\d.]+")


def cells(page):
    return [*page.identity, *(cell for row in (page.table.rows if page.table else ()) for cell in row.cells)]


def lines(page):
    """Style, alignment and line of all that is written on a page but the word across it, in the order of reading."""
    paragraphs = [paragraph for cell in cells(page) for paragraph in cell.paragraphs]
    paragraphs += [connector.label.lines for connector in page.connectors if connector.label]
    paragraphs += [paragraph for symbol in page.symbols for paragraph in symbol.caption]
    found = []
    for paragraph in (*paragraphs, *page.footer):
        if paragraph.marker:
            found.append((paragraph.style, Align.LEFT, paragraph.marker))
        found += [(paragraph.style, paragraph.style.align, line) for line in paragraph.lines if line.text]
    return found


def underlines(page):
    return [line for style, _, line in lines(page) if style.underline]


def drawn_in_svg(text):
    """The straight lines of an SVG page as the PDF is read: pairs of points in micrometres."""
    found = set()
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own
        name = element.tag.rpartition("}")[2]
        if name == "path":
            points = [
                tuple(round(float(n) * 1000) for n in NUMBER.findall(part))
                for part in re.split("[ML]", element.get("d"))[1:]
            ]
            found |= pairs([*points, points[0]] if element.get("d").endswith("z") else points)
        if name == "rect" and element.get("class"):
            x, y, w, h = (round(float(element.get(key)) * 1000) for key in ("x", "y", "width", "height"))
            found |= pairs([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)])
    return merged(found)


def pairs_of(lines):
    return set().union(*(pairs([(round(x * 1000), round(y * 1000)) for x, y in line]) for line in lines))


def test_every_text_is_there_whole_and_in_the_order_of_reading(real, draw):
    sheet, pdf = draw(real)
    for number, page in enumerate(sheet.pages):
        assert pdf.text(number) == (page.stamp.text if page.stamp else "") + "".join(
            line.text for *_, line in lines(page)
        )


def test_every_line_of_text_stands_where_the_sheet_has_it(real, draw):
    sheet, pdf = draw(real)
    for number, page in enumerate(sheet.pages):
        characters = iter(pdf.characters(number)[len(page.stamp.text) if page.stamp else 0 :])
        for _, align, line in lines(page):
            taken = [next(characters) for _ in line.text]
            left, right = taken[0][1], taken[-1][3]
            at = {Align.LEFT: left, Align.CENTRE: (left + right) / 2, Align.RIGHT: right}[align]
            assert at == pytest.approx(line.x, abs=NEAR), line
            assert all(y == pytest.approx(line.y, abs=NEAR) for _, _, y, _ in taken), line


def test_the_same_lines_are_drawn_as_in_the_svg(real, draw):
    sheet, pdf = draw(real)
    for number, text in enumerate(render_svg(sheet)):
        more = pdf.segments(number) - drawn_in_svg(text)
        assert drawn_in_svg(text) <= pdf.segments(number)
        # an SVG has its underlines from the program that shows it
        assert len(more) == len(underlines(sheet.pages[number]))


def test_every_line_of_the_drawing_is_where_the_router_put_it(rich, draw):
    sheet, pdf = draw(rich)
    for number, page in enumerate(sheet.pages):
        for connector in page.connectors:
            runs = pairs(connector.points)
            # the last run ends within the arrowhead
            whole = runs - {frozenset(connector.points[-2:])}
            assert merged(pdf.segments(number) | whole) == pdf.segments(number)


def test_what_lines_share_is_drawn_once(sop_file, draw):
    sheet, pdf = draw(sop_file("contoh/penyusunan-laporan-kinerja"))
    for number, page in enumerate(sheet.pages):
        targets = {connector.points[-1] for connector in page.connectors if connector.arrow}
        heads = [curve for curve in pdf.pages[number].curves if curve["fill"] and not curve["stroke"]]
        assert len(heads) == len(targets)
        lines = [
            line["pts"]
            for line in pdf.pages[number].lines
            if line["linewidth"] == pytest.approx(0.35 * 72 / 25.4)
        ]
        assert len(lines) == len(merged(pairs_of(lines)))


def test_the_ends_of_capsules_are_half_circles(rich, draw):
    sheet, pdf = draw(rich)
    for number, page in enumerate(sheet.pages):
        capsules = [symbol for symbol in page.symbols if symbol.shape is Shape.KAPSUL]
        curves = pdf.curves(number)
        assert len(curves) == 4 * len(capsules)
        for i, symbol in enumerate(capsules):
            radius = symbol.h / 2
            for curve in curves[4 * i : 4 * i + 4]:
                x, y = (
                    sum(weight * point[axis] for weight, point in zip((1, 3, 3, 1), curve, strict=True)) / 8
                    for axis in (0, 1)
                )
                middles = [
                    (symbol.x + radius, symbol.y + radius),
                    (symbol.x + symbol.w - radius, symbol.y + radius),
                ]
                assert min(hypot(x - a, y - b) for a, b in middles) == pytest.approx(radius, abs=NEAR)


def test_underlines_are_as_wide_as_their_words(rich, draw):
    sheet, pdf = draw(rich)
    (line,) = underlines(sheet.pages[0])
    (stroke,) = pdf.segments(0) - drawn_in_svg(render_svg(sheet)[0])
    left, right = sorted(stroke)
    assert (left[0] + right[0]) / 2 == pytest.approx(line.x, abs=NEAR)
    assert left[1] == right[1]
    assert line.y < left[1] < line.y + 1000


def test_the_word_across_a_draft_rises_around_the_middle_of_the_page_and_lies_below_everything(rich, draw):
    sheet, pdf = draw(rich)
    for number, page in enumerate(sheet.pages):
        characters = pdf.characters(number)[: len("DRAF")]
        assert "".join(char[0] for char in characters) == "DRAF"
        heights = [char[2] for char in characters]
        assert heights == sorted(heights, reverse=True)
        first = pdf.pages[number].chars[0]
        assert first["stroking_color"] == (0.78,)
        assert first["matrix"][1] == pytest.approx(first["matrix"][0] * 0.4452, rel=0.001)  # 24 degrees
        middle = (characters[0][1] + characters[-1][3]) / 2
        assert middle == pytest.approx(page.width / 2, abs=12_000)


def test_an_sop_in_force_has_no_word_across(sheet, draw):
    _, pdf = draw(
        sheet("sopkit: 1\nnama: Uji\npelaksana: {a: Staf}\nlangkah: [{kegiatan: Satu, pelaksana: a}]\n")
    )
    assert {char["stroking_color"] for char in pdf.pages[0].chars} <= {(0,), None}


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_are_exactly_as_large_as_the_paper(rich, draw, paper):
    sheet, pdf = draw(rich, LayoutOptions(paper))
    assert len(pdf.pages) == len(sheet.pages)
    for number in range(len(sheet.pages)):
        assert pdf.size(number) == pytest.approx((PAPERS[paper].width, PAPERS[paper].height), abs=NEAR)


def test_marks_of_the_file_format_are_text_like_any_other(sheet, draw):
    _, pdf = draw(
        sheet(
            "sopkit: 1\nnama: 'a (b) \\ c) ('\npelaksana: {a: Staf}\nlangkah: [{kegiatan: Satu, pelaksana: a}]\n"
        )
    )
    assert "a (b) \\ c) (" in pdf.text(0)
