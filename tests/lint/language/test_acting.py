"""Who takes part in a text and who does the work of the step."""

from __future__ import annotations

import pytest

from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.acting import doers, taking_part
from sopkit.lint.language.roles import role_phrases
from sopkit.model.sop import Sop

SOP = Sop.model_validate({"sopkit": 1, "nama": "Contoh", "langkah": [{"kegiatan": "Menyusun"}]})
ROLES = role_phrases(Knowledge(), SOP)


def words(text, found):
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menyerahkan draf kepada Camat melalui Sekcam", ["Camat", "Sekcam"]),
        ("Meneruskan ke Plt. Kepala Dinas", ["Kepala Dinas"]),
        ("Mengundang para Kabid, Kasubag, dan Bendahara", ["Kabid", "Kasubag", "Bendahara"]),
        ("Menyiapkan draf agar ditandatangani Camat", ["Camat"]),
        ("Menugaskan Arsiparis menata berkas", ["Arsiparis"]),
        ("Kabid memeriksa draf", ["Kabid"]),
        ("Menyiapkan SK Kepala Dinas", []),
        ("Menata ruang Sekretaris", []),
        ("Menyusun telaahan, arahan Camat", []),
        ("Mengarsipkan disposisi Camat", []),
        ("Menyusun surat ke Dinas Kesehatan", []),
    ],
)
def test_roles_take_part_by_the_word_before_them_or_by_acting(text, expected):
    assert words(text, taking_part(text, ROLES)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabid dan Kasubag memeriksa draf", [["Kabid", "Kasubag"]]),
        ("Menyusun draf. Kabid memeriksanya; lalu Sekretaris menyimpan", [["Kabid"], ["Sekretaris"]]),
        ("Draf diperiksa oleh para Kabid", [["Kabid"]]),
        ("Menyiapkan draf untuk diperiksa oleh Kabid", []),
        ("Menerima draf yang disusun oleh Kabid", []),
        ("Memeriksa draf; jika salah, Kabid memperbaikinya", []),
        ("Menyiapkan draf agar diparaf, lalu Camat menandatangani", []),
        ("Menyerahkan draf kepada Kabid", []),
        ("Kabid", []),
    ],
)
def test_only_roles_of_the_main_clause_do_the_work_of_the_step(text, expected):
    assert [words(text, chain) for chain in doers(text, ROLES)] == expected
