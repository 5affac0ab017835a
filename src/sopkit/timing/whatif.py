"""What if: a changed SOP to set beside the real one. Nothing is written.

What belongs here changes values of the model. Both functions leave numbers, references and order of the rows alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.flow.graph import build_flow
from sopkit.model.sop import SELESAI
from sopkit.model.waktu import Bentuk, parse_waktu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.flow.graph import Edge, FlowGraph
    from sopkit.model.sop import Langkah, Sop


def with_times(sop: Sop, times: Mapping[str, str]) -> Sop:
    """`sop` with other times: `{"4": "2 hari"}`, steps named by printed number or id.

    Raises:
        SopkitError: there is no such step, or a text states no length.
    """
    steps = list(sop.langkah)
    for name, text in times.items():
        position, waktu = find_step(sop, name), parse_waktu(text)
        if waktu.bentuk is not Bentuk.LAMA:
            raise SopkitError(
                Text(
                    id=f"Waktu “{text}” untuk langkah {name} tidak dapat dibaca. Tulis lama waktu, misalnya 2 hari.",
                    en=f'The time "{text}" for step {name} cannot be read. Write a length, such as 2 hari.',
                )
            )
        standard = steps[position].mutu_baku.model_copy(update={"waktu": waktu})
        steps[position] = steps[position].model_copy(update={"mutu_baku": standard})
    return sop.model_copy(update={"langkah": tuple(steps)})


def in_parallel(sop: Sop, numbers: Sequence[str]) -> Sop:
    """`sop` with steps that follow each other done at the same time.

    All begin after the step before the first of them, and what follows the last waits for all. They are named by
    printed number or id, in any order.

    Raises:
        SopkitError: fewer than two steps, no such step, steps that do not directly follow each other, a decision among
            them, a first row, or a decision that leads to one of them: none of these can be drawn as parallel.
    """
    flow = build_flow(sop)
    group = sorted({find_step(sop, name) for name in numbers})
    _check_group(sop, flow, group)
    first, last = group[0], group[-1]
    openers = dict.fromkeys(edge.source for edge in flow.into(first))
    onward = _references(sop, flow.out(last), {})
    steps = list(sop.langkah)
    for position in group:
        steps[position] = _going_to(steps[position], onward)
    for opener in openers:
        names = _references(sop, flow.out(opener), {first: group})
        steps[opener] = _going_to(steps[opener], names)
    return sop.model_copy(update={"langkah": tuple(steps)})


def find_step(sop: Sop, name: str) -> int:
    """The position of the step with the id or else the printed number `name`, as references find it.

    Raises:
        SopkitError: there is none; the message lists the numbers there are.
    """
    wanted = name.strip()
    by_id = [i for i, step in enumerate(sop.langkah) if step.id == wanted]
    found = by_id or [i for i, nomor in enumerate(sop.nomor_langkah) if nomor == wanted]
    if not found:
        listed = ", ".join(sop.nomor_langkah)
        raise SopkitError(
            Text(
                id=f"Langkah “{name}” tidak ada. Langkah yang ada: {listed}.",
                en=f'There is no step "{name}". The steps are: {listed}.',
            )
        )
    return found[0]


def _going_to(step: Langkah, references: tuple[str, ...]) -> Langkah:
    return step.model_copy(update={"lanjut": references})


def _references(sop: Sop, edges: Sequence[Edge], instead: Mapping[int, Sequence[int]]) -> tuple[str, ...]:
    """The targets of `edges` as references, those in `instead` replaced; without repetition."""
    targets: list[int | None] = []
    for edge in edges:
        found = instead.get(edge.target) if edge.target is not None else None
        targets.extend(found if found is not None else [edge.target])
    return tuple(dict.fromkeys(SELESAI if to is None else _name(sop, to) for to in targets))


def _name(sop: Sop, position: int) -> str:
    """The reference that finds the step at `position`."""
    for name in (sop.langkah[position].id, sop.nomor_langkah[position]):
        if name and name != SELESAI and find_step(sop, name) == position:
            return name
    raise SopkitError(
        Text(
            id=f"Nomor langkah {sop.nomor_langkah[position]} dipakai lebih dari sekali. Beri id yang unik lebih dahulu.",
            en=f"The step number {sop.nomor_langkah[position]} is used more than once. Give the steps unique ids first.",
        )
    )


def _check_group(sop: Sop, flow: FlowGraph, group: Sequence[int]) -> None:
    if len(group) < 2:  # noqa: PLR2004 - one step is parallel to nothing
        raise _cannot("sebutkan paling sedikit dua langkah", "name at least two steps")
    names = sop.nomor_langkah
    for position in group:
        if position in flow.decisions:
            raise _cannot(
                f"langkah {names[position]} adalah keputusan", f"step {names[position]} is a decision"
            )
        for edge in flow.into(position):
            if edge.source in flow.decisions:
                raise _cannot(
                    f"keputusan {names[edge.source]} menuju langkah {names[position]}",
                    f"the decision {names[edge.source]} leads to step {names[position]}",
                )
    for one, other in pairwise(group):
        if [edge.target for edge in flow.out(one)] != [other]:
            raise _cannot(
                f"langkah {names[other]} tidak langsung mengikuti langkah {names[one]}",
                f"step {names[other]} does not directly follow step {names[one]}",
            )
    if not flow.into(group[0]):
        raise _cannot(
            f"tidak ada langkah sebelum {names[group[0]]} yang dapat membuka cabang",
            f"no step before {names[group[0]]} could open the branches",
        )


def _cannot(id: str, en: str) -> SopkitError:  # noqa: A002 - the names of the languages
    return SopkitError(
        Text(
            id=f"Langkah tidak dapat dikerjakan serentak: {id}.",
            en=f"These steps cannot be done in parallel: {en}.",
        )
    )
