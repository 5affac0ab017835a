"""What the file is besides its pages: what it says of itself, bookmarks, pictures, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab import rl_config

from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.render.pdf import combine_pdf, info_of, pdf_notes, render_pdf
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import LayoutOptions
from sopkit.sheet.picture import Picture

ROOT = Path(__file__).resolve().parents[3]
SMALL = "sopkit: 1\nnama: {name}\npelaksana: {{a: Staf}}\nlangkah: [{{kegiatan: Satu, pelaksana: a}}]\n"


def small(name="Uji", logo=None):
    loaded = load_bytes("uji.sop.yaml", SMALL.format(name=name).encode())
    assert loaded.sop is not None, loaded.findings
    return compose(loaded.sop, build_flow(loaded.sop), logo=logo)


def logo(kind, *, mode="RGB", size=(60, 30), **save):
    image = Image.new(mode, size, "red" if mode in {"RGB", "RGBA", "P"} else 0)
    data = BytesIO()
    image.save(data, kind, **save)
    return Picture(f"image/{kind.lower()}", data.getvalue())


def pdf_of(content):
    return render_pdf(layout(content), info_of(content))


def test_the_file_says_what_it_is_who_made_it_and_in_what_language(rich, draw):
    _, pdf = draw(rich)
    said = dict(pdf.file.metadata)
    assert said.pop("Producer").startswith("ReportLab")
    assert said == {
        "Title": "Pelayanan Izin",
        "Author": "KOTA CONTOH, DINAS CONTOH",
        "Subject": "Standar Operasional Prosedur 1/2024",
        "Creator": "sopkit",
    }
    assert pdf.catalog["Lang"] == b"id"
    assert pdf.catalog["ViewerPreferences"] == {"DisplayDocTitle": True}


def test_what_is_not_known_is_not_said(sheet, draw):
    _, pdf = draw(sheet(SMALL.format(name="Uji")))
    assert "Author" not in pdf.file.metadata
    assert pdf.file.metadata["Subject"] == "Standar Operasional Prosedur"


def test_bookmarks_lead_to_the_identity_each_page_and_each_step(rich, draw):
    sheet, pdf = draw(rich)
    tops = {row.step: row.top for row in sheet.pages[1].table.rows if row.step is not None}
    assert [entry[:3] for entry in pdf.outline] == [
        (1, "Identitas", 1),
        (1, "Halaman 2 dari 2", 2),
        (2, "1. Mengajukan", 2),
        (2, "2. Memeriksa", 2),
        (2, "3. Menunggu", 2),
        (2, "4. Menandatangani", 2),
    ]
    assert [entry[3] for entry in pdf.outline[2:]] == pytest.approx([tops[i] for i in range(4)], abs=100)


def test_an_identity_above_the_table_and_the_table_are_two_bookmarks_of_one_page(rich, draw):
    _, pdf = draw(rich, LayoutOptions(identity="menyatu"))
    titles = [(title, page) for level, title, page, _ in pdf.outline if level == 1]
    assert titles[0] == ("Identitas", 1)
    assert [title for title, _ in titles].count("Identitas") == 1
    assert any(title.startswith("Halaman") for title, _ in titles)


def test_a_long_step_is_shortened_in_its_bookmark(sheet, draw):
    words = " ".join(["memeriksa"] * 40)
    _, pdf = draw(
        sheet(
            f"sopkit: 1\nnama: Uji\npelaksana: {{a: Staf}}\nlangkah: [{{kegiatan: {words}, pelaksana: a}}]\n"
        )
    )
    title = pdf.outline[-1][1]
    assert title.startswith("1. memeriksa memeriksa")
    assert title.endswith(" …")
    assert len(title) <= 90


def test_the_same_sheet_gives_the_same_bytes_without_any_date(real):
    sheet, info = layout(real), info_of(real)
    first = render_pdf(sheet, info)
    assert render_pdf(sheet, info) == first
    assert b"Date" not in first


def test_no_setting_of_the_user_changes_a_byte():
    # in a process of its own, because the library reads its settings when it is imported
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]; from drawn import data; sys.stdout.buffer.write(data())"
    )
    folder = Path(__file__).resolve().parent
    settings = {
        "RL_useA85": "1",
        "RL_invariant": "0",
        "RL_pdfMultiLine": "1",
        "RL_defaultEncoding": "MacRomanEncoding",
    }
    got = [
        subprocess.run(
            [sys.executable, "-c", program, str(ROOT / "src"), str(folder)],
            env={**os.environ, **more},
            capture_output=True,
            check=True,
        ).stdout
        for more in ({}, settings | {"TZ": "Asia/Jayapura"})
    ]
    assert got[0].startswith(b"%PDF-1.4")
    assert got[0] == got[1]


def test_the_settings_of_the_library_are_left_as_they_were():
    before = rl_config.currentSettings()
    pdf_of(small())
    assert rl_config.currentSettings() == before


@pytest.mark.parametrize(
    "of",
    [
        logo("PNG"),
        logo("PNG", mode="RGBA"),
        logo("PNG", mode="P"),
        logo("PNG", mode="1"),
        logo("PNG", mode="LA"),
        logo("PNG", mode="I;16"),
        logo("JPEG"),
        logo("JPEG", mode="CMYK"),
        logo("JPEG", mode="L"),
        logo("GIF", mode="P", transparency=0),
        logo("WEBP", mode="RGBA"),
    ],
    ids=lambda of: of.media_type,
)
def test_a_logo_of_any_kind_fills_its_box_without_distortion(of, draw):
    sheet, pdf = draw(small(logo=of))
    placed = sheet.pages[0].pictures[0]
    (image,) = pdf.pages[0].images
    points = 72 / 25_400
    assert image["x1"] - image["x0"] == pytest.approx(placed.w * points, abs=0.01)
    assert image["bottom"] - image["top"] == pytest.approx(placed.w * points / 2, abs=0.01)
    assert (image["top"] + image["bottom"]) / 2 == pytest.approx((placed.y + placed.h / 2) * points, abs=0.01)
    assert pdf_notes(sheet) == ()


def test_a_logo_lies_on_white_and_not_on_what_its_transparency_hides(draw):
    of = logo("PNG", mode="RGBA")
    clear = Image.new("RGBA", (4, 4), (200, 0, 0, 0))
    data = BytesIO()
    clear.save(data, "PNG")
    _, pdf = draw(small(logo=Picture(of.media_type, data.getvalue())))
    assert set(pdf.pages[0].images[0]["stream"].get_data()) == {255}


def test_a_photograph_taken_upright_is_not_laid_on_its_side(draw):
    exif = Image.Exif()
    exif[0x0112] = 6
    _, pdf = draw(small(logo=logo("JPEG", size=(60, 30), exif=exif)))
    assert pdf.pages[0].images[0]["srcsize"] == (30, 60)


def test_a_huge_logo_is_made_no_larger_than_print_can_show(draw):
    _, pdf = draw(small(logo=logo("PNG", size=(3000, 3000))))
    assert pdf.pages[0].images[0]["srcsize"] == (283, 283)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (Picture("image/png", logo("PNG").data[:60]), "rusak"),
        (Picture("image/png", b"\x89PNG\r\n\x1a\n"), "rusak"),
        (logo("PNG", mode="1", size=(20_000, 20_000)), "terlalu besar"),
        (Picture("image/svg+xml", b"<svg/>"), "SVG"),
    ],
    ids=["cut off", "empty", "bomb", "svg"],
)
def test_a_logo_that_cannot_be_shown_is_left_out_and_told(broken, told, draw):
    sheet, pdf = draw(small(logo=broken))
    assert pdf.pages[0].images == []
    (note,) = pdf_notes(sheet)
    assert told in note.id


def test_characters_that_show_otherwise_are_told_and_the_file_is_written(draw):
    sheet, pdf = draw(small(name="Surat 語 ş →"))
    box, other = pdf_notes(sheet)
    assert "“語” (U+8A9E)" in box.id
    assert "“ş” (U+015F) → “s”" in other.id
    assert "→ “→”" not in other.id
    assert pdf.file.metadata["Title"] == "Surat 語 ş →"


def test_many_characters_are_not_all_listed():
    (box,) = pdf_notes(layout(small(name="一二三四五六七八")))
    assert "五” (U+4E94), …" in box.id
    assert "六" not in box.id


def test_a_box_still_says_in_the_file_what_it_stands_for(draw):
    _, pdf = draw(small(name="Surat 語"))
    (stream,) = pdf.pages[0].page_obj.contents
    assert b"/Span <</ActualText <FEFF8A9E>>> BDC" in stream.get_data()


@pytest.mark.parametrize("call", [render_pdf, combine_pdf, pdf_notes])
def test_without_the_extra_the_error_says_what_to_install(call, monkeypatch):
    sheet, info = layout(small()), info_of(small())
    for name in list(sys.modules):
        if name.partition(".")[0] in {"reportlab", "PIL"} or name.startswith("sopkit.render.pdf."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "reportlab", None)
    monkeypatch.setitem(sys.modules, "PIL", None)
    arguments = {render_pdf: (sheet, info), combine_pdf: ([(sheet, info)],), pdf_notes: (sheet,)}[call]
    with pytest.raises(SopkitError) as raised:
        call(*arguments)
    assert "sopkit[pdf]" in raised.value.message.id
    assert "sopkit[pdf]" in raised.value.message.en


def test_the_extra_is_not_imported_before_a_pdf_is_wanted():
    program = "import sys; sys.path.insert(0, sys.argv[1]); import sopkit.render.pdf; print({'reportlab', 'PIL'} & set(sys.modules))"
    got = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "src")], capture_output=True, text=True, check=True
    )
    assert got.stdout.strip() == "set()"
