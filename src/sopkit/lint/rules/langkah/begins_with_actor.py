"""LKH003: a kegiatan begins with who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.lint.language.roles import actors
from sopkit.lint.language.tokens import tokens
from sopkit.lint.language.verbs import begins_actively, is_not_active, opening, verbs_of
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.language.verbs import Verbs
    from sopkit.source import DocPath


@rule(
    "LKH003",
    "diawali-pelaku",
    Severity.WARNING,
    since="0.1",
    screen=(is_not_active,),
)
def begins_with_actor(context: LintContext) -> Iterator[Issue]:
    """Kegiatan diawali pelakunya. / A kegiatan begins with who does it.

    ## Mengapa
    Pelaku sudah tampak dari kolom pelaksana; Lampiran PermenPAN-RB 35/2012 meminta uraian kegiatan diawali kata kerja
    aktif tanpa menyebut subjek. Pelaku yang ditulis dua kali juga mudah berselisih: bila kolomnya kelak diubah,
    kalimatnya tertinggal.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Permohonan Cuti
    pelaksana:
      kasubag: Kasubag Umum
    langkah:
      - kegiatan: Kasubag Umum memeriksa kelengkapan permohonan
        pelaksana: kasubag
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Permohonan Cuti
    pelaksana:
      kasubag: Kasubag Umum
    langkah:
      - kegiatan: Memeriksa kelengkapan permohonan
        pelaksana: kasubag
    ```
    """
    verbs = verbs_of(context.knowledge)
    for i, text in context.kegiatan:
        if begins_actively(text, verbs):
            continue
        first = opening(text, verbs)
        if first is None:
            continue
        named = actors(text, context.roles)
        if named:
            yield _issue(
                ("langkah", i, "kegiatan"), text, text[named[0].start : named[-1].end], named[-1].end, verbs
            )


def _issue(path: DocPath, text: str, actor: str, end: int, verbs: Verbs) -> Issue:
    verb = _first_verb(text, end, verbs)
    rest = f"{verb[:1].upper()}{verb[1:]}"
    start = rest.split(maxsplit=1)[0]
    change = Text(
        f"hapus “{actor}” dan awali dengan “{start} …”", f"drop “{actor}” and begin with “{start} …”"
    )
    return Issue(
        path,
        Text(f"kegiatan diawali pelakunya, “{actor}”", f"the kegiatan begins with who does it, “{actor}”"),
        Text(
            f"{change.id}; pelakunya sudah tampak dari kolom pelaksana",
            f"{change.en}; the column says who acts",
        ),
        excerpt=actor,
        fix=Fix(path, rest, change, safe=False),
    )


def _first_verb(text: str, end: int, verbs: Verbs) -> str:
    """The text from its first active verb behind `end` on, words such as “segera” between them left out."""
    for token in tokens(text):
        if token.start >= end and verbs.is_active(token.folded):
            return text[token.start :]
    return text[end:].lstrip()
