"""What a working calendar says when it cannot answer, in both languages.

What belongs here are the sentences of `calendar`'s errors. When they are raised is decided there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text

if TYPE_CHECKING:
    from datetime import date


def no_weekday(number: int) -> Text:
    """The weekday whose hours an extra workday takes is none."""
    return Text(
        id=f"Hari ke-{number} tidak ada. Hari acuan untuk hari kerja tambahan adalah 0 (Senin) sampai 6 (Minggu).",
        en=f"There is no weekday {number}. The weekday extra workdays follow is 0 (Monday) to 6 (Sunday).",
    )


def both_off_and_worked(day: date) -> Text:
    """A date is an extra holiday and an extra workday at once."""
    return Text(
        id=f"{day} tercantum sebagai libur tambahan sekaligus hari kerja tambahan. Hapus salah satunya.",
        en=f"{day} is both an extra holiday and an extra workday. Remove one of the two.",
    )


def workday_without_hours(day: date) -> Text:
    """An extra workday would have no minute of work."""
    return Text(
        id=f"Hari kerja tambahan {day} tidak punya jam kerja. Pilih hari acuan yang punya jam kerja.",
        en=f"The extra workday {day} has no working hours. Choose a weekday with hours for it to follow.",
    )


def no_work(first: int, last: int) -> Text:
    """The search met years on end without a working day."""
    return Text(
        id=f"Tidak ada hari kerja dari tahun {first} sampai {last}. Periksa jam kerja dan hari libur pada kalender.",
        en=f"There is no working day from {first} to {last}. Check the calendar's working hours and holidays.",
    )


def too_long(years: int, first: int) -> Text:
    """A question covers more years than a calendar answers for."""
    return Text(
        id=f"Rentang waktu sejak tahun {first} melebihi {years} tahun. Periksa tanggal dan lama waktunya.",
        en=f"The span from {first} is longer than {years} years. Check the dates and the durations.",
    )


def past_the_last_year(last: int) -> Text:
    """A date lies after the last year a calendar has a table for."""
    return Text(
        id=f"Kalender kerja hanya sampai tahun {last}. Periksa tanggal dan lama waktunya.",
        en=f"The working calendar ends with the year {last}. Check the dates and the durations.",
    )
