"""ALR009: a decision after which nothing comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge


@question(Subject.FLOW)
def ends_by_deciding(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether an end follows a decision."""
    return not set(flow.decisions).isdisjoint(flow.ends)


@rule("ALR009", "berakhir-pada-keputusan", Severity.WARNING, since="0.1", screen=(ends_by_deciding,))
def ends_in_decision(context: LintContext) -> Iterator[Issue]:
    """Prosedur berakhir pada keputusan, tanpa langkah penutup. / The procedure ends in a decision, without a closing step.

    ## Mengapa
    Prosedur berakhir dengan kapsul (PermenPAN-RB 35/2012, Lampiran), sedangkan langkah keputusan digambar sebagai belah
    ketupat. Bila sesudah keputusan tidak ada langkah lagi, tidak tertulis pula siapa yang mengirim, mencatat, atau
    menyimpan hasilnya. Pada SOP dengan `mulai_selesai: terpisah`, cabang yang berhenti di keputusan diterima selama ada
    langkah lain yang menutup prosedur.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengesahan Jadwal Rapat
    pelaksana: {staf: Pengadministrasi Umum, kepala: Kepala Bagian}
    langkah:
      - {kegiatan: Menyusun jadwal rapat, pelaksana: staf}
      - kegiatan: Memeriksa jadwal rapat
        pelaksana: kepala
        keputusan: {ya: selesai, tidak: 1}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengesahan Jadwal Rapat
    pelaksana: {staf: Pengadministrasi Umum, kepala: Kepala Bagian}
    langkah:
      - {kegiatan: Menyusun jadwal rapat, pelaksana: staf}
      - kegiatan: Memeriksa jadwal rapat
        pelaksana: kepala
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Mengumumkan jadwal rapat, pelaksana: staf}
    ```
    """
    flow = context.flow
    deciding = [step for step in flow.ends if step in flow.decisions]
    closed = len(deciding) < len(flow.ends)
    if closed and context.sop.mulai_selesai == "terpisah":
        return
    for i in deciding:
        branches = [edge for edge in flow.out(i) if edge.target is None]
        if len(branches) > 1:  # both branches to the end: no decision at all, ALR005
            continue
        branch = branches[0]
        yield Issue(
            branch.path,
            Text(
                f"prosedur berakhir pada keputusan (cabang “{branch.label}”) tanpa langkah penutup",
                f"the procedure ends in a decision (branch “{branch.label}”) without a closing step",
            ),
            help=Text(
                "tambahkan langkah penutup, misalnya mengirim, mencatat, atau mengarsipkan hasilnya, lalu tujukan cabang"
                " ini ke sana",
                "add a closing step, such as sending, recording or filing the result, and send this branch there",
            ),
        )
