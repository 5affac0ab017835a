"""MTB004: an output that nobody could check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.documents import document_words, is_vague
from sopkit.lint.language.texts import quoted
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge


@question(Subject.OUTPUT)
def is_too_vague(text: str, knowledge: Knowledge) -> bool:
    """Whether the output names nothing that could be looked at."""
    return is_vague(text, document_words(knowledge))


@rule(
    "MTB004",
    "output-samar",
    Severity.INFO,
    since="0.1",
    screen=(is_too_vague,),
)
def output_too_vague(context: LintContext) -> Iterator[Issue]:
    """Output terlalu samar untuk diperiksa. / The output is too vague to check.

    ## Mengapa
    Output adalah bukti bahwa langkah selesai. “Data”, “Dokumen”, atau “Konsep” tidak menyebut data atau naskah yang mana,
    sehingga orang lain tidak dapat memeriksa apakah buktinya ada dan benar. Sebutkan nama naskahnya beserta keadaannya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Inventarisasi Aset
    pelaksana: {pengurus: Pengurus Barang}
    langkah:
      - kegiatan: Mendata aset di setiap ruangan
        pelaksana: pengurus
        mutu_baku: {kelengkapan: Kartu inventaris ruangan, waktu: 2 jam, output: Data}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Inventarisasi Aset
    pelaksana: {pengurus: Pengurus Barang}
    langkah:
      - kegiatan: Mendata aset di setiap ruangan
        pelaksana: pengurus
        mutu_baku: {kelengkapan: Kartu inventaris ruangan, waktu: 2 jam, output: Daftar aset setiap ruangan}
    ```
    """
    words = document_words(context.knowledge)
    for i, step in enumerate(context.sop.langkah):
        output = step.mutu_baku.output
        for k, text in enumerate(output):
            if is_vague(text, words):
                yield Issue(
                    ("langkah", i, "mutu_baku", "output", k)
                    if len(output) > 1
                    else ("langkah", i, "mutu_baku", "output"),
                    Text(
                        f"output {quoted(text)} terlalu samar untuk diperiksa",
                        f"the output {quoted(text)} is too vague to check",
                    ),
                    help=Text(
                        "sebutkan naskah atau hasil yang mana, misalnya Daftar …, Konsep surat …, Rekapitulasi …",
                        "say which document or result, such as Daftar …, Konsep surat …, Rekapitulasi …",
                    ),
                )
