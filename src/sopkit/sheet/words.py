"""The flow of an SOP in words: who acts in a row, and where it goes on.

Sentences are read by screen readers and on phones. Notes are the few words beside a symbol of a sheet that has no
connectors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopkit.flow.graph import Edge

END = "selesai"


def performers(names: tuple[str, ...], *, joint: bool) -> str:
    """Who acts in a step, by printed headings: `Kadis`, `Staf, lalu Camat`, `Staf dan Camat bersama-sama`."""
    if len(names) == 1:
        return names[0]
    if joint:
        return f"{', '.join(names[:-1])} dan {names[-1]} bersama-sama"
    return ", lalu ".join(names)


def sentence(number: str, who: str, exits: tuple[Edge, ...], numbers: tuple[str, ...]) -> str:
    """One Indonesian sentence for the row with the printed `number`; `numbers` are those of all rows."""
    return f"Langkah {number}: {who}; {_going_on(exits, numbers)}."


def _going_on(exits: tuple[Edge, ...], numbers: tuple[str, ...]) -> str:
    if not exits:
        return "tidak ada kelanjutan"
    if all(edge.label for edge in exits):
        return "; ".join(f"bila {edge.label}, {_target(edge, numbers)}" for edge in exits)
    if len(exits) > 1:
        return "serentak: " + ", dan ".join(_target(edge, numbers) for edge in exits)
    return _target(exits[0], numbers)


def _target(edge: Edge, numbers: tuple[str, ...]) -> str:
    if edge.target is None:
        return END
    if edge.target == edge.source:
        return "langkah ini diulang"
    verb = "kembali ke" if edge.leads_back else "lanjut ke"
    return f"{verb} langkah {numbers[edge.target]}"


def exit_notes(exits: tuple[Edge, ...], numbers: tuple[str, ...], *, ends_visibly: bool) -> tuple[str, ...]:
    """A note for each exit of a row that is a branch, one of several, or does not go to the next row.

    `ends_visibly` says that the row's own symbol, or a capsule right below it, shows that the procedure ends there.
    """
    if len(exits) == 1 and exits[0].label is None and _goes_straight_on(exits[0], ends_visibly=ends_visibly):
        return ()
    return tuple(_note(edge, numbers) for edge in exits)


def _goes_straight_on(edge: Edge, *, ends_visibly: bool) -> bool:
    return ends_visibly if edge.target is None else edge.target == edge.source + 1


def _note(edge: Edge, numbers: tuple[str, ...]) -> str:
    label = f"{edge.label} " if edge.label else ""
    if edge.target is None:
        return f"{label}→ {END}"
    if edge.label and edge.target == edge.source + 1:
        return f"{label}↓"
    return f"{label}→ {numbers[edge.target]}"


def hand_over_note(receiver: str) -> str:
    """Beside a symbol whose work goes on, within the same row, with `receiver`."""
    return f"→ {receiver}"


JOINT_NOTE = "bersama"
"""Beside each symbol of a row whose roles act together."""
