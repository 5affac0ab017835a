"""WKT009: a tenggat that cannot be read as a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.jendela import Jendela

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT009", "tenggat-tak-terbaca", Severity.ERROR, since="0.1")
def deadline_unreadable(context: LintContext) -> Iterator[Issue]:
    """Tenggat tidak dapat dibaca. / The deadline cannot be read.

    ## Mengapa
    Tenggat dipakai untuk memeriksa apakah prosedur selesai tepat waktu. Bentuknya sebuah lama (`5 hari kerja`) atau sebuah
    jendela: `{mulai: 01-01, selesai: 02-28}` setiap tahun (bulan-tanggal), atau `{mulai: 2026-01-02, selesai: 2026-01-30}`.
    Tenggat yang tidak terbaca tidak dapat diperiksa.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pelaporan Triwulan
    tenggat: akhir triwulan
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - {kegiatan: Menyusun laporan triwulan, pelaksana: staf}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pelaporan Triwulan
    tenggat: 10 hari kerja
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - {kegiatan: Menyusun laporan triwulan, pelaksana: staf}
    ```
    """
    deadline = context.sop.tenggat
    if deadline is None:
        return
    if isinstance(deadline, Jendela):
        if not deadline.readable:
            text = f"“{deadline.mulai}” – “{deadline.selesai}”"
            yield Issue(
                ("tenggat",),
                Text(
                    f"jendela tenggat {text} tidak terbaca",
                    f"the window {text} of the deadline cannot be read",
                ),
                help=Text(
                    "tulis mulai dan selesai sebagai bulan-tanggal (01-31) atau tahun-bulan-tanggal (2026-01-31), mulai"
                    " sebelum selesai",
                    "write mulai and selesai as month-day (01-31) or year-month-day (2026-01-31), mulai before selesai",
                ),
            )
    elif not deadline.known:
        text = quoted(deadline.text)
        yield Issue(
            ("tenggat",),
            Text(f"tenggat {text} tidak terbaca sebagai batas waktu", f"the tenggat {text} is no deadline"),
            help=Text(
                "tulis sebuah lama, misalnya 5 hari kerja, atau {mulai: 01-01, selesai: 02-28}",
                "write a length, such as 5 hari kerja, or {mulai: 01-01, selesai: 02-28}",
            ),
        )
