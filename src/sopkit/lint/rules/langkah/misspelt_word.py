"""LKH009: a misspelt word of the list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.language.texts import clues, cut, wording
from sopkit.lint.language.tokens import like, tokens
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.tokens import Token

_CITED: Final = late(r"\b(?:nomor|no)\b\.?\s*\S{1,20}\s+tahun\s+\d{4}\b.*", re.IGNORECASE | re.DOTALL)
_QUOTATION: Final = late(r"[\"“][^\"“”]*[\"”]")


class _Spelling(Fixed):
    """The right word by the wrong one in lower case; a text that holds a wrong one has one of `clues` among its words."""

    right: Mapping[str, str]
    clues: frozenset[str]


@question(*Subject.WORDING)
def holds_slip(text: str, knowledge: Knowledge) -> bool:
    """Whether the text holds a misspelt word."""
    spelling = _spelling(knowledge)
    return not spelling.clues.isdisjoint(cut(text)) and bool(_misspelt(text, spelling))


@rule(
    "LKH009",
    "salah-tulis",
    Severity.INFO,
    since="0.1",
    screen=(holds_slip,),
)
def misspelt_word(context: LintContext) -> Iterator[Issue]:
    """Kata yang salah tulis. / A misspelt word.

    ## Mengapa
    SOP adalah naskah dinas yang ditandatangani dan dibaca orang luar; Lampiran PermenPAN-RB 35/2012 meminta bahasa
    yang baku dan mudah dipahami. Aturan ini hanya mengenal kata yang pasti salah, menurut daftar salah_tulis; kutipan
    peraturan dan teks dalam tanda petik tidak diperiksa.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pemberian Ijin Praktek
    langkah:
      - kegiatan: Memeriksa kelengkapan berkas
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pemberian Izin Praktik
    langkah:
      - kegiatan: Memeriksa kelengkapan berkas
    ```
    """
    spelling = _spelling(context.knowledge)
    for path, text in wording(context.sop):
        wrong = _misspelt(text, spelling)
        if not wrong:
            continue
        value = _mended(text, wrong, spelling)
        for word in dict.fromkeys(token.text for token in wrong):
            right = like(spelling.right[word.casefold()], word)
            yield Issue(
                path,
                Text(f"“{word}” seharusnya “{right}”", f"“{word}” should be “{right}”"),
                excerpt=word,
                fix=Fix(
                    path, value, Text(f"ganti “{word}” dengan “{right}”", f"replace “{word}” by “{right}”")
                ),
            )


@lru_cache(maxsize=8)
def _spelling(knowledge: Knowledge) -> _Spelling:
    right: dict[str, str] = {}
    for word, wrongs in knowledge.words("salah_tulis").items():
        for wrong in wrongs:
            right[wrong.casefold()] = word
            right.setdefault(f"{wrong.casefold()}nya", f"{word}nya")
    return _Spelling(right, clues(right))


@lru_cache(maxsize=4096)
def _misspelt(text: str, spelling: _Spelling) -> tuple[Token, ...]:
    """The misspelt words of `text`, without those in quotation marks and those of a citation."""
    spared = [match.span() for pattern in (_CITED, _QUOTATION) for match in pattern.finditer(text)]
    return tuple(
        token
        for token in tokens(text)
        if token.folded in spelling.right and not any(start <= token.start < end for start, end in spared)
    )


def _mended(text: str, wrong: tuple[Token, ...], spelling: _Spelling) -> str:
    """`text` with all its misspelt words mended, so that the fix of one does not undo that of another."""
    parts: list[str] = []
    at = 0
    for token in wrong:
        parts += (text[at : token.start], like(spelling.right[token.folded], token.text))
        at = token.end
    return "".join((*parts, text[at:]))
