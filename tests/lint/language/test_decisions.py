"""Whether the words of a step examine, approve, mend or decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.decisions import Choice, Deeds, choice, decision_words, deeds

WORDS = decision_words(Knowledge())


@pytest.mark.parametrize(
    ("kegiatan", "verb"),
    [
        ("Memeriksa berkas", "memeriksa"),
        ("2. MEMERIKSA BERKAS", "memeriksa"),
        ("Menerima, lalu meneliti laporannya", "meneliti"),
        ("Melakukan verifikasi atas usulan", "melakukan verifikasi"),
        ("Verifikasi usulan", "verifikasi"),
        ("Memeriksa dan membubuhkan paraf", "memeriksa"),
        ("Memberi koreksi pada naskah", "memberi koreksi"),
    ],
)
def test_a_step_that_judges_a_document_examines(kegiatan, verb):
    assert deeds(kegiatan, WORDS) == Deeds(examines=True, verb=verb)


@pytest.mark.parametrize(
    "kegiatan",
    [
        "",
        "Memeriksa pompa",
        "Memeriksa pompa dan mengisi formulir",
        "Memeriksa pompa sesuai dokumen",
        "Menugaskan staf memeriksa dan mengoreksi berkas",
        "Memberi arahan dan memeriksa berkas",
        "Menyerahkan naskah untuk diperiksa",
        "Menyusun jadwal dan verifikasi berkas",
        "Menelaah berkas, lalu mendisposisikannya",
        "Melakukan perjalanan",
        "Melakukan",
    ],
)
def test_a_step_that_judges_no_document_itself_does_not_examine(kegiatan):
    assert not deeds(kegiatan, WORDS).examines


@pytest.mark.parametrize("kegiatan", ["Menyetujui anggaran", "Memberikan persetujuan", "Pengesahan naskah"])
def test_approving_is_told_apart_from_examining(kegiatan):
    done = deeds(kegiatan, WORDS)
    assert (done.examines, done.approves) == (False, True)


@pytest.mark.parametrize("kegiatan", ["Memeriksa berkas dan memperbaikinya", "Melakukan revisi naskah"])
def test_a_step_that_repairs_mends(kegiatan):
    assert deeds(kegiatan.replace("nya", " naskah"), WORDS).mends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menilai; jika salah, dikembalikan", Choice("jika", "dikembalikan", leading=False, returns=True)),
        ("Apabila disetujui, dicetak", Choice("Apabila", "disetujui", leading=True, returns=False)),
        ("1. Bila ditolak, selesai", Choice("Bila", "ditolak", leading=True, returns=False)),
        (
            "Menyetujui atau menolak",
            Choice("Menyetujui atau menolak", "Menyetujui atau menolak", leading=False, returns=True),
        ),
        (
            "Dalam  hal tidak setuju, kembali ke awal",
            Choice("Dalam  hal", "tidak setuju", leading=True, returns=True),
        ),
    ],
)
def test_a_condition_with_a_consequence_decides(text, expected):
    assert choice(text, WORDS) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mengembalikan berkas",
        "Mengundang bila diperlukan agar disetujui",
        "Menunggu jika hujan",
        "Menyusun usulan untuk disetujui jika lengkap",
        "Menggali sumur bilateral yang ditolak",
    ],
)
def test_a_text_without_both_decides_nothing(text):
    assert choice(text, WORDS) is None


@given(st.text(max_size=60))
def test_any_text_is_read_and_what_is_quoted_stands_in_it(text):
    assert deeds(text, WORDS).verb == "" or not deeds("", WORDS).verb
    found = choice(text, WORDS)
    assert found is None or (found.condition in text and found.consequence in text)
