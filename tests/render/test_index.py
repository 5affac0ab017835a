from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.render import IndexEntry, Link, RenderOptions, render_index
from sopkit.render.characters import legal

OPTIONS = RenderOptions()
FIRST = IndexEntry(
    links=(Link("HTML", "a/satu.html"), Link("Markdown", "a/satu.md")),
    agency="Dinas A",
    number="1/2024",
    title="SOP Satu",
    effective="Februari 2024",
    effective_day="2024-02-01",
    steps=8,
    time="2 hari 3 jam",
    minutes=1080,
    errors=2,
    warnings=1,
    infos=0,
)
SECOND = dataclasses.replace(
    FIRST,
    links=(Link("HTML", "b/dua.html"),),
    agency="Dinas B",
    title="SOP Dua",
    effective="",
    effective_day=None,
    time="",
    minutes=None,
    errors=0,
    warnings=0,
)


def write(entries):
    return render_index(entries, OPTIONS)


def cells(events):
    """The texts of each row of the list."""
    rows = []
    for event in events:
        if isinstance(event, str):
            if rows and event.strip():
                rows[-1].append(event.strip())
        elif event[:2] == ("<", "tr"):
            rows.append([])
        elif event == (">", "table"):
            return rows[1:]
    return rows[1:]


def test_every_sop_is_listed_in_the_order_given_without_any_script(read_html):
    assert cells(read_html(write([SECOND, FIRST]))) == [
        ["SOP Dua", "Dinas B", "1/2024", "8", "tidak ada", "HTML"],
        [
            "SOP Satu", "Dinas A", "1/2024", "Februari 2024", "8", "2 hari 3 jam",
            "2 galat", "1 peringatan", "HTML", "Markdown",
        ],
    ]  # fmt: skip


def test_what_is_sorted_by_is_a_number_or_a_day_and_empty_when_unknown(read_html):
    events = read_html(write([FIRST, SECOND]))
    keys = [dict(e[2])["data-sort"] for e in events if e[:2] == ("<", "td") and "data-sort" in dict(e[2])]
    assert keys == ["2024-02-01", "8", "1080", "2001000", "", "8", "", "0"]


def test_each_agency_can_be_chosen_once(read_html):
    events = read_html(write([FIRST, SECOND, FIRST]))
    options = [after for event, after in pairwise(events) if event[:2] == ("<", "option")]
    assert options == ["Semua", "Dinas A", "Dinas B"]


def test_links_are_relative_to_the_page(read_html):
    links = [dict(event[2])["href"] for event in read_html(write([FIRST])) if event[:2] == ("<", "a")]
    assert links == ["./a/satu.html", "./a/satu.html", "./a/satu.md"]


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("javascript:alert(1).html", "./javascript%3Aalert%281%29.html"),
        ("//jahat.id/x.html", ".///jahat.id/x.html"),
        ("a b/#1?.html", "./a%20b/%231%3F.html"),
        ('"><script>.html', "./%22%3E%3Cscript%3E.html"),
        ("é.html", "./%C3%A9.html"),
        ("\udcff.html", "./%FF.html"),
    ],
)
def test_no_file_name_can_lead_elsewhere(path, href):
    assert Link("HTML", path).href == href


def test_the_page_needs_nothing_from_outside(read_html):
    html = write([FIRST, SECOND])
    assert not re.search(r"https?:|url\(|@import", html)
    assert not {name for event in read_html(html) if event[0] == "<" for name, _ in event[2]} & {
        "src",
        "onclick",
    }


def test_the_filter_is_hidden_until_the_script_works(read_html):
    (form,) = [dict(event[2]) for event in read_html(write([FIRST])) if event[:2] == ("<", "form")]
    assert "hidden" in form


def test_an_empty_list_is_a_page_too(read_html):
    assert cells(read_html(write([]))) == []


def test_hostile_text_in_any_field_stays_text(hostile, same_but_for_texts):
    same_but_for_texts((FIRST,), write, hostile, shown=legal)


@given(st.integers(0, 9), st.integers(0, 999), st.integers(0, 999))
def test_one_more_error_weighs_more_than_all_else(errors, warnings, infos):
    some = dataclasses.replace(FIRST, errors=errors, warnings=warnings, infos=infos)
    more = dataclasses.replace(FIRST, errors=errors + 1, warnings=0, infos=0)
    assert more.weight > some.weight


def test_the_same_entries_give_the_same_text():
    assert write([FIRST, SECOND]) == write([FIRST, SECOND])
