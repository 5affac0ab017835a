from __future__ import annotations

import pytest

from sopkit.config import LembarSettings
from sopkit.render import RENDERERS, BytesRenderer, PagesRenderer, RenderOptions, TextRenderer, combine
from sopkit.sheet.paper import PAPERS, LayoutOptions

OPTIONS = RenderOptions()


@pytest.mark.parametrize("name", RENDERERS)
def test_each_renderer_stands_under_its_name_and_has_a_suffix(name):
    assert RENDERERS[name].name == name
    assert RENDERERS[name].suffix == f".{name}"


@pytest.mark.parametrize("name", RENDERERS)
def test_what_a_renderer_gives_is_of_its_kind(name, rich, subject):
    kinds = {TextRenderer: str, PagesRenderer: tuple, BytesRenderer: bytes}
    renderer = RENDERERS[name]
    assert type(renderer.render(subject(rich), OPTIONS)) is kinds[type(renderer)]


@pytest.mark.parametrize("name", ["html", "md"])
def test_every_real_sheet_is_written_and_can_be_stored(name, real, subject):
    text = RENDERERS[name].render(subject(real), OPTIONS)
    assert real.rows[-1].activity in text
    assert text.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", RENDERERS)
def test_every_real_sheet_becomes_files(name, real, subject):
    files = RENDERERS[name].files(subject(real), OPTIONS)
    assert all(file.data and file.ending.endswith(f".{name}") for file in files)


def test_formats_of_one_file_are_named_by_their_suffix_and_pages_are_counted(rich, subject):
    found = {
        name: [(file.ending, file.label) for file in RENDERERS[name].files(subject(rich), OPTIONS)]
        for name in RENDERERS
    }
    assert found == {
        "html": [(".html", "HTML")],
        "md": [(".md", "MD")],
        "pdf": [(".pdf", "PDF")],
        "svg": [("-1.svg", "SVG 1"), ("-2.svg", "SVG 2")],
        "json": [(".json", "JSON")],
    }


@pytest.mark.parametrize("name", RENDERERS)
def test_the_shortest_sop_can_be_written(name, sheet, subject):
    content = sheet("sopkit: 1\nnama: A\nlangkah: [{kegiatan: Menulis}]")
    assert RENDERERS[name].files(subject(content), OPTIONS)


@pytest.mark.parametrize("name", RENDERERS)
def test_the_same_sop_gives_the_same_bytes(name, rich, subject):
    again = type(subject(rich))(rich)
    assert RENDERERS[name].files(again, OPTIONS) == RENDERERS[name].files(subject(rich), OPTIONS)


def test_a_sheet_is_laid_out_once_and_only_when_a_format_draws_it(rich, subject, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "sopkit.render.subject.layout", lambda *args: asked.append(args) or subject(rich).sheet
    )
    fresh = type(subject(rich))(rich)
    RENDERERS["md"].files(fresh, OPTIONS)
    assert not asked
    for name in ("html", "svg", "json"):
        RENDERERS[name].files(fresh, OPTIONS)
    assert asked == [(rich, LayoutOptions())]


def test_only_markdown_is_not_drawn():
    assert [name for name, renderer in RENDERERS.items() if not renderer.drawn] == ["md"]


def test_several_sheets_become_one_pdf(rich, subject):
    one, two = combine([subject(rich)]), combine([subject(rich), subject(rich)])
    assert one.startswith(b"%PDF")
    assert len(two) > len(one)


def test_papers_and_identity_blocks_are_those_of_the_project_file():
    fields = LembarSettings.model_fields
    assert tuple(PAPERS) == fields["kertas"].annotation.__args__
    chosen = LembarSettings()
    assert LayoutOptions(chosen.kertas, chosen.identitas) == LayoutOptions()
