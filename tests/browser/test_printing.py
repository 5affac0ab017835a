"""Sheets printed by the browser: as many pages as computed, of the size of the paper, and the same as in our PDF."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from images import differing, pdf_pictures
from sheets import INFORMATION, subject, written

from sopkit.sheet.paper import PAPERS, LayoutOptions

POINT = 25.4 / 72
"""In millimetres. Chromium rounds the size of printed pages to whole points."""
TOLERANCE = 20e-6
"""The share of pixels that may differ."""


@pytest.fixture(scope="session")
def printed(show):
    """The PDF that the browser prints of a sheet."""
    found = {}

    def print_(name):
        if name not in found:
            with show(name) as page:
                found[name] = page.print()
        return found[name]

    return print_


def sizes(pdf):
    """Width and height of the pages of a PDF, in millimetres."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return [(float(page.width) * POINT, float(page.height) * POINT) for page in file.pages]


def check_sizes(pdf, sheet):
    for (width, height), page in zip(sizes(pdf), sheet.pages, strict=True):
        assert abs(page.width / 1000 - width) < POINT / 2 + 0.02
        assert abs(page.height / 1000 - height) < POINT / 2 + 0.02


def test_as_many_pages_are_printed_as_computed_each_of_the_size_of_the_paper(name, printed):
    check_sizes(printed(name), subject(name).sheet)


@pytest.mark.parametrize("paper", PAPERS)
def test_any_paper_is_printed_on_whole_pages(paper, show):
    options = LayoutOptions(paper)
    with show(INFORMATION, options) as page:
        check_sizes(page.print(), subject(INFORMATION, options).sheet)


def test_a_narrow_window_prints_the_same(show, printed):
    with show(INFORMATION, width=390, height=844) as page:
        assert sizes(page.print()) == sizes(printed(INFORMATION))


def test_what_the_browser_prints_looks_like_our_pdf(name, printed, pdftoppm):
    browsers = pdf_pictures(pdftoppm, printed(name))
    ours = pdf_pictures(pdftoppm, written(name, "pdf"))
    shares = [differing(one, other) for one, other in zip(browsers, ours, strict=True)]
    assert max(shares) <= TOLERANCE
