"""Values that are made once: their parts by order or by name, and nothing else."""

from __future__ import annotations

import pickle
from functools import cached_property

import pytest

from sopkit.fixed import Fixed


class Walk(Fixed):
    """Two parts, the second with a default, and something worked out of them."""

    where: str
    steps: int = 2

    @cached_property
    def told(self):
        return f"{self.where} {self.steps}"


@pytest.mark.parametrize("walk", [Walk("home", 3), Walk("home", steps=3), Walk(steps=3, where="home")])
def test_parts_are_given_by_order_or_by_name(walk):
    assert (walk.where, walk.steps, walk.told) == ("home", 3, "home 3")


def test_a_part_with_a_default_may_be_left_out():
    assert Walk("home").told == "home 2"


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"steps": 1}),
        (("home", 1, 2), {}),
        (("home",), {"where": "away"}),
        (("home",), {"time": 1}),
    ],
)
def test_parts_that_are_missing_doubled_or_unknown_are_refused(values, named):
    with pytest.raises(TypeError, match="not the parts of Walk: where, steps"):
        Walk(*values, **named)


def test_nothing_can_be_changed():
    walk = Walk("home")
    with pytest.raises(AttributeError, match=r"Walk\.steps cannot be changed"):
        walk.steps = 3
    with pytest.raises(AttributeError, match=r"Walk\.where cannot be changed"):
        del walk.where


def test_values_are_compared_by_identity():
    walk = Walk("home")
    assert walk != Walk("home")
    assert {walk: 1}[walk] == 1


def test_a_value_can_go_to_another_process():
    sent = pickle.dumps(Walk("home"))
    assert pickle.loads(sent).told == "home 2"  # noqa: S301 - our own bytes
