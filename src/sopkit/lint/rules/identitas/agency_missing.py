"""IDN007: the agency is not named."""

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


@rule("IDN007", "instansi-kosong", Severity.ERROR, since="0.1", missing=True)
def agency_missing(context: LintContext) -> Iterator[Issue]:
    """Instansi pemilik SOP belum disebut. / The agency whose SOP it is is not named.

    ## Mengapa
    Kepala halaman SOP memuat nama instansi (PermenPAN-RB 35/2012, Lampiran): untuk daerah, nama pemerintah daerah dan nama
    perangkat daerah. Tanpa itu tidak diketahui kepada siapa SOP berlaku. Kementerian dan lembaga cukup menyebut satu nama.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    instansi:
      pemerintah: Pemerintah Kabupaten Sukamaju
      perangkat_daerah:
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
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    agency = context.sop.instansi
    government, office = is_filled(agency.pemerintah), is_filled(agency.perangkat_daerah)
    if government and office:
        return
    words = context.knowledge.words("identitas")
    if not government and not office:
        yield _issue(("instansi",), Text("instansi pemilik SOP belum diisi", "the agency is missing"))
    elif government and _regional_government(agency.pemerintah or "", words):
        message = Text("nama perangkat daerah belum diisi", "the name of the regional office is missing")
        yield _issue(("instansi", "perangkat_daerah"), message)
    elif office and _without_region(agency.perangkat_daerah or "", words):
        message = Text("nama pemerintah daerah belum diisi", "the name of the regional government is missing")
        yield _issue(("instansi", "pemerintah"), message)


def _issue(path: tuple[str, ...], message: Text) -> Issue:
    return Issue(
        path,
        message,
        help=Text(
            "isi instansi.pemerintah dan instansi.perangkat_daerah",
            "fill in instansi.pemerintah and instansi.perangkat_daerah",
        ),
        at_key=True,
    )


def _regional_government(name: str, words: Words) -> bool:
    return phrases(words["pemerintah_daerah"]).match(name) is not None


def _without_region(name: str, words: Words) -> bool:
    """Whether it is an office that only regions have, under a name that does not say of which region."""
    regional = phrases(words["organisasi_daerah"]).match(name)
    return regional is not None and phrases(words["wilayah"]).search(name) is None
