"""Pictures of pages, and how much two of them differ."""

from __future__ import annotations

import io
import re
import subprocess

from PIL import Image, ImageChops, ImageFilter

DPI = 72
_BLUR = 1
_NEAR = 3
_MUCH = 80
_LEVELS = 16
_PGM = re.compile(rb"P5\s(\d+) (\d+)\s255\s")


def picture(png):
    """A PNG as shades of grey."""
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("L")


def pdf_pictures(program, data):
    """The pages of a PDF in shades of grey, `DPI` pixels an inch."""
    command = [program, "-r", str(DPI), "-gray"]
    drawn = subprocess.run([*command, "-"], input=data, capture_output=True, check=True, timeout=60).stdout
    pages, at = [], 0
    while at < len(drawn):
        head = _PGM.match(drawn, at)
        size = int(head[1]), int(head[2])
        at = head.end() + size[0] * size[1]
        pages.append(Image.frombytes("L", size, drawn[head.end() : at]))
    return pages


def few_shades(image):
    """The picture in so few shades of grey that it makes a small PNG."""
    step = 255 // (_LEVELS - 1)
    return image.point(lambda shade: (shade + step // 2) // step * step)


def small_png(image):
    """The bytes of a PNG with one byte a pixel at most."""
    buffer = io.BytesIO()
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=_LEVELS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def differing(one, other):
    """The share of pixels with ink in one picture and no ink near it in the other, from 0 to 1.

    A pixel counts when, in slightly blurred pictures, it is much darker than all within a pixel's distance in the other one:
    edges that two programs smooth in different ways do not, a line, a word or a symbol that is missing or elsewhere does. Sizes
    may differ by a pixel, for programs round them in different ways.
    """
    if max(abs(a - b) for a, b in zip(one.size, other.size, strict=True)) > 1:
        return 1.0
    size = tuple(map(min, one.size, other.size))
    blurred = [image.crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(_BLUR)) for image in (one, other)]
    nearby = [image.filter(ImageFilter.MinFilter(_NEAR)) for image in blurred]
    lacking = [ImageChops.subtract(near, ink) for near, ink in zip(nearby, reversed(blurred), strict=True)]
    counts = ImageChops.lighter(*lacking).histogram()
    return sum(counts[_MUCH:]) / (size[0] * size[1])
