"""WKT008: a waktu in words that give no length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.times import is_odd, odd_times
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.waktu import Bentuk

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT008", "waktu-tanpa-lama", Severity.WARNING, since="0.1", screen=(is_odd,))
def no_length(context: LintContext) -> Iterator[Issue]:
    """Waktu tanpa lama. / A waktu without a length.

    ## Mengapa
    “Sesuai kebutuhan” atau “sesuai jadwal” tidak dapat diukur: tidak ada saat langkah itu terlambat, dan lama seluruh
    prosedur tidak dapat dihitung. Waktu dalam mutu baku menyatakan lama pengerjaan; bila bergantung pada keadaan, tulis
    batas terlamanya atau rentangnya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Perbaikan Jaringan
    pelaksana: {teknisi: Teknisi}
    langkah:
      - kegiatan: Memperbaiki jaringan
        pelaksana: teknisi
        mutu_baku: {kelengkapan: Laporan gangguan, waktu: sesuai kebutuhan, output: Jaringan berfungsi kembali}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Perbaikan Jaringan
    pelaksana: {teknisi: Teknisi}
    langkah:
      - kegiatan: Memperbaiki jaringan
        pelaksana: teknisi
        mutu_baku: {kelengkapan: Laporan gangguan, waktu: maksimal 1 hari kerja, output: Jaringan berfungsi kembali}
    ```
    """
    for _, path, waktu in odd_times(context.sop):
        if waktu.bentuk is Bentuk.TANPA_LAMA:
            yield Issue(
                path,
                Text(
                    f"waktu {quoted(waktu.text)} tidak menyebut lamanya",
                    f"the waktu {quoted(waktu.text)} gives no length",
                ),
                help=Text(
                    "tulis batas terlama atau rentangnya, misalnya maksimal 3 hari kerja atau 1–3 hari kerja",
                    "write the longest time or a range, such as maksimal 3 hari kerja or 1–3 hari kerja",
                ),
            )
