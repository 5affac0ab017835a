"""WKT005: `hari` without saying which kind of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import called
from sopkit.lint.facts.times import is_odd, odd_times
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.waktu import Waktu

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT005", "hari-polos", Severity.INFO, since="0.1", screen=(is_odd,))
def day_kind_open(context: LintContext) -> Iterator[Issue]:
    """Hari tanpa keterangan hari kerja atau hari kalender. / Days without saying working days or calendar days.

    ## Mengapa
    “5 hari” dapat berarti lima hari kerja atau lima hari kalender; pada tenggat yang melewati akhir pekan bedanya dua hari.
    sopkit menghitungnya sebagai hari kerja. Tulis “hari kerja” atau “hari kalender” supaya semua orang menghitung sama. Satu
    temuan untuk setiap berkas, di langkah pertama yang menulisnya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Profil Desa
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menyusun profil desa
        pelaksana: staf
        mutu_baku: {kelengkapan: Data potensi desa, waktu: 5 hari, output: Profil desa}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Profil Desa
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Menyusun profil desa
        pelaksana: staf
        mutu_baku: {kelengkapan: Data potensi desa, waktu: 5 hari kerja, output: Profil desa}
    ```
    """
    sop = context.sop
    plain = [(i, path) for i, path, waktu in odd_times(sop) if waktu.hari_polos]
    deadline = isinstance(sop.tenggat, Waktu) and sop.tenggat.hari_polos
    if not plain and not deadline:
        return
    names = called(sop, (i for i, _ in plain)) if plain else None
    where_id = " dan ".join(filter(None, ("tenggat" if deadline else "", names.id if names else "")))
    where_en = " and ".join(filter(None, ("tenggat" if deadline else "", names.en if names else "")))
    yield Issue(
        plain[0][1] if plain else ("tenggat",),
        Text(
            f"{where_id}: “hari” tanpa keterangan hari kerja atau hari kalender",
            f"{where_en}: “hari” without saying working days or calendar days",
        ),
        help=Text(
            "tulis “hari kerja” atau “hari kalender”; dihitung sebagai hari kerja",
            "write “hari kerja” or “hari kalender”; counted as working days",
        ),
    )
