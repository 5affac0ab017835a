from __future__ import annotations

import pytest

from sopkit.sheet.picture import Picture, picture


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\nx", "image/png"),
        (b"\xff\xd8\xff\xe0x", "image/jpeg"),
        (b"GIF89ax", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPx", "image/webp"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data, media_type):
    assert picture(data) == Picture(media_type, data)


@pytest.mark.parametrize(
    "data", [b"", b"logo", b"%PDF-1.7", b"RIFF\x00\x00\x00\x00WAVE", b" " * 2000 + b"<svg/>"]
)
def test_what_no_browser_shows_is_no_picture(data):
    assert picture(data) is None


def test_the_logo_read_for_a_sheet_stands_in_its_identity_block(sheet):
    logo = Picture("image/png", b"x")
    assert sheet("{kegiatan: A}", logo=logo).identity.logo is logo
