"""IDN010: Peringatan names no consequence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.language.patterns import phrases
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext


@rule("IDN010", "peringatan-tanpa-akibat", Severity.INFO, since="0.1")
def warning_without_consequence(context: LintContext) -> Iterator[Issue]:
    """Peringatan tidak menyebut akibat. / The warning names no consequence.

    ## Mengapa
    Bagian Peringatan menjelaskan apa yang terjadi bila SOP tidak dilaksanakan, atau bila kegiatan dilaksanakan tidak menurut
    SOP (PermenPAN-RB 35/2012, Lampiran). Kalimat yang hanya mengulang kewajiban tidak memberi tahu pelaksana mengapa SOP perlu
    ditaati.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    peringatan: Rencana kerja wajib disusun setiap tahun
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    peringatan: Jika rencana kerja terlambat disusun, pembahasan anggaran ikut tertunda
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    warnings = context.sop.peringatan
    if not any(map(is_filled, warnings)):
        return
    condition, then, consequence = _patterns(context.knowledge)
    for text in warnings:
        # A condition that something follows from, or a word that is a consequence by itself.
        if condition.search(text) and ("," in text or then.search(text)):
            return
        if consequence.search(text):
            return
    yield Issue(
        ("peringatan",),
        Text("peringatan tidak menyebut akibat", "the warning names no consequence"),
        help=Text(
            "tulis apa yang terjadi bila SOP tidak dilaksanakan: jika …, maka …",
            "write what happens when the SOP is not followed: jika …, maka …",
        ),
    )


@lru_cache(maxsize=8)
def _patterns(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    words = knowledge.words("peringatan")
    return tuple(phrases(words[section]) for section in ("syarat", "lanjutan", "akibat"))
