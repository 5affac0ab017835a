"""Pictures of a sheet → pixels for a PDF: no larger than print can show, on white, turned as the camera says."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from sopkit.sheet.model import PlacedPicture
    from sopkit.sheet.picture import Picture

_DOTS: Final = 300
"""Dots an inch: what office printers resolve."""
_MOST: Final = 50_000_000
"""Pixels; a file that unpacks to more is an attack or a mistake, and would fill the memory."""
_KEPT: Final = 8
"""Pictures remembered: the sheets of an agency all have the same logo."""
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_GREY: Final = {"1", "L", "I;16"}


def pixels(placed: PlacedPicture) -> Image.Image | None:
    """The picture for its box, grey or RGB; None when it cannot be read or is a drawing, SVG."""
    return _pixels(placed.picture, _dots(placed.w), _dots(placed.h))


def _dots(length: int) -> int:
    return max(1, length * _DOTS // 25_400)


@lru_cache(_KEPT)
def _pixels(picture: Picture, width: int, height: int) -> Image.Image | None:
    try:
        # what is odd about a file but does no harm, such as a camera's notes, is nobody's concern here
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(picture.data), formats=_FORMATS) as image,
        ):
            if image.width * image.height > _MOST:
                return None
            turned = ImageOps.exif_transpose(image)
            plain = _on_white(turned)
            plain.thumbnail((width, height), Image.Resampling.LANCZOS)
            return plain
    except Exception:  # noqa: BLE001 - a decoder may raise anything when a file is broken
        return None


def _on_white(image: Image.Image) -> Image.Image:
    """Paper is white; without transparency every reader and printer shows the same."""
    if image.mode in _GREY and "transparency" not in image.info:
        return image.convert("L")
    if image.mode == "CMYK":
        return image.convert("RGB")
    full = image.convert("RGBA")
    white = Image.new("RGBA", full.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, full).convert("RGB")
