"""IDN005: the NIP of the signer cannot be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import name_of_effect, name_of_making
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext
    from sopkit.model.nip import Nip

_PATH = ("disahkan_oleh", "nip")


@rule("IDN005", "nip-tidak-sah", Severity.ERROR, since="0.1")
def nip_invalid(context: LintContext) -> Iterator[Issue]:
    """NIP pengesah tidak sah. / The NIP of the signer is not valid.

    ## Mengapa
    NIP terdiri atas 18 angka: tanggal lahir (8), tahun dan bulan pengangkatan (6), jenis kelamin (1), dan nomor urut (3).
    Angka yang tidak mungkin, misalnya bulan lahir ke-13 atau pengangkatan setelah SOP disahkan, berarti NIP salah salin, dan
    pengesahnya tidak dapat dikenali. NIP lama yang terdiri atas 9 angka tidak diperiksa.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    disahkan_oleh:
      jabatan: Kepala Dinas Perpustakaan dan Kearsipan
      nama: Dra. RATNA PUSPITA, M.Si.
      nip: "197213141998032002"
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    disahkan_oleh:
      jabatan: Kepala Dinas Perpustakaan dan Kearsipan
      nama: Dra. RATNA PUSPITA, M.Si.
      nip: "197203141998032002"
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    nip = context.sop.disahkan_oleh.nip
    if nip is None or not nip.digits:
        return
    for problem in nip.problems():
        yield Issue(
            _PATH,
            problem,
            help=Text("cocokkan NIP dengan data kepegawaian", "compare the NIP with the personnel records"),
        )
    yield from _appointed_later(nip, context)


def _appointed_later(nip: Nip, context: LintContext) -> Iterator[Issue]:
    """Speaks only when the appointment is after the last day that the date can mean."""
    dates = context.sop.tanggal
    in_force = dates.efektif is not None and dates.efektif.readable
    date = dates.efektif if in_force else dates.pembuatan
    if date is None or date.last is None or not nip.appointed_after(date.last):
        return
    name = name_of_effect(context.sop) if in_force else name_of_making(context.sop)
    yield Issue(
        _PATH,
        Text(
            f"menurut NIP, pengesah baru diangkat pada {nip.appointed_year}, setelah {name.id} SOP ({date})",
            f"by the NIP, the signer was appointed in {nip.appointed_year} only, after the {name.en} of the SOP ({date.iso})",
        ),
        help=Text("periksa NIP dan tanggal SOP", "check the NIP and the dates of the SOP"),
        related=((("tanggal", "efektif" if in_force else "pembuatan"), name),),
    )
