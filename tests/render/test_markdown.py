from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sopkit.render.characters import legal
from sopkit.render.markdown import markdown_text, render_markdown
from sopkit.render.options import RenderOptions

OPTIONS = RenderOptions()
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# nothing but line ends is drawn right too, but as a block of HTML and not as a paragraph
TEXTS = (st.text() | st.text("\\`*_[]()<>{}|~#&;-+=.!1a \n\t$:/")).filter(lambda text: text.strip("\r\n"))
NOT_THE_DRAWING = frozenset({"pre"})


def write(content):
    return render_markdown(content, OPTIONS)


def as_html(content):
    return READER.render(write(content))


def shown(text):
    return re.sub(r"\r\n|\r", "\n", legal(text))


@pytest.mark.parametrize(
    "name",
    [
        "bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan",
        "lumajang-diskominfo/penyusunan-perencanaan-kinerja",
    ],
)
def test_a_real_sheet_reads_well_raw(golden, sop_file, name):
    golden(f"golden/{name.replace('/', '-')}.md", write(sop_file(name)))


def test_capsules_of_their_own_and_shared_rows_read_well_raw(golden, rich):
    golden("golden/lengkap.md", write(rich))


def table(events):
    """The cells of the last table, row by row."""
    rows = []
    for event in events:
        if event[:2] == ("<", "table"):
            rows = []
        elif event[:2] == ("<", "tr"):
            rows.append([])
        elif not isinstance(event, str) and event[0] == "<" and event[1] in {"td", "th"}:
            rows[-1].append("")
        elif isinstance(event, str) and rows and event.strip():
            rows[-1][-1] += event
        elif event == (">", "table"):
            last = rows
            rows = []
    return last


def test_each_row_is_a_row_of_the_table_with_its_symbols_under_their_roles(real, read_html):
    symbols = {"kapsul": "○", "kotak": "□", "ketupat": "◇"}
    heading, *rows = table(read_html(as_html(real)))
    assert heading[2 : 2 + len(real.roles)] == list(real.roles)
    steps = rows[1:] if real.start else rows  # a start capsule of its own has a row above the first step
    for cells, row in zip(steps, real.rows, strict=False):
        assert cells[:2] == [row.number, row.activity]
        for i, cell in enumerate(cells[2 : 2 + len(real.roles)]):
            assert re.findall("[○□◇]", cell) == [symbols[s.kind] for s in row.symbols if s.role == i]
    assert len(rows) == len(real.rows) + (real.start is not None) + (real.end is not None)


def test_a_branch_names_the_step_it_leads_to(rich, read_html):
    row = table(read_html(as_html(rich)))[3]
    assert row[4].strip() == "◇\nYa → 4\nTidak lengkap → 1"


def test_the_drawing_is_a_mermaid_block(rich):
    (fence,) = [token for token in READER.parse(write(rich)) if token.type == "fence"]
    assert fence.info == "mermaid"
    assert fence.content.startswith("flowchart TD\n")


def test_hostile_text_in_any_field_stays_text(rich, hostile, same_but_for_texts):
    same_but_for_texts(rich, as_html, hostile, shown=shown, skip=NOT_THE_DRAWING)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_in_any_field_stays_text(rich, same_but_for_texts, text):
    same_but_for_texts(rich, as_html, text, shown=shown, skip=NOT_THE_DRAWING)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("427.50/1/2.27/2022", "427.50/1/2.27/2022"),
        ("Kabid/Koordinator (Bidang), s.d. 5 hari – 50%!", "Kabid/Koordinator (Bidang), s.d. 5 hari – 50%!"),
        ("point-point", "point-point"),
        ("Dinas A & B", "Dinas A & B"),
        ("1. Surat", "1\\. Surat"),
        ("a | b", "a \\| b"),
        ("<b>", "&lt;b&gt;"),
        ("{{ x }}", "&#123;&#123; x }}"),
        ("satu\ndua", "satu<br>dua"),
        ("\u202eabc", "&#8238;abc"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text, written):
    assert markdown_text(text) == written


def test_no_hidden_character_stands_raw_in_the_file(rich, relabel):
    assert "\u202e" not in write(relabel(rich, lambda _: "\u202ex\u2066y\u200b"))


def test_the_same_sheet_gives_the_same_text(rich):
    assert write(rich) == write(rich)
