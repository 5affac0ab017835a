"""Baselines hold what any file may be called and refuse what is none."""

from __future__ import annotations

import pytest

from sopkit.app.baseline import baseline_text, compare
from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.errors import SopkitError
from sopkit.lint.knowledge import Knowledge


@pytest.fixture
def result():
    project = Project(Settings(), Knowledge())
    return check([Input("a\udcff.yaml", b"nama: a: b\n")], project, CheckOptions())


def test_a_name_that_is_not_utf8_is_recognized(result):
    text = baseline_text(result)
    text.encode("utf-8")
    compared = compare(result, "dasar.json", text)
    assert (compared.result.findings, compared.known, compared.vanished) == ((), 1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "1",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [1]}',
        '{"version": 1, "findings": [{"file": "a", "code": "b", "line": "c", "count": 1e999}]}',
        '{"version": 1, "findings": [{"file": [], "code": "b", "line": "c", "count": 1}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_one_sentence(result, text):
    with pytest.raises(SopkitError, match="is no baseline"):
        compare(result, "dasar.json", text)
