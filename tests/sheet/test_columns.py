from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.columns import column_widths


@given(st.integers(1, 100))
def test_the_columns_fill_the_table_and_each_has_a_width(roles):
    widths = column_widths(roles)
    assert sum(astuple(widths)) + widths.role * (roles - 1) == 1000
    assert min(astuple(widths)) > 0


@given(st.integers(1, 99))
def test_more_roles_never_widen_a_role(roles):
    assert column_widths(roles + 1).role <= column_widths(roles).role


@pytest.mark.parametrize("roles", range(1, 13))
def test_the_activity_is_the_widest_text_up_to_twelve_roles(roles):
    widths = column_widths(roles)
    assert widths.activity > widths.output >= widths.requirement > widths.note
