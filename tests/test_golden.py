"""The golden comparison itself: one that could not fail would hide every other fault."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

EXPECTED = "satu\r\ndua\n"


@pytest.fixture
def compare(pytester):
    """A project with one golden comparison of EXPECTED, to be run with the options given."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text("utf-8"))
    pytester.makepyfile(f"def test_text(golden): golden('expected/text.txt', {EXPECTED!r})")
    return pytester.runpytest_subprocess


@pytest.fixture
def golden_file(pytester):
    (pytester.path / "expected").mkdir()
    return pytester.path / "expected" / "text.txt"


def test_a_missing_golden_file_fails_and_is_not_written(compare, golden_file):
    compare().assert_outcomes(failed=1)
    assert not golden_file.exists()


def test_the_same_bytes_pass(compare, golden_file):
    golden_file.write_bytes(EXPECTED.encode())
    compare().assert_outcomes(passed=1)


@pytest.mark.parametrize("other", ["satu\r\ndua", "satu\ndua\n", ""])
def test_other_bytes_fail_and_stay(compare, golden_file, other):
    golden_file.write_bytes(other.encode())
    compare().assert_outcomes(failed=1)
    assert golden_file.read_bytes() == other.encode()


def test_updating_writes_the_bytes_and_its_folder(compare, pytester):
    compare("--update-golden").assert_outcomes(passed=1)
    assert (pytester.path / "expected" / "text.txt").read_bytes() == EXPECTED.encode()
