"""An edit changes one text and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.load.document import read_document
from sopkit.load.edit import set_text
from sopkit.source import SourceFile


def edited(text, path, value):
    result = set_text(SourceFile("a.yaml", text), path, value)
    return result.text if result else None


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a: 1minggu # lama\n", ("a",), "1 minggu", "a: 1 minggu # lama\n"),
        ("a: '067 / 1'\n", ("a",), "067/1", "a: '067/1'\n"),
        ('a: "067 / 1"\n', ("a",), "067/1", 'a: "067/1"\n'),
        ("a: [x, 1Jam, y]\n", ("a", 1), "1 jam", "a: [x, 1 jam, y]\n"),
        ("a: {b: 1Jam}\n", ("a", "b"), "1, 2", 'a: {b: "1, 2"}\n'),
        ("- a: satu kineja\n    dua\n", (0, "a"), "satu kinerja dua", "- a: satu kinerja\n    dua\n"),
        (
            "a: >\n  satu kineja\n  dua\n\nb: 1\n",
            ("a",),
            "satu kinerja dua\n",
            "a: >\n  satu kinerja\n  dua\n\nb: 1\n",
        ),
        (
            "a: |\n  satu kineja\n  dua\nb: 1\n",
            ("a",),
            "satu kinerja\ndua\n",
            "a: |\n  satu kinerja\n  dua\nb: 1\n",
        ),
        ("a: |-\n  satu\n  dua\nb: 1\n", ("a",), "satu dua\ntiga", "a: |-\n  satu dua\n  tiga\nb: 1\n"),
        ("a: 'it''s kineja'\n", ("a",), "it's kinerja", "a: 'it''s kinerja'\n"),
        ("a: x\n", ("a",), "x: y", 'a: "x: y"\n'),
        ("a: x\n", ("a",), "- y", 'a: "- y"\n'),
        ("a: x\r\nb: y\r\n", ("a",), "z", "a: z\r\nb: y\r\n"),
        ("a: 5 Pebruari\n", ("a", 0), "5 Februari", "a: 5 Februari\n"),
        ("a: x\n", ("a",), "null", 'a: "null"\n'),
    ],
)
def test_only_the_text_changes_in_its_own_way_of_writing(text, path, value, after):
    assert edited(text, path, value) == after


@pytest.mark.parametrize(
    ("text", "path"), [("a:\n", ("a",)), ("a: {b: 1}\n", ("a",)), ("a: 1\n", ("b",)), ("a: [\n", ("a",))]
)
def test_what_is_no_text_is_not_edited(text, path):
    assert edited(text, path, "x") is None


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")))
STYLED = st.sampled_from(["{}", "'{}'", '"{}"', "|\n    {}", ">\n    {}"])


@given(TEXT, TEXT, STYLED)
def test_an_edit_changes_exactly_one_value_or_nothing(old, new, style):
    source = SourceFile("a.yaml", f"x: 1\na: {style.format(old)}\nb:\n  - c # d\n")
    before = read_document(source)
    result = set_text(source, ("a",), new)
    if result is not None:
        assert read_document(result).data == {**before.data, "a": new}
