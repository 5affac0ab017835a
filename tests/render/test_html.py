from __future__ import annotations

import base64
import dataclasses
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopkit.render.characters import legal
from sopkit.render.html import css_string, render_html
from sopkit.render.options import PAPERS, RenderOptions
from sopkit.sheet.content import SymbolKind
from sopkit.sheet.picture import picture

OPTIONS = RenderOptions()


def write(content):
    return render_html(content, OPTIONS)


def elements(events, tag):
    """The attributes and the text of every element `tag`, in order; of those inside each other the outer one only."""
    found, depth = [], 0
    for event in events:
        if isinstance(event, str):
            if depth:
                found[-1][1].append(event)
        elif event[1] == tag:
            depth += 1 if event[0] == "<" else -1
            if event[0] == "<" and depth == 1:
                found.append((dict(event[2]), []))
    return [(attributes, "".join(texts).strip()) for attributes, texts in found]


def table(events):
    """The rows of the table: for each its class and its cells as (tag, attributes, texts, symbols)."""
    rows, inside = [], False
    for event in events:
        if isinstance(event, str):
            if inside:
                rows[-1][1][-1][2].append(event.strip())
        elif event[:2] == ("<", "tr"):
            rows.append((dict(event[2]).get("class", ""), []))
        elif event[1] in {"td", "th"}:
            inside = event[0] == "<"
            if inside:
                rows[-1][1].append((event[1], dict(event[2]), [], []))
        elif event[:2] == ("<", "svg"):
            rows[-1][1][-1][3].append(dict(event[2])["class"])
    return rows


def steps(events):
    return [cells for kind, cells in table(events) if kind == "step"]


def texts(cell):
    return [text for text in cell[2] if text]


def test_every_row_stands_in_the_table_in_order_with_its_number_as_heading(real, read_html):
    rows = steps(read_html(write(real)))
    assert [(row[0][0], row[0][1]["scope"], texts(row[0])) for row in rows] == [
        ("th", "row", [row.number]) for row in real.rows
    ]
    assert [texts(row[1]) for row in rows] == [[row.activity] for row in real.rows]


def test_every_symbol_stands_in_the_column_of_its_role(real, read_html):
    for cells, row in zip(steps(read_html(write(real))), real.rows, strict=True):
        expected = [[str(s.kind) for s in row.symbols if s.role == i] for i in range(len(real.roles))]
        assert [cell[3] for cell in cells[2 : 2 + len(real.roles)]] == expected


def test_the_quality_standard_follows_the_roles(real, read_html):
    for cells, row in zip(steps(read_html(write(real))), real.rows, strict=True):
        after = cells[2 + len(real.roles) :]
        expected = [row.requirements, (row.time,), row.outputs, (row.note,)]
        assert [texts(cell) for cell in after] == [[text for text in part if text] for part in expected]


def test_the_heading_has_two_lines_and_numbers_the_columns(real, read_html):
    first, second, numbers = table(read_html(write(real)))[:3]
    assert [(texts(c)[0], c[1]["scope"], c[1].get("colspan"), c[1].get("rowspan")) for c in first[1]] == [
        (real.headings.number, "col", None, "2"),
        (real.headings.activity, "col", None, "2"),
        (real.headings.performer, "colgroup", str(len(real.roles)), None),
        (real.headings.standard, "colgroup", "3", None),
        (real.headings.note, "col", None, "2"),
    ]
    below = [*real.roles, real.headings.requirement, real.headings.time, real.headings.output]
    assert [(texts(c)[0], c[1]["scope"]) for c in second[1]] == [(heading, "col") for heading in below]
    assert [texts(c)[0] for c in numbers[1]] == [str(i) for i in range(1, len(real.roles) + 7)]


def test_every_row_has_a_cell_for_every_column_and_the_columns_fill_the_table(rich, read_html):
    events = read_html(write(rich))
    assert {len(cells) for kind, cells in table(events) if kind in {"step", "capsule", "numbers"}} == {
        len(rich.roles) + 6
    }
    widths = [dict(event[2])["style"] for event in events if event[:2] == ("<", "col")]
    assert len(widths) == len(rich.roles) + 6
    assert sum(round(10 * float(w.removeprefix("width:").removesuffix("%"))) for w in widths) == 1000


def test_capsules_of_their_own_stand_in_rows_of_their_own(rich, read_html):
    rows = table(read_html(write(rich)))
    kinds = [kind for kind, _ in rows]
    assert kinds[3] == kinds[-1] == "capsule"
    assert [texts(cell) for cell in rows[3][1] if cell[3]] == [["Mulai: Pemohon", "Mulai"]]
    assert [cell[3] for cell in rows[-1][1]][2:6] == [[], [], [], ["kapsul"]]


def test_the_target_is_written_beside_a_symbol_when_it_is_not_the_next_row(rich, read_html):
    second = steps(read_html(write(rich)))[1]
    assert texts(second[3])[1:] == ["→ Tim Teknis"]
    assert texts(second[4])[1:] == ["Ya → 4", "Tidak lengkap → 1"]


