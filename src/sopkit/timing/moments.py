"""The two ways the engine tells time: seconds from the start, and points on a calendar.

What belongs here is the type both share, so that going through a network is written once. How a point moves on is in
`dates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from datetime import datetime


class Point(NamedTuple):
    """A moment to the second: `seconds` of work, 0 to 59, done since the whole minute `minute`.

    When some are done, `minute` is a worked one, so that points compare as the moments they stand for.
    """

    minute: datetime
    seconds: int = 0


At = TypeVar("At", int, Point)
"""A moment: seconds by `Span.order` since the start, or a point on a calendar."""
