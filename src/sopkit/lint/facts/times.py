"""The times of an SOP with their places, for rules about waktu.

Times that are not filled in, and the rows that are only a capsule, are left out: they are no times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.lint.facts.lately import kept_lately
from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.documents import NOTHING
from sopkit.model.waktu import Waktu

if TYPE_CHECKING:
    from sopkit.model.sop import Sop
    from sopkit.model.waktu import Lama
    from sopkit.source import DocPath


@kept_lately
def step_times(sop: Sop) -> tuple[tuple[int, DocPath, Waktu], ...]:
    """Position, path and time of every step that has one, in document order."""
    found: list[tuple[int, DocPath, Waktu]] = []
    for i, step in enumerate(sop.langkah):
        waktu = step.mutu_baku.waktu
        if waktu is not None and waktu.text not in NOTHING and not is_capsule(step):
            found.append((i, ("langkah", i, "mutu_baku", "waktu"), waktu))
    return tuple(found)


@kept_lately
def known_lengths(sop: Sop) -> tuple[tuple[int, DocPath, Waktu, Lama], ...]:
    """Position, path, time and usual length of every step that says how long it takes, in document order."""
    found: list[tuple[int, DocPath, Waktu, Lama]] = []
    for i, path, waktu in step_times(sop):
        usual = (
            waktu.biasa
        )  # none unless the text states a length; then `known` only asks whether it is for one item
        if usual is not None and waktu.per is None:
            found.append((i, path, waktu, usual))
    return tuple(found)


@kept_lately
def all_times(sop: Sop) -> tuple[tuple[DocPath, Waktu], ...]:
    """Path and time of the deadline, when it is a length, and of every step."""
    steps = tuple((path, waktu) for _, path, waktu in step_times(sop))
    return ((("tenggat",), sop.tenggat), *steps) if isinstance(sop.tenggat, Waktu) else steps
