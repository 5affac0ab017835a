"""PDFs drawn and read back; and what the tests of this folder share is found as a plain module beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sopkit.render.pdf import info_of, render_pdf
from sopkit.sheet.layout import layout

sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture
def read():
    """Bytes of a PDF → `Read`."""
    from pdf_reading import Read

    opened = []

    def open_(data):
        opened.append(Read(data))
        return opened[-1]

    yield open_
    for one in opened:
        one.file.close()


@pytest.fixture
def draw(read):
    """Content → its sheet and its PDF read back."""

    def drawn(content, options=None):
        laid_out = layout(content, options)
        return laid_out, read(render_pdf(laid_out, info_of(content)))

    return drawn
