"""Waktu: how long a step takes, as an office writes it, and what that amounts to.

The text, the exact amounts and the way back to text belong here. The calendar (which day is a holiday) and the summing up over
a procedure do not.
"""

from sopkit.model.waktu.length import Bagian, Lama, Satuan, WorkingTime, format_seconds
from sopkit.model.waktu.reading import parse_waktu, three_points
from sopkit.model.waktu.value import Bentuk, Waktu

__all__ = [
    "Bagian",
    "Bentuk",
    "Lama",
    "Satuan",
    "Waktu",
    "WorkingTime",
    "format_seconds",
    "parse_waktu",
    "three_points",
]
