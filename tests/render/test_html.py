from __future__ import annotations

import base64
import dataclasses
import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopkit.render.characters import legal
from sopkit.render.html import render_html
from sopkit.render.options import RenderOptions
from sopkit.sheet.content import SymbolKind
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import PAPERS, LayoutOptions
from sopkit.sheet.picture import picture

OPTIONS = RenderOptions()
PNG = b"\x89PNG\r\n\x1a\n..."


def write(content, sheet=None):
    return render_html(content, sheet or layout(content), OPTIONS)


def words(text):
    """A text without its blanks and line breaks, which the layout may have moved."""
    return "".join(text.split())


def rows(page, kind):
    return page.all("tr", kind=kind)


def cells(row):
    return [part for part in row.content if not isinstance(part, str)]


def said(element):
    """What stands in the cells of the table: paragraphs and entries, without the words of the drawing."""
    return [words(part.text) for part in element.all("p", "li")]


@pytest.fixture
def shown(subject, page_of):
    """A content → its page as a tree."""
    return lambda content: page_of(write(content, subject(content).sheet))


def test_each_page_of_the_layout_is_a_section_with_at_most_one_table(real, subject, shown):
    pages = shown(real).all("section", kind="page")
    expected = subject(real).sheet.pages
    assert [len(page.all("table")) for page in pages] == [1 if page.table else 0 for page in expected]
    total = len(expected)
    assert [page["aria-label"] for page in pages] == [
        f"Halaman {i} dari {total}" for i in range(1, total + 1)
    ]


def test_every_row_of_the_layout_is_a_row_of_its_height(real, subject, shown):
    expected = [row for page in subject(real).sheet.pages if page.table for row in page.table.rows]
    found = shown(real).all("tr")
    assert [row.classes for row in found] == [[row.kind.value] for row in expected]
    heights = [float(row["style"].removeprefix("height:").removesuffix("mm")) for row in found]
    assert heights == [row.height / 1000 for row in expected]


def test_every_cell_of_the_layout_is_a_cell_with_its_spans(real, subject, shown):
    expected = [row for page in subject(real).sheet.pages if page.table for row in page.table.rows]
    for row, found in zip(expected, shown(real).all("tr"), strict=True):
        assert [
            (cell.classes[0], int(cell["colspan"] or 1), int(cell["rowspan"] or 1)) for cell in cells(found)
        ] == [(cell.kind.value, cell.columns, cell.rows) for cell in row.cells]


def test_every_step_stands_in_a_table_in_order_with_its_number_as_heading(real, shown):
    found = rows(shown(real), "step")
    assert [(cells(row)[0].tag, cells(row)[0]["scope"], cells(row)[0].text) for row in found] == [
        ("th", "row", row.number) for row in real.rows
    ]
    assert [said(cells(row)[1]) for row in found] == [[words(row.activity)] for row in real.rows]


def test_the_quality_standard_follows_the_roles(real, shown):
    for row, expected in zip(rows(shown(real), "step"), real.rows, strict=True):
        after = cells(row)[2 + len(real.roles) :]
        parts = [expected.requirements, (expected.time,), expected.outputs, (expected.note,)]
        numbered = [
            [f"{i}.{text}" for i, text in enumerate(part, 1)] if len(part) > 1 else part for part in parts
        ]
        assert [said(cell) for cell in after] == [[words(text) for text in part if text] for part in numbered]


def test_every_symbol_is_a_tile_in_the_cell_of_its_role(real, shown):
    for row, expected in zip(rows(shown(real), "step"), real.rows, strict=True):
        tiles = [
            [(tile.classes[1], tile["aria-label"]) for tile in cell.all("span", kind="symbol")]
            for cell in cells(row)[2 : 2 + len(real.roles)]
        ]
        assert tiles == [
            [(s.kind.value, f"{s.name}: {role}") for s in expected.symbols if s.role == i]
            for i, role in enumerate(real.roles)
        ]


def test_off_page_connectors_are_tiles_of_strips_that_say_where_they_lead(sop_file, shown):
    strips = [
        tile
        for row in rows(shown(sop_file("contoh/pelayanan-permohonan-informasi-publik")), "strip")
        for tile in row.all("span", kind="segilima")
    ]
    assert {tile["aria-label"].partition(": ")[0] for tile in strips} == {"Penghubung halaman A"}
    assert [tile.text for tile in strips] == ["Ake h. 3", "Adari h. 2"]


