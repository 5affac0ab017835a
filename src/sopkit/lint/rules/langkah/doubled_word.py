"""LKH006: a word stands twice in a row."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import eq
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.texts import cut, listed, wording
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge

_DOUBLED: Final = late(r"(?<![\w-])([^\W\d_]{2,})((?:\s+\1)+)(?![\w-])", re.IGNORECASE)
_REDUPLICATED: Final = frozenset(
    [
        "alih",
        "baik",
        "benar",
        "berapa",
        "besar",
        "cuma",
        "hati",
        "jangan",
        "kadang",
        "kecil",
        "kira",
        "lain",
        "lama",
        "lekas",
        "macam",
        "masing",
        "moga",
        "mudah",
        "mula",
        "orang",
        "pelan",
        "pura",
        "rata",
        "sama",
        "satu",
        "segala",
        "sendiri",
        "sewaktu",
        "sungguh",
        "tiap",
        "tiba",
        "undang",
    ]
)
"""Words that are written twice by rights, with a hyphen: where it is missing, that is a matter of spelling."""


@question(*Subject.WORDING, Subject.DASAR_HUKUM)
def holds_doubled(text: str, _: Knowledge) -> bool:
    """Whether a word stands twice in a row."""
    words = cut(text)
    return any(map(eq, words, words[1:])) and bool(_doubled(text))  # the pattern takes longer


@rule(
    "LKH006",
    "kata-ganda",
    Severity.WARNING,
    since="0.1",
    screen=(holds_doubled,),
)
def doubled_word(context: LintContext) -> Iterator[Issue]:
    """Kata tertulis dua kali berturut-turut. / A word stands twice in a row.

    ## Mengapa
    Kata yang tertulis dua kali hampir selalu sisa salinan atau suntingan. Pada naskah yang ditandatangani pejabat,
    kesalahan seperti itu mengurangi kepercayaan pada isinya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Penyusunan Laporan Bulanan
    langkah:
      - kegiatan: Menyusun laporan
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    langkah:
      - kegiatan: Menyusun laporan
    ```
    """
    sop = context.sop
    for path, text in chain(wording(sop), listed(("dasar_hukum",), sop.dasar_hukum)):
        for twice in _doubled(text):
            word = twice.split(maxsplit=1)[0]
            yield Issue(
                path,
                Text(
                    f"kata “{word}” tertulis dua kali berturut-turut",
                    f"the word “{word}” stands twice in a row",
                ),
                Text(
                    "hapus salah satunya, atau beri tanda hubung bila memang kata ulang",
                    "remove one of them, or write a hyphen where the word is meant twice",
                ),
                excerpt=twice,
                fix=Fix(
                    path,
                    _once(text),
                    Text(f"tulis “{word}” satu kali", f"write “{word}” once"),
                    safe=False,
                ),
            )


@lru_cache(maxsize=4096)
def _doubled(text: str) -> tuple[str, ...]:
    """The doubled words of `text` as written, each with its repetitions."""
    return tuple(match[0] for match in _DOUBLED.finditer(text) if match[1].casefold() not in _REDUPLICATED)


def _once(text: str) -> str:
    return _DOUBLED.sub(lambda match: match[0] if match[1].casefold() in _REDUPLICATED else match[1], text)
