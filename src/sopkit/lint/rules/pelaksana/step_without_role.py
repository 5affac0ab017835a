"""PLK002: a step says nothing of who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("PLK002", "langkah-tanpa-pelaksana", Severity.ERROR, since="0.1", missing=True)
def step_without_role(context: LintContext) -> Iterator[Issue]:
    """Langkah tidak menyebut pelaksana. / A step names nobody who does it.

    ## Mengapa
    Setiap baris prosedur menempatkan simbolnya di kolom pelaksana (PermenPAN-RB 35/2012, Lampiran). Langkah tanpa
    pelaksana tidak punya penanggung jawab dan tidak dapat digambar pada diagram alir.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
    langkah:
      - kegiatan: Menerima surat masuk
        pelaksana: agendaris
      - kegiatan: Mencatat surat masuk
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
    langkah:
      - kegiatan: Menerima surat masuk
        pelaksana: agendaris
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
    ```
    """
    for i, step in enumerate(context.sop.langkah):
        if not step.pelaksana.kunci:
            number = context.sop.nomor_langkah[i]
            yield Issue(
                ("langkah", i, "pelaksana"),
                Text(
                    f"langkah {number} tidak menyebut pelaksana",
                    f"step {number} names nobody who does it",
                ),
                help=_help(tuple(context.sop.pelaksana)),
            )


def _help(keys: tuple[str, ...]) -> Text:
    if not keys:
        return Text(
            "tulis bagian pelaksana, lalu sebut kuncinya di langkah ini",
            "write the pelaksana part, then name one of its keys in this step",
        )
    listed = ", ".join(keys)
    return Text(
        f"isi pelaksana dengan salah satu kunci ini: {listed}", f"fill in pelaksana with one of: {listed}"
    )
