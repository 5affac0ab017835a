"""Whole documents: tables apart from drawings, words in their places, and files that cannot be read."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from inks import Outlined, Stroked, diamond_points, pentagon_points
from paper import HEIGHT, WIDTH, Paper, file_of, stream

from sopkit.errors import SopkitError
from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.drawing.recovered import SURE, ColumnSpan, FlowGrid, RowSpan
from sopkit.intake.pdf import read as reading
from sopkit.intake.pdf.read import read_pdf
from sopkit.intake.source import Paragraph, Table

XS = (20, 45, 180, 260, 340, 430, 480, 570)
YS = (30, 60, 110, 160, 210, 270)
HEADS = ("No", "Kegiatan", "Camat", "Staf", "Kelengkapan", "Waktu", "Output")


def sheet(ink, *, paper=None):
    """A table of four steps with its chart: capsule, box, decision that leads back, capsule."""
    paper = paper or Paper()
    paper.table(XS, YS)
    for x, head in zip(XS, HEADS, strict=False):
        paper.text(x + 3, 40, head)
    for number in range(4):
        for x, text in zip(
            XS,
            (f"{number + 1}.", "Menyusun draf", "", "", "Naskah", f"{number + 1} hari", "Draf"),
            strict=False,
        ):
            paper.text(x + 3, YS[number + 1] + 15, text)
    ink.capsule(paper, (200, 75, 240, 95))
    ink.box(paper, (280, 125, 320, 145))
    ink.polygon(paper, diamond_points(200, 175, 240, 195))
    ink.capsule(paper, (200, 235, 240, 255))
    ink.arrow(paper, [(240, 85), (300, 85), (300, 125)])
    ink.arrow(paper, [(280, 135), (220, 135), (220, 175)])
    ink.arrow(paper, [(240, 185), (335, 185), (335, 135), (320, 135)])
    ink.arrow(paper, [(220, 195), (220, 235)])
    paper.text(242, 175, "Tidak", 6)
    paper.text(223, 200, "Ya", 6)
    return paper


def table_of(document):
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def flow_of(document, table, *, rows=(1, 2, 3, 4)):
    spans = [table.at[row, 0] for row in rows]
    columns = tuple(
        ColumnSpan(page, table.at[0, c].box[0], table.at[0, c].box[2], i)
        for page in sorted({cell.page for cell in spans})
        for i, c in enumerate((2, 3))
    )
    grid = FlowGrid(columns, tuple(RowSpan(c.page, c.box[1], c.box[3], i) for i, c in enumerate(spans)))
    return recover_flow(document.drawing, grid)


@pytest.mark.parametrize("ink", [Stroked(), Outlined()], ids=["stroked", "outlined"])
def test_a_sheet_is_read_whole_whatever_program_drew_it(ink):
    document = read_pdf(sheet(ink).data(), "a.pdf")
    table = table_of(document)
    assert [table.at[0, c].text for c in range(7)] == list(HEADS)
    assert [table.at[r, 5].text for r in range(1, 5)] == ["1 hari", "2 hari", "3 hari", "4 hari"]
    assert all(table.at[r, c].text == "" for r in range(1, 5) for c in (2, 3))
    flow = flow_of(document, table)
    assert [(s.row, s.column, s.kind) for s in flow.symbols] == [
        (0, 0, "kapsul"),
        (1, 1, "kotak"),
        (2, 0, "ketupat"),
        (3, 0, "kapsul"),
    ]
    assert [(e.source, e.target, e.branch) for e in flow.edges] == [
        (0, 1, None),
        (1, 2, None),
        (2, 1, "tidak"),
        (2, 3, "ya"),
        (3, None, None),
    ]
    assert all(value.confidence >= SURE for value in (*flow.symbols, *flow.edges))


def test_cells_drawn_as_boxes_side_by_side_make_a_table():
    paper = Paper()
    for top, bottom in ((30, 60), (60, 110), (110, 160)):
        for left, right in ((20, 60), (60, 200), (200, 300), (300, 400)):
            paper.frame(left, top, right, bottom, paint="B")
    paper.frame(230, 75, 270, 95, paint="B")
    document = read_pdf(paper_with_text(paper).data(), "a.pdf")
    table = table_of(document)
    assert (table.width, table.height) == (4, 3)
    assert [shape.kind for shape in document.drawing.shapes] == ["kotak"]


def paper_with_text(paper):
    paper.text(25, 40, "No")
    return paper


def test_merged_cells_come_once():
    paper = Paper()
    paper.table((20, 100, 200, 300), (30, 60, 90, 120), without={("v", 200, 0), ("h", 60, 0)})
    paper.text(110, 40, "Mutu Baku")
    table = table_of(read_pdf(paper.data(), "a.pdf"))
    assert [
        (c.row, c.column, c.rowspan, c.colspan) for c in table.cells if c.rowspan > 1 or c.colspan > 1
    ] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
    ]
    assert table.at[0, 2].text == "Mutu Baku"


def test_a_table_that_goes_on_over_the_page_is_one():
    paper = Paper()
    paper.table((20, 45, 180, 260), (300, 330, 360))
    paper.text(25, 310, "1")
    paper.page()
    paper.table((20, 45, 180, 260), (30, 60))
    paper.text(25, 40, "2")
    table = table_of(read_pdf(paper.data(), "a.pdf"))
    assert [(cell.text, cell.row, cell.page) for cell in table.cells if cell.text] == [
        ("1", 0, 1),
        ("2", 2, 2),
    ]


def test_a_table_with_other_columns_on_the_next_page_is_another():
    paper = Paper()
    paper.table((20, 180, 560), (30, 60, 90))
    paper.page()
    paper.table((20, 45, 180, 260, 400, 560), (30, 60, 90))
    paper.text(25, 40, "No")
    tables = [block for block in read_pdf(paper.data(), "a.pdf").blocks if isinstance(block, Table)]
    assert [table.width for table in tables] == [2, 5]


def test_a_connector_beside_a_border_is_no_border():
    paper = sheet(Stroked())
    paper.line((183, 200), (183, 220))
    assert table_of(read_pdf(paper.data(), "a.pdf")).width == 7


def test_off_page_connectors_outside_of_the_table_carry_the_flow_over_the_page():
    paper, ink = Paper(), Stroked()
    paper.table((20, 45, 180, 260, 340), (30, 60, 200, 330))
    for x, head in zip((20, 45, 180, 260), HEADS, strict=False):
        paper.text(x + 3, 40, head)
    paper.text(23, 80, "1")
    ink.capsule(paper, (200, 90, 240, 110))
    ink.polygon(paper, pentagon_points(210, 350, 230, 370))
    ink.arrow(paper, [(220, 110), (220, 350)])
    paper.text(23, 250, "2")
    ink.box(paper, (280, 220, 320, 240))
    paper.page()
    paper.table((20, 45, 180, 260, 340), (60, 130))
    paper.text(23, 80, "3")
    ink.polygon(paper, pentagon_points(210, 20, 230, 40))
    ink.box(paper, (200, 90, 240, 110))
    ink.arrow(paper, [(220, 40), (220, 90)])
    document = read_pdf(paper.data(), "a.pdf")
    flow = flow_of(document, table_of(document), rows=(1, 2, 3))
    assert (0, 2) in {(edge.source, edge.target) for edge in flow.edges}


def test_words_of_a_symbol_and_of_a_line_stand_in_no_cell():
    paper = sheet(Stroked())
    paper.text(205, 82, "Mulai", 6)
    document = read_pdf(paper.data(), "a.pdf")
    assert [shape.text for shape in document.drawing.shapes] == ["Mulai", "", "", ""]
    assert sorted(label.text for label in document.drawing.labels) == ["Tidak", "Ya"]
    assert not any("Mulai" in cell.text or "Ya" in cell.text for cell in table_of(document).cells)


def test_a_connector_close_to_the_borders_stays_a_connector():
    """Its last run is so short, and its turns so near to borders, that only the arrowhead tells it from them."""
    ink = Stroked()
    paper = sheet(ink)
    paper.line((261.2, 245), (261.2, 115.5))
    paper.line((261.2, 115.5), (220, 115.5))
    ink.arrow(paper, [(220, 115.5), (220, 105)])
    document = read_pdf(paper.data(), "a.pdf")
    assert any({y for _, y in stroke.points} == {115.5} for stroke in document.drawing.strokes)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (["Tidak", "Ya"], ["Tidak", "Ya"]),
        (["Tidak", "sesuai"], ["Tidak sesuai"]),
        (["Tidak", "ke h. 2"], ["Tidak", "ke h. 2"]),
        (["ke h. 2", "Ya"], ["Ya", "ke h. 2"]),
        (["Disetujui", "Ditolak"], ["Disetujui", "Ditolak"]),
    ],
)
def test_labels_that_stand_close_are_parted_by_what_they_say(words, labels):
    paper = sheet(Stroked())
    paper.text(262, 215, " ".join(words), 6)
    document = read_pdf(paper.data(), "a.pdf")
    found = [label.text for label in document.drawing.labels if label.box[1] > 205]
    assert sorted(found) == sorted(labels)


def test_labels_one_above_the_other_are_two():
    paper = sheet(Stroked())
    paper.text(262, 212, "Tidak", 6)
    paper.text(262, 218.5, "Ya", 6)
    document = read_pdf(paper.data(), "a.pdf")
    assert [label.text for label in document.drawing.labels if label.box[1] > 205] == ["Tidak", "Ya"]


def one_cell(paper):
    return table_of(read_pdf(paper.data(), "a.pdf")).cells[0].text


def framed():
    paper = Paper()
    paper.table((20, 300, 560), (30, 90, 150))
    return paper


def test_bold_type_painted_twice_is_read_once():
    paper = framed()
    paper.text(30, 40, "Nomor SOP")
    paper.text(30.3, 40, "Nomor SOP")
    assert one_cell(paper) == "Nomor SOP"


def test_a_heading_that_runs_upwards_is_read():
    paper = framed()
    paper.turned(30, 85, "Kepala")
    assert one_cell(paper) == "Kepala"


def test_what_a_white_box_hides_is_not_read():
    paper = framed()
    paper.text(30, 40, "SOP-003")
    paper.bar(28, 38, 120, 52, grey=1)
    paper.text(30, 40, "SOP-006")
    assert one_cell(paper) == "SOP-006"


def test_a_line_cut_off_at_the_border_stays_with_its_cell():
    paper = framed()
    for number, text in enumerate(("satu", "dua", "tiga", "empat")):
        paper.text(30, 58 + 9 * number, text)
    paper.text(30, 88, "lima")
    table = table_of(read_pdf(paper.data(), "a.pdf"))
    assert table.at[0, 0].text == "satu\ndua\ntiga\nempat"
    assert table.at[1, 0].text == "lima"


def test_lines_keep_their_breaks_and_paragraphs_their_place():
    paper = framed()
    paper.text(30, 40, "1. Perda")
    paper.text(30, 52, "2. Perbup")
    paper.text(30, 200, "Catatan kaki")
    document = read_pdf(paper.data(), "a.pdf")
    assert table_of(document).cells[0].text == "1. Perda\n2. Perbup"
    assert [(b.text, b.page) for b in document.blocks if isinstance(b, Paragraph)] == [("Catatan kaki", 1)]


def test_a_flowchart_that_is_an_image_is_said_to_be_one():
    paper = framed()
    paper.text(30, 40, "Kegiatan")
    paper.image(300, 40, 550, 300)
    document = read_pdf(paper.data(), "a.pdf")
    assert [place.page for place in document.images] == [1]
    (remark,) = document.remarks
    assert "gambar" in remark.message.id


def test_a_logo_is_not_worth_a_word():
    paper = framed()
    paper.text(30, 40, "Kegiatan")
    paper.image(400, 40, 440, 80)
    assert read_pdf(paper.data(), "a.pdf").remarks == ()


def test_a_scan_is_said_to_be_one_with_its_page():
    paper = Paper()
    paper.image(0, 0, WIDTH, HEIGHT)
    with pytest.raises(SopkitError, match="page 1 has no text") as caught:
        read_pdf(paper.data(), "a.pdf")
    assert caught.value.message.id.startswith("a.pdf: halaman 1 tidak memuat teks")


def test_a_scanned_page_among_others_is_named():
    paper = framed()
    paper.text(30, 40, "Kegiatan")
    paper.page()
    paper.image(0, 0, WIDTH, HEIGHT)
    (remark,) = read_pdf(paper.data(), "a.pdf").remarks
    assert remark.place.page == 2
    assert "pindai" in remark.message.id


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"halo",
        b"PK\x03\x04",
        b"%PDF-1.4\n%%EOF",
        sheet(Stroked()).data()[:400],
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
    ],
    ids=["empty", "text", "zip", "bare", "cut off", "noise"],
)
def test_what_is_no_whole_pdf_is_a_clear_error(data):
    with pytest.raises(SopkitError) as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.message.id.startswith("a.pdf: ")


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_truncated_pdf_is_a_clear_error_or_read_as_far_as_it_goes(cut):
    data = sheet(Outlined()).data()
    try:
        found = read_pdf(data[: int(len(data) * cut)], "a.pdf").name
    except SopkitError as error:
        found = error.message.id.partition(":")[0]
    assert found == "a.pdf"


def test_a_locked_pdf_is_said_to_be_locked():
    locked = sheet(Stroked()).data(
        trailer=f"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>"
    )
    with pytest.raises(SopkitError, match="password"):
        read_pdf(locked, "a.pdf")


def bomb(entries, data):
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, stream(data, entries)])


def test_a_stream_that_unpacks_to_too_much_is_refused():
    packed = zlib.compress(b" " * (30 * 2**20), 9)
    with pytest.raises(SopkitError, match="unpacks to more"):
        read_pdf(bomb("/Filter /FlateDecode", packed), "a.pdf")


def test_a_stream_packed_twice_is_refused():
    packed = zlib.compress(zlib.compress(b" " * (30 * 2**20), 9), 9)
    with pytest.raises(SopkitError, match="unpacks to more"):
        read_pdf(bomb("/Filter [/FlateDecode /FlateDecode]", packed), "a.pdf")


def test_pages_beyond_the_limit_are_named(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    paper = Paper()
    for number in range(3):
        paper.text(30, 40, f"halaman {number}")
        paper.page()
    document = read_pdf(paper.data(), "a.pdf")
    assert [block.text for block in document.blocks] == ["halaman 0", "halaman 1"]
    assert "2 dari 4 halaman" in document.remarks[0].message.id


def test_a_file_that_takes_too_long_is_given_up():
    ticks = iter(range(0, 10_000, 100))
    paper = framed()
    paper.text(30, 40, "satu")
    paper.page()
    paper.page()
    with pytest.raises(SopkitError, match="too long"):
        read_pdf(paper.data(), "a.pdf", clock=lambda: float(next(ticks)))


def test_the_same_bytes_give_the_same_document():
    data = sheet(Outlined()).data()
    assert read_pdf(data, "a.pdf") == read_pdf(BytesIO(data).getvalue(), "a.pdf")


def test_a_dotted_border_is_a_border():
    paper = Paper()
    paper.table((20, 300), (30, 90))
    for step in range(60):
        paper.bar(159.5, 30.5 + step, 160.2, 31.0 + step)
    paper.text(30, 40, "Kegiatan")
    assert table_of(read_pdf(paper.data(), "a.pdf")).width == 2


def test_the_shadow_of_a_symbol_is_no_second_one():
    paper = framed()
    paper.text(30, 40, "Kegiatan")
    paper.bar(363, 53, 413, 78, grey=0.5)
    paper.frame(360, 50, 410, 75, paint="B")
    assert [shape.kind for shape in read_pdf(paper.data(), "a.pdf").drawing.shapes] == ["kotak"]


def test_a_pale_ground_is_no_symbol():
    paper = framed()
    paper.text(30, 40, "Kegiatan")
    paper.bar(360, 50, 410, 75, grey=0.9)
    assert read_pdf(paper.data(), "a.pdf").drawing.shapes == ()


def test_a_small_circle_with_a_letter_is_a_connector():
    paper = framed()
    Stroked().capsule(paper, (400, 50, 420, 70))
    paper.text(407, 56, "A", 7)
    (found,) = read_pdf(paper.data(), "a.pdf").drawing.shapes
    assert (found.kind, found.text) == ("segilima", "A")


def test_a_page_with_more_lines_than_are_looked_at_says_so(monkeypatch):
    monkeypatch.setattr(reading, "MOST_OUTLINES", 5)
    document = read_pdf(sheet(Stroked()).data(), "a.pdf")
    assert any("terlalu rumit" in remark.message.id for remark in document.remarks)
