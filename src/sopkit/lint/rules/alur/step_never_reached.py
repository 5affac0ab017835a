"""ALR002: a step that no way from the first step reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import called
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge


@question(Subject.FLOW)
def is_cut_off(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether a step cannot be reached."""
    return len(flow.reachable) < flow.size


@rule("ALR002", "langkah-tak-tercapai", Severity.ERROR, since="0.1", screen=(is_cut_off,))
def step_never_reached(context: LintContext) -> Iterator[Issue]:
    """Langkah tidak pernah tercapai. / A step is never reached.

    ## Mengapa
    Prosedur dimulai pada baris pertama dan mengikuti anak panah. Langkah yang tidak dituju anak panah mana pun tidak
    pernah dikerjakan: mutu bakunya tidak dihitung dan pelaksananya tidak mendapat giliran. Yang dilaporkan adalah langkah
    pertama dari rangkaian yang terputus; langkah sesudahnya ikut tercapai bila langkah ini disambung.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Peminjaman Arsip
    pelaksana: {arsiparis: Arsiparis}
    langkah:
      - {kegiatan: Mencatat permintaan arsip, pelaksana: arsiparis, lanjut: 3}
      - {kegiatan: Mencari arsip di rak, pelaksana: arsiparis}
      - {kegiatan: Menyerahkan arsip kepada peminjam, pelaksana: arsiparis}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Peminjaman Arsip
    pelaksana: {arsiparis: Arsiparis}
    langkah:
      - {kegiatan: Mencatat permintaan arsip, pelaksana: arsiparis}
      - {kegiatan: Mencari arsip di rak, pelaksana: arsiparis}
      - {kegiatan: Menyerahkan arsip kepada peminjam, pelaksana: arsiparis}
    ```
    """
    flow = context.flow
    for first, followers in _cut_off(flow):
        more = called(context.sop, followers) if followers else None
        yield Issue(
            ("langkah", first),
            Text(
                "tidak ada jalan dari langkah pertama ke langkah ini"
                + (f"; begitu pula {more.id}" if more else ""),
                "no way leads from the first step to this one"
                + (f"; the same holds for {more.en}" if more else ""),
            ),
            help=Text(
                "tujukan lanjut, ya, atau tidak dari sebuah langkah sebelumnya ke sini, atau hapus langkah ini",
                "point lanjut, ya or tidak of an earlier step here, or delete this step",
            ),
            related=tuple(
                (
                    dangling.path,
                    Text(
                        "rujukan yang tidak menunjuk langkah mana pun; mungkin langkah ini yang dimaksud",
                        "this reference names no step; perhaps this step is meant",
                    ),
                )
                for dangling in flow.dangling
                if dangling.source in flow.reachable
            ),
        )


def _cut_off(flow: FlowGraph) -> Iterator[tuple[int, list[int]]]:
    """The groups of steps cut off from the start: the first step of each, and those reached only behind it.

    First come the steps that nothing reaches; what then remains are loops that only feed themselves.
    """
    left = [step for step in range(flow.size) if step not in flow.reachable]
    sources = [step for step in left if all(edge.source == step for edge in flow.into(step))]
    while left:
        first = sources.pop(0) if sources else left[0]
        behind = _behind(flow, first)
        yield first, [step for step in left if step in behind and step != first]
        left = [step for step in left if step not in behind]


def _behind(flow: FlowGraph, first: int) -> set[int]:
    seen, queue = {first}, [first]
    for step in queue:
        for edge in flow.out(step):
            if edge.target is not None and edge.target not in seen and edge.target not in flow.reachable:
                seen.add(edge.target)
                queue.append(edge.target)
    return seen
