"""Whether a file is still the one that was read, as far as its entry in the folder can tell."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT) counts in steps of two seconds."""


class Stamp(NamedTuple):
    """Size, and the times of the last change to content and entry in nanoseconds.

    `settled` says that the file had lain unchanged for longer than the grain of any clock when it was read. Only then does
    the same stamp mean the same content: a file written twice within one tick of the clock shows the same times for both.
    """

    size: int
    changed: int
    moved: int
    settled: bool

    def proves(self, now: Stamp) -> bool:
        """Whether a file that has the stamp `now` has the content it had at this stamp."""
        return self.settled and (self.size, self.changed, self.moved) == (now.size, now.changed, now.moved)


def stamp_of(path: Path | str) -> Stamp | None:
    """The stamp of the file at `path` as of now, taken before it is read; None when it is no file or cannot be looked at."""
    try:
        found = os.stat(path)  # noqa: PTH116 - of every file at every run: to make a path of it takes longer than to look
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    settled = max(found.st_mtime_ns, found.st_ctime_ns) + GRAIN < time.time_ns()
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, settled)
