"""The codes of what drawing a sheet can find.

They are reported by `sopkit render` alone: a layout takes too long to be done each time that files are checked.
"""

from __future__ import annotations

from typing import Final

from sopkit.diagnostics import Code, Severity

NOT_DRAWN: Final = Code(
    "LBR001",
    "gambar-tidak-sah",
    Severity.ERROR,
    since="0.1",
    doc="""Sebuah garis alur tidak dapat digambar dengan sah. / A line of the flow cannot be drawn legally.

## Mengapa
Garis pada lembar tidak boleh menembus simbol atau tulisan, berimpit dengan garis lain, atau keluar dari kolom pelaksana.
Bila tidak ada jalan yang memenuhi semuanya, lembar itu tidak ditulis: lembar dengan satu garis yang hilang tampak benar
padahal salah. Temuan ini hanya muncul pada `sopkit render`, menyebut langkah asal dan tujuannya, dan SOP lain tetap
ditulis. Biasanya terlalu banyak garis bertemu di tempat yang sama: pilih kertas yang lebih lebar, gabungkan kolom
pelaksana, atau pecah SOP menjadi dua yang saling merujuk. Markdown (`--to md`) tetap ditulis karena tidak bergambar.
""",
)
NOT_LAID_OUT: Final = Code(
    "LBR002",
    "lembar-tidak-muat",
    Severity.ERROR,
    since="0.1",
    doc="""Lembar tidak dapat disusun pada kertasnya. / The sheet cannot be laid out on its paper.

## Mengapa
Pelaksana lebih banyak daripada yang muat berdampingan, satu langkah lebih tinggi daripada satu halaman, atau bagian atas
blok identitas lebih panjang daripada satu halaman. Temuan ini hanya muncul pada `sopkit render`; lembar SOP itu tidak
ditulis, SOP lain tetap ditulis. Pilih kertas yang lebih lebar, singkat teksnya, atau pecah langkahnya.
""",
)
CHECK_PRINT: Final = Code(
    "LBR003",
    "periksa-cetakan",
    Severity.INFO,
    since="0.1",
    doc="""Ada yang perlu dilihat pada hasil cetak. / Something is worth a look in print.

## Mengapa
Lembarnya ditulis, tetapi ada karakter yang lebarnya tidak diketahui atau tidak ada dalam huruf PDF, kata yang lebih lebar
daripada kolomnya sehingga dipenggal, atau langkah yang dicetak dengan huruf lebih kecil agar muat pada satu halaman.
Temuan ini hanya muncul pada `sopkit render`.
""",
)

SHEET_CODES: Final = (NOT_DRAWN, NOT_LAID_OUT, CHECK_PRINT)
"""All of them, in order."""
