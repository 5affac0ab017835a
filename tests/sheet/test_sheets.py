"""Finished sheets, checked from outside: the cases that every change is held against, and sheets of chance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases import CASES
from finished import crossings, faults
from samples import content_of, random_sop

from sopkit.sheet.document import to_document
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import PAPERS, LayoutOptions

SOPS = sorted((Path(__file__).resolve().parents[2] / "sops").glob("*/*.yaml"))
CHANCE = range(60)


def letters(sheet):
    return [symbol.letter for page in sheet.pages for symbol in page.symbols if symbol.letter]


def as_lines(document):
    """The document as JSON with a line for each row, symbol and connector."""
    pages = []
    for page in document["pages"]:
        parts = [f'"width": {page["width"]}, "height": {page["height"]}']
        for name in ("rows", "symbols", "connectors"):
            lines = ",\n    ".join(json.dumps(part, ensure_ascii=False) for part in page[name])
            parts.append(f'"{name}": [{chr(10) + "    " + lines if lines else ""}]')
        pages.append("  {" + ",\n   ".join(parts) + "}")
    return f'{{"version": {document["version"]}, "pages": [\n' + ",\n".join(pages) + "\n]}\n"


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_drawn_as_before(name, golden):
    document = to_document(layout(content_of(CASES[name]), LayoutOptions("A4")))
    text = as_lines(document)
    assert json.loads(text) == document
    golden(f"golden/{name}.json", text)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", CASES)
def test_a_case_is_right_on_every_paper(name, paper):
    content = content_of(CASES[name])
    assert faults(content, layout(content, LayoutOptions(paper))) == []


@pytest.mark.parametrize("path", SOPS, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("identity", ["terpisah", "menyatu"])
def test_a_real_sheet_is_right(path, identity):
    content = content_of(path.read_text("utf-8"))
    sheet = layout(content, LayoutOptions("A4", identity))
    assert faults(content, sheet) == []
    assert crossings(sheet)[0] == 0


def test_the_cases_go_over_the_pages_that_they_are_there_for():
    long, crowded = (
        layout(content_of(CASES[name]), LayoutOptions("A4"))
        for name in ("empat-halaman", "tiga-puluh-segilima")
    )
    assert sum(page.table is not None for page in long.pages) == 4
    assert len(letters(crowded)) >= 30


def test_sheets_of_chance_are_right_and_their_lines_hardly_ever_cross():
    crossed = lines = 0
    for seed in CHANCE:
        content = content_of(random_sop(seed, steps=(5, 30)))
        sheet = layout(content, LayoutOptions("A4"))
        assert faults(content, sheet) == [], seed
        crossed, lines = (sum(pair) for pair in zip((crossed, lines), crossings(sheet), strict=True))
    assert crossed <= 0.05 * lines


def test_a_line_that_is_missing_is_seen():
    content = content_of(CASES["satu-putaran"])
    other = content_of(CASES["lurus"])
    assert any(
        "edges drawn are not those" in fault for fault in faults(other, layout(content, LayoutOptions("A4")))
    )
