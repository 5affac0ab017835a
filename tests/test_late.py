"""Patterns that are compiled at their first use answer as others do."""

from __future__ import annotations

import re

import pytest

from sopkit.late import late

PATTERN = r"(?P<word>a+)(b?)"
TEXT = "xab AAb aac"


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_a_late_pattern_finds_what_the_pattern_finds(flags):
    pattern, made = late(PATTERN, flags), re.compile(PATTERN, flags)
    for _ in range(2):  # the first use is another way than the later ones
        assert [match.span() for match in pattern.finditer(TEXT)] == [m.span() for m in made.finditer(TEXT)]
        assert pattern.findall(TEXT) == made.findall(TEXT)
        assert pattern.search(TEXT).groupdict() == made.search(TEXT).groupdict()
        assert pattern.match(TEXT, 1).span() == made.match(TEXT, 1).span()
        assert pattern.fullmatch("aab").groups() == made.fullmatch("aab").groups()
        assert pattern.split(TEXT, maxsplit=1) == made.split(TEXT, maxsplit=1)
        assert pattern.sub("-", TEXT) == made.sub("-", TEXT)
        assert pattern.flags == made.flags


def test_a_late_pattern_is_not_compiled_before_its_first_use():
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("")


def test_a_late_pattern_has_no_more_than_a_pattern():
    with pytest.raises(AttributeError):
        late(PATTERN).looked  # noqa: B018
