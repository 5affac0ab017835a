"""Excel: merged cells, number formats, drawn shapes, hostile workbooks."""

from __future__ import annotations

import datetime as dt
import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from sopkit.errors import SopkitError
from sopkit.intake.xlsx import read_xlsx

_SPEC = importlib.util.spec_from_file_location("sheets", Path(__file__).with_name("sheets.py"))
sheets = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sheets)


def saved(workbook):
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def fill(sheet, first=1, lines=None):
    """The procedure table from row `first` on; the row behind it."""
    lines = list(lines or sheets.procedure())
    for row, line in enumerate(lines, start=first):
        for column, text in enumerate(line, start=1):
            if text:
                sheet.cell(row, column, int(text) if text.isdecimal() else text)
    sheet.merge_cells(start_row=first, start_column=3, end_row=first, end_column=5)
    sheet.merge_cells(start_row=first, start_column=6, end_row=first, end_column=8)
    for column in (1, 2, 9):
        sheet.merge_cells(start_row=first, start_column=column, end_row=first + 1, end_column=column)
    return first + len(lines)


def cover(sheet):
    """The identity block in columns 1 to 9: the agency at the left, labels and values at the right."""
    sheet.merge_cells("A1:D6")
    sheet["A1"] = "\n".join(sheets.AGENCY)
    for row, (label, value) in enumerate(sheets.IDENTITY, start=1):
        sheet.cell(row, 5, label)
        sheet.cell(row, 7, value or None)
        sheet.merge_cells(start_row=row, start_column=7, end_row=row, end_column=9)
    for row, (left, right) in enumerate(sheets.SECTIONS, start=7):
        sheet.cell(row, 1, left)
        sheet.cell(row, 5, right)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
        sheet.merge_cells(start_row=row, start_column=5, end_row=row, end_column=9)


def test_cover_and_table_on_one_sheet_are_read_in_full(sop):
    workbook = Workbook()
    cover(workbook.active)
    fill(workbook.active, 14)
    sheets.check(sop(saved(workbook), "surat.xlsx"))


def test_cover_and_table_on_two_sheets_are_one_sop(sop):
    workbook = Workbook()
    cover(workbook.active)
    fill(workbook.create_sheet())
    sheets.check(sop(saved(workbook), "surat.xlsx"))


def test_sheets_with_titles_and_tables_of_their_own_are_several_sops(sops):
    workbook = Workbook()
    for number, name in enumerate(("SOP Satu", "SOP Dua")):
        sheet = workbook.active if not number else workbook.create_sheet()
        sheet["A1"] = name
        fill(sheet, 3)
    first, second = sops(saved(workbook), "surat.xlsx")
    assert (first.nama, second.nama) == ("SOP Satu", "SOP Dua")
    sheets.check_steps(first)
    sheets.check_steps(second)


def test_dates_and_numbers_with_words_are_read_as_shown(sop):
    workbook = Workbook()
    sheet = workbook.active
    for row, (label, value) in enumerate(
        (("Nama SOP", "Uji"), ("Tanggal Efektif", dt.date(2024, 3, 4))), start=1
    ):
        sheet.cell(row, 1, label)
        sheet.cell(row, 2, value)
    fill(sheet, 4)
    sheet.cell(6, 7, 90).number_format = '0" menit"'
    sheet.cell(7, 7, 1.5).number_format = '0.0\\ "jam"'
    read = sop(saved(workbook), "surat.xlsx")
    assert read.tanggal.efektif.text == "4 Maret 2024"
    assert [step.mutu_baku.waktu.text for step in read.langkah][:2] == ["90 menit", "1,5 jam"]


def test_a_hidden_sheet_is_left_out_and_told(take):
    workbook = Workbook()
    workbook.active["A1"] = "SOP Uji"
    fill(workbook.active, 2)
    hidden = workbook.create_sheet("Lama")
    hidden["A1"] = "rahasia"
    hidden.sheet_state = "hidden"
    (draft,) = take(saved(workbook), "surat.xlsx")
    assert any("“Lama”" in note.message.id for note in draft.remarks)


DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{}</xdr:wsDr>"""
ANCHOR = """<xdr:twoCellAnchor><xdr:from><xdr:col>{c1}</xdr:col><xdr:colOff>{x1}</xdr:colOff><xdr:row>{r1}</xdr:row>
<xdr:rowOff>{y1}</xdr:rowOff></xdr:from><xdr:to><xdr:col>{c2}</xdr:col><xdr:colOff>{x2}</xdr:colOff><xdr:row>{r2}</xdr:row>
<xdr:rowOff>{y2}</xdr:rowOff></xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>"""
SHAPE = """<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{id}" name="s"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm/>
<a:prstGeom prst="{form}"/><a:ln w="9525"/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"""
LINE = """<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{id}" name="c"/><xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>
<a:xfrm {turn}/><a:prstGeom prst="{form}"/><a:ln><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>"""


def at(inner, c1, x1, r1, y1, c2, x2, r2, y2):
    return ANCHOR.format(inner=inner, c1=c1, x1=x1, r1=r1, y1=y1, c2=c2, x2=x2, r2=r2, y2=y2)


def box(number, form, column, row, text=""):
    return at(
        SHAPE.format(id=number, form=form, text=text),
        column,
        100_000,
        row,
        60_000,
        column,
        500_000,
        row,
        300_000,
    )


def glued(number, source, target, *place):
    glue = f'<a:stCxn id="{source}" idx="2"/><a:endCxn id="{target}" idx="0"/>'
    return at(LINE.format(id=number, glue=glue, form="bentConnector3", turn=""), *place)


def with_drawing(data, drawing):
    """The workbook with a drawing put into its first sheet."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/drawings/drawing1.xml", DRAWING.format(drawing))
        new.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/>'
            '<Relationship Id="rId2" Type="x" Target="http://sukamaju.invalid/x.xml" TargetMode="External"/></Relationships>',
        )
    return stream.getvalue()


def drawn_workbook():
    workbook = Workbook()
    workbook.active["A1"] = "SOP Uji"
    lines = [(*line[:2], "", "", "", *line[5:]) for line in sheets.procedure()]
    lines[0:2] = list(sheets.procedure())[:2]
    fill(workbook.active, 2, lines)
    for row in (4, 5, 6):
        workbook.active.row_dimensions[row].height = 40
    return saved(workbook)


def test_roles_and_a_decision_are_read_off_the_drawing(take):
    drawing = (
        box(1, "flowChartTerminator", 2, 3)
        + box(2, "flowChartDecision", 3, 4)
        + box(3, "flowChartTerminator", 4, 5)
        + glued(4, 1, 2, 2, 300_000, 3, 300_000, 3, 300_000, 4, 60_000)
        + glued(5, 2, 3, 3, 300_000, 4, 300_000, 4, 300_000, 5, 60_000)
        + glued(6, 2, 1, 2, 500_000, 3, 180_000, 3, 100_000, 4, 180_000)
        + at(LABEL.format(text="Ya"), 3, 320_000, 4, 310_000, 3, 500_000, 4, 400_000)
        + at(LABEL.format(text="Tidak"), 2, 550_000, 4, 100_000, 3, 50_000, 4, 170_000)
    )
    (draft,) = take(with_drawing(drawn_workbook(), drawing), "surat.xlsx")
    assert [step.roles for step in draft.steps] == [("pemustaka",), ("petugas_layanan",), ("kepala_seksi",)]
    exits = draft.steps[1].exits
    assert (exits["ya"].target, exits["tidak"].target) == (2, 0)
    assert draft.steps[0].exits is None


LABEL = """<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="90" name="t"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm/><a:prstGeom prst="rect"/>
<a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"""


def points(drawing):
    document = read_xlsx(with_drawing(drawn_workbook(), drawing), "a.xlsx")
    return [[(round(x), round(y)) for x, y in stroke.points] for stroke in document.drawing.strokes]


