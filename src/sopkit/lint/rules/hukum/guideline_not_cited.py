"""HKM011: the national guideline on SOPs is not cited."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.citations import in_entry
from sopkit.lint.facts.in_force import latest
from sopkit.lint.rule import Issue, rule
from sopkit.model.rujukan import Jenis, citation_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import Sop

_KEY: Final = citation_key(Jenis.PERMEN, "PANRB", "35", 2012)
_YEAR: Final = 2012
_GUIDELINE: Final = re.compile(
    r"\bstandar[dt]?\s+operasi(?:onal)?\s+prosedur|\bprosedur\s+operasi(?:onal)?\s+standar"
    r"|\bstandar[dt]?\s+operating\s+procedure|\bSOP\b|\b35\s*(?:/|tahun|thn)\s*2012\b",
    re.IGNORECASE,
)


@rule("HKM011", "tanpa-pedoman-sop", Severity.INFO, since="0.1")
def guideline_not_cited(context: LintContext) -> Iterator[Issue]:
    """Dasar hukum tidak memuat PermenPAN-RB 35/2012. / PermenPAN-RB 35/2012 is not cited.

    ## Mengapa
    PermenPAN-RB 35/2012 menetapkan bentuk dan isi SOP Administrasi Pemerintahan. Menyebutnya menunjukkan aturan mana yang diikuti
    penyusun. Pedoman SOP lain yang dirujuk (Peraturan Menteri Dalam Negeri, peraturan lembaga, peraturan kepala daerah tentang
    SOP) juga memadai. SOP dari sebelum tahun 2013 tidak dinilai.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    dasar_hukum:
      - Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara
      - Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    entries = context.sop.dasar_hukum
    if any(map(_is_of_a_guideline, entries)) or not any(
        citation.rujukan for entry in entries for citation in in_entry(entry)
    ):
        return
    if not _is_too_old(context.sop):
        yield Issue(
            ("dasar_hukum",),
            Text(
                "PermenPAN-RB 35/2012, pedoman penyusunan SOP, tidak dirujuk",
                "PermenPAN-RB 35/2012, the guideline on SOPs, is not cited",
            ),
            help=Text(
                "tambahkan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012"
                " tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
                "add Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012"
                " tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            ),
            at_key=True,
        )


@lru_cache(maxsize=4096)
def _is_of_a_guideline(entry: str) -> bool:
    return any(
        any(cited.key == _KEY for cited in citation.named) or _GUIDELINE.search(citation.text) is not None
        for citation in in_entry(entry)
    )


def _is_too_old(sop: Sop) -> bool:
    named = latest(sop)
    return named is not None and named.date.last is not None and named.date.last.year <= _YEAR
