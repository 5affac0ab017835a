"""IDN009: an entry of Keterkaitan names a document or people instead of an SOP."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.patterns import phrases
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.rule import LintContext

_LIST_MARK: Final = late(r"[\s\-–•*·]*(?:\(?(?:[0-9]{1,2}|[A-Za-z])[.)]\s+)?[\s\-–•*·]*")


@rule("IDN009", "keterkaitan-bukan-sop", Severity.WARNING, since="0.1")
def related_is_no_sop(context: LintContext) -> Iterator[Issue]:
    """Butir Keterkaitan bukan SOP. / An entry of Keterkaitan is no SOP.

    ## Mengapa
    Bagian Keterkaitan menyebut SOP lain yang pelaksanaannya berhubungan dengan SOP ini (PermenPAN-RB 35/2012, Lampiran).
    Dokumen (Renstra, laporan kinerja) adalah kelengkapan atau output, dan orang atau instansi adalah pelaksana atau pihak
    terkait. Butir yang hanya menyebut kegiatan, misalnya "Penyusunan Renja", dianggap nama SOP.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    keterkaitan:
      - Renstra Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    keterkaitan:
      - SOP Penyusunan Renstra Perangkat Daerah
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    entries = context.sop.keterkaitan
    if not entries:
        return
    sop, document, people = _patterns(context.knowledge)
    for i, entry in enumerate(entries):
        if sop.search(entry):
            if entry.endswith(":"):
                return  # "SOP yang terkait:" is a heading over the names that follow
            continue
        start = _text_start(entry)
        if document.match(entry, start):
            yield _issue(i, entry, "document")
        elif people.match(entry, start):
            yield _issue(i, entry, "people")


def _text_start(entry: str) -> int:
    """The index behind a mark of a list such as `1.` or `-`."""
    mark = _LIST_MARK.match(entry)
    return mark.end() if mark else 0


def _issue(i: int, entry: str, kind: Literal["document", "people"]) -> Issue:
    if kind == "document":
        message = Text(
            f"{quoted(entry)} adalah dokumen, bukan SOP", f"{quoted(entry)} is a document, not an SOP"
        )
        advice = Text(
            "tulis nama SOP yang menghasilkan atau memakai dokumen itu, diawali kata SOP",
            "write the name of the SOP that makes or uses that document, beginning with SOP",
        )
    else:
        message = Text(
            f"{quoted(entry)} adalah pihak atau instansi, bukan SOP",
            f"{quoted(entry)} is people or an agency, not an SOP",
        )
        advice = Text(
            "tulis nama SOP lain yang terkait; pihak yang terlibat menjadi kolom pelaksana",
            "write the names of related SOPs; those who take part are columns under pelaksana",
        )
    return Issue(("keterkaitan", i), message, help=advice)


@lru_cache(maxsize=8)
def _patterns(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    words = knowledge.words("identitas")
    return tuple(phrases(words[section]) for section in ("sop", "dokumen", "pihak"))
