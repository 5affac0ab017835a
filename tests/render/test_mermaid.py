from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.render.characters import legal
from sopkit.render.mermaid import flowchart, mermaid_text

NODE = re.compile(r'  (\w+)(\(\[|\[|\{)"([^"\n]*)"(\]\)|\]|\})')
EDGE = re.compile(r'  (\w+) -->(?:\|"([^"\n]*)"\|)? (\w+)')


def decoded(text):
    """What Mermaid shows of a label."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text.replace("<br>", "\n"))


def lines(text):
    return re.sub(r"\r\n|\r", "\n", legal(text))


def test_nodes_and_edges_are_those_of_the_sheet(rich):
    assert flowchart(rich).splitlines() == [
        "flowchart TD",
        '  mulai(["Mulai"])',
        '  s0["1 · Pemohon<br>Mengajukan"]',
        '  s1{"2 · Loket, lalu Tim Teknis<br>Memeriksa"}',
        '  s2["3 · Pemohon<br>Menunggu"]',
        '  s3["4 · Tim Teknis dan Kepala Dinas bersama-sama<br>Menandatangani"]',
        '  selesai(["Selesai"])',
        "  mulai --> s0",
        "  s0 --> s1",
        '  s1 -->|"Ya"| s3',
        '  s1 -->|"Tidak lengkap"| s0',
        "  s2 --> selesai",
        "  s3 --> selesai",
    ]


def test_a_row_that_ends_is_itself_the_capsule(sheet):
    drawn = flowchart(
        sheet(
            "sopkit: 1\nnama: A\npelaksana: {a: Staf}\nlangkah: [{kegiatan: Satu, pelaksana: a}, {kegiatan: Dua, pelaksana: a}]"
        )
    )
    assert drawn.splitlines()[1:] == [
        '  s0(["1 · Staf<br>Satu"])',
        '  s1(["2 · Staf<br>Dua"])',
        "  s0 --> s1",
    ]


def test_every_edge_of_a_real_flow_is_drawn_once(real):
    edges = [EDGE.fullmatch(line) for line in flowchart(real).splitlines()]
    drawn = [(edge[1], edge[3], decoded(edge[2] or "") or None) for edge in edges if edge]
    expected = [
        (f"s{edge.source}", "selesai" if edge.target is None else f"s{edge.target}", edge.label)
        for row in real.rows
        for edge in row.exits
        if edge.target is not None or real.end
    ]
    assert drawn[1 if real.start else 0 :] == expected


@given(st.text())
def test_a_label_shows_exactly_its_text(text):
    assert decoded(mermaid_text(text)) == lines(text)


@given(st.text())
def test_a_label_cannot_be_left(text):
    assert not set(mermaid_text(text).replace("<br>", "")) & set("\"'`<>{}[]|\\%*_~:\n\r")


@pytest.mark.parametrize("text", ["- a", "-", "1. a", "a -- b", "--> x", "12.5"])
def test_what_could_open_a_list_or_an_arrow_is_an_entity(text):
    assert not re.search(r"--|^-|-$|\d\.", mermaid_text(text))


def test_plain_words_stay_readable():
    text = "Notulen/catatan point-point (No. 5), s.d. selesai; arsip"
    assert mermaid_text(text) == text


def test_hostile_text_in_any_field_adds_no_line(rich, relabel, hostile):
    plain = flowchart(relabel(rich, "t{}t".format)).splitlines()
    drawn = flowchart(relabel(rich, lambda _: hostile)).splitlines()
    assert len(drawn) == len(plain)
    assert all(NODE.fullmatch(line) or EDGE.fullmatch(line) for line in drawn[1:])
