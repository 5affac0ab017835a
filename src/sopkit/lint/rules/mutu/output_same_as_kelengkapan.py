"""MTB002: kelengkapan and output of a step are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.documents import says_nothing
from sopkit.lint.language.plain import letters
from sopkit.lint.language.texts import quoted
from sopkit.lint.language.tokens import after_list_mark, folded
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@rule("MTB002", "kelengkapan-sama-dengan-output", Severity.INFO, since="0.1")
def output_same_as_kelengkapan(context: LintContext) -> Iterator[Issue]:
    """Kelengkapan dan output sama. / Kelengkapan and output are the same.

    ## Mengapa
    Kelengkapan adalah keadaan sebelum langkah, output keadaan sesudahnya. Bila keduanya tertulis sama, tidak terlihat apa
    yang dikerjakan langkah itu dan tidak dapat diperiksa apakah langkah itu sudah selesai. Cukup tambahkan keadaannya,
    misalnya “Konsep laporan terkoreksi” atau “Laporan terkirim”.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyampaian Laporan Tahunan
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menggandakan laporan tahunan
        pelaksana: staf
        mutu_baku: {kelengkapan: Laporan tahunan, waktu: 1 jam, output: Laporan tahunan}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyampaian Laporan Tahunan
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menggandakan laporan tahunan
        pelaksana: staf
        mutu_baku: {kelengkapan: Laporan tahunan, waktu: 1 jam, output: Salinan laporan tahunan}
    ```
    """
    for i, step in enumerate(context.sop.langkah):
        needed, produced = step.mutu_baku.kelengkapan, step.mutu_baku.output
        if len(needed) != len(produced) or _surely_differ(needed, produced) or says_nothing(produced):
            continue
        if _names(needed) == _names(produced):
            one = len(produced) == 1
            what = f" ({quoted(produced[0])})" if one else ""
            yield Issue(
                ("langkah", i, "mutu_baku", "output"),
                Text(f"kelengkapan dan output sama{what}", f"kelengkapan and output are the same{what}"),
                help=Text(
                    "tulis keadaan sesudah langkah ini, misalnya terkoreksi, ditandatangani, atau terkirim",
                    "write the state after the step, such as corrected, signed or sent",
                ),
                related=((("langkah", i, "mutu_baku", "kelengkapan"), Text("kelengkapan", "kelengkapan")),),
            )


def _surely_differ(needed: Sequence[str], produced: Sequence[str]) -> bool:
    """Whether the texts differ by more than case, blanks, marks and order; False is no answer. Quick."""
    if len(needed) == 1:
        one, other = needed[0], produced[0]
        if abs(len(one) - len(other)) > _DRESS:
            return True
        if one[:1].isalpha() and other[:1].isalpha() and one[0].lower() != other[0].lower():
            return True
    return set(map(letters, needed)) != set(map(letters, produced))


_DRESS = 8
"""Characters that marks and blanks may add to a text; a text so dressed that it has more is not recognised."""


def _names(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(folded(text[after_list_mark(text) :]) for text in texts)
