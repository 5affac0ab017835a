"""IDN008: the unit within the agency is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext


@rule("IDN008", "unit-kosong", Severity.INFO, since="0.1", missing=True)
def unit_missing(context: LintContext) -> Iterator[Issue]:
    """Unit kerja penyusun SOP belum disebut. / The unit that keeps the SOP is not named.

    ## Mengapa
    Setiap SOP disusun dan dievaluasi oleh satu unit kerja. Bila unit itu tertulis di halaman identitas, jelas siapa yang
    dihubungi ketika SOP perlu diperbaiki. Instansi yang tidak terbagi atas unit dapat mengabaikan temuan ini.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    instansi:
      pemerintah: Pemerintah Kabupaten Sukamaju
      perangkat_daerah: Dinas Perpustakaan dan Kearsipan
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    instansi:
      pemerintah: Pemerintah Kabupaten Sukamaju
      perangkat_daerah: Dinas Perpustakaan dan Kearsipan
      unit: Sub Bagian Perencanaan
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    agency = context.sop.instansi
    # An agency that is missing altogether is one finding, not two.
    named = is_filled(agency.perangkat_daerah) or is_filled(agency.pemerintah)
    if named and not is_filled(agency.unit):
        yield Issue(
            ("instansi", "unit"),
            Text("unit kerja penyusun SOP belum disebut", "the unit that keeps the SOP is not named"),
            help=Text(
                "isi instansi.unit, misalnya unit: Sub Bagian Perencanaan",
                "fill in instansi.unit, such as unit: Sub Bagian Perencanaan",
            ),
            at_key=True,
        )
