"""The times of an SOP with their places, for rules about waktu.

Times that are not filled in, and the rows that are only a capsule, are left out: they are no times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.documents import NOTHING
from sopkit.model.waktu import Waktu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.config import Settings
    from sopkit.model.sop import Sop
    from sopkit.source import DocPath


def step_times(sop: Sop) -> Iterator[tuple[int, DocPath, Waktu]]:
    """Position, path and time of every step that has one, in document order."""
    for i, step in enumerate(sop.langkah):
        waktu = step.mutu_baku.waktu
        if waktu is not None and waktu.text not in NOTHING and not is_capsule(step):
            yield i, ("langkah", i, "mutu_baku", "waktu"), waktu


def all_times(sop: Sop) -> Iterator[tuple[DocPath, Waktu]]:
    """Path and time of the deadline, when it is a length, and of every step."""
    if isinstance(sop.tenggat, Waktu):
        yield ("tenggat",), sop.tenggat
    for _, path, waktu in step_times(sop):
        yield path, waktu


def seconds_per_day(settings: Settings) -> int:
    """The seconds of work in a working day of this office."""
    return settings.waktu.menit_per_hari * 60
