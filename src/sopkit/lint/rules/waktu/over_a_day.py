"""WKT004: more than a working day written in minutes or hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.times import known_lengths, measured
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.waktu import format_seconds
from sopkit.timing.working_time import working_time

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule("WKT004", "lebih-dari-sehari", Severity.INFO, since="0.1")
def over_a_day(context: LintContext) -> Iterator[Issue]:
    """Lebih dari satu hari kerja ditulis dalam menit atau jam. / More than a working day written in minutes or hours.

    ## Mengapa
    Satu hari kerja berisi 7 jam 30 menit atau 450 menit: 37 jam 30 menit seminggu dalam lima hari (Perpres 21/2023). Angka
    480 menit atau 8 jam sering dimaksudkan sebagai satu hari, padahal melewati satu hari kerja. Tulis dengan hari kerja
    supaya jelas yang dimaksud. Panjang hari kerja diatur dengan `menit_per_hari` di sopkit.toml.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyuntingan Majalah Dinas
    pelaksana: {editor: Penyunting}
    langkah:
      - kegiatan: Menyunting naskah majalah
        pelaksana: editor
        mutu_baku: {kelengkapan: Naskah majalah, waktu: 480 menit, output: Naskah majalah tersunting}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyuntingan Majalah Dinas
    pelaksana: {editor: Penyunting}
    langkah:
      - kegiatan: Menyunting naskah majalah
        pelaksana: editor
        mutu_baku: {kelengkapan: Naskah majalah, waktu: 1 hari kerja, output: Naskah majalah tersunting}
    ```
    """
    if not measured(context).long:
        return
    working, day = working_time(context.settings.waktu), context.settings.waktu.menit_per_hari
    for _, path, waktu, length in known_lengths(context.sop):
        if length.short <= day * 60:
            continue
        seconds = length.lama.work_seconds(working)
        if seconds <= day * 60:
            continue
        yield Issue(
            path,
            Text(
                f"{quoted(waktu.text)} lebih dari satu hari kerja ({day} menit)",
                f"{quoted(waktu.text)} is more than a working day ({day} minutes)",
            ),
            help=Text(
                f"tulis dengan hari kerja; tepatnya {format_seconds(seconds, working)}",
                f"write it in hari kerja; exactly {format_seconds(seconds, working, 'en')}",
            ),
        )