def test_symbols_are_pictures_with_words_for_who_cannot_see_them(rich, read_html):
    events = read_html(write(rich))
    pictures = [dict(event[2]) for event in events if event[:2] == ("<", "svg")]
    assert {picture["role"] for picture in pictures} == {"img"}
    assert [picture["aria-label"] for picture in pictures] == [
        "Mulai: Pemohon",
        "Kegiatan: Pemohon",
        "Kegiatan: Loket",
        "Keputusan: Tim Teknis",
        "Kegiatan: Pemohon",
        "Kegiatan: Tim Teknis",
        "Kegiatan: Kepala Dinas",
        "Selesai: Kepala Dinas",
    ]


def test_each_kind_of_symbol_has_a_shape_of_its_own(rich):
    html = write(rich)
    shapes = {
        kind: set(re.findall(rf'<svg class="{kind}".*?<((?:rect|path).*?)/>', html, re.DOTALL))
        for kind in SymbolKind
    }
    assert all(len(found) == 1 for found in shapes.values())
    assert len(set.union(*shapes.values())) == len(SymbolKind)


def test_the_flow_is_told_in_words_for_every_row(real, read_html):
    words = [
        text
        for attributes, text in elements(read_html(write(real)), "p")
        if attributes.get("class") == "flow"
    ]
    assert words == [row.words for row in real.rows]


def test_the_identity_block_holds_fields_signer_and_sections(rich, read_html):
    events = read_html(write(rich))
    classes = {
        attributes["class"]: text for attributes, text in elements(events, "p") if "class" in attributes
    }
    assert [classes[part] for part in ("position", "signature", "name", "rank", "nip")] == [
        "Kepala Dinas",
        "",
        "Contoh",
        "Pembina",
        "NIP 19670606 199202 1 001",
    ]
    assert [text for _, text in elements(events, "h1")] == ["Pelayanan Izin"]
    assert [text for _, text in elements(events, "h2")][:6] == [
        section.heading for pair in rich.identity.sections for section in pair
    ]


def test_only_several_entries_are_numbered(rich, sheet, read_html):
    lists = [event for event in read_html(write(rich)) if event[:2] == ("<", "ol")]
    # three sections, two lists of documents in the table and the same two on the cards, and the cards themselves
    assert len(lists) == 3 + 2 + 2 + 1
    bare = sheet("sopkit: 1\nnama: A\nperalatan: Meja\nlangkah: [{kegiatan: Menulis}]")
    assert sum(event[:2] == ("<", "ol") for event in read_html(write(bare))) == 1


@pytest.mark.parametrize(("mark", "marks"), [("DRAF", 2), ("DICABUT", 2), ("", 0)])
def test_a_sheet_not_in_force_says_so_across_its_pages(rich, read_html, mark, marks):
    html = write(dataclasses.replace(rich, mark=mark))
    assert [text for a, text in elements(read_html(html), "p") if a.get("class") == "mark"] == [mark] * marks


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_landscape_of_the_paper_asked_for(rich, paper):
    html = render_html(rich, RenderOptions(paper=paper))
    width, height = re.search(r"size: ([\d.]+)mm ([\d.]+)mm;", html).groups()
    assert (float(width), float(height)) == (PAPERS[paper].width, PAPERS[paper].height)
    assert float(width) > float(height)


def test_the_footer_holds_number_and_name(rich, sheet):
    assert r'@bottom-left { content: "1\2f 2024 \b7  Pelayanan Izin"; }' in write(rich)
    assert 'content: "Tanpa Nomor";' in write(sheet("sopkit: 1\nnama: Tanpa Nomor\nlangkah: [{kegiatan: A}]"))


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


def test_the_document_is_indonesian_and_says_its_encoding_first(real, read_html):
    html = write(real)
    assert html.startswith('<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">')
    assert next(text for _, text in elements(read_html(html), "title")) == real.title


def test_a_logo_is_carried_inside_the_file(rich, read_html):
    data = b"\x89PNG\r\n\x1a\n..."
    identity = dataclasses.replace(rich.identity, logo=picture(data))
    events = read_html(write(dataclasses.replace(rich, identity=identity)))
    (image,) = [dict(event[2]) for event in events if event[:2] == ("<", "img")]
    assert image["src"] == "data:image/png;base64," + base64.b64encode(data).decode()
    assert image["alt"] == "Logo"


def test_hostile_text_in_any_field_stays_text(rich, hostile, same_but_for_texts):
    same_but_for_texts(rich, write, hostile, shown=legal)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1))
def test_any_text_in_any_field_stays_text(rich, same_but_for_texts, text):
    same_but_for_texts(rich, write, text, shown=legal)


def css_value(string):
    """What CSS reads from a string of its own: an escape is a number and one blank."""
    return re.sub(
        r"\\([0-9a-f]{1,6}) ",
        lambda found: chr(int(found[1], 16)),
        string.removeprefix('"').removesuffix('"'),
    )


@given(st.text())
def test_a_css_string_means_its_text_on_one_line_and_cannot_be_left(text):
    string = css_string(text)
    assert css_value(string) == " ".join(legal(text).split())
    assert not set(string[1:-1]) & set("\"'<>\n\r;{}")


def test_the_same_sheet_gives_the_same_text(rich):
    assert write(rich) == write(rich)