def test_symbols_are_pictures_with_words_for_who_cannot_see_them(rich, shown):
    tiles = shown(rich).all("span", kind="symbol")
    assert {tile["role"] for tile in tiles} == {"img"}
    assert [tile["aria-label"] for tile in tiles] == [
        "Mulai: Pemohon",
        "Kegiatan: Pemohon",
        "Kegiatan: Loket",
        "Keputusan: Tim Teknis",
        "Kegiatan: Pemohon",
        "Kegiatan: Tim Teknis",
        "Kegiatan: Kepala Dinas",
        "Selesai: Kepala Dinas",
    ]


def test_each_kind_of_symbol_has_an_outline_of_its_own(rich):
    html = write(rich)
    outlines = {kind: set(re.findall(rf'<(rect|path) class="{kind}" [^>]*?/>', html)) for kind in SymbolKind}
    assert outlines == {"kapsul": {"rect"}, "kotak": {"path"}, "ketupat": {"path"}}
    corners = [re.search(rf'class="{kind}" d="([^"]*)"', html)[1].count("L") for kind in ("kotak", "ketupat")]
    assert corners == [3, 3]
    assert len(re.findall(r'class="k\w+" (?:x|d)=', html)) == 8


def test_the_drawing_is_hidden_from_who_hears_the_page_and_told_in_words_instead(real, shown):
    page = shown(real)
    assert {ink["aria-hidden"] for ink in page.all("div", kind="ink")} == {"true"}
    assert [words(p.text) for p in page.all("p", kind="flow")] == [words(row.words) for row in real.rows]
    captions = [caption.text for caption in page.all("caption")]
    assert all("Alur dalam kata-kata" in caption for caption in captions)


def test_the_words_on_branches_stand_in_the_drawing(rich, shown):
    assert [word.text for word in shown(rich).all("span", kind="branch")] == ["Ya", "Tidak\nlengkap"]


def test_the_heading_has_two_lines_and_numbers_the_columns(real, shown):
    page = shown(real).all("table")[0]
    first, second = rows(page, "heading")
    assert [(words(c.text), c["scope"], c["colspan"], c["rowspan"]) for c in cells(first)] == [
        (words(text), scope, span, high)
        for text, scope, span, high in [
            (real.headings.number, "col", None, "2"),
            (real.headings.activity, "col", None, "2"),
            (real.headings.performer, "colgroup", str(len(real.roles)), None),
            (real.headings.standard, "colgroup", "3", None),
            (real.headings.note, "col", None, "2"),
        ]
    ]
    below = [*real.roles, real.headings.requirement, real.headings.time, real.headings.output]
    assert [(words(c.text), c["scope"]) for c in cells(second)] == [(words(text), "col") for text in below]
    (numbers,) = rows(page, "column-numbers")
    assert [c.text for c in cells(numbers)] == [str(i) for i in range(1, len(real.roles) + 7)]


def test_every_page_repeats_the_heading(real, shown):
    tables = shown(real).all("table")
    assert [[row.text for row in table.all("thead")[0].all("tr")] for table in tables] == [
        [row.text for row in tables[0].all("thead")[0].all("tr")]
    ] * len(tables)


def test_the_columns_have_the_widths_of_the_layout(real, subject, shown):
    for table, page in zip(
        shown(real).all("table"), [page for page in subject(real).sheet.pages if page.table], strict=True
    ):
        widths = [float(col["style"].removeprefix("width:").removesuffix("mm")) for col in table.all("col")]
        expected = [(right - left) / 1000 for left, right in pairwise(page.table.edges)]
        assert widths == expected


def test_the_identity_block_holds_fields_signer_and_sections(rich, shown):
    page = shown(rich).all("section", kind="page")[0]
    assert [part.text for part in page.all("dt")] == [
        *(field.label for field in rich.identity.fields),
        rich.identity.approval.label,
        rich.identity.title.label,
    ]
    (approval,) = page.all("dd", kind="approval")
    assert said(approval) == ["KepalaDinas", "Contoh", "Pembina", "NIP196706061992021001"]
    assert [h.text for h in page.all("h1")] == ["Pelayanan Izin"]
    assert [h.text for h in page.all("h2")] == [
        section.heading.upper() for pair in rich.identity.sections for section in pair
    ]


def test_a_section_that_goes_over_to_another_page_has_its_heading_there_too(sheet, shown):
    laws = "".join(f"  - Peraturan Nomor {i} Tahun 2020 tentang Sesuatu\n" for i in range(90))
    content = sheet(f"sopkit: 1\nnama: A\ndasar_hukum:\n{laws}langkah: [{{kegiatan: Menulis}}]")
    pages = shown(content).all("section", kind="page")
    headings = [[h.text for h in page.all("h2") if "DASAR" in h.text] for page in pages]
    assert headings[:2] == [["DASAR HUKUM"], ["DASAR HUKUM (lanjutan)"]]
    assert "" not in [h.text for page in pages for h in page.all("h2")]


