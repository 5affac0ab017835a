"""WKT006: the longest way through the procedure takes longer than its deadline allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT006", "melampaui-tenggat", Severity.ERROR, since="0.1")
def past_deadline(context: LintContext) -> Iterator[Issue]:
    """Jalur terpanjang melampaui tenggat. / The critical path is longer than the deadline.

    ## Mengapa
    Bila waktu baku langkah-langkah pada jalur terpanjang sudah melebihi tenggat, prosedur tidak mungkin selesai tepat waktu
    walaupun tidak ada yang dikembalikan. Waktu baku, urutan langkah, atau tenggatnya perlu diubah. Jendela tahunan
    dihitung dengan hari libur yang sudah diumumkan, dan baru dilaporkan bila terlampaui pada setiap tahun itu; dengan
    `--as-of` hanya pada tahun tersebut. Langkah yang waktunya tidak diketahui tidak menambah panjang jalur.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penerbitan Rekomendasi
    tenggat: 2 hari kerja
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Meninjau lokasi
        pelaksana: staf
        mutu_baku: {kelengkapan: Surat permohonan, waktu: 2 hari kerja, output: Berita acara peninjauan}
      - kegiatan: Menerbitkan rekomendasi
        pelaksana: staf
        mutu_baku: {kelengkapan: Berita acara peninjauan, waktu: 4 jam, output: Surat rekomendasi}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penerbitan Rekomendasi
    tenggat: 3 hari kerja
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Meninjau lokasi
        pelaksana: staf
        mutu_baku: {kelengkapan: Surat permohonan, waktu: 2 hari kerja, output: Berita acara peninjauan}
      - kegiatan: Menerbitkan rekomendasi
        pelaksana: staf
        mutu_baku: {kelengkapan: Berita acara peninjauan, waktu: 4 jam, output: Surat rekomendasi}
    ```
    """
    deadline = context.sop.tenggat
    if deadline is None:
        return
    from sopkit.lint.facts.lateness import late  # noqa: PLC0415 - few SOPs have a deadline, and timing takes long to import

    yield from late(context, deadline)
