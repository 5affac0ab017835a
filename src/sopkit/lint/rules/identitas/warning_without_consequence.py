"""IDN010: Peringatan names no consequence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.identity import is_filled, phrases
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    words = context.knowledge.words("peringatan")
    if any(
        _names_consequence(text, words["akibat"], words["syarat"], words["lanjutan"]) for text in warnings
    ):
        return
    yield Issue(
        ("peringatan",),
        Text("peringatan tidak menyebut akibat", "the warning names no consequence"),
        help=Text(
            "tulis apa yang terjadi bila SOP tidak dilaksanakan: jika …, maka …",
            "write what happens when the SOP is not followed: jika …, maka …",
        ),
    )


@lru_cache(maxsize=2048)
def _names_consequence(
    text: str, consequence: tuple[str, ...], condition: tuple[str, ...], then: tuple[str, ...]
) -> bool:
    """A word that names one by itself, or a condition that something follows from."""
    if phrases(condition).search(text) and ("," in text or phrases(then).search(text)):
        return True
    return phrases(consequence).search(text) is not None
