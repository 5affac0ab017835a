"""IDN006: one of the six sections of the identity block is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import is_filled
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext

_HEADINGS = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}


@rule("IDN006", "bagian-kosong", Severity.ERROR, since="0.1", missing=True)
def section_empty(context: LintContext) -> Iterator[Issue]:
    """Salah satu dari enam bagian identitas kosong. / One of the six sections of the identity block is empty.

    ## Mengapa
    Halaman identitas SOP AP memuat enam bagian: Dasar Hukum, Kualifikasi Pelaksana, Keterkaitan, Peralatan/Perlengkapan,
    Peringatan, serta Pencatatan dan Pendataan (PermenPAN-RB 35/2012, Lampiran). Pelaksana membacanya untuk tahu apa yang harus
    disiapkan dan apa akibatnya bila SOP tidak dijalankan. Bila SOP memang tidak terkait dengan SOP lain, tulis `keterkaitan: "-"`
    agar jelas bahwa bagian itu tidak terlupa.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum: Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah
    kualifikasi_pelaksana:
    keterkaitan: SOP Pengelolaan Surat Masuk
    peralatan: Komputer
    peringatan: Jika rencana kerja terlambat, penyusunan anggaran terhambat
    pencatatan: Buku agenda
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum: Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah
    kualifikasi_pelaksana: Memahami penyusunan rencana kerja
    keterkaitan: SOP Pengelolaan Surat Masuk
    peralatan: Komputer
    peringatan: Jika rencana kerja terlambat, penyusunan anggaran terhambat
    pencatatan: Buku agenda
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    sop = context.sop
    for section, usual in _HEADINGS.items():
        texts: tuple[str, ...] = getattr(sop, section)
        if _says_something(section, texts):
            continue
        heading = getattr(sop.label, section) or usual
        yield Issue(
            (section,),
            Text(f"bagian {heading} masih kosong", f"the section {section} ({heading}) is empty"),
            help=Text(f"isi {section} dengan satu teks atau daftar", f"give {section} a text or a list"),
        )


def _says_something(section: str, texts: tuple[str, ...]) -> bool:
    """A `-` under Keterkaitan says that there is no related SOP; elsewhere it says nothing."""
    if section == "keterkaitan":
        return any(text.strip() for text in texts)
    return any(map(is_filled, texts))