@pytest.mark.parametrize(
    ("form", "turn", "expected"),
    [
        ("straightConnector1", "", [(0, 0), (48, 15)]),
        ("straightConnector1", 'flipH="1"', [(48, 0), (0, 15)]),
        ("bentConnector2", "", [(0, 0), (48, 0), (48, 15)]),
        ("bentConnector3", "", [(0, 0), (24, 0), (24, 15), (48, 15)]),
        ("bentConnector3", 'rot="10800000"', [(48, 15), (24, 15), (24, 0), (0, 0)]),
        ("bentConnector3", 'rot="5400000"', [(48, 0), (48, 8), (0, 8), (0, 15)]),
        ("bentConnector3", 'rot="16200000" flipH="1"', [(0, 0), (0, 8), (48, 8), (48, 15)]),
    ],
)
def test_connectors_are_followed_through_turns_and_mirrorings(form, turn, expected):
    line = at(LINE.format(id=1, glue="", form=form, turn=turn), 0, 0, 0, 0, 1, 0, 1, 0)
    assert points(line) == [expected]


def test_shapes_in_a_group_are_placed_by_it():
    group = (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="7" name="g"/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="100" cy="100"/><a:chOff x="1000" y="1000"/><a:chExt cx="100" cy="100"/></a:xfrm></xdr:grpSpPr>'
        + SHAPE.format(id=8, form="rect", text="").replace(
            "<a:xfrm/>", '<a:xfrm><a:off x="1050" y="1000"/><a:ext cx="50" cy="50"/></a:xfrm>'
        )
        + "</xdr:grpSp>"
    )
    document = read_xlsx(with_drawing(drawn_workbook(), at(group, 0, 0, 0, 0, 1, 0, 1, 0)), "a.xlsx")
    (shape,) = document.drawing.shapes
    assert [round(edge) for edge in shape.box] == [24, 0, 48, 8]


def replaced(data, part, text):
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return stream.getvalue()


def plain():
    workbook = Workbook()
    workbook.active["A1"] = "SOP"
    return saved(workbook)


ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/hostname">]><x>&a;&c;</x>'
MAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "encrypted, or of the old format"),
        (plain()[:-200], "damaged"),
        (replaced(plain(), "xl/workbook.xml", ENTITIES), "not allowed"),
        (replaced(plain(), "xl/worksheets/sheet1.xml", ENTITIES), "not allowed"),
        (replaced(plain(), "xl/worksheets/sheet1.xml", "<worksheet>"), "damaged"),
        (
            replaced(
                plain(),
                "xl/worksheets/sheet1.xml",
                MAIN.format("<sheetData/><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"),
            ),
            "more than 100000 cells",
        ),
        (
            replaced(
                plain(),
                "xl/worksheets/sheet1.xml",
                MAIN.format("<sheetData><row r='1'>" + "<c/>" * 100_001 + "</row></sheetData>"),
            ),
            "more than 100000 cells",
        ),
        (replaced(plain(), "xl/worksheets/sheet1.xml", " " * ((12 << 20) + 1)), "larger than 12 MiB"),
    ],
)
def test_a_hostile_or_broken_workbook_is_refused_in_one_sentence(data, message):
    with pytest.raises(SopkitError, match=message) as refused:
        read_xlsx(data, "a.xlsx")
    assert "\n" not in refused.value.message.id


def test_a_lone_cell_far_away_does_not_fill_the_memory():
    far = MAIN.format("<sheetData><row r='1048576'><c r='XFD1048576' t='str'><v>x</v></c></row></sheetData>")
    read_xlsx(replaced(plain(), "xl/worksheets/sheet1.xml", far), "a.xlsx")


def test_cells_far_away_are_told():
    far = MAIN.format("<sheetData><row r='9000'><c r='B9000' t='str'><v>x</v></c></row></sheetData>")
    (remark,) = read_xlsx(replaced(plain(), "xl/worksheets/sheet1.xml", far), "a.xlsx").remarks
    assert "5000 baris" in remark.message.id
