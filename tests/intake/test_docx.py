"""Word: merged and nested cells, numbers that Word counts, shapes of both kinds, hostile files."""

from __future__ import annotations

import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from sopkit.errors import SopkitError
from sopkit.intake.docx import read_docx

_SPEC = importlib.util.spec_from_file_location("sheets", Path(__file__).with_name("sheets.py"))
sheets = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sheets)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document):
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def table(document, lines):
    lines = list(lines)
    made = document.add_table(rows=len(lines), cols=len(lines[0]))
    for row, line in zip(made.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for paragraph in rest:
                cell.add_paragraph(paragraph)
    return made


def procedure(document, lines=None):
    made = table(document, lines or sheets.procedure())
    made.cell(0, 2).merge(made.cell(0, 4))
    made.cell(0, 5).merge(made.cell(0, 7))
    for column in (0, 1, 8):
        made.cell(0, column).merge(made.cell(1, column))
    return made


def cover(document):
    made = table(document, [("", label, value) for label, value in sheets.IDENTITY])
    merged = made.cell(0, 0).merge(made.cell(5, 0))
    merged.text = "\n".join(sheets.AGENCY)
    table(document, sheets.SECTIONS)


def test_a_sheet_is_read_in_full(sop):
    document = Document()
    cover(document)
    procedure(document)
    sheets.check(sop(saved(document), "surat.docx"))


def test_cover_and_table_in_one_table_are_read_in_full(sop):
    document = Document()
    lines = [(*sheets.AGENCY[:1], "", label, value, "", "", "", "", "") for label, value in sheets.IDENTITY]
    lines = [
        ("\n".join(sheets.AGENCY) if not i else "", "", label, value, "", "", "", "", "")
        for i, (label, value) in enumerate(sheets.IDENTITY)
    ]
    lines += [(left, "", "", "", right, "", "", "", "") for left, right in sheets.SECTIONS]
    made = table(document, [*lines, *sheets.procedure()])
    made.cell(0, 0).merge(made.cell(5, 1))
    for row in range(6, 12):
        made.cell(row, 0).merge(made.cell(row, 3))
        made.cell(row, 4).merge(made.cell(row, 8))
    sheets.check(sop(saved(document), "surat.docx"))


def test_a_table_inside_of_a_cell_is_read(sop):
    document = Document()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "\n".join(sheets.AGENCY)
    inner = outer.cell(0, 1).add_table(rows=len(sheets.IDENTITY), cols=2)
    for row, line in zip(inner.rows, sheets.IDENTITY, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    table(document, sheets.SECTIONS)
    procedure(document)
    sheets.check(sop(saved(document), "surat.docx"))


def numbered(paragraph, number, level=0):
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def define(document, *formats):
    """Lists 101, 102 … with these formats."""
    root = document.part.numbering_part.element
    for number, form in enumerate(formats, start=101):
        abstract = parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl></w:abstractNum>'
        )
        root.insert(0, abstract)
        root.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def test_numbers_that_word_counts_number_the_steps_and_split_the_lists(sop):
    document = Document()
    define(document, "decimal", "lowerLetter", "bullet")
    made = table(
        document,
        [
            ("Nama SOP", "Uji"),
            ("Dasar Hukum", "PP 5\nPP 6"),
            ("Peralatan", "Meja\nKursi"),
            ("Peringatan", "Awas\nIngat"),
        ],
    )
    for row, number in ((1, 101), (2, 102), (3, 103)):
        for paragraph in made.cell(row, 1).paragraphs:
            numbered(paragraph, number)
    document.add_paragraph("")
    define(document)
    steps = procedure(
        document, [("" if i > 1 else line[0], *line[1:]) for i, line in enumerate(sheets.procedure())]
    )
    root = document.part.numbering_part.element
    root.append(parse_xml(f'<w:num {W} w:numId="200"><w:abstractNumId w:val="101"/></w:num>'))
    for row in (2, 3, 4):
        numbered(steps.cell(row, 0).paragraphs[0], 200)
    read = sop(saved(document), "surat.docx")
    assert (read.dasar_hukum, read.peralatan, read.peringatan) == (
        ("PP 5", "PP 6"),
        ("Meja", "Kursi"),
        ("Awas", "Ingat"),
    )
    sheets.check_steps(read)


def test_deleted_text_is_left_out_and_inserted_text_is_read(sop):
    document = Document()
    paragraph = document.add_paragraph("Nama SOP: Uji ")
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>lama</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>baru</w:t></w:r></w:ins>"))
    procedure(document)
    assert sop(saved(document), "surat.docx").nama == "Uji baru"


def test_a_symbol_of_the_wingdings_font_is_a_mark(sop):
    document = Document()
    document.add_paragraph("SOP Uji")
    made = procedure(document)
    for row, column in ((2, 2), (3, 3), (4, 4)):
        cell = made.cell(row, column)
        cell.text = ""
        cell.paragraphs[0]._p.append(parse_xml(f'<w:r {W}><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))
    sheets.check_steps(sop(saved(document), "surat.docx"))


NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def anchored(x, y, width, height, shape):
    """A run with a shape `x`, `y` points from the left of its column and the top of its paragraph."""
    emu = 12700
    return parse_xml(
        f"<w:r {NAMES}><w:drawing><wp:anchor>"
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x * emu}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y * emu}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width * emu}" cy="{height * emu}"/><a:graphic><a:graphicData uri="wps">{shape}</a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )


def wsp(number, form, line="<a:ln/>"):
    return f'<wps:wsp><wps:cNvPr id="{number}" name="s"/><wps:cNvSpPr/><wps:spPr><a:xfrm/><a:prstGeom prst="{form}"/>{line}</wps:spPr></wps:wsp>'


ARROW = '<a:ln><a:tailEnd type="triangle"/></a:ln>'


def drawn_document(put):
    """A sheet with high rows without marks; `put(cell, which)` draws into the cell of each step's role."""
    document = Document()
    document.add_paragraph("SOP Uji")
    lines = [
        line if i < 2 else (*line[:2], "", "", "", *line[5:]) for i, line in enumerate(sheets.procedure())
    ]
    made = procedure(document, lines)
    for row in made.rows[2:]:
        row._tr.get_or_add_trPr().append(parse_xml(f'<w:trHeight {W} w:val="800"/>'))
    for which, (row, column) in enumerate(((2, 2), (3, 3), (4, 4))):
        put(made.cell(row, column), which)
    return saved(document)


def test_roles_are_read_off_drawingml_shapes_in_the_cells(take):
    forms = ("flowChartTerminator", "flowChartDecision", "flowChartTerminator")

    def put(cell, which):
        cell.paragraphs[0]._p.append(anchored(4, 8, 24, 14, wsp(which + 1, forms[which])))

    (draft,) = take(drawn_document(put), "surat.docx")
    assert [step.roles for step in draft.steps] == [("pemustaka",), ("petugas_layanan",), ("kepala_seksi",)]
    assert [step.exits is not None for step in draft.steps] == [False, True, False]
    assert any("diperkirakan" in note.message.id for note in draft.remarks)


def test_roles_are_read_off_vml_shapes_in_the_cells(take):
    kinds = ("roundrect", "rect", "rect")

    def put(cell, which):
        style = "position:absolute;margin-left:4pt;margin-top:8pt;width:24pt;height:14pt"
        cell.paragraphs[0]._p.append(
            parse_xml(
                f'<w:r {NAMES}><w:pict><v:{kinds[which]} id="s{which}" style="{style}" arcsize=".5"/></w:pict></w:r>'
            )
        )

    (draft,) = take(drawn_document(put), "surat.docx")
    assert [step.roles for step in draft.steps] == [("pemustaka",), ("petugas_layanan",), ("kepala_seksi",)]


def shapes_of(*runs):
    document = Document()
    paragraph = document.add_paragraph("")
    for run in runs:
        paragraph._p.append(run)
    return read_docx(saved(document), "a.docx").drawing


def test_a_connector_has_its_ends_and_its_arrow():
    drawing = shapes_of(anchored(10, 20, 40, 0, wsp(1, "straightConnector1", ARROW)))
    (stroke,) = drawing.strokes
    (x1, y1), (x2, y2) = stroke.points
    assert (round(x2 - x1), round(y2 - y1)) == (40, 0)
    assert (stroke.arrow_at_start, stroke.arrow_at_end) == (False, True)


def test_of_two_ways_to_write_a_shape_one_is_read():
    inner = anchored(0, 0, 30, 20, wsp(1, "rect"))
    both = parse_xml(
        f'<w:r {NAMES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="wps"/>'
        '<mc:Fallback><w:pict><v:rect style="width:30pt;height:20pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    both[0][0].append(inner.find(qn("w:drawing")))
    assert len(shapes_of(both).shapes) == 1


def test_vml_lines_in_a_group_are_placed_by_it():
    group = parse_xml(
        f'<w:r {NAMES}><w:pict><v:group style="margin-left:10pt;margin-top:0;width:100pt;height:50pt" coordorigin="1000,1000" coordsize="2000,1000">'
        '<v:line from="1000,1000" to="3000,2000"><v:stroke endarrow="block"/></v:line>'
        '<v:shape type="#_x0000_t110" style="left:1000;top:1000;width:400;height:200"/></v:group></w:pict></w:r>'
    )
    drawing = shapes_of(group)
    (stroke,) = drawing.strokes
    assert [round(stroke.points[1][i] - stroke.points[0][i]) for i in (0, 1)] == [100, 50]
    assert stroke.arrow_at_end
    (shape,) = drawing.shapes
    assert (shape.kind, round(shape.box[2] - shape.box[0])) == ("ketupat", 20)


def broken(part, text):
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(saved(Document()))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return stream.getvalue()


def bomb():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"word/media/{number}.bin", b"\0" * (45 << 20))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"bukan zip", "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "encrypted, or of the old format"),
        (saved(Document())[:-300], "damaged"),
        (broken("word/document.xml", "<w:document>"), "damaged"),
        (broken("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "not allowed"),
        (broken("[Content_Types].xml", "<x/>"), "damaged"),
    ],
)
def test_a_hostile_or_broken_document_is_refused_in_one_sentence(data, message):
    with pytest.raises(SopkitError, match=message):
        read_docx(data, "a.docx")


def test_a_zip_bomb_is_refused_before_it_is_opened():
    with pytest.raises(SopkitError, match="too large when unpacked"):
        read_docx(bomb(), "a.docx")
