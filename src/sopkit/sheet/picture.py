"""A picture on the sheet, the logo: its bytes and what they are. Reading files does not belong here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_RIFF: Final = slice(0, 4)
_WEBP: Final = slice(8, 12)
_SVG_WITHIN: Final = 1024
"""How far into a file the root element of an SVG picture is looked for, behind declarations and comments."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, with the media type that they were found to have."""

    media_type: str
    data: bytes


def picture(data: bytes) -> Picture | None:
    """The picture in `data`, by its first bytes and never by a file's name; None when no browser would show it."""
    media_type = _media_type(data)
    return Picture(media_type, data) if media_type else None


def _media_type(data: bytes) -> str | None:
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if data[_RIFF] == b"RIFF" and data[_WEBP] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if b"<svg" in data[:_SVG_WITHIN] else None
