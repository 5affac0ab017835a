"""Steps in messages and in rules: what they are called, and rows that are only a start or an end capsule.

What a step does, and the documents it names, do not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.errors import Text
from sopkit.lint.language.tokens import folded
from sopkit.lint.questions import Subject, question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.lint.knowledge import Knowledge
    from sopkit.model.sop import Langkah, Sop

_CAPSULES: Final = frozenset({"mulai", "selesai", "start", "finish", "end"})
_LONGEST: Final = 12
"""Characters; a longer text is no capsule, and most are longer."""


def is_capsule(step: Langkah) -> bool:
    """Whether the row is only a capsule, such as `Mulai` or `Selesai`: it needs no mutu baku."""
    return step.kegiatan is not None and _names_capsule(step.kegiatan)


@question(Subject.KEGIATAN)
def is_mere_capsule(text: str, _: Knowledge) -> bool:
    """Whether the kegiatan is that of a capsule."""
    return _names_capsule(text)


def _names_capsule(text: str) -> bool:
    return len(text) <= _LONGEST and folded(text) in _CAPSULES


def called(sop: Sop, positions: Iterable[int]) -> Text:
    """The steps at 0-based `positions` by their printed numbers: `langkah 2`, `langkah 2, 4, dan 7`; never of none."""
    numbers = [sop.nomor_langkah[i] for i in positions]
    plural = "s" if len(numbers) > 1 else ""
    return Text(f"langkah {listed(numbers, 'dan')}", f"step{plural} {listed(numbers, 'and')}")


def listed(items: list[str], last: str) -> str:
    """The items as in a sentence: `a`, `a dan b`, `a, b, dan c`, with the word `last` before the last one."""
    if len(items) <= _PAIR:
        return f" {last} ".join(items)
    return f"{', '.join(items[:-1])}, {last} {items[-1]}"


_PAIR: Final = 2
