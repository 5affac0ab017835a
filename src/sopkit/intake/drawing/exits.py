"""The words beside the lines of a decision: which line they belong to, and which exit they name."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import inf
from typing import TYPE_CHECKING

from sopkit.intake.drawing.geometry import distance, gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.drawing.network import Link
    from sopkit.intake.drawing.recovered import Branch
    from sopkit.intake.drawing.shapes import Label

_WORD = re.compile(r"[a-z]+")
_NO = frozenset(
    {
        "tidak",
        "tdk",
        "t",
        "belum",
        "blm",
        "no",
        "n",
        "bukan",
        "tolak",
        "ditolak",
        "menolak",
        "kurang",
        "gagal",
        "salah",
        "revisi",
        "direvisi",
        "perbaikan",
        "diperbaiki",
        "kembali",
        "dikembalikan",
    }
)
_YES = frozenset(
    {
        "ya",
        "y",
        "yes",
        "iya",
        "sudah",
        "sdh",
        "setuju",
        "disetujui",
        "sesuai",
        "lengkap",
        "ok",
        "oke",
        "benar",
        "diterima",
        "terima",
        "memenuhi",
        "layak",
        "lulus",
        "valid",
        "acc",
        "lanjut",
        "berhasil",
        "ada",
        "perlu",
        "butuh",
    }
)
_NEGATION = frozenset({"tidak", "tdk", "belum", "blm", "bukan", "kurang"})
_GOVERNING = frozenset({"sudah", "sdh", "ada", "perlu", "butuh"})
"""Words that ask for another one: "Perlu perbaikan" is one answer."""

_ANSWERS = frozenset({"ya", "tidak", "y", "t", "yes", "no"})
_NUMBERS = re.compile(r"[0-9]{1,4}")
_PAGE = re.compile(r"(?:(?:ke|dari) ?)?(?:h|hal|hlm|halaman)\.? ?\d+(?:, ?\d+)*", re.IGNORECASE)

_FARTHEST = 42.0
_RUN = 60.0
_AHEAD = 0.22


def branch_of(text: str) -> Branch | None:
    """Which exit words name: "Belum sesuai" the no, "Sudah sesuai" the yes; None where they tell neither."""
    words = _WORD.findall(text.casefold())
    if not words:
        return None
    if words[0] in _NO or _NEGATION & set(words):
        return "tidak"
    return "ya" if words[0] in _YES or _YES & set(words) else None


def is_answer(text: str) -> bool:
    """Whether a text is a bare Yes or No."""
    return text.strip().strip(".?").casefold() in _ANSWERS


def is_page_note(text: str) -> bool:
    """Whether a text names the page that an off-page connector leads to or comes from: "ke h. 2"."""
    return _PAGE.fullmatch(" ".join(text.split())) is not None


def pages_named(text: str) -> tuple[int, ...]:
    """The numbers in such a text, as printed."""
    return tuple(int(number) for number in _NUMBERS.findall(text))


def are_apart(before: str, after: str) -> bool:
    """Whether two words that follow each other, on a line or on the next one, belong to two exits.

    "Tidak Ya" and "Disetujui Ditolak" do; "Tidak sesuai" and "Perlu perbaikan" do not: a negation and the words that
    govern another one stand before what they belong to.
    """
    if before.endswith((",", "-", "/")):
        return False
    one, other = before.casefold().strip(".?"), after.casefold().strip(".,?")
    if other in {"ya", "y", "iya", "yes"} or (is_answer(one) and is_answer(other)):
        return True
    return one not in _NEGATION | _GOVERNING and {branch_of(one), branch_of(other)} == {"ya", "tidak"}


def labelled(exits: Sequence[Link], labels: Sequence[Label]) -> dict[int, Label]:
    """For each exit, by index, the label that stands beside its first run; each label once.

    Labels go to the nearest exits first; then two exits of one decision change labels where both together stand
    nearer that way.
    """
    scores = {
        (exit_index, label_index): score
        for exit_index, link in enumerate(exits)
        for label_index, label in enumerate(labels)
        if (score := _off(link, label)) is not None
    }
    taken: dict[int, int] = {}
    for exit_index, label_index in sorted(scores, key=lambda pair: (scores[pair], pair)):
        if exit_index not in taken and label_index not in taken.values():
            taken[exit_index] = label_index
    for one, other in combinations(sorted(taken), 2):
        if exits[one].source == exits[other].source:
            now = scores[one, taken[one]] + scores[other, taken[other]]
            changed = scores.get((one, taken[other]), inf) + scores.get((other, taken[one]), inf)
            if changed < now:
                taken[one], taken[other] = taken[other], taken[one]
    return {exit_index: labels[label_index] for exit_index, label_index in taken.items()}


def _off(link: Link, label: Label) -> float | None:
    """How far a label stands from the beginning of a way, what lies further along counting as further away."""
    gone = 0.0
    best: float | None = None
    for start, end in pairwise(link.points):
        if gone > _RUN:
            break
        off = gap(label.box, start, end)
        score = off + _AHEAD * (gone + _along(start, end, label))
        if off <= _FARTHEST and (best is None or score < best):
            best = score
        gone += distance(start, end)
    return best


def _along(start: tuple[float, float], end: tuple[float, float], label: Label) -> float:
    middle = (label.box[0] + label.box[2]) / 2, (label.box[1] + label.box[3]) / 2
    length = distance(start, end)
    if not length:
        return 0.0
    t = ((middle[0] - start[0]) * (end[0] - start[0]) + (middle[1] - start[1]) * (end[1] - start[1])) / length
    return min(max(t, 0.0), length)
