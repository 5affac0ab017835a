"""WKT002: a waktu that is written in an unusual way."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.times import is_odd, odd_times_and_deadline
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASH = late(r" ?[-–] ?")


@rule("WKT002", "penulisan-waktu", Severity.INFO, since="0.1", screen=(is_odd,))
def way_of_writing(context: LintContext) -> Iterator[Issue]:
    """Cara menulis waktu. / The way of writing a waktu.

    ## Mengapa
    Waktu yang ditulis dengan satu cara (huruf kecil, spasi sebelum satuan, tanpa singkatan, koma desimal) mudah dibaca dan
    dibandingkan antar-SOP. Perbaikannya aman: angka dan satuannya tidak berubah.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengiriman Berkas
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Mengirimkan berkas tagihan
        pelaksana: staf
        mutu_baku: {kelengkapan: Berkas tagihan, waktu: 10mnt, output: Tanda terima berkas}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengiriman Berkas
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Mengirimkan berkas tagihan
        pelaksana: staf
        mutu_baku: {kelengkapan: Berkas tagihan, waktu: 10 menit, output: Tanda terima berkas}
    ```
    """
    for path, waktu in odd_times_and_deadline(context.sop):
        usual = waktu.canonical
        if usual is None or usual == waktu.text or _only_dashes_differ(waktu.text, usual):
            continue
        written = waktu.text.replace("\n", " ")
        yield Issue(
            path,
            Text(
                f"waktu ditulis “{written}”, biasanya “{usual}”",
                f"the waktu is written “{written}”, usually “{usual}”",
            ),
            help=Text(f"tulis “{usual}”", f"write “{usual}”"),
            fix=Fix(path, usual, Text(f"tulis “{usual}”", f"write “{usual}”")),
        )


@lru_cache(maxsize=4096)
def _only_dashes_differ(text: str, usual: str) -> bool:
    """Whether the one has a hyphen where the other has the dash of a range: nobody is asked to find that key."""
    return _DASH.sub("-", text) == _DASH.sub("-", usual)
