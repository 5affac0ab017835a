"""Answers kept by text: asked once of each, and never more than a bound."""

from __future__ import annotations

from sopkit.known import Known


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
