"""ALR006: a step examines, corrects or approves, and there is no way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.decisions import choice, decision_words, deeds
from sopkit.lint.language.texts import cut
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.decisions import DecisionWords


@question(Subject.KEGIATAN)
def judges(text: str, knowledge: Knowledge) -> bool:
    """Whether the kegiatan judges a document and does nothing else about it."""
    words = decision_words(knowledge)
    if words.judging.isdisjoint(cut(text)):
        return False
    done = deeds(text, words)
    return bool(done.verb) and not done.mends and not choice(text, words)  # a text that decides is for ALR007


@rule(
    "ALR006",
    "periksa-tanpa-jalan-kembali",
    Severity.WARNING,
    since="0.1",
    screen=(judges,),
)
def examined_without_return(context: LintContext) -> Iterator[Issue]:
    """Langkah memeriksa atau menyetujui tanpa jalan kembali. / A step examines or approves, with no way back.

    ## Mengapa
    Memeriksa, mengoreksi, dan menyetujui selalu punya dua kemungkinan. Bila prosedur hanya menulis jalan maju, tidak
    tertulis apa yang terjadi ketika naskahnya keliru: siapa yang memperbaiki, dan apakah sesudah itu diperiksa lagi. Karena
    itu langkah seperti ini digambar sebagai keputusan (belah ketupat) dengan cabang kembali. Aturan ini diam bila langkah
    itu sendiri keputusan, langsung diikuti keputusan atau langkah perbaikan, memperbaiki sendiri naskahnya, atau
    menghasilkan catatan temuan (kertas kerja, berita acara); pengesahan diterima bila sebelumnya sudah ada keputusan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Menyusun laporan bulanan, pelaksana: staf}
      - {kegiatan: Memeriksa laporan bulanan, pelaksana: kasubbag}
      - {kegiatan: Mengirimkan laporan bulanan, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Menyusun laporan bulanan, pelaksana: staf}
      - kegiatan: Memeriksa laporan bulanan
        pelaksana: kasubbag
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Mengirimkan laporan bulanan, pelaksana: staf}
    ```
    """
    words = decision_words(context.knowledge)
    for i in context.steps_that_may(judges):
        step = context.sop.langkah[i]
        text = step.kegiatan or ""
        if step.keputusan is not None or not judges.ask(text, context.knowledge):
            continue
        done = deeds(text, words)
        if not done.approves and any(words.records.search(text) for text in step.mutu_baku.output):
            continue
        if _settled_next(context, i, words) or (not done.examines and _decided_before(context, i)):
            continue
        yield Issue(
            ("langkah", i, "kegiatan"),
            Text(
                f"langkah ini menilai naskah (“{done.verb}”), tetapi tidak ada jalan kembali bila ada yang keliru",
                f"this step judges a document (“{done.verb}”), but there is no way back if something is wrong",
            ),
            help=Text(
                "jadikan keputusan: ya ke langkah berikutnya, tidak ke langkah yang memperbaiki",
                "make it a decision: ya to the next step, tidak to the step that mends",
            ),
        )


def _settled_next(context: LintContext, i: int, words: DecisionWords) -> bool:
    """Whether a decision or a mending step follows directly, or where the step leads is not known."""
    steps = context.sop.langkah
    following = [edge.target for edge in context.flow.out(i)]
    if not following:
        return True  # its reference dangles
    for target in following:
        if target is None:
            continue
        if steps[target].keputusan is not None or deeds(steps[target].kegiatan or "", words).mends:
            return True
    return False


def _decided_before(context: LintContext, i: int) -> bool:
    decisions = context.flow.decisions
    return bool(decisions) and not context.flow.ancestors[i].isdisjoint(decisions)
