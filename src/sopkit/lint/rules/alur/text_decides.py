"""ALR007: the text of a step decides, but the step is no decision."""

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
    from sopkit.lint.language.decisions import Choice
    from sopkit.model.sop import Langkah


@question(Subject.KEGIATAN, Subject.OTHERS)
def decides(text: str, knowledge: Knowledge) -> bool:
    """Whether the text decides."""
    words = decision_words(knowledge)
    return not words.choosing.isdisjoint(cut(text)) and choice(text, words) is not None


@rule(
    "ALR007",
    "teks-memutuskan",
    Severity.WARNING,
    since="0.1",
    screen=(decides,),
)
def text_decides(context: LintContext) -> Iterator[Issue]:
    """Teks memutuskan, tetapi langkahnya bukan keputusan. / The text decides, but the step is no decision.

    ## Mengapa
    Kegiatan yang berbunyi “jika …, dikembalikan …” berisi dua jalan, sedangkan bagan alirnya hanya menggambar satu. Yang
    membaca bagan tidak melihat cabang kembali, dan yang menghitung waktu tidak menghitungnya. Tuliskan cabangnya dengan
    `keputusan`, cukup dengan kegiatan yang singkat.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kebutuhan
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Menyusun rencana kebutuhan, pelaksana: staf}
      - kegiatan: Memeriksa rencana kebutuhan; jika keliru, dikembalikan
        pelaksana: kasubbag
      - {kegiatan: Menyimpan rencana kebutuhan, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kebutuhan
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Menyusun rencana kebutuhan, pelaksana: staf}
      - kegiatan: Memeriksa rencana kebutuhan
        pelaksana: kasubbag
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Menyimpan rencana kebutuhan, pelaksana: staf}
    ```
    """
    words = decision_words(context.knowledge)
    for i, step in enumerate(context.sop.langkah):
        if step.keputusan is not None:
            continue
        for field, text in (("kegiatan", step.kegiatan), ("keterangan", step.keterangan)):
            found = choice(text, words) if text else None
            if found is None or deeds(step.kegiatan or "", words).mends or _decided_nearby(context, i, found):
                continue
            yield Issue(
                ("langkah", i, field),
                _message(found),
                help=Text(
                    "tulis keputusan: ya ke langkah bila sesuai, tidak ke langkah bila dikembalikan",
                    "write keputusan: ya to the step if all is well, tidak to the step if not",
                ),
                excerpt=found.condition,
            )
            break


def _message(found: Choice) -> Text:
    words = " … ".join(dict.fromkeys((found.condition, found.consequence)))
    return Text(
        f"teksnya memutuskan (“{words}”), tetapi langkah ini bukan keputusan",
        f"the text decides (“{words}”), but the step is no decision",
    )


def _decided_nearby(context: LintContext, i: int, found: Choice) -> bool:
    """Whether the decision follows directly, or stands directly before and the text only repeats its outcome."""
    steps, flow = context.sop.langkah, context.flow
    if any(_decides(steps, edge.target) for edge in flow.out(i)):
        return True
    before = flow.into(i)
    return (
        (found.leading or not found.returns)
        and bool(before)
        and all(_decides(steps, edge.source) for edge in before)
    )


def _decides(steps: tuple[Langkah, ...], step: int | None) -> bool:
    return step is not None and steps[step].keputusan is not None
