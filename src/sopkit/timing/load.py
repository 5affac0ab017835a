"""Who is busy for how long in a scenario: the input of a workload analysis (ABK).

Only work counts; elapsed time occupies nobody. Of a step done together (`bersama`) the whole time counts for each of its
pelaksana. Of a step that is handed over inside (`[a, b]`) the file does not say when: each gets an equal part.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.model.sop import PelaksanaLangkah, Sop
    from sopkit.timing.lengths import Span
    from sopkit.timing.network import Network


@dataclass(frozen=True, slots=True)
class RoleLoad:
    """The load of one pelaksana: seconds of work and its share of all work of the scenario, from 0 to 1.

    With joint work the shares of all add up to more than 1. `known` is False for a key without a column; the heading
    is then the key.
    """

    kunci: str
    heading: str
    seconds: Fraction
    share: Fraction
    known: bool = True


@dataclass(frozen=True, slots=True)
class Wait:
    """`step` is done, and its result waits `seconds` for another branch before the step at `join` can begin."""

    step: int
    join: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Load:
    """The load of every column in the order printed, unknown keys after them in order of appearance.

    `unassigned` are seconds of work that name no pelaksana. `handovers` counts how often work passes to somebody who
    did not do the step before, inside steps too. `split` are the positions of steps whose time was divided equally.
    """

    roles: tuple[RoleLoad, ...]
    unassigned: int
    handovers: int
    waits: tuple[Wait, ...]
    split: tuple[int, ...]


def find_load(sop: Sop, network: Network, spans: Sequence[Span]) -> Load:
    """The load of the scenario whose work is `network`; repeated steps count each time."""
    doers = [step.pelaksana for step in sop.langkah]
    seconds: dict[str, Fraction] = {kunci: Fraction(0) for kunci in sop.pelaksana}
    total = unassigned = 0
    for step in network.steps:
        work, roles = spans[step].work, tuple(dict.fromkeys(doers[step].kunci))
        total += work
        unassigned += 0 if roles else work
        for kunci in roles:
            part = Fraction(work) if doers[step].bersama else Fraction(work, len(roles))
            seconds[kunci] = seconds.get(kunci, Fraction(0)) + part
    split = sorted({step for step in network.steps if _is_chain(doers[step]) and spans[step].work})
    return Load(
        tuple(_role(sop, kunci, found, total) for kunci, found in seconds.items()),
        unassigned,
        _handovers(doers, network),
        _waits(network, spans),
        tuple(split),
    )


def _role(sop: Sop, kunci: str, seconds: Fraction, total: int) -> RoleLoad:
    peran = sop.pelaksana.get(kunci)
    share = seconds / total if total else Fraction(0)
    return RoleLoad(kunci, peran.nama if peran else kunci, seconds, share, peran is not None)


def _is_chain(doers: PelaksanaLangkah) -> bool:
    return not doers.bersama and len(set(doers.kunci)) > 1


def _handovers(doers: Sequence[PelaksanaLangkah], network: Network) -> int:
    inside = sum(_changes(doers[step]) for step in network.steps)
    pairs = (
        (_givers(doers[network.steps[i]]), _takers(doers[step]))
        for step, before in zip(network.steps, network.before, strict=True)
        for i in before
    )
    return inside + sum(bool(givers and takers and not givers & takers) for givers, takers in pairs)


def _changes(doers: PelaksanaLangkah) -> int:
    if doers.bersama:
        return 0
    return sum(a != b for a, b in zip(doers.kunci, doers.kunci[1:], strict=False))


def _givers(doers: PelaksanaLangkah) -> set[str]:
    return set(doers.kunci if doers.bersama else doers.kunci[-1:])


def _takers(doers: PelaksanaLangkah) -> set[str]:
    return set(doers.kunci if doers.bersama else doers.kunci[:1])


def _waits(network: Network, spans: Sequence[Span]) -> tuple[Wait, ...]:
    finish: list[int] = []
    waits = []
    for step, before in zip(network.steps, network.before, strict=True):
        start = max([finish[i] for i in before], default=0)
        waits += [Wait(network.steps[i], step, start - finish[i]) for i in before if finish[i] < start]
        finish.append(start + spans[step].order)
    return tuple(waits)