def test_headings_go_down_by_one_at_a_time(real, shown):
    levels = [int(h.tag[1]) for h in shown(real).all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_table_may_stand_below_the_identity_block(rich, page_of):
    html = write(rich, layout(rich, LayoutOptions(identity="menyatu")))
    first, _ = page_of(html).all("section", kind="page")
    assert [part.tag for part in first.all("h1", "table")] == ["h1", "table"]


def test_only_several_entries_are_numbered(rich, sheet, shown):
    page = shown(rich)
    # three sections and two lists of documents on the sheets, and both again for phones, where the steps are a list as well
    assert len(page.all("ol")) == 2 * (3 + 2) + 1
    bare = sheet("sopkit: 1\nnama: A\nperalatan: Meja\nlangkah: [{kegiatan: Menulis}]")
    assert len(shown(bare).all("ol")) == 1


@pytest.mark.parametrize("mark", ["DRAF", "DICABUT", ""])
def test_a_sheet_not_in_force_says_so_across_its_pages(rich, shown, mark):
    page = shown(dataclasses.replace(rich, mark=mark))
    pages = page.all("section", kind="page")
    assert [[p.text for p in one.all("p", kind="mark")] for one in pages] == [[mark] if mark else []] * len(
        pages
    )
    assert [p["aria-hidden"] for p in page.all("p", kind="mark")][1:] == ["true"] * (
        len(pages) - 1 if mark else 0
    )
    assert [p.text for p in page.all("p", kind="state")] == ([mark] if mark else [])


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_landscape_of_the_paper_asked_for(rich, paper):
    html = write(rich, layout(rich, LayoutOptions(paper)))
    width, height = map(float, re.search(r"@page { size: ([\d.]+)mm ([\d.]+)mm; margin: 0; }", html).groups())
    assert (width, height) == (PAPERS[paper].width / 1000, PAPERS[paper].height / 1000)
    shown = map(float, re.search(r"\.page { width: ([\d.]+)mm; min-height: ([\d.]+)mm; }", html).groups())
    assert tuple(shown) == (width - 0.5, height - 0.5)


def test_the_footer_holds_number_and_name_and_page(rich, shown):
    for i, page in enumerate(shown(rich).all("section", kind="page"), 1):
        assert [p.text for p in page.all("p", kind="foot")] == [
            "1/2024 · Pelayanan Izin",
            f"Halaman {i} dari 2",
        ]


def test_the_file_stands_alone_and_runs_nothing(real, read_html):
    html = write(real)
    events = read_html(html)
    assert not {event[1] for event in events if event[0] == "<"} & {
        "script",
        "link",
        "iframe",
        "object",
        "base",
    }
    attributes = {name for event in events if event[0] == "<" for name, _ in event[2]}
    assert not attributes & {"src", "href"}
    assert not {name for name in attributes if name.startswith("on")}
    assert not re.search(r"url\(|@import|https?:", html)
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in html


def test_no_text_is_kept_from_breaking_where_a_font_is_wider(real):
    assert "nowrap" not in write(real)


def test_the_document_is_indonesian_and_says_its_encoding_first(real, shown):
    html = write(real)
    assert html.startswith('<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">')
    assert shown(real).all("title")[0].text == real.title


def test_a_logo_is_carried_inside_the_file(rich, shown):
    identity = dataclasses.replace(rich.identity, logo=picture(PNG))
    images = shown(dataclasses.replace(rich, identity=identity)).all("img")
    assert {image["src"] for image in images} == {"data:image/png;base64," + base64.b64encode(PNG).decode()}
    assert [image["alt"] for image in images] == ["Logo", "Logo"]


@pytest.fixture
def texts_stay_texts(rich, subject, same_but_for_texts):
    """Assert that a text put into every field of a sheet laid out beforehand, and of its content, changes nothing but texts."""

    def check(text):
        same_but_for_texts((rich, subject(rich).sheet), lambda both: write(*both), text, shown=legal)

    return check


def test_hostile_text_in_any_field_stays_text(texts_stay_texts, hostile):
    texts_stay_texts(hostile)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1))
def test_any_text_in_any_field_stays_text(texts_stay_texts, text):
    texts_stay_texts(text)


def test_hostile_text_that_is_laid_out_brings_no_element_with_it(rich, hostile, relabel, page_of):
    known = {(part.tag, *sorted(part.attributes)) for part in page_of(write(rich)).all()}
    page = page_of(write(relabel(rich, lambda _: hostile)))
    assert {(part.tag, *sorted(part.attributes)) for part in page.all()} <= known


def test_the_same_sheet_gives_the_same_text(rich):
    assert write(rich) == write(rich)
