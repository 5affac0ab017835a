import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sheet"))

from samples import content_of, random_sop

from sopkit.render.svg import render_svg
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import LayoutOptions

SVG = "{http://www.w3.org/2000/svg}"


def drawn(text):
    return [ET.fromstring(page) for page in render_svg(layout(content_of(text), LayoutOptions("A4")))]  # noqa: S314


def texts(page):
    return [found.text for found in page.iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def pages():
    return drawn(random_sop(9))


def test_there_is_a_document_for_each_page_as_large_as_the_paper(pages):
    assert len(pages) > 2
    assert {(page.get("width"), page.get("height"), page.get("viewBox")) for page in pages} == {
        ("297mm", "210mm", "0 0 297 210")
    }


def test_text_is_text(pages):
    assert "Kegiatan" in texts(pages[1])
    assert f"Halaman 2 dari {len(pages)}" in texts(pages[1])


def test_every_symbol_and_connector_of_the_sheet_is_drawn(pages):
    sheet = layout(content_of(random_sop(9)), LayoutOptions("A4"))
    for page, drawing in zip(sheet.pages, pages, strict=True):
        classes = [element.get("class") for element in drawing.iter()]
        assert classes.count("symbol") == len(page.symbols)
        assert classes.count("line") == len(page.connectors)
        assert classes.count("frame") + classes.count("hair") == len(page.rules)


def test_symbols_tell_what_they_are(pages):
    titles = [title.text for title in pages[1].iter(f"{SVG}title")]
    assert {"Mulai", "Kegiatan", "Keputusan"} <= set(titles)


def test_what_xml_gives_a_meaning_is_written_out():
    (first, _) = drawn("sopkit: 1\nnama: 'A < B & \"C\"'\nlangkah: [{kegiatan: a}]\n")
    assert 'A < B & "C"' in texts(first)


def test_joint_work_has_lines_without_arrowheads():
    text = "sopkit: 1\nnama: Uji\npelaksana: {a: Staf, b: Camat}\nlangkah:\n  - {kegiatan: a, pelaksana: {bersama: [a, b]}}\n"
    (_, page) = drawn(text)
    paths = [path for path in page.iter(f"{SVG}path") if path.get("class") in {"line", None}]
    assert [path.get("class") for path in paths] == ["line"]


def test_a_draft_bears_its_word():
    (first, second) = drawn("sopkit: 1\nnama: Uji\nstatus: draf\nlangkah: [{kegiatan: a}]\n")
    assert "DRAF" in texts(first)
    assert "DRAF" in texts(second)
