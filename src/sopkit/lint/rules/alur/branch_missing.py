"""ALR004: a decision without one of its two branches."""

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

_BOTH = 2


@question(Subject.FLOW)
def lacks_branch(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether a decision lacks a branch."""
    return any(len(flow.out(i)) < _BOTH for i in flow.decisions)


@rule("ALR004", "cabang-tanpa-tujuan", Severity.ERROR, since="0.1", missing=True, screen=(lacks_branch,))
def branch_missing(context: LintContext) -> Iterator[Issue]:
    """Cabang keputusan tidak punya tujuan. / A branch of a decision leads nowhere.

    ## Mengapa
    Simbol keputusan (belah ketupat) selalu punya tepat dua jalan keluar, misalnya Ya dan Tidak (PermenPAN-RB 35/2012,
    Lampiran). Bila satu cabang kosong, pelaksana tidak tahu apa yang dikerjakan pada keadaan itu.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pemberian Izin Cuti
    pelaksana: {staf: Pengadministrasi Umum, kepala: Kepala Bagian}
    langkah:
      - {kegiatan: Mengajukan permohonan cuti, pelaksana: staf}
      - kegiatan: Memeriksa permohonan cuti
        pelaksana: kepala
        keputusan: {ya: 3}
      - {kegiatan: Menyimpan surat cuti, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pemberian Izin Cuti
    pelaksana: {staf: Pengadministrasi Umum, kepala: Kepala Bagian}
    langkah:
      - {kegiatan: Mengajukan permohonan cuti, pelaksana: staf}
      - kegiatan: Memeriksa permohonan cuti
        pelaksana: kepala
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Menyimpan surat cuti, pelaksana: staf}
    ```
    """
    for i in context.flow.decisions:
        decision = context.sop.langkah[i].keputusan
        if decision is None:
            continue
        for name, branch in (("ya", decision.ya), ("tidak", decision.tidak)):
            if branch is None or branch.ke is None:
                yield Issue(
                    ("langkah", i, "keputusan", name),
                    Text(f"cabang “{name}” tidak punya tujuan", f"the branch “{name}” leads nowhere"),
                    help=Text(
                        f"tulis {name}: nomor langkah tujuan, id-nya, atau selesai",
                        f"write {name}: the number or id of the step it leads to, or selesai",
                    ),
                )
