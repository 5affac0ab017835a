"""SOPs typed in the test, timed with the rules of an office: 450 minutes a day, five days, national holidays."""

from __future__ import annotations

import pytest

from sopkit.app.duration import DurationOptions, time_sop
from sopkit.config import Settings
from sopkit.load.loading import load_bytes
from sopkit.timing.analysis import AnalysisOptions
from sopkit.timing.due import Start
from sopkit.timing.parsing import parse_deadline, parse_start
from sopkit.timing.settings import work_rules

RULES = work_rules(Settings())

LINEAR = """\
sopkit: 1
nama: Surat
pelaksana: {a: Kadis, b: Staf}
langkah:
  - {kegiatan: Menerima surat, pelaksana: b, mutu_baku: {waktu: 30 menit}}
  - {kegiatan: Menelaah surat, pelaksana: a, mutu_baku: {waktu: 1 hari}}
  - {kegiatan: Mengarsipkan surat, pelaksana: b, mutu_baku: {waktu: 90 menit}}
"""

PARALLEL = """\
sopkit: 1
nama: Laporan
pelaksana: {a: Kasubag, b: Staf, c: Bendahara}
langkah:
  - {kegiatan: Membagi tugas, pelaksana: a, mutu_baku: {waktu: 30 menit}, lanjut: [2, 3]}
  - {kegiatan: Menghimpun data, pelaksana: b, mutu_baku: {waktu: 2 jam}, lanjut: 4}
  - {kegiatan: Menghimpun bukti, pelaksana: c, mutu_baku: {waktu: 1 jam}}
  - {kegiatan: Menyusun laporan, pelaksana: {bersama: [b, c]}, mutu_baku: {waktu: 45 menit}}
"""

LOOP = """\
sopkit: 1
nama: Naskah
pelaksana: {a: Kasubag, b: Staf}
langkah:
  - {kegiatan: Menyusun naskah, pelaksana: b, mutu_baku: {waktu: 60 menit}}
  - kegiatan: Memeriksa naskah
    pelaksana: a
    mutu_baku: {waktu: 30 menit}
    keputusan: {ya: {ke: 3, peluang: 0.5}, tidak: 1}
  - {kegiatan: Menyimpan naskah, pelaksana: b, mutu_baku: {waktu: 10 menit}}
"""


def timed(text=LINEAR, *, file="a.sop.yaml", start=None, deadline=None, year=None, **options):
    """The text of an SOP, timed; the other options are those of DurationOptions and AnalysisOptions."""
    loaded = load_bytes(file, text.encode())
    assert loaded.sop is not None, loaded.findings
    own = {key: options.pop(key) for key in ("counting", "times", "parallel") if key in options}
    analysis = AnalysisOptions(
        start=Start(parse_start(start) if start else None, year),
        deadline=parse_deadline(deadline) if deadline else None,
        **options,
    )
    return time_sop(file, loaded.sop, RULES, DurationOptions(analysis, **own))


@pytest.fixture(scope="session")
def make_timed():
    return timed


@pytest.fixture(scope="session")
def linear():
    return LINEAR


@pytest.fixture(scope="session")
def parallel():
    return PARALLEL


@pytest.fixture(scope="session")
def loop():
    return LOOP
