"""YAML as the house writes it: read back it is the same data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.load.document import read_document
from sopkit.load.writing import scalar, write_document
from sopkit.source import SourceFile

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
KEYS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).filter(
    lambda key: key != "<<"
)
VALUES = st.recursive(
    st.one_of(st.none(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4), st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def read(text):
    document = read_document(SourceFile("draf.yaml", text))
    assert document.findings == ()
    return document.data


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
def test_what_is_written_is_read_back(data):
    assert read(write_document(data, {})) == data


@given(TEXTS)
def test_a_text_alone_is_read_back_and_keeps_to_its_line(text):
    assert "\n" not in scalar(text)
    assert read(f"a: {scalar(text)}\n") == {"a": text}


@given(TEXTS, TEXTS)
def test_comments_change_nothing(comment, text):
    data = {"a": [text, {"b": text, "c": [text]}], "d": {"e": text}}
    comments = {
        path: [comment]
        for path in [("a",), ("a", 0), ("a", 1), ("a", 1, "b"), ("a", 1, "c", 0), ("d", "e"), ()]
    }
    assert read(write_document(data, comments, [comment])) == data


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "~",
        "null",
        "1:30",
        "010",
        "09",
        "1.10",
        "2022-03-01",
        "0x1F",
        "1e3",
        "- a",
        "a: b",
        "a #b",
        "# a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "[a",
        "{a",
        "'a",
        '"a',
        "a:",
        "|",
        ">",
        "?",
        "19700102 199503 1 004",
    ],
)
def test_what_a_yaml_reader_could_mistake_is_quoted(text):
    assert scalar(text).startswith('"')


@pytest.mark.parametrize(
    "text", ["Meja", "1 Maret 2022", "30 menit", "a:b", "No.99", "Meja (kecil), dua", "Ir. BUDIMAN, MM"]
)
def test_ordinary_text_stays_plain(text):
    assert scalar(text) == text


def test_comments_stand_above_what_they_are_about():
    data = {"a": None, "b": [{"c": "x", "d": None}]}
    comments = {
        ("a",): ["satu"],
        ("b", 0): ["dua"],
        ("b", 0, "c"): ["tiga"],
        ("b", 0, "d"): ["empat"],
        (): ["lima"],
    }
    assert write_document(data, comments, ["nol"]) == (
        "# nol\n# satu\na:\nb:\n  # dua\n  # tiga\n  - c: x\n    # empat\n    d:\n# lima\n"
    )
