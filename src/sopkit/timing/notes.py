"""What a reader must know beside the figures: assumptions, and questions that could not be answered.

What belongs here are the sentences. When one is said is decided in `analysis`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.model.sop import Sop


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about an analysis; `code` names the kind for machines, `steps` are the positions it speaks of."""

    code: str
    text: Text
    steps: tuple[int, ...] = ()


def unknown_times(sop: Sop, steps: tuple[int, ...]) -> Note:
    """Steps have no known length."""
    names = _names(sop, steps)
    return Note(
        "unknown-times",
        Text(
            id=f"Lama langkah {names} tidak diketahui: jumlah waktu adalah paling sedikit.",
            en=f"The length of step {names} is not known: the total is a lower bound.",
        ),
        steps,
    )


def items_missing(sop: Sop, steps: tuple[int, ...], item: str) -> Note:
    """A time is for one item and the number of items was not said."""
    names = _names(sop, steps)
    return Note(
        "items-missing",
        Text(
            id=f"Waktu langkah {names} dihitung per {item}: sebutkan jumlahnya dengan --items.",
            en=f"The time of step {names} is for one {item}: say how many with --items.",
        ),
        steps,
    )


def elapsed_times(sop: Sop, steps: tuple[int, ...]) -> Note:
    """Steps take calendar time."""
    names = _names(sop, steps)
    return Note(
        "elapsed-times",
        Text(
            id=f"Langkah {names} memakai waktu kalender, yang tidak dijumlahkan ke dalam menit kerja; tanpa tanggal mulai "
            "urutan jalur ditaksir dengan 7 hari kalender sebagai satu minggu kerja.",
            en=f"Step {names} takes calendar time, which is not added to minutes of work; without a start ways are "
            "ordered with 7 calendar days as one week of work.",
        ),
        steps,
    )


def deadline_estimated() -> Note:
    """The verdict compares calendar days with working time."""
    return Note(
        "deadline-estimated",
        Text(
            id="Tenggat dan lama kerja berbeda jenis (hari kalender dan hari kerja): hasilnya taksiran tanpa hari libur. "
            "Sebutkan tanggal mulai dengan --start.",
            en="The deadline and the work differ in kind (calendar days and working days): the verdict is an estimate "
            "without holidays. Give a start with --start.",
        ),
    )


def start_missing() -> Note:
    """A date as deadline says nothing without a start."""
    return Note(
        "start-missing",
        Text(
            id="Tenggat berupa tanggal: sebutkan tanggal mulai dengan --start.",
            en="The deadline is a date: give a start with --start.",
        ),
    )


def deadline_unreadable(text: str) -> Note:
    """The deadline says no time."""
    return Note(
        "deadline-unreadable",
        Text(
            id=f"Tenggat “{text}” tidak dapat dibaca: tidak ada penilaian.",
            en=f'The deadline "{text}" cannot be read: there is no verdict.',
        ),
    )


def not_announced(years: tuple[int, ...]) -> Note:
    """The answer rests on years whose cuti bersama is not known."""
    listed = ", ".join(map(str, years))
    return Note(
        "cuti-bersama-unknown",
        Text(
            id=f"Cuti bersama tahun {listed} belum diketahui: tanggal masih dapat bergeser.",
            en=f"The cuti bersama of {listed} is not known yet: dates may still move later.",
        ),
    )


def no_window(year: int | None) -> Note:
    """A yearly window has no year to be tried in."""
    return Note(
        "no-window",
        Text(
            id=f"Jendela tenggat tidak ada pada tahun {year}."
            if year
            else "Tidak ada tahun yang liburnya diketahui.",
            en=f"The deadline has no window in {year}."
            if year
            else "There is no year whose holidays are known.",
        ),
    )


def no_date(reason: Text) -> Note:
    """The calendar could not answer."""
    return Note("no-date", reason)


def odds_assumed(sop: Sop, steps: tuple[int, ...]) -> Note:
    """Decisions have no peluang."""
    names = _names(sop, steps)
    return Note(
        "odds-assumed",
        Text(
            id=f"Keputusan {names} tidak menyebut peluang: kedua cabang dianggap sama mungkin.",
            en=f"Decision {names} gives no peluang: both branches are taken as equally likely.",
        ),
        steps,
    )


def never_sure_to_end(sop: Sop) -> Note:
    """Some way never reaches the end."""
    return Note(
        "no-sure-end",
        Text(
            id=f"Alur {sop.nama} tidak selalu sampai ke akhir: nilai harapan dan persentil tidak dapat dihitung.",
            en=f"The flow of {sop.nama} does not always reach an end: there is no expected time and no percentile.",
        ),
    )


def fewer_runs(made: int, wanted: int) -> Note:
    """The simulation stopped before the runs asked for."""
    return Note(
        "fewer-runs",
        Text(
            id=f"Simulasi berhenti setelah {made} dari {wanted} kali karena perulangan sangat panjang.",
            en=f"The simulation stopped after {made} of {wanted} runs because the loops are very long.",
        ),
    )


def rework_too_long() -> Note:
    """The rounds of rework would be too many steps."""
    return Note(
        "rework-too-long",
        Text(
            id="Perulangan terlalu banyak untuk dihitung: skenario perbaikan sama dengan yang terpanjang.",
            en="There are too many loops to count: the rework scenario is the longest one.",
        ),
    )


def too_large(rows: int) -> Note:
    """The SOP has too many rows for a forecast."""
    return Note(
        "too-large",
        Text(
            id=f"SOP dengan {rows} langkah terlalu besar untuk nilai harapan dan persentil.",
            en=f"An SOP with {rows} steps is too large for an expected time and percentiles.",
        ),
    )


def way_back_not_counted(sop: Sop, steps: tuple[int, ...]) -> Note:
    """Edges lead back without making a loop that can be left and met again."""
    names = _names(sop, steps)
    return Note(
        "way-back-not-counted",
        Text(
            id=f"Langkah {names} kembali ke langkah yang tidak menuju ke sana lagi: tidak dihitung sebagai perbaikan.",
            en=f"Step {names} leads back to a step that does not come to it again: not counted as rework.",
        ),
        steps,
    )


def split_equally(sop: Sop, steps: tuple[int, ...]) -> Note:
    """Steps are handed over inside."""
    names = _names(sop, steps)
    return Note(
        "split-equally",
        Text(
            id=f"Waktu langkah {names} dibagi sama rata di antara pelaksana yang saling menyerahkan.",
            en=f"The time of step {names} is divided equally among those who hand it over.",
        ),
        steps,
    )


def _names(sop: Sop, steps: Iterable[int]) -> str:
    return ", ".join(sop.nomor_langkah[step] for step in steps)
