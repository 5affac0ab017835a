"""What the browser is shown: every SOP of the repository, and two sheets of chance, one long and one wide."""

from __future__ import annotations

import io
import sys
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.render import RENDERERS, RenderOptions, Subject
from sopkit.sheet.compose import compose
from sopkit.sheet.paper import LayoutOptions
from sopkit.sheet.picture import picture

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sheet"))

from samples import content_of, random_sop

SOPS = Path(__file__).resolve().parents[2] / "sops"
_FILES = {
    str(file.relative_to(SOPS)).removesuffix(".sop.yaml"): file for file in sorted(SOPS.rglob("*.sop.yaml"))
}
_CHANCE = {
    "forty steps": {"steps": (40, 40), "roles": (6, 6)},
    "twelve roles": {"steps": (14, 14), "roles": (12, 12)},
}
LETTERS, INFORMATION = "contoh/pengelolaan-surat-masuk", "contoh/pelayanan-permohonan-informasi-publik"
"""A plain SOP, and one of several pages with decisions and off-page connectors."""
DRAFT = "draft"
"""The plain one as a draft of an office with a logo."""
NAMES = (*_FILES, *_CHANCE, DRAFT)


@cache
def subject(name, options=None):
    """The sheet of this name as writers are given it, laid out once for all tests."""
    return Subject(_content(name), options or LayoutOptions())


@cache
def _content(name):
    if name in _CHANCE:
        return content_of(random_sop(1, **_CHANCE[name]))
    if name == DRAFT:
        text = _FILES[LETTERS].read_text("utf-8") + "status: draf\n"
        return _composed(text.encode(), logo=picture(_logo()))
    return _composed(_FILES[name].read_bytes())


def _logo():
    """A PNG of a shield."""
    image = Image.new("L", (120, 160), 255)
    ImageDraw.Draw(image).polygon(
        [(5, 5), (115, 5), (115, 90), (60, 155), (5, 90)], fill=120, outline=0, width=6
    )
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _composed(data, **more):
    sop = load_bytes("contoh.sop.yaml", data).sop
    return compose(sop, build_flow(sop), **more)


@cache
def written(name, kind, options=None):
    """The bytes of the sheet in a format of one file."""
    (file,) = RENDERERS[kind].files(subject(name, options), RenderOptions())
    return file.data
