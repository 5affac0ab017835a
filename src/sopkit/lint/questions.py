"""Questions that rules ask of single texts and of other things that SOPs share, and what those of an SOP answer.

Which rules an SOP calls for by its answers is worked out in `screening`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.lint.knowledge import Knowledge


class Subject:
    """What questions are asked of: the texts in a part of an SOP, its flow (`FlowGraph`), its columns (`Roles`) and their keys.

    `OTHERS` are nama, the sections, the headings of columns and keterangan; `WAKTU` are those of the steps and the deadline,
    where it is a length. `WORDING` is in the office's own words. `KEYS` are two tuples: the keys that steps name, each once in
    the order of their first appearance, and those of the columns.
    """

    KEGIATAN: Final = "kegiatan"
    KELENGKAPAN: Final = "kelengkapan"
    OUTPUT: Final = "output"
    OTHERS: Final = "others"
    DASAR_HUKUM: Final = "dasar_hukum"
    WORDING: Final = (KEGIATAN, KELENGKAPAN, OUTPUT, OTHERS)
    WAKTU: Final = "waktu"
    TEXTS: Final = (*WORDING, DASAR_HUKUM, WAKTU)
    FLOW: Final = "flow"
    ROLES: Final = "roles"
    KEYS: Final = "keys"


Ask = Callable[[Any, "Knowledge"], bool]
"""Asks something of a text, or of what else `Subject` says."""


class Question:
    """What may be asked of some `subjects`: of a no of `ask` rules can be sure, of a yes they need not be.

    The answer rests on the subject and the words of the field alone, because it is kept for all SOPs that share the subject.
    """

    def __init__(self, subjects: tuple[str, ...], ask: Ask) -> None:
        self.subjects = subjects
        self.ask = ask


def question(*subjects: str) -> Callable[[Ask], Question]:
    """Make a function into a question about `subjects`."""

    def make(ask: Ask) -> Question:
        return Question(subjects, ask)

    return make


Keys = tuple[tuple[str, ...], tuple[str, ...]]
"""The subject of questions about `Subject.KEYS`."""


class Answers(NamedTuple):
    """What the subjects of an SOP answer: for each question a bit, as `bits` has it, set where one says yes.

    `all` holds all answers together; `steps` those of each step in its parts, kegiatan, kelengkapan and output.
    """

    bits: Mapping[Question, int]
    all: int
    steps: Mapping[str, Sequence[int]]
