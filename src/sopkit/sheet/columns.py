"""How wide the columns of the procedure table are, as shares of its width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_WHOLE: Final = 1000
_NUMBER: Final = 30
_TIME: Final = 58
_NOTE: Final = 70
_ALL_ROLES: Final = 400
"""What the roles take together where that gives each a good width."""
_ROLE_LEAST: Final = 42
_ROLE_MOST: Final = 84
_ROLES_MOST: Final = 560
"""What the roles may take together, so that the texts keep room whatever their number."""
_ACTIVITY_SHARE: Final = 44
"""Percent of what is left for texts."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in thousandths of the table; `role` is that of each role. Together they are 1000."""

    number: int
    activity: int
    role: int
    requirement: int
    time: int
    output: int
    note: int


def column_widths(roles: int) -> Columns:
    """The widths for a table of `roles` roles, at least one."""
    role = min(_ROLE_MOST, max(_ALL_ROLES // roles, min(_ROLE_LEAST, _ROLES_MOST // roles)))
    texts = _WHOLE - _NUMBER - _TIME - _NOTE - role * roles
    activity = texts * _ACTIVITY_SHARE // 100
    requirement = (texts - activity) // 2
    output = texts - activity - requirement
    return Columns(_NUMBER, activity, role, requirement, _TIME, output, _NOTE)
