"""The exit statuses, which are part of the contract."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """How a command ended; of several the highest holds."""

    CLEAN = 0
    FOUND = 1
    """Findings at or above `fail_on`, or a deadline missed."""
    USAGE = 2
    """Wrong usage, or a path that cannot be read or written."""
    INTERNAL = 3
    """A fault of sopkit itself."""
    INTERRUPTED = 130
    """Ctrl-C."""
