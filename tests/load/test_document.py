"""Reading YAML: nothing is resolved, nothing is obeyed, everything has a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.load.document import MAX_DEPTH, MAX_ITEMS, MAX_TEXT, read_document
from sopkit.load.loading import MAX_BYTES, load_bytes
from sopkit.load.places import Ranges
from sopkit.source import Position, SourceFile


def read(text):
    return read_document(SourceFile("a.yaml", text))


def data(text):
    document = read(text)
    assert document.findings == (), [found.message.en for found in document.findings]
    return document.data


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "1:30",
        "010",
        "09",
        "1.10",
        "2022-03-01",
        "0x1F",
        "1e3",
        "true",
        ".5",
        "1_000",
        "NaN",
        "=",
        "<",
    ],
)
def test_a_scalar_stays_what_was_written(written):
    assert data(f"a: {written}\n") == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", " # komentar"])
def test_nothing_written_is_none(written):
    assert data(f"a: {written}\n") == {"a": None}


def test_a_quoted_null_is_text():
    assert data("a: 'null'\nb: \"~\"\n") == {"a": "null", "b": "~"}


def test_every_key_value_and_item_has_its_place():
    document = read("a: satu\nb:\n  - dua\n  - c: 'tiga'\n")
    places = document.places
    assert places.key(("a",)).start == Position(1, 1)
    assert places.value(("a",)).start == Position(1, 4)
    assert places.value(("b", 0)).start == Position(3, 5)
    assert places.key(("b", 1, "c")).start == Position(4, 5)
    assert places.value(("b", 1, "c")).start == Position(4, 8)
    assert places.value(("b", 1, "c")).end == Position(4, 14)


def test_columns_count_characters_not_bytes():
    places = read('{"é😀": x}\n').places
    assert places.value(("é😀",)).start == Position(1, 8)


def test_an_empty_value_is_at_its_key():
    assert read("a:\nb: 1\n").places.value(("a",)).start == Position(1, 1)


def test_what_is_missing_is_at_what_is_around_it():
    assert read("a:\n  b: 1\n").places.value(("a", "c", "d")).start == Position(2, 3)


FORBIDDEN = {
    "anchor": ("a: &x satu\n", "SOP004", 1, 4),
    "anchor on a list": ("a: &x\n  - satu\n", "SOP004", 1, 4),
    "alias": ("a: satu\nb: *x\n", "SOP004", 2, 4),
    "alias as a key": ("*x : satu\n", "SOP004", 1, 1),
    "merge key": ("a: 1\n<<: {b: 2}\n", "SOP004", 2, 1),
    "tag": ("a: !!str satu\n", "SOP004", 1, 4),
    "own tag": ("a: !x satu\n", "SOP004", 1, 4),
    "tag on a mapping": ("a: !x\n  b: 1\n", "SOP004", 1, 4),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", "SOP002", 3, 1),
    "second document": ("a: 1\n---\nb: 2\n", "SOP002", 2, 1),
    "list as a key": ("[a, b]: 1\n", "SOP002", 1, 1),
    "explicit mapping key": ("? {a: 1}\n: 2\n", "SOP002", 1, 3),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_an_sop_never_needs_is_a_finding_with_a_place(text, code, line, column):
    first = read(text).findings[0]
    assert (first.code, first.span.start) == (code, Position(line, column))


def test_an_anchor_or_tag_loses_nothing():
    document = read("a: &x satu\nb: !!str dua\n")
    assert document.data == {"a": "satu", "b": "dua"}


def test_an_alias_or_a_doubled_key_makes_the_document_unusable():
    assert not read("a: satu\nb: *a\n").usable
    assert not read("a: 1\na: 2\n").usable


def test_all_duplicates_are_found_and_name_the_first_line():
    found = read("a: 1\nb: 2\na: 3\nb: 4\n").findings
    assert [(f.span.start.line, f.message.id) for f in found] == [
        (3, "kunci a sudah ada di baris 1"),
        (4, "kunci b sudah ada di baris 2"),
    ]


SYNTAX = {
    "colon in plain text": ("nama: LAKIP: tahap awal\n", 1, 7, "titik dua"),
    "colon in a list item": ("a:\n  - Rapat: pembahasan: akhir\n", 2, 12, "titik dua"),
    "tab indent": ("a:\n\tb: 1\n", 2, 1, "tab"),
    "tab indent deeper": ("a:\n  b: 1\n \tc: 2\n", 3, 2, "tab"),
    "percent in front": ("a: %50\n", 1, 4, "tanda %"),
    "at in front": ("a: @kantor\n", 1, 4, "tanda @"),
    "at in a list": ("a:\n  - @kantor\n", 2, 5, "tanda @"),
    "backtick in front": ("a: `kode`\n", 1, 4, "tanda `"),
    "star in front": ("a: *penting* sekali\n", 1, 4, "tanda *"),
    "bracket in front": ("a: [Draf] menyusun\n", 1, 4, "kurung siku"),
    "brace in front": ("a: {Draf} menyusun\n", 1, 4, "kurung kurawal"),
    "single quote left open": ("a: 'satu\nb: dua\n", 1, 4, "tidak ditutup"),
    "double quote left open": ('a: "satu\nb: dua\n', 1, 4, "tidak ditutup"),
    "text after a quote": ('a: "satu" dua\n', 1, 11, "sesudah tanda kutip"),
    "unknown escape": ('a: "C:\\sop"\n', 1, 4, "garis miring"),
    "bracket left open": ("a: [satu, dua\nb: 1\n", 1, 4, "kurung"),
    "uneven indent": ("a: 1\n b: 2\n", 2, 2, "sejajar"),
    "list beside a key": ("- a\nb: 1\n", 2, 1, "sejajar"),
    "indented less": ("a:\n    b: 1\n   c: 2\n", 3, 4, "sejajar"),
    "indented more than a list item's keys": ("a:\n  - b: 1\n     c: 2\n", 3, 6, "sejajar"),
    "neither key nor continuation": ("a: 1\nbcd\ne: 2\n", 2, 1, "tidak berupa kunci: nilai"),
    "continuation at the key's own indent": (
        "a:\n  - satu\n  dua\nb: 1\n",
        3,
        3,
        "tidak berupa kunci: nilai",
    ),
    "no colon behind a key": ("nama Pengelolaan\nstatus: draf\n", 1, 1, "titik dua sesudah nama kurang"),
    "no blank behind the colon": ("nama:Uji\nstatus: draf\n", 1, 1, "spasi sesudah titik dua kurang"),
    "no blank behind the colon in a step": (
        "a:\n  - b:Uji\n    c: d\n",
        2,
        5,
        "spasi sesudah titik dua kurang",
    ),
    "no blank behind the dash": ("a:\n  - b: 1\n  -c: 2\n", 3, 3, "spasi sesudah tanda - kurang"),
    "indented more below a known key": ("nama: Uji\n  status: draf\n", 2, 3, "sejajar"),
    "wide colon": ("nama\uff1a Uji\nb: 1\n", 1, 5, "U+FF1A"),
    "unbreakable blank behind the colon": ("nama:\xa0Uji\nb: 1\n", 1, 5, "U+00A0"),
    "colon inside brackets": ("a: {b: c: d}\n", 1, 8, "titik dua"),
    "quote that closes lines below": ('a: "satu\nb: dua\nc: "tiga"\n', 1, 4, "baru tertutup di baris 3"),
    "empty": ("", 1, 1, "kosong"),
    "only comments": ("# apa\n# apa\n", 1, 1, "kosong"),
    "NUL": ("a: b\0c\n", 1, 5, "U+0000"),
    "bell": ("a:\n  b: \x07\n", 2, 6, "U+0007"),
    "line separator": ("a: b\u2028c: d\n", 1, 5, "U+2028"),
    "next line": ("a: b\x85c: d\n", 1, 5, "U+0085"),
    "lone surrogate": ("a: \ud800\n", 1, 4, "U+D800"),
    "mark inside": ("a: \ufeffb\n", 1, 4, "U+FEFF"),
}


@pytest.mark.parametrize(("text", "line", "column", "word"), SYNTAX.values(), ids=SYNTAX)
def test_what_is_not_yaml_is_one_finding_that_helps(text, line, column, word):
    document = read(text)
    assert document.data is None
    (found,) = document.findings
    assert (found.code, found.span.start) == ("SOP001", Position(line, column))
    assert word in found.message.id
    assert found.help is not None


def test_nesting_beyond_the_limit_is_refused_without_recursion():
    found = read("[" * 100_000).findings
    assert [f.code for f in found] == ["SOP001"]
    assert "64" in found[0].message.en


def test_nesting_up_to_the_limit_is_read():
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "- a\n" * 1001,
        "[" + "a, " * 1000 + "a]",
        "- []\n" * 1001,
        "- *a\n" * 1001,
        "a: 1\n" * 1001,
        "*a : 1\n" * 1001,
        "".join(f"k{i}: a\n" for i in range(1001)),
    ],
)
def test_a_list_beyond_the_limit_is_refused(text):
    last = read(text).findings[-1]
    assert (last.code, last.message.en) == ("SOP001", "more than 1000 items in one list")


@pytest.mark.parametrize("text", ["a: {}\n", "a: '{}'\n", "? {}\n: a\n", "- |\n  {}\n"])
def test_a_text_beyond_the_limit_is_refused(text):
    (found,) = read(text.format("a" * (MAX_TEXT + 1))).findings
    assert (found.code, found.message.en) == ("SOP001", "a text of more than 20,000 characters")


def test_a_text_up_to_the_limit_is_read():
    assert read("a: " + "a" * MAX_TEXT).data == {"a": "a" * MAX_TEXT}


def test_a_list_up_to_the_limit_is_read():
    assert len(read("- a\n" * MAX_ITEMS).data) == MAX_ITEMS
    assert len(read("".join(f"k{i}: a\n" for i in range(MAX_ITEMS))).data) == MAX_ITEMS


@pytest.mark.parametrize("size", [MAX_BYTES + 1, MAX_BYTES * 2])
def test_a_file_over_the_limit_is_refused(size):
    (found,) = load_bytes("a.yaml", b"#" * size).findings
    assert (found.code, found.message.en) == ("SOP001", "the file is larger than 1 MiB")


def test_a_file_of_exactly_the_limit_is_read():
    (found,) = load_bytes("a.yaml", b"#" * MAX_BYTES).findings
    assert found.message.en == "the file is empty"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one_line(line_end):
    places = read(f"a: 1{line_end}{line_end}b: 2{line_end}").places
    assert places.value(("b",)).start == Position(3, 4)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("09", True),
        ("196706061992021001", True),
        ("0x1F", True),
        ("1e5", True),
        ("427.50", True),
        ("12:30", True),
        ('"09"', False),
        ("'09'", False),
        ("067/108", False),
        ("09/2022", False),
    ],
)
def test_a_nomor_that_others_read_as_a_number_is_noted(written, found):
    document = read(f"nomor: {written}\ndisahkan_oleh:\n  nip: {written}\n")
    codes = [(f.code, f.path) for f in document.findings]
    assert codes == ([("SOP005", ("nomor",)), ("SOP005", ("disahkan_oleh", "nip"))] if found else [])
    assert document.data["nomor"] == written.strip("\"'")


@given(st.text())
def test_reading_never_raises_for_any_text(text):
    document = read(text)
    assert document.usable or document.findings


YAMLISH = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "#",
            " # ",
            "|\n",
            ">\n",
            "&x ",
            "*x ",
            "!t ",
            "? ",
            ": ",
            "%",
            "@",
            "---\n",
            "...\n",
            "<<: ",
            "\t",
            "\\",
            "é",
            "😀",
            "\r\n",
            "null",
            "~",
            "0",
        ]
    ),
    max_size=40,
).map("".join)


def every_path(document):
    """The paths of all that has a place, even where there is no data of it."""
    if isinstance(document.places, Ranges):
        yield from (*document.places.values, *document.places.keys)
    inside = [((), document.data)]
    while inside:
        path, node = inside.pop()
        yield path
        if isinstance(node, (dict, list)):
            parts = node.items() if isinstance(node, dict) else enumerate(node)
            inside += (((*path, part), value) for part, value in parts)


@given(YAMLISH)
def test_reading_never_raises_for_what_looks_like_yaml(text):
    document = read(text)
    for path in every_path(document):
        assert document.places.value(path).start <= document.places.value(path).end
    assert document.usable or document.findings


@given(YAMLISH)
def test_the_places_of_plain_scalars_hold_their_text(text):
    document = read(text)
    if not document.usable:
        return

    def walk(node, path):
        if isinstance(node, dict):
            for key, value in node.items():
                walk(value, (*path, key))
        elif isinstance(node, list):
            for i, value in enumerate(node):
                walk(value, (*path, i))
        elif node is not None and "\n" not in node and "'" not in node and "\\" not in node:
            start, end = document.places.value_range(path)
            written = text[start:end]
            if (
                "\n" not in written
                and "\\" not in written
                and "'" not in written
                and not written.startswith(('"', "&", "!", "|", ">"))
            ):
                assert node in written

    walk(document.data, ())
