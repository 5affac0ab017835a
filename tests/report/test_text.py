import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import Text
from sopkit.report.style import Style
from sopkit.report.text import render_text
from sopkit.source import SourceFile

INDONESIAN = """\
sops/a.yaml:1:1: catatan[IDN008] Unit tidak disebut.
1 | nama: Contoh
  | ^

sops/a.yaml:7:19: galat[ALR001] Langkah “susun” tidak ada.
7 |       tidak: {ke: susun}
  |                   ^^^^^
  = lihat: sops/a.yaml:4:9: mungkin ini
  = bantuan: Sebutkan id yang ada,
             misalnya periksa.

sops/b.yaml:3:5: peringatan[TGL005] Tanggal ini hari Minggu.

3 berkas diperiksa: 1 galat, 1 peringatan, 1 catatan.
"""

ENGLISH = """\
sops/a.yaml:1:1: info[IDN008] The unit is not named.
1 | nama: Contoh
  | ^

sops/a.yaml:7:19: error[ALR001] There is no step “susun”.
7 |       tidak: {ke: susun}
  |                   ^^^^^
  = see: sops/a.yaml:4:9: perhaps this one
  = help: Name an id that exists,
          such as periksa.

sops/b.yaml:3:5: warning[TGL005] This date is a Sunday.

3 files checked: 1 error, 1 warning, 1 info.
"""

ODD = st.lists(st.characters() | st.sampled_from("\n\r\x1b\u202e\u2066\udcff\ud800\x9b\u200b")).map("".join)


def test_the_report_in_indonesian_names_place_line_carets_related_places_and_help(three):
    assert render_text(three) == INDONESIAN


def test_the_report_in_english_uses_english_words_throughout(three):
    assert render_text(three._replace(language="en")) == ENGLISH


def test_the_gutter_grows_with_the_line_number(make_finding, make_result, make_span):
    source = SourceFile("sops/a.yaml", "\n" * 99 + "nomor: 7\n")
    finding = make_finding(
        span=make_span(100, 8, 9), message=Text(id="Ya.", en="Yes."), help=Text(id="Ini.", en="It.")
    )
    assert render_text(make_result(finding, sources={"sops/a.yaml": source})).splitlines()[:4] == [
        "sops/a.yaml:100:8: galat[ALR001] Ya.",
        "100 | nomor: 7",
        "    |        ^",
        "    = bantuan: Ini.",
    ]


def test_a_finding_on_an_empty_line_shows_no_excerpt(make_finding, make_result, make_span):
    source = SourceFile("sops/a.yaml", "")
    report = render_text(make_result(make_finding(span=make_span(1, 1, 1)), sources={"sops/a.yaml": source}))
    assert report.splitlines()[:2] == ["sops/a.yaml:1:1: galat[ALR001] Langkah “susun” tidak ada.", ""]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.yaml", r"a\nb.yaml"),
        ("a\x1b[31m.yaml", r"a\x1b[31m.yaml"),
        ("\u202elmay.sop", r"\u202elmay.sop"),
        ("b\udcffc.yaml", r"b\udcffc.yaml"),
        ("surat keputusan é.yaml", "surat keputusan é.yaml"),
    ],
)
def test_an_odd_file_name_is_shown_on_one_line_without_effects(make_finding, make_result, name, shown):
    first = render_text(make_result(make_finding(file=name))).splitlines()[0]
    assert first == f"{shown}:7:19: galat[ALR001] Langkah “susun” tidak ada."


def test_escapes_of_the_terminal_in_the_source_line_are_written_out(make_finding, make_result, make_span):
    source = SourceFile("sops/a.yaml", "a: \x1b[2J\u202exyz")
    report = render_text(make_result(make_finding(span=make_span(1, 9, 12)), sources={"sops/a.yaml": source}))
    assert report.splitlines()[1:3] == [
        r"1 | a: \x1b[2J\u202exyz",
        r"  |                 ^^^",
    ]


@given(name=ODD, message=ODD, help_text=ODD, line=ODD)
def test_nothing_in_a_document_can_bring_controls_into_the_report(
    make_finding, make_result, *, name, message, help_text, line
):
    finding = make_finding(file=name, message=Text(id=message, en=""), help=Text(id=help_text, en=""))
    report = render_text(make_result(finding, sources={name: SourceFile(name, "\n" * 6 + line)}))
    assert re.fullmatch(
        "[^\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*", report
    )


@given(name=ODD, message=ODD)
def test_a_finding_without_source_and_help_takes_one_line(make_finding, make_result, name, message):
    report = render_text(make_result(make_finding(file=name, message=Text(id=message, en="")), sources={}))
    assert report.split("\n")[1:] == ["", "1 berkas diperiksa: 1 galat, 0 peringatan, 0 catatan.", ""]


def test_the_paint_gets_every_piece_with_its_role_and_decides_only_on_colour(three):
    marked = render_text(three._replace(language="en"), lambda text, style: f"<{style.name}>{text}</>")
    assert marked.splitlines()[4:10] == [
        "<PATH>sops/a.yaml:7:19</>: <ERROR>error</><CODE>[ALR001]</> <BOLD>There is no step “susun”.</>",
        "<GUTTER>7 |</>       tidak: {ke: susun}",
        "<GUTTER>  |</>                   <CARET>^^^^^</>",
        "<GUTTER>  = see:</> <PATH>sops/a.yaml:4:9</>: perhaps this one",
        "<GUTTER>  = help:</> <HELP>Name an id that exists,</>",
        "          <HELP>such as periksa.</>",
    ]
    assert re.sub("<[A-Z]+>|</>", "", marked) == ENGLISH


def test_every_style_is_used(three):
    used = set()
    render_text(three, lambda text, style: used.add(style) or text)
    assert used == set(Style)
