"""Answers kept by text: asked once of each, and never more than a bound."""

from __future__ import annotations

from sopkit.known import LONGEST, Known


def test_each_text_is_asked_about_once():
    asked = []
    sizes = Known(lambda text: asked.append(text) or len(text), 8)
    assert [sizes[text] for text in ("a", "bb", "a")] == [1, 2, 1]
    assert asked == ["a", "bb"]


def test_no_more_are_kept_than_the_bound():
    sizes = Known(len, 2)
    for text in ("a", "bb", "ccc"):
        assert sizes[text] == len(text)
        assert len(sizes) <= 2
    assert sizes == {"ccc": 3}


def test_a_long_text_is_asked_each_time():
    asked = []
    sizes = Known(lambda text: asked.append(text) or len(text), 8)
    assert [sizes["x" * (LONGEST + 1)] for _ in range(2)] == [LONGEST + 1] * 2
    assert len(asked) == 2
    assert not sizes
