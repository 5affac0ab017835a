"""What becomes of one file when its sheet cannot be drawn wholly, and where its findings point."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from sopkit.app.drawing import Job, Task, draw
from sopkit.app.sheet_findings import not_laid_out, sheet_findings
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError, Text
from sopkit.files import InputFile
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout
from sopkit.sheet.model import Note, NoteKind, Problem

LOOP = """sopkit: 1
nama: Satu putaran
pelaksana: {a: Staf, b: Camat}
langkah:
  - {kegiatan: Menyusun, pelaksana: a}
  - pelaksana: b
    kegiatan: Memeriksa
    keputusan: {ya: 3, tidak: 1}
  - {kegiatan: Menyimpan, pelaksana: a}
"""


@pytest.fixture
def loaded():
    return load_bytes("uji.yaml", LOOP.encode())


@pytest.fixture
def sheet(loaded):
    return layout(compose(loaded.sop, build_flow(loaded.sop)))


@pytest.fixture
def back(sheet):
    """The edge of the flow from step 2 back to step 1."""
    edges = (connector.edge for page in sheet.pages for connector in page.connectors if connector.edge)
    return next(edge for edge in edges if edge.leads_back)


def task(*formats, text=LOOP, combined=False):
    job = Job(formats, combined=combined)
    return Task(InputFile("uji.yaml"), text.encode(), PurePosixPath("uji"), job, None, None)


def test_a_sheet_without_fault_has_no_finding(sheet, loaded):
    assert sheet_findings(sheet, loaded) == ()


def test_a_line_that_could_not_be_drawn_is_named_at_the_step_it_leaves(sheet, loaded, back):
    (found,) = sheet_findings(replace(sheet, problems=(Problem(2, "2", "1", back),)), loaded)
    assert (found.code, found.severity, found.step) == ("LBR001", Severity.ERROR, "2")
    assert (found.span.start.line, found.path) == (7, ("langkah", 1, "kegiatan"))
    assert (
        found.message.id
        == "garis dari langkah 2 ke langkah 1 (“Tidak”) tidak dapat digambar dengan sah pada halaman 2"
    )


def test_a_line_from_a_capsule_is_named_at_the_step_it_enters(sheet, loaded):
    (found,) = sheet_findings(replace(sheet, problems=(Problem(2, "mulai", "1", None),)), loaded)
    assert (found.step, found.span.start.line) == ("1", 5)
    assert found.message.en == "the line from the start to step 1 cannot be drawn legally on page 2"


def test_a_note_is_told_at_its_step_or_at_the_file(sheet, loaded):
    notes = (
        Note(NoteKind.CHARACTER, None, Text("kepala", "head")),
        Note(NoteKind.WORD, 2, Text("kata", "word")),
    )
    found = sheet_findings(replace(sheet, notes=notes), loaded)
    assert [(one.code, one.severity, one.span.start.line, one.step) for one in found] == [
        ("LBR003", Severity.INFO, 1, None),
        ("LBR003", Severity.INFO, 9, "3"),
    ]


def test_what_stops_a_layout_is_a_finding_of_the_file(loaded):
    found = not_laid_out(SopkitError(Text("tidak muat", "does not fit")), loaded)
    assert (found.code, found.file, found.message.id) == ("LBR002", "uji.yaml", "tidak muat")


def test_a_sheet_that_lacks_a_line_is_not_written_but_its_markdown_is(sheet, back, monkeypatch):
    lacking = replace(sheet, problems=(Problem(2, "2", "1", back),))
    monkeypatch.setattr("sopkit.render.subject.layout", lambda *_: lacking)
    drawing = draw(task("html", "md", "pdf", "svg", "json", combined=True))
    assert [str(output.path) for output in drawing.outputs] == ["uji.md"]
    assert drawing.failed
    assert drawing.subject is None


def test_nothing_is_laid_out_for_markdown_alone(monkeypatch):
    def refuse(*_):
        pytest.fail("laid out")

    monkeypatch.setattr("sopkit.render.subject.layout", refuse)
    assert [output.label for output in draw(task("md")).outputs] == ["MD"]


def test_a_file_that_is_no_sop_has_findings_and_no_output():
    drawing = draw(task("html", text="nama: a: b\n"))
    assert (drawing.outputs, drawing.failed) == ((), True)


def test_what_goes_from_one_process_to_another_arrives_whole():
    for combined in (False, True):
        drawing = draw(task("html", combined=combined))
        assert pickle.loads(pickle.dumps(drawing)) == drawing  # noqa: S301 - our own
    error = SopkitError(Text("satu", "one"))
    assert pickle.loads(pickle.dumps(error)).message == error.message  # noqa: S301 - the same
