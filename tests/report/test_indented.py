"""JSON with indents is what the library makes of the same value."""

from __future__ import annotations

import json
from collections import OrderedDict

from hypothesis import given
from hypothesis import strategies as st

from sopkit.report.indented import indented

TEXTS = st.text() | st.sampled_from(("\ud800", "\n", '"', "\\", "\x00\x1f\x7f", "{", "é😀\u2028"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(TEXTS, inner)
        | st.dictionaries(TEXTS, inner).map(OrderedDict)
    ),
)


@given(VALUES)
def test_it_is_what_the_library_makes(value):
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
