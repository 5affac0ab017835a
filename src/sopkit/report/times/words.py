"""The words that reports of times add to the figures, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.timing.scenarios import Kind

if TYPE_CHECKING:
    from sopkit.errors import Language

NUMBER = Text(id="No", en="No")
ACTIVITY = Text(id="Kegiatan", en="Activity")
ROLE = Text(id="Pelaksana", en="Role")
TIME = Text(id="Waktu", en="Time")
MINUTES = Text(id="Menit", en="Minutes")
START = Text(id="Mulai", en="Start")
FINISH = Text(id="Selesai", en="Finish")
SLACK = Text(id="Longgar", en="Slack")
FILE = Text(id="Berkas", en="File")
NAME = Text(id="Nama SOP", en="SOP")
TOTAL = Text(id="Jumlah", en="Total")
CRITICAL = Text(id="Jalur kritis", en="Critical path")
DEADLINE = Text(id="Tenggat", en="Deadline")
MARGIN = Text(id="Sisa", en="Margin")
UNKNOWN = Text(id="Lama ?", en="Unknown")
BEFORE = Text(id="Sebelum", en="Before")
AFTER = Text(id="Sesudah", en="After")
DIFFERENCE = Text(id="Selisih", en="Difference")
LOAD = Text(id="Beban pelaksana", en="Load by role")
NOTES = Text(id="Catatan", en="Notes")

AT_LEAST = Text(id="sekurang-kurangnya", en="at least")
MET = Text(id="terpenuhi", en="met")
MISSED = Text(id="TIDAK TERPENUHI", en="MISSED")
OPEN = Text(id="belum dapat dinilai", en="cannot be told")

SHORT_CRITICAL = Text(id="Kritis", en="Critical")
SHORT_MET = Text(id="terpenuhi", en="met")
SHORT_MISSED = Text(id="LEWAT", en="MISSED")
SHORT_OPEN = Text(id="belum pasti", en="open")

LEGEND_CRITICAL = Text(id="jalur kritis", en="critical path")
LEGEND_OTHER = Text(id="langkah lain", en="other steps")
LEGEND_SLACK = Text(id="kelonggaran", en="slack")
LEGEND_OFF = Text(id="hari libur", en="day off")
NOT_ON_WAY = Text(id="tidak dilalui pada jalur terpanjang", en="not on the longest way")

_KINDS = {
    Kind.AS_WRITTEN: Text(id="semua baris sekali", en="every row once"),
    Kind.SMOOTH: Text(id="lancar", en="smooth"),
    Kind.SHORTEST: Text(id="terpendek", en="shortest"),
    Kind.LONGEST: Text(id="terpanjang", en="longest"),
}


def kind_words(kind: Kind, rounds: int, language: Language) -> str:
    """The name of a scenario; `rounds` is how often rework takes each loop."""
    if kind in _KINDS:
        return _KINDS[kind].pick(language)
    return Text(
        id=f"dengan {rounds} putaran perbaikan",
        en=f"with {rounds} round{'' if rounds == 1 else 's'} of rework",
    ).pick(language)
