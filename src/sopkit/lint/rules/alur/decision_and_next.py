"""ALR010: a step that has both `keputusan` and `lanjut`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("ALR010", "keputusan-dan-lanjut", Severity.ERROR, since="0.1")
def decision_and_next(context: LintContext) -> Iterator[Issue]:
    """Langkah punya keputusan sekaligus lanjut. / A step has both keputusan and lanjut.

    ## Mengapa
    Jalan keluar sebuah keputusan hanyalah kedua cabangnya. `lanjut` pada langkah yang sama tidak digambar dan tidak
    dihitung, sehingga yang tertulis berbeda dengan yang tercetak.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengadaan Alat Tulis
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mendata kebutuhan alat tulis, pelaksana: staf}
      - kegiatan: Memeriksa daftar kebutuhan
        pelaksana: kasubbag
        keputusan: {ya: 3, tidak: 1}
        lanjut: 3
      - {kegiatan: Memesan alat tulis, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengadaan Alat Tulis
    pelaksana: {staf: Pengadministrasi Umum, kasubbag: Kasubbag}
    langkah:
      - {kegiatan: Mendata kebutuhan alat tulis, pelaksana: staf}
      - kegiatan: Memeriksa daftar kebutuhan
        pelaksana: kasubbag
        keputusan: {ya: 3, tidak: 1}
      - {kegiatan: Memesan alat tulis, pelaksana: staf}
    ```
    """
    for i in context.flow.decisions:
        if context.sop.langkah[i].lanjut is not None:
            yield Issue(
                ("langkah", i, "lanjut"),
                Text(
                    "langkah ini punya keputusan sekaligus lanjut; lanjut tidak dipakai",
                    "this step has both keputusan and lanjut; lanjut is not used",
                ),
                help=Text(
                    "hapus lanjut, atau hapus keputusan bila tidak ada yang diputuskan",
                    "delete lanjut, or keputusan if nothing is decided",
                ),
                at_key=True,
            )
