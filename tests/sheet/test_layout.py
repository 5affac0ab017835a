"""The stages together: real SOPs and SOPs of chance on all papers."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import content_of, random_sop

from sopkit.errors import SopkitError
from sopkit.sheet.document import to_document
from sopkit.sheet.drawing import page as drawing
from sopkit.sheet.layout import layout
from sopkit.sheet.model import CellKind, NoteKind, RowKind
from sopkit.sheet.paper import PAPERS, LayoutOptions
from sopkit.sheet.routing.problem import Shape
from sopkit.sheet.routing.route import route
from sopkit.sheet.typography.metrics import extent, units

SOPS = sorted((Path(__file__).resolve().parents[2] / "sops").glob("*/*.yaml"))
CHANCE = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", params=SOPS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def real(request):
    return content_of(request.param.read_text("utf-8"))


def sheet_of(text, paper="A4", identity="terpisah"):
    return layout(content_of(text), LayoutOptions(paper, identity))


def tables(sheet):
    return [page for page in sheet.pages if page.table]


def step_rows(sheet):
    return [row for page in tables(sheet) for row in page.table.rows if row.kind is RowKind.STEP]


def words(paragraphs):
    return [
        line.text
        for paragraph in paragraphs
        for line in (*([paragraph.marker] if paragraph.marker else []), *paragraph.lines)
    ]


def cell_texts(cells, kind):
    return [" ".join(words(cell.paragraphs)) for cell in cells if cell.kind is kind]


def connectors(sheet):
    return [connector for page in sheet.pages for connector in page.connectors]


def pentagons(page):
    return [symbol for symbol in page.symbols if symbol.shape is Shape.SEGILIMA]


def assert_well_formed(sheet):
    """What holds for every sheet, whatever is on it."""
    for number, page in enumerate(sheet.pages, 1):
        assert page.number == number
        if page.table:
            rows = page.table.rows
            assert all(upper.bottom == lower.top for upper, lower in pairwise(rows))
            assert page.table.bottom <= page.height - 14_000
            assert page.table.edges[-1] == page.width - 12_500
            for row in rows:
                assert sum(cell.columns for cell in row.cells) <= page.table.roles + 6
        cells = [
            *page.identity,
            *(cell for row in (page.table.rows if page.table else ()) for cell in row.cells),
        ]
        for cell in cells:
            for paragraph in cell.paragraphs:
                for line in paragraph.lines:
                    assert cell.y < line.y <= cell.y + cell.h
                    wide = extent(units(line.text, bold=paragraph.style.bold), paragraph.style.size)
                    assert wide <= cell.w or len(line.text) == 1
        for symbol in page.symbols:
            left = page.table.edges[page.table.first_role + symbol.role]
            assert left < symbol.x + symbol.w // 2 < page.table.edges[page.table.first_role + symbol.role + 1]
            assert page.table.top < symbol.y < symbol.y + symbol.h < page.table.bottom


def assert_letters_are_paired(sheet):
    """Every off-page connector has its match, with the same letter, on the page that its caption names."""
    seen = set()
    for page in sheet.pages:
        for symbol in pentagons(page):
            caption = " ".join(words(symbol.caption[1:]))
            direction, _, pages = caption.partition(" h. ")
            for part in pages.split(","):
                first, _, last = part.strip().partition("–")
                seen |= {
                    (symbol.letter, direction, page.number, there)
                    for there in range(int(first), int(last or first) + 1)
                }
    opposite = {"ke": "dari", "dari": "ke"}
    assert seen == {(letter, opposite[way], there, here) for letter, way, here, there in seen}


def assert_flow_is_drawn_once(content, sheet):
    """Every edge of the flow has one connector with its word, or is named as a problem."""
    drawn = [connector.edge for connector in connectors(sheet) if connector.edge]
    missing = [problem.edge for problem in sheet.problems if problem.edge]
    edges = [
        edge
        for row in content.rows
        for edge in row.exits
        if edge.target is not None or content.end is not None
    ]
    assert sorted(drawn + missing, key=repr) == sorted(edges, key=repr)
    for connector in connectors(sheet):
        wanted = connector.edge.label if connector.edge else None
        assert (connector.label.text if connector.label else None) == wanted


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("identity", ["terpisah", "menyatu"])
def test_the_real_sops_are_laid_out_on_every_paper_without_a_problem(real, paper, identity):
    sheet = layout(real, LayoutOptions(paper, identity))
    assert sheet.problems == sheet.notes == ()
    assert_well_formed(sheet)
    assert_letters_are_paired(sheet)
    assert_flow_is_drawn_once(real, sheet)
    assert [row.step for row in step_rows(sheet)] == [row.step for row in real.rows]


def test_pages_of_real_sops_are_not_left_nearly_empty(real):
    pages = tables(layout(real, LayoutOptions("A4")))
    assert len(pages) == 1 or all(page.table.bottom > page.height // 2 for page in pages)


def test_every_text_of_a_row_stands_in_its_cell(real):
    sheet = layout(real, LayoutOptions("A4"))
    for row, content in zip(step_rows(sheet), real.rows, strict=True):
        number, activity, *others = (
            "".join(words(cell.paragraphs)) for cell in row.cells if cell.kind is not CellKind.ROLE
        )
        assert number == content.number
        assert activity.replace(" ", "") == "".join(content.activity.split())
        for text, entries in zip(others[::2], (content.requirements, content.outputs), strict=True):
            marks = [f"{i}." for i in range(1, len(entries) + 1)] if len(entries) > 1 else [""] * len(entries)
            wanted = "".join(mark + entry for mark, entry in zip(marks, entries, strict=True))
            assert text.replace(" ", "") == "".join(wanted.split())


def test_the_same_content_gives_the_same_sheet(real):
    one, other = (layout(real, LayoutOptions("A4")) for _ in range(2))
    assert one == other
    assert json.dumps(to_document(one)) == json.dumps(to_document(other))


@CHANCE
@given(st.integers(0, 10_000), st.sampled_from(sorted(PAPERS)), st.sampled_from(["terpisah", "menyatu"]))
def test_an_sop_of_chance_is_well_formed_on_any_paper(seed, paper, identity):
    content = content_of(random_sop(seed, steps=(2, 25)))
    sheet = layout(content, LayoutOptions(paper, identity))
    assert_well_formed(sheet)
    assert_letters_are_paired(sheet)
    assert_flow_is_drawn_once(content, sheet)
    assert [row.step for row in step_rows(sheet)] == list(range(len(content.rows)))


LONG = "kata " * 40
TWO_PAGES = "sopkit: 1\nnama: Panjang\npelaksana: {a: Staf, b: Camat}\nlangkah:\n" + "".join(
    f"  - {{kegiatan: {LONG}{i}, pelaksana: {'ab'[i % 2]}}}\n" for i in range(24)
)


def test_each_page_has_the_heading_and_the_numbers_of_columns():
    pages = tables(sheet_of(TWO_PAGES))
    assert len(pages) > 1
    for page in pages:
        assert [row.kind for row in page.table.rows[:3]] == [
            RowKind.HEADING,
            RowKind.HEADING,
            RowKind.COLUMN_NUMBERS,
        ]
        assert cell_texts(page.table.rows[2].cells, CellKind.COLUMN_NUMBER) == list("12345678")


def test_a_line_to_the_next_page_goes_by_a_lettered_connector_on_both():
    first, second, *_ = tables(sheet_of(TWO_PAGES))
    (below,), above = pentagons(first), pentagons(second)[0]
    assert (below.letter, above.letter) == ("A", "A")
    assert words(below.caption[1:]) == ["ke h. 3"]
    assert words(above.caption[1:]) == ["dari h. 2"]
    last, following = (page.table.rows[-1] for page in (first, second))
    assert last.kind is following.kind is RowKind.STRIP
    assert first.connectors[-1].target == "A"
    assert second.connectors[0].source == "A"


def test_the_footer_tells_number_name_and_page():
    sheet = sheet_of("sopkit: 1\nnomor: 1/2024\nnama: Uji\nlangkah:\n  - {kegiatan: a}\n")
    assert [words(page.footer) for page in sheet.pages] == [
        ["1/2024 · Uji", "Halaman 1 dari 2"],
        ["1/2024 · Uji", "Halaman 2 dari 2"],
    ]


def test_a_long_name_is_shortened_in_the_footer_only():
    sheet = sheet_of(f"sopkit: 1\nnama: {'Nama panjang ' * 40}\nlangkah:\n  - {{kegiatan: a}}\n")
    assert words(sheet.pages[0].footer)[0].endswith("…")
    assert "…" not in "".join(cell_texts(sheet.pages[0].identity, CellKind.TITLE))


def test_a_draft_is_marked_on_every_page():
    draft = sheet_of("sopkit: 1\nnama: Uji\nstatus: draf\nlangkah:\n  - {kegiatan: a}\n")
    valid = sheet_of("sopkit: 1\nnama: Uji\nlangkah:\n  - {kegiatan: a}\n")
    assert {page.stamp.text for page in draft.pages} == {"DRAF"}
    assert {page.stamp for page in valid.pages} == {None}


def test_the_table_begins_below_the_identity_block_when_wanted():
    text = "sopkit: 1\nnama: Uji\npelaksana: {a: Staf}\nlangkah:\n  - {kegiatan: a, pelaksana: a}\n"
    (page,) = sheet_of(text, identity="menyatu").pages
    assert page.identity[-1].y + page.identity[-1].h < page.table.top
    assert [bool(page.table) for page in sheet_of(text).pages] == [False, True]


def test_a_table_that_has_no_room_below_the_identity_block_begins_on_the_next_page():
    laws = "dasar_hukum: [" + ", ".join(f"Peraturan {i} {LONG}" for i in range(8)) + "]\n"
    sheet = sheet_of(TWO_PAGES.replace("langkah:", laws + "langkah:"), identity="menyatu")
    assert any(page.identity and not page.table for page in sheet.pages)
    assert_letters_are_paired(sheet)


ROW = "sopkit: 1\nnama: Uji\npelaksana: {a: Staf}\nlangkah:\n  - {kegiatan: Pendek, pelaksana: a}\n  - kegiatan: TEKS\n"


def test_a_row_higher_than_a_page_is_set_in_smaller_type_and_noted():
    sheet = sheet_of(ROW.replace("TEKS", "panjang " * 450))
    first, second = step_rows(sheet)
    assert first.cells[1].paragraphs[0].style.size == 80
    assert second.cells[1].paragraphs[0].style.size < 80
    assert [(note.kind, note.step) for note in sheet.notes] == [(NoteKind.SMALL, 1)]
    assert_well_formed(sheet)


def test_a_row_higher_than_a_page_in_any_type_is_an_error_that_names_the_step():
    with pytest.raises(SopkitError, match=r"step 2 \(“panjang panjang"):
        sheet_of(ROW.replace("TEKS", "panjang " * 2400))


def test_a_character_of_unknown_width_is_noted_with_its_step():
    sheet = sheet_of(ROW.replace("TEKS", "menilai ≥ 75"))
    assert [(note.kind, note.step) for note in sheet.notes] == [(NoteKind.CHARACTER, 1)]
    assert "“≥” (U+2265)" in sheet.notes[0].text.id


def test_a_heading_with_a_word_wider_than_any_column_is_noted_by_its_words():
    text = "sopkit: 1\nnama: Uji\npelaksana: {a: Pertanggungjawabanpelaksanaan}\nlangkah:\n  - {kegiatan: a, pelaksana: a}\n"
    (note,) = sheet_of(text).notes
    assert note.kind is NoteKind.WORD
    assert "Pertanggungjawabanpelaksanaan" in note.text.id


def many_roles(count):
    roles = "".join(f"  r{i}: Peran {i}\n" for i in range(count))
    steps = "".join(f"  - {{kegiatan: Langkah {i}, pelaksana: r{i}}}\n" for i in range(count))
    return f"sopkit: 1\nnama: Uji\npelaksana:\n{roles}langkah:\n{steps}"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [1, 7, 10, 12])
def test_up_to_twelve_roles_fit_on_every_paper(paper, count):
    sheet = sheet_of(many_roles(count), paper)
    assert (sheet.problems, sheet.notes) == ((), ())
    assert_well_formed(sheet)


def test_more_roles_than_fit_are_an_error_that_tells_how_many_would():
    with pytest.raises(SopkitError, match=r"20 roles do not fit on this paper, 1\d at most"):
        sheet_of(many_roles(20))


def test_roles_are_as_wide_as_the_fewest_pages_allow():
    few, many = (tables(sheet_of(many_roles(count)))[0].table for count in (2, 12))
    widths = [table.edges[3] - table.edges[2] for table in (few, many)]
    assert widths[0] > widths[1] >= 13_000


CAPSULES = (
    "sopkit: 1\nnama: Uji\nmulai_selesai: terpisah\npelaksana: {a: Staf, b: Camat}\nlangkah:\n"
    "  - {kegiatan: a, pelaksana: [a, b, a]}\n  - {kegiatan: b, pelaksana: {bersama: [a, b]}}\n"
)


def test_capsules_that_stand_alone_have_a_row_each_and_are_joined_with_the_steps():
    sheet = sheet_of(CAPSULES)
    (page,) = tables(sheet)
    kinds = [row.kind for row in page.table.rows[3:]]
    assert kinds == [RowKind.CAPSULE, RowKind.STEP, RowKind.STEP, RowKind.CAPSULE]
    ends = [(c.source, c.target, c.arrow) for c in page.connectors]
    assert ends == [
        ("mulai", "1", True),
        ("1", "1", True),
        ("1", "1", True),
        ("1", "2", True),
        ("2", "2", False),
        ("2", "selesai", True),
    ]


def test_symbols_of_one_role_in_a_row_stand_one_below_the_other():
    (page,) = tables(sheet_of(CAPSULES))
    first, second, third = (symbol for symbol in page.symbols if symbol.name == "1")
    assert first.y == second.y
    assert first.x == third.x
    assert third.y > first.y + first.h


def leave_out(monkeypatch, refused):
    """Let the router give up the lines of a page that `refused(page, connection)` names."""

    def stingy(page):
        routed = route(page)
        lost = {edge.id for edge in page.edges if refused(page, edge)}
        paths = tuple(path for path in routed.paths if path.connection not in lost)
        return replace(routed, paths=paths, unroutable=tuple(sorted(lost)))

    monkeypatch.setattr(drawing, "routed_page", stingy)


def test_a_line_without_a_way_is_named_and_left_out_together_with_its_connectors(monkeypatch):
    leave_out(monkeypatch, lambda page, edge: page.nodes[0].shape is Shape.SEGILIMA and edge.id == 0)
    content = content_of(TWO_PAGES)
    sheet = layout(content, LayoutOptions("A4"))
    assert sheet.problems
    assert_flow_is_drawn_once(content, sheet)
    assert_letters_are_paired(sheet)


def test_a_decision_that_leads_back_to_its_own_step_is_drawn_round_its_corner():
    text = "sopkit: 1\nnama: Uji\npelaksana: {a: Staf}\nlangkah:\n  - {kegiatan: a, pelaksana: a}\n"
    again = "  - {kegiatan: b, pelaksana: a, keputusan: {ya: {ke: 3}, tidak: {ke: 2}}}\n  - {kegiatan: c, pelaksana: a}\n"
    sheet = sheet_of(text + again)
    assert sheet.problems == ()
    (loop,) = (connector for connector in connectors(sheet) if connector.source == connector.target)
    assert loop.points[0] != loop.points[-1]
    assert loop.label.text == "Tidak"


def test_wider_roles_are_tried_when_a_line_finds_no_way(monkeypatch):
    narrow = TWO_PAGES.replace("a: Staf, b: Camat", ", ".join(f"{key}: Peran" for key in "abcdefg"))
    usual = tables(sheet_of(narrow))[0].table
    leave_out(
        monkeypatch, lambda page, edge: page.columns[0].right - page.columns[0].left < 18_000 and edge.id == 0
    )
    sheet = sheet_of(narrow)
    edges = tables(sheet)[0].table.edges
    assert usual.edges[3] - usual.edges[2] < 18_000 <= edges[3] - edges[2]
    assert sheet.problems == ()


def test_the_document_has_steps_symbols_and_connectors_in_millimetres():
    document = to_document(sheet_of(TWO_PAGES))
    page = document["pages"][1]
    assert document["version"] == 1
    assert (page["width"], page["height"]) == (297.0, 210.0)
    assert page["rows"][0]["step"] == "1"
    assert set(page["symbols"][0]) == {"step", "kind", "role", "x", "y", "w", "h", "letter"}
    assert [symbol["letter"] for symbol in page["symbols"] if symbol["kind"] == "segilima"] == ["A"]
    assert page["symbols"][0]["role"] == "Staf"
    assert set(page["connectors"][0]) == {"from", "to", "points", "label"}
    assert page["connectors"][-1]["to"] == "A"
    assert document["pages"][0]["rows"] == []
