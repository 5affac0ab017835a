"""ALR005: a decision both of whose branches lead to the same place."""

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
def has_one_way(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether both branches of a decision lead to one place."""
    return any(len({branch.target for branch in flow.out(i)}) == 1 for i in flow.decisions)


@rule("ALR005", "cabang-sama", Severity.ERROR, since="0.1", screen=(has_one_way,))
def branches_alike(context: LintContext) -> Iterator[Issue]:
    """Kedua cabang keputusan menuju tempat yang sama. / Both branches of a decision lead to the same place.

    ## Mengapa
    Bila Ya dan Tidak berlanjut ke langkah yang sama, tidak ada yang diputuskan. Salah satu cabang keliru tujuannya, atau
    langkah itu langkah biasa yang tidak memerlukan belah ketupat.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penerimaan Barang
    pelaksana: {penyedia: Penyedia, pengurus: Pengurus Barang}
    langkah:
      - {kegiatan: Mengantarkan barang, pelaksana: penyedia}
      - kegiatan: Mencocokkan barang dengan surat pesanan
        pelaksana: pengurus
        keputusan: {ya: 3, tidak: 3}
      - {kegiatan: Mencatat barang dalam buku penerimaan, pelaksana: pengurus}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penerimaan Barang
    pelaksana: {penyedia: Penyedia, pengurus: Pengurus Barang}
    langkah:
      - {kegiatan: Mengantarkan barang, pelaksana: penyedia}
      - kegiatan: Mencocokkan barang dengan surat pesanan
        pelaksana: pengurus
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Mencatat barang dalam buku penerimaan, pelaksana: pengurus}
    ```
    """
    for i in context.flow.decisions:
        branches = context.flow.out(i)
        if len(branches) != _BOTH or branches[0].target != branches[1].target:
            continue
        target = branches[0].target
        place = called(context.sop, (target,)) if target is not None else Text("selesai", "selesai")
        yield Issue(
            ("langkah", i, "keputusan"),
            Text(
                f"kedua cabang menuju {place.id}, jadi tidak ada yang diputuskan",
                f"both branches lead to {place.en}, so nothing is decided",
            ),
            help=Text(
                "betulkan tujuan salah satu cabang, atau ganti keputusan dengan lanjut",
                "correct the target of one branch, or replace keputusan by lanjut",
            ),
        )


_BOTH = 2
