"""ALR001: a reference to a step that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import listed
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.sop import SELESAI
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge
    from sopkit.model.sop import Sop

_MANY = 12


@question(Subject.FLOW)
def leads_nowhere(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether a reference leads nowhere."""
    return bool(flow.dangling)


@rule("ALR001", "rujukan-tanpa-langkah", Severity.ERROR, since="0.1", screen=(leads_nowhere,))
def dangling_reference(context: LintContext) -> Iterator[Issue]:
    """Rujukan menunjuk langkah yang tidak ada. / A reference names a step that is not there.

    ## Mengapa
    `lanjut`, `ya`, dan `tidak` menyebut langkah tujuan menurut nomor tercetak atau `id`. Bila langkah itu tidak ada, anak
    panahnya tidak dapat digambar dan pelaksana tidak tahu ke mana pekerjaan diteruskan. Kesalahan ini biasanya tertinggal
    setelah langkah disisipkan, dihapus, atau dinomori ulang.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengelolaan Surat Keluar
    pelaksana: {staf: Pengadministrasi Umum, sekretaris: Sekretaris}
    langkah:
      - {kegiatan: Menyusun konsep surat, pelaksana: staf}
      - kegiatan: Memeriksa konsep surat
        pelaksana: sekretaris
        keputusan: {ya: 3, tidak: 11}
      - {kegiatan: Mengirimkan surat, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengelolaan Surat Keluar
    pelaksana: {staf: Pengadministrasi Umum, sekretaris: Sekretaris}
    langkah:
      - {kegiatan: Menyusun konsep surat, pelaksana: staf}
      - kegiatan: Memeriksa konsep surat
        pelaksana: sekretaris
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Mengirimkan surat, pelaksana: staf}
    ```
    """
    for dangling in context.flow.dangling:
        yield Issue(
            dangling.path,
            Text(
                f"tidak ada langkah “{dangling.reference}”",
                f"there is no step “{dangling.reference}”",
            ),
            help=_hint(dangling.reference, context.sop),
            excerpt=dangling.reference,
        )


def _hint(reference: str, sop: Sop) -> Text:
    """The nearest handle for a word; for a number, whose neighbours are no misspellings, the numbers there are."""
    numbers = list(dict.fromkeys(sop.nomor_langkah))
    near = None
    if not reference.isdecimal():
        near = nearest(reference, [*(step.id for step in sop.langkah if step.id), SELESAI, *numbers])
    if near:
        return Text(f"maksudnya “{near}”?", f"did you mean “{near}”?")
    if len(numbers) > _MANY:
        return Text(
            f"nomor langkah yang ada: {numbers[0]} sampai {numbers[-1]}",
            f"the steps are numbered {numbers[0]} to {numbers[-1]}",
        )
    return Text(
        f"nomor langkah yang ada: {listed(numbers, 'dan')}",
        f"the steps are numbered {listed(numbers, 'and')}",
    )
