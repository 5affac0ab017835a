"""ALR008: a loop with no decision on it."""

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
def goes_back(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether a step that decides nothing leads back."""
    return any(edge.source not in flow.decisions for edge in flow.loops)


@rule("ALR008", "ulangan-tanpa-keputusan", Severity.ERROR, since="0.1", screen=(goes_back,))
def loop_without_decision(context: LintContext) -> Iterator[Issue]:
    """Ulangan tanpa keputusan. / A loop without a decision.

    ## Mengapa
    Hanya keputusan (belah ketupat) yang boleh membuka ulangan, sebab hanya di sana ada syarat untuk mengulang dan syarat
    untuk berhenti. Bila `lanjut` kembali ke langkah sebelumnya tanpa satu keputusan pun di dalam putarannya, pekerjaan
    diulang tanpa akhir.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pemutakhiran Data Pegawai
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mengumpulkan data pegawai, pelaksana: staf}
      - {kegiatan: Mencocokkan data pegawai, pelaksana: kasubbag, lanjut: [1, 3]}
      - {kegiatan: Menyimpan data pegawai, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pemutakhiran Data Pegawai
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mengumpulkan data pegawai, pelaksana: staf}
      - kegiatan: Mencocokkan data pegawai
        pelaksana: kasubbag
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Menyimpan data pegawai, pelaksana: staf}
    ```
    """
    flow = context.flow
    loops = [edge for edge in flow.loops if edge.source not in flow.decisions]
    plain = [edge for edge in flow.edges if edge.source not in flow.decisions]
    for component in components(range(flow.size), plain):
        edge = next((edge for edge in loops if edge.source in component and edge.target in component), None)
        if edge is None or edge.target is None or not component <= flow.reachable:
            continue
        names = called(context.sop, sorted(component))
        target = called(context.sop, (edge.target,))
        yield Issue(
            edge.path,
            Text(
                f"kembali ke {target.id} tanpa keputusan: {names.id} berulang tanpa akhir",
                f"back to {target.en} without a decision: {names.en} would be repeated for ever",
            ),
            help=Text(
                "jadikan langkah yang menentukan perlu tidaknya diulang sebuah keputusan (ya/tidak)",
                "make the step that tells whether to repeat a decision (ya/tidak)",
            ),
        )
