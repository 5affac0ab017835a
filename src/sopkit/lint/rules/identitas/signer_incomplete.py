"""IDN004: the signer lacks jabatan, nama or NIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.language.patterns import phrases
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Words
    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import Pengesah

_PARTS = {
    "jabatan": Text("jabatan pengesah belum diisi", "the office of the signer is missing"),
    "nama": Text("nama pengesah belum diisi", "the name of the signer is missing"),
    "nip": Text("NIP pengesah belum diisi", "the NIP of the signer is missing"),
}
_HELP = Text(
    "SOP disahkan oleh pejabat dengan jabatan, nama, dan NIP; selama belum disahkan, tulis status: draf",
    "an SOP is signed by an official with office, name and NIP; until it is, write status: draf",
)


@rule("IDN004", "pengesah-tidak-lengkap", Severity.ERROR, since="0.1", missing=True)
def signer_incomplete(context: LintContext) -> Iterator[Issue]:
    """Pengesah tidak lengkap: jabatan, nama, atau NIP kosong. / The signer lacks office, name or NIP.

    ## Mengapa
    SOP baru berlaku setelah disahkan, dan kolom "Disahkan oleh" memuat jabatan, nama, NIP, dan tanda tangan pejabat yang
    mengesahkan (PermenPAN-RB 35/2012, Lampiran). Tanpa salah satunya tidak jelas siapa yang bertanggung jawab. Jabatan yang
    pemegangnya tidak selalu mempunyai NIP, misalnya bupati, ketua DPRD, atau kepala desa, tidak memerlukan NIP.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    disahkan_oleh:
      jabatan: Kepala Dinas Perpustakaan dan Kearsipan
      nama:
      nip: "197203141998031002"
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
      nip: "197203141998031002"
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    signer = context.sop.disahkan_oleh
    if is_filled(signer.jabatan) and is_filled(signer.nama) and signer.nip and signer.nip.digits:
        return
    lacking = _lacking(signer, context.knowledge.words("identitas"))
    if len(lacking) == len(_PARTS):
        yield Issue(
            ("disahkan_oleh",),
            Text("pejabat yang mengesahkan belum diisi", "the signer is missing"),
            help=_HELP,
            at_key=True,
        )
        return
    for part in lacking:
        yield Issue(("disahkan_oleh", part), _PARTS[part], help=_HELP)


def _lacking(signer: Pengesah, words: Words) -> list[str]:
    lacking = [part for part in ("jabatan", "nama") if not is_filled(getattr(signer, part))]
    has_nip = signer.nip is not None and signer.nip.digits
    if not has_nip and not _may_lack_nip(signer.jabatan or "", words):
        lacking.append("nip")
    return lacking


def _may_lack_nip(office: str, words: Words) -> bool:
    """Elected officials, commissioners, police and soldiers have no NIP, though some who hold such an office do."""
    acting = phrases(words["pejabat_sementara"]).match(office)
    own = office[acting.end() :].lstrip(". ") if acting else office
    return phrases(words["tanpa_nip"]).match(own) is not None
