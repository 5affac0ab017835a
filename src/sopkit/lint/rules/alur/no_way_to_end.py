"""ALR003: steps between which the procedure goes round for ever, whatever is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.cycles import components
from sopkit.lint.facts.steps import called
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge


@question(Subject.FLOW)
def is_trapped(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether the end cannot be reached from everywhere."""
    return not flow.reachable <= flow.finishing


@rule("ALR003", "tanpa-jalan-selesai", Severity.ERROR, since="0.1", screen=(is_trapped,))
def no_way_to_end(context: LintContext) -> Iterator[Issue]:
    """Prosedur tidak dapat selesai. / There is no way to an end.

    ## Mengapa
    Setiap prosedur harus dapat berakhir. Bila semua cabang keputusan kembali ke langkah sebelumnya, pekerjaan berputar
    tanpa akhir, apa pun yang diputuskan. Yang dilaporkan satu temuan untuk setiap putaran. Putaran tanpa keputusan sama
    sekali dilaporkan oleh ALR008, cabang yang kosong oleh ALR004, rujukan yang keliru oleh ALR001.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Jadwal Piket
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mendata pegawai, pelaksana: staf}
      - {kegiatan: Menyusun jadwal piket, pelaksana: staf}
      - kegiatan: Memeriksa jadwal piket
        pelaksana: kasubbag
        keputusan: {ya: 1, tidak: 2}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Jadwal Piket
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mendata pegawai, pelaksana: staf}
      - {kegiatan: Menyusun jadwal piket, pelaksana: staf}
      - kegiatan: Memeriksa jadwal piket
        pelaksana: kasubbag
        keputusan: {ya: 4, tidak: 2}
      - {kegiatan: Mengumumkan jadwal piket, pelaksana: staf}
    ```
    """
    flow = context.flow
    for trap in _traps(flow):
        steps = sorted(trap)
        names = called(context.sop, steps)
        decision = next(step for step in steps if step in flow.decisions)
        yield Issue(
            ("langkah", decision, "keputusan"),
            Text(
                f"prosedur tidak dapat selesai: dari {names.id} tidak ada jalan keluar",
                f"the procedure cannot end: no way leads out of {names.en}",
            ),
            help=Text(
                "arahkan salah satu cabang keputusan ke langkah sesudahnya atau ke selesai",
                "send one branch of a decision to a later step or to selesai",
            ),
        )


def _traps(flow: FlowGraph) -> Iterator[frozenset[int]]:
    """The loops with a decision that nothing leaves; where an exit is missing or dangling, another rule speaks."""
    dangling = {one.source for one in flow.dangling}
    for component in components(range(flow.size), flow.edges):
        edges = [edge for step in component for edge in flow.out(step)]
        decisions = [step for step in component if step in flow.decisions]
        if (
            component <= flow.reachable
            and decisions
            and all(edge.target in component for edge in edges)
            and not component & dangling
            and all(len(flow.out(step)) == _BRANCHES for step in decisions)
        ):
            yield component


_BRANCHES = 2
