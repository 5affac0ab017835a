"""PLK003: a column in which nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.roles import meant_key
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.questions import Keys
    from sopkit.lint.rule import LintContext


@question(Subject.KEYS)
def has_idle_column(keys: Keys, _: Knowledge) -> bool:
    """Whether no step names some column, though steps name others."""
    named, columns = keys
    return bool(named) and not set(columns) <= set(named)


@rule("PLK003", "kolom-tanpa-langkah", Severity.WARNING, since="0.1", screen=(has_idle_column,))
def column_without_step(context: LintContext) -> Iterator[Issue]:
    """Kolom pelaksana tidak punya langkah. / A column has no step.

    ## Mengapa
    Kolom pelaksana menunjukkan siapa yang mengerjakan langkah. Kolom yang kosong dari atas sampai bawah membuat pembaca
    mencari langkah yang tidak ada. Sering kali langkahnya terlupa (misalnya paraf sekretaris), atau kolomnya tertinggal
    dari versi lama.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
      sekretaris: Sekretaris
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
      sekretaris: Sekretaris
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
      - kegiatan: Meneruskan surat kepada bidang yang dituju
        pelaksana: sekretaris
    ```
    """
    sop = context.sop
    named = set(context.keys)
    if not named:
        return  # where all steps lack a pelaksana, that is said at the steps
    used = {key if key in sop.pelaksana else meant_key(sop, key) for key in named}
    for key, column in sop.pelaksana.items():
        if key not in used:
            yield Issue(
                ("pelaksana", key),
                Text(f"kolom “{column.nama}” tidak punya langkah", f"the column “{column.nama}” has no step"),
                help=Text(
                    "tambahkan langkah yang dikerjakannya, atau hapus kolom ini",
                    "add the step it does, or delete the column",
                ),
                at_key=True,
            )
