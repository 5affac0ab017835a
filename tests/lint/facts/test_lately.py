"""Answers kept by identity: asked once of one object, again of another."""

from __future__ import annotations

from sopkit.lint.facts.lately import kept_lately, kept_of_each


def counting():
    asked = []

    @kept_lately
    def size(of):
        """How many."""
        asked.append(of)
        return len(of)

    return size, asked


def test_the_same_object_is_asked_about_once():
    size, asked = counting()
    text = [1, 2]
    assert (size(text), size(text)) == (2, 2)
    assert len(asked) == 1


def test_an_equal_object_is_another_one():
    size, asked = counting()
    assert (size([1]), size([1])) == (1, 1)
    assert len(asked) == 2


def test_only_the_last_answer_is_kept():
    size, asked = counting()
    one, other = [1], [1, 2]
    assert (size(one), size(other), size(one)) == (1, 2, 1)
    assert len(asked) == 3


def test_the_function_keeps_its_name_and_its_words():
    size, _ = counting()
    assert (size.__name__, size.__doc__) == ("size", "How many.")


def test_the_answer_about_each_object_is_kept_up_to_the_bound():
    asked = []

    @kept_of_each(2)
    def size(of):
        asked.append(of)
        return len(of)

    one, other, third = [1], [1], [1, 2, 3]
    assert [size(each) for each in (one, other, one, other)] == [1, 1, 1, 1]
    assert len(asked) == 2
    assert (size(third), size(one), size(third)) == (3, 1, 3)
    assert len(asked) == 4
