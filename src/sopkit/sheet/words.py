"""The flow of an SOP in words, one sentence a row: who acts, and where it goes. Read by screen readers and on phones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.flow.graph import Edge, FlowGraph
    from sopkit.model.sop import Langkah, Sop


def flow_in_words(sop: Sop, flow: FlowGraph, roles: Mapping[str, str]) -> tuple[str, ...]:
    """One Indonesian sentence for each row, in order; `roles` gives the printed heading of each role key."""
    return tuple(
        f"Langkah {number}: {_actors(step, roles)}; {_exits(flow.out(i), sop)}."
        for i, (number, step) in enumerate(zip(sop.nomor_langkah, sop.langkah, strict=True))
    )


def _actors(step: Langkah, roles: Mapping[str, str]) -> str:
    names = [roles[key] for key in (step.pelaksana.kunci or ("",))]
    if len(names) == 1:
        return names[0]
    if step.pelaksana.bersama:
        return f"{', '.join(names[:-1])} dan {names[-1]} bersama-sama"
    return ", lalu ".join(names)


def _exits(edges: tuple[Edge, ...], sop: Sop) -> str:
    if not edges:
        return "tidak ada kelanjutan"
    if all(edge.label for edge in edges):
        return "; ".join(f"bila {edge.label}, {_target(edge, sop)}" for edge in edges)
    if len(edges) > 1:
        return "serentak " + " dan ".join(_target(edge, sop) for edge in edges)
    return _target(edges[0], sop)


def _target(edge: Edge, sop: Sop) -> str:
    if edge.target is None:
        return "selesai"
    verb = "kembali ke" if edge.leads_back else "lanjut ke"
    return f"{verb} langkah {sop.nomor_langkah[edge.target]}"
