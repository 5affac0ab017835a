"""Who signed, however it is printed."""

from __future__ import annotations

import pytest

from sopkit.intake.signer import read_signer

NIP = "19700102 199503 1 004"


@pytest.mark.parametrize(
    ("text", "jabatan", "nama", "pangkat", "nip"),
    [
        (
            f"Kepala Dinas Perpustakaan Ir. BUDIMAN, MM NIP. {NIP}",
            "Kepala Dinas Perpustakaan",
            "Ir. BUDIMAN, MM",
            None,
            NIP,
        ),
        (
            f"KEPALA DINAS PERPUSTAKAAN\nDrs. BUDIMAN, M.Si.\nPembina Utama Muda\nNIP {NIP}",
            "KEPALA DINAS PERPUSTAKAAN",
            "Drs. BUDIMAN, M.Si.",
            "Pembina Utama Muda",
            NIP,
        ),
        (f"CAMAT SUKAMAJU  Dra. SITI, M.Si.NIP {NIP}", "CAMAT SUKAMAJU", "Dra. SITI, M.Si.", None, NIP),
        (f"BUDIMAN, SE, M.SI Pembina Tk. I NIP. {NIP}", None, "BUDIMAN, SE, M.SI", "Pembina Tk. I", NIP),
        (
            f"KEPALA DINAS PERPUSTAKAAN KABUPATEN SUKAMAJU\n\nNIP. {NIP.replace(' ', '')}",
            "KEPALA DINAS PERPUSTAKAAN KABUPATEN SUKAMAJU",
            None,
            None,
            NIP.replace(" ", ""),
        ),
        (
            "Plt. Kepala Dinas Perpustakaan\n\nBUDIMAN, S.H., M.H.\n.................",
            "Plt. Kepala Dinas Perpustakaan",
            "BUDIMAN, S.H., M.H.",
            None,
            None,
        ),
        (
            f"Kepala Dinas\nKabupaten Sukamaju\nSITI AMINAH, S.Sos\nPenata Tingkat I (III/d)\n{NIP}",
            "Kepala Dinas Kabupaten Sukamaju",
            "SITI AMINAH, S.Sos",
            "Penata Tingkat I (III/d)",
            NIP,
        ),
        ("", None, None, None, None),
    ],
)
def test_post_name_rank_and_number_are_told_apart(words, text, jabatan, nama, pangkat, nip):
    signer = read_signer(text, words)
    assert (signer.jabatan, signer.nama, signer.pangkat, signer.nip) == (jabatan, nama, pangkat, nip)


def test_a_name_without_titles_on_the_last_line_is_taken_and_doubted(words):
    signer = read_signer("Kepala Dinas Perpustakaan\nSiti Aminah", words)
    assert (signer.jabatan, signer.nama) == ("Kepala Dinas Perpustakaan", "Siti Aminah")
    assert signer.why is not None


def test_the_second_line_of_a_post_is_no_name(words):
    signer = read_signer("Kepala Dinas Perpustakaan\nKabupaten Sukamaju", words)
    assert (signer.jabatan, signer.nama) == ("Kepala Dinas Perpustakaan Kabupaten Sukamaju", None)
