"""A value that is worked out once for each object."""

from __future__ import annotations

from dataclasses import dataclass

from sopkit.lint.once import once

ASKED = []


@dataclass(frozen=True)
class Word:
    text: str

    @once
    def size(self):
        """How long it is."""
        ASKED.append(self.text)
        return len(self.text)


def test_each_object_is_asked_once():
    one, other = Word("a"), Word("bb")
    assert [one.size, other.size, one.size] == [1, 2, 1]
    assert ASKED == ["a", "bb"]


def test_the_answer_is_no_part_of_what_is_compared():
    asked = Word("ccc")
    assert asked.size == 3
    assert asked == Word("ccc")


def test_the_class_tells_what_it_is():
    assert Word.size.__doc__ == "How long it is."
