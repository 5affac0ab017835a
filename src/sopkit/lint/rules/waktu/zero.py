"""WKT007: a waktu of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.times import is_odd, odd_times_and_deadline
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.waktu import Lama


@rule("WKT007", "waktu-nol", Severity.ERROR, since="0.1", screen=(is_odd,))
def zero(context: LintContext) -> Iterator[Issue]:
    """Waktu nol. / A waktu of zero.

    ## Mengapa
    Setiap langkah memerlukan waktu, sependek apa pun. Angka nol biasanya berarti waktunya belum diisi, dan membuat lama
    prosedur terhitung terlalu pendek.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pemberian Nomor Surat
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Memberi nomor surat keluar
        pelaksana: staf
        mutu_baku: {kelengkapan: Surat keluar, waktu: 0 menit, output: Surat keluar bernomor}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pemberian Nomor Surat
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Memberi nomor surat keluar
        pelaksana: staf
        mutu_baku: {kelengkapan: Surat keluar, waktu: 2 menit, output: Surat keluar bernomor}
    ```
    """
    for path, waktu in odd_times_and_deadline(context.sop):
        if waktu.lambat is not None and _is_zero(waktu.lambat):
            yield Issue(
                path,
                Text(
                    f"waktu {quoted(waktu.text)} sama dengan nol", f"the waktu {quoted(waktu.text)} is zero"
                ),
                help=Text(
                    "tulis waktu yang sebenarnya, misalnya 2 menit", "write the real time, such as 2 menit"
                ),
            )


def _is_zero(lama: Lama) -> bool:
    for bagian in lama.bagian:  # noqa: SIM110 - asked of every step, and a generator takes twice as long
        if bagian.amount.numerator:
            return False
    return True
