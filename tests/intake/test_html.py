"""HTML: merged cells, lists, tables inside of tables."""

from __future__ import annotations

import importlib.util
from html import escape
from pathlib import Path

import pytest

from sopkit.errors import SopkitError
from sopkit.intake.html import read_html
from sopkit.intake.source import Paragraph

_SPEC = importlib.util.spec_from_file_location("sheets", Path(__file__).with_name("sheets.py"))
sheets = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sheets)


def cell(text, **spans):
    attributes = "".join(f' {name}="{value}"' for name, value in spans.items())
    return f"<td{attributes}>{escape(text).replace(chr(10), '<br>')}</td>"


def rows(lines):
    return "".join("<tr>" + "".join(cell(text) for text in line) + "</tr>" for line in lines)


def procedure():
    heading = (
        "<tr>"
        + cell("No", rowspan=2)
        + cell("Kegiatan", rowspan=2)
        + cell("Pelaksana", colspan=3)
        + cell("Mutu Baku", colspan=3)
        + cell("Keterangan", rowspan=2)
        + "</tr><tr>"
        + "".join(map(cell, (*sheets.ROLES, "Kelengkapan", "Waktu", "Output")))
        + "</tr>"
    )
    return f"<table>{heading}{rows(list(sheets.procedure())[2:])}</table>"


def page(body):
    return f"<!DOCTYPE html><html><head><title>x</title><style>p{{}}</style></head><body>{body}</body></html>"


def test_a_sheet_is_read_in_full(sop):
    agency = "".join(f"<p>{line}</p>" for line in sheets.AGENCY)
    body = (
        f"{agency}<table>{rows(sheets.IDENTITY)}</table><table>{rows(sheets.SECTIONS)}</table>{procedure()}"
    )
    sheets.check(sop(page(body), "surat.html"))


def test_an_agency_beside_the_labels_in_one_merged_cell_is_read(sop):
    first, *rest = sheets.IDENTITY
    merged = (
        f"<tr>{cell(chr(10).join(sheets.AGENCY), rowspan=len(sheets.IDENTITY))}"
        + "".join(map(cell, first))
        + "</tr>"
    )
    body = f"<table>{merged}{rows(rest)}</table><table>{rows(sheets.SECTIONS)}</table>{procedure()}"
    sheets.check(sop(page(body), "surat.htm"))


def test_a_table_inside_of_a_table_is_read(sop):
    inner = f"<table>{rows(sheets.IDENTITY)}</table>"
    outer = f"<table><tr>{cell(chr(10).join(sheets.AGENCY))}<td>{inner}</td></tr></table>"
    sheets.check(sop(page(f"{outer}<table>{rows(sheets.SECTIONS)}</table>{procedure()}"), "surat.html"))


def test_items_of_lists_are_items_of_sections(sop):
    body = f"<table><tr><td>Nama SOP</td><td>Uji</td></tr><tr><td>Dasar Hukum</td><td><ol><li>PP 5</li><li>PP 6</li></ol></td></tr></table>{procedure()}"
    assert sop(page(body), "surat.html").dasar_hukum == ("PP 5", "PP 6")


def test_one_waktu_for_several_rows_is_given_to_each_and_doubted(take):
    lines = list(sheets.procedure())
    body = rows(lines[:2])
    first, second, third = lines[2:]
    body += (
        "<tr>"
        + "".join(map(cell, first[:6]))
        + cell("2 jam", rowspan=2)
        + "".join(map(cell, first[7:]))
        + "</tr>"
    )
    body += "<tr>" + "".join(map(cell, (*second[:6], *second[7:]))) + "</tr>" + rows([third])
    (draft,) = take(page(f"<p>SOP Uji</p><table>{body}</table>"), "surat.html")
    assert [step.waktu.text for step in draft.steps] == ["2 jam", "2 jam", "1 jam"]
    assert [step.waktu.why is None for step in draft.steps] == [False, False, True]


def test_one_activity_over_two_rows_is_one_step(sop):
    lines = list(sheets.procedure())
    first, second, _ = lines[2:]
    body = (
        rows(lines[:2])
        + "<tr>"
        + cell("1", rowspan=2)
        + cell(first[1], rowspan=2)
        + "".join(map(cell, first[2:]))
        + "</tr>"
    )
    body += (
        "<tr>" + "".join(map(cell, ("", "", "", "Pena", "", "Tanda terima", ""))) + "</tr>" + rows([second])
    )
    read = sop(page(f"<p>SOP Uji</p><table>{body}</table>"), "surat.html")
    assert [step.kegiatan for step in read.langkah] == [first[1], second[1]]
    assert read.langkah[0].mutu_baku.output == ("Formulir Tanda terima",)


def test_cells_and_rows_that_are_not_closed_are_read(sop):
    body = "".join("<tr>" + "".join(f"<td>{text}" for text in line) for line in sheets.procedure())
    sheets.check_steps(sop(page(f"<p>SOP Uji</p><table>{body}</table>"), "surat.html"))


def test_scripts_and_comments_are_not_text():
    document = read_html(b"<p>a<!-- rahasia --><script>alert('x')</script></p>", "a.html")
    assert document.blocks == (Paragraph("a"),)


@pytest.mark.parametrize("span", ["99999999999", "-3", "x", "0"])
def test_hostile_spans_are_bounded(span):
    document = read_html(
        f'<table><tr><td colspan="{span}" rowspan="{span}">a</td></tr></table>'.encode(), "a.html"
    )
    assert document.blocks[0].width <= 200
    assert document.blocks[0].height == 1


def test_nesting_beyond_reason_is_refused():
    with pytest.raises(SopkitError, match="nested too deeply"):
        read_html(b"<div>" * 20_000 + b"a", "a.html")


def test_a_page_too_large_is_refused():
    with pytest.raises(SopkitError, match="larger than 4 MiB"):
        read_html(b" " * ((4 << 20) + 1), "a.html")
