"""WKT003: times of one SOP written in units that do not go together."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import called
from sopkit.lint.facts.times import known_lengths, larger_units, measured
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.timing.working_time import working_time

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT003", "satuan-campur", Severity.INFO, since="0.1")
def units_mixed(context: LintContext) -> Iterator[Issue]:
    """Satuan waktu campur dalam satu SOP. / Units of time are mixed in one SOP.

    ## Mengapa
    Langkah singkat memakai menit dan langkah panjang memakai hari, itu wajar. Tetapi bila 120 menit berdiri di samping
    3 jam, atau 480 menit di samping 1 hari, lama langkah sukar dibandingkan dan dijumlahkan. Yang dilaporkan adalah langkah
    yang lamanya sudah mencapai satu satuan yang lebih besar, sedangkan satuan itu dipakai langkah lain. Satu temuan untuk
    setiap berkas.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengolahan Data Survei
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Memasukkan data survei
        pelaksana: staf
        mutu_baku: {kelengkapan: Kuesioner terisi, waktu: 120 menit, output: Data survei terekam}
      - kegiatan: Mengolah data survei
        pelaksana: staf
        mutu_baku: {kelengkapan: Data survei terekam, waktu: 3 jam, output: Tabel hasil survei}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengolahan Data Survei
    pelaksana: {staf: Pengadministrasi Umum}
    langkah:
      - kegiatan: Memasukkan data survei
        pelaksana: staf
        mutu_baku: {kelengkapan: Kuesioner terisi, waktu: 2 jam, output: Data survei terekam}
      - kegiatan: Mengolah data survei
        pelaksana: staf
        mutu_baku: {kelengkapan: Data survei terekam, waktu: 3 jam, output: Tabel hasil survei}
    ```
    """
    found = measured(context)
    if not found.used & found.fills:
        return
    times, working = known_lengths(context.sop), working_time(context.settings.waktu)
    units = set(chain.from_iterable([length.units for _, _, _, length in times]))
    for _, path, _, length in times:
        larger = next((unit for unit in larger_units(length, working) if unit in units), None)
        if larger is None:
            continue
        other = next(j for j, _, _, one in times if larger in one.units)
        unit, name = length.units[0].value, called(context.sop, (other,))
        yield Issue(
            path,
            Text(
                f"satuan campur: langkah ini memakai {unit}, padahal {name.id} memakai {larger.value}",
                f"mixed units: this step is in {unit}, but {name.en} in {larger.value}",
            ),
            help=Text(
                f"tulis waktu yang mencapai satu {larger.value} dengan satuan {larger.value}",
                f"write times that fill a {larger.value} in {larger.value}",
            ),
            related=((("langkah", other, "mutu_baku", "waktu"), Text("satuan lain", "the other unit")),),
        )
        return
