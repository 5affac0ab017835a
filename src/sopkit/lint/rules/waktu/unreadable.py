"""WKT001: a waktu that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.times import is_odd, odd_times
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.waktu import Bentuk, Satuan, parse_waktu
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = late(r"[0-9]+(?:[.,][0-9]+)?")
_NUMBER_AND_WORD = late(r"([0-9]+(?:[.,][0-9]+)?) ?([A-Za-z]+)")


@rule("WKT001", "waktu-tak-terbaca", Severity.ERROR, since="0.1", screen=(is_odd,))
def unreadable(context: LintContext) -> Iterator[Issue]:
    """Waktu tidak dapat dibaca. / The waktu cannot be read.

    ## Mengapa
    Waktu harus menyebut angka dan satuannya, supaya lama prosedur dapat dihitung dan pelaksana tahu kapan terlambat. Waktu
    yang tidak terbaca tidak pernah ditebak. Yang dikenal antara lain `30 menit`, `1 jam 30 menit`, `2 hari kerja`,
    `1–2 minggu`, `maksimal 3 hari kerja`, `2 menit/berkas`.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penggandaan Dokumen
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menggandakan naskah keputusan
        pelaksana: staf
        mutu_baku: {kelengkapan: Naskah keputusan, waktu: "10", output: Salinan naskah keputusan}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penggandaan Dokumen
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menggandakan naskah keputusan
        pelaksana: staf
        mutu_baku: {kelengkapan: Naskah keputusan, waktu: 10 menit, output: Salinan naskah keputusan}
    ```
    """
    for _, path, waktu in odd_times(context.sop):
        if waktu.bentuk is Bentuk.TAK_TERBACA:
            yield Issue(
                path,
                Text(
                    f"waktu {quoted(waktu.text)} tidak terbaca",
                    f"the waktu {quoted(waktu.text)} cannot be read",
                ),
                help=_hint(waktu.text),
            )


def _hint(text: str) -> Text:
    if _NUMBER.fullmatch(text):
        return Text(f"tulis satuannya: {text} menit", f"write the unit: {text} menit")
    if word := _NUMBER_AND_WORD.fullmatch(text):
        near = nearest(word[2], (unit.value for unit in Satuan))
        if near and parse_waktu(f"{word[1]} {near}").bentuk is Bentuk.LAMA:
            return Text(f"maksudnya “{word[1]} {near}”?", f"did you mean “{word[1]} {near}”?")
    return Text(
        "tulis angka dan satuan, misalnya 30 menit, 1 jam 30 menit, 2 hari kerja, atau 1–2 minggu",
        "write a number and a unit, such as 30 menit, 1 jam 30 menit, 2 hari kerja or 1–2 minggu",
    )
