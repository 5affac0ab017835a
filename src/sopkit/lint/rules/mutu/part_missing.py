"""MTB001: kelengkapan, waktu or output is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.documents import NOTHING, says_nothing
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.sop import MutuBaku

_HELP = {
    "kelengkapan": Text(
        "sebutkan naskah atau bahan yang harus ada sebelum langkah ini dimulai",
        "name the documents or material that must be there before the step begins",
    ),
    "waktu": Text(
        "tulis lamanya dengan satuan, misalnya 30 menit atau 2 hari kerja",
        "write how long it takes with a unit, such as 30 menit or 2 hari kerja",
    ),
    "output": Text("sebutkan apa yang dihasilkan langkah ini", "name what the step produces"),
}


@rule("MTB001", "mutu-baku-kosong", Severity.ERROR, since="0.1", missing=True)
def part_missing(context: LintContext) -> Iterator[Issue]:
    """Kelengkapan, waktu, atau output belum diisi. / Kelengkapan, waktu or output is missing.

    ## Mengapa
    Mutu baku terdiri atas tiga bagian: kelengkapan, waktu, dan output (PermenPAN-RB 35/2012, Lampiran). Tanpa
    kelengkapan tidak jelas apa yang ditunggu, tanpa waktu tidak jelas kapan langkah terlambat, tanpa output tidak jelas
    kapan langkah selesai. Tanda “-” dianggap belum diisi. Baris yang hanya berisi Mulai atau Selesai tidak memerlukan
    mutu baku.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Tamu
    pelaksana: {petugas: Petugas Penerima Tamu}
    langkah:
      - kegiatan: Mencatat identitas tamu
        pelaksana: petugas
        mutu_baku: {kelengkapan: Kartu identitas tamu, waktu: 3 menit}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Tamu
    pelaksana: {petugas: Petugas Penerima Tamu}
    langkah:
      - kegiatan: Mencatat identitas tamu
        pelaksana: petugas
        mutu_baku: {kelengkapan: Kartu identitas tamu, waktu: 3 menit, output: Catatan buku tamu}
    ```
    """
    for i, step in enumerate(context.sop.langkah):
        lacking = _lacking(step.mutu_baku)
        if not lacking or is_capsule(step):
            continue
        if len(lacking) == len(_HELP):
            yield Issue(
                ("langkah", i, "mutu_baku"),
                Text("mutu baku langkah ini belum diisi", "the mutu baku of this step is missing"),
                help=Text("isi kelengkapan, waktu, dan output", "fill in kelengkapan, waktu and output"),
            )
            continue
        for part in lacking:
            yield Issue(
                ("langkah", i, "mutu_baku", part),
                Text(f"{part} langkah ini belum diisi", f"the {part} of this step is missing"),
                help=_HELP[part],
            )


def _lacking(mutu: MutuBaku) -> list[str]:
    """The parts that are not filled in, in the order of the sheet."""
    missing = []
    if says_nothing(mutu.kelengkapan):
        missing.append("kelengkapan")
    if mutu.waktu is None or mutu.waktu.text in NOTHING:
        missing.append("waktu")
    if says_nothing(mutu.output):
        missing.append("output")
    return missing
