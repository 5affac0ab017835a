"""Sheets on screen and in print: all of a sheet stands where the layout puts it, and nothing is cut off."""

from __future__ import annotations

from itertools import chain

import pytest
from sheets import subject

from sopkit.sheet.measures import EDGE
from sopkit.sheet.model import Align

HEIGHT = 0.05
"""How far the height of a row may be from the computed one, in millimetres."""
PLACE = 0.1
"""How far anything may be from its computed place: what many rows are off by adds up."""
STROKE = 0.35


@pytest.fixture(params=["screen", "print"])
def media(request):
    return request.param


@pytest.fixture
def pages(name, media, measured):
    """Pairs of a page laid out and the page measured."""
    return list(zip(subject(name).sheet.pages, measured(name, media), strict=True))


def far(measured, left, top, right, bottom):
    """The largest distance of the sides of a box measured from those computed, in micrometres."""
    sides = zip(("left", "top", "right", "bottom"), (left, top, right, bottom), strict=True)
    return max(abs(measured[side] - computed / 1000) for side, computed in sides)


def inside(box, frame, tolerance=PLACE):
    return (
        box["left"] >= frame["left"] - tolerance
        and box["top"] >= frame["top"] - tolerance
        and box["right"] <= frame["right"] + tolerance
        and box["bottom"] <= frame["bottom"] + tolerance
    )


def test_a_page_is_as_large_as_the_paper_but_for_a_hair(pages):
    for page, found in pages:
        assert far(found, 0, 0, page.width - EDGE, page.height - EDGE) < HEIGHT


def test_rows_are_as_high_as_computed(pages):
    for page, found in pages:
        rows = page.table.rows if page.table else ()
        for row, shown in zip(rows, found["rows"], strict=True):
            assert abs(shown["bottom"] - shown["top"] - row.height / 1000) <= HEIGHT
            assert abs(shown["top"] - row.top / 1000) <= PLACE


def test_cells_stand_where_computed(pages):
    for page, found in pages:
        cells = [cell for row in page.table.rows for cell in row.cells] if page.table else []
        for cell, shown in zip(cells, found["cells"], strict=True):
            assert far(shown, cell.x, cell.y, cell.x + cell.w, cell.y + cell.h) <= PLACE


def test_symbols_stand_where_computed_in_the_drawing_and_for_who_hears_it(pages):
    for page, found in pages:
        expected = sorted((one.y, one.x, one.x + one.w, one.y + one.h) for one in page.symbols)
        for kind in ("outlines", "symbols"):
            shown = sorted(found[kind], key=lambda box: (round(box["top"]), box["left"]))
            ordered = sorted(expected, key=lambda box: (round(box[0] / 1000), box[1]))
            for (y, x, right, bottom), box in zip(ordered, shown, strict=True):
                assert far(box, x, y, right, bottom) <= PLACE


def paragraphs(page):
    """All paragraphs of a page that hold text."""
    cells = chain(page.identity, *(row.cells for row in (page.table.rows if page.table else ())))
    labels = [connector.label.lines for connector in page.connectors if connector.label]
    of = chain(
        *(cell.paragraphs for cell in cells),
        *(symbol.caption for symbol in page.symbols),
        labels,
        page.footer,
    )
    return [paragraph for paragraph in of if any(line.text for line in paragraph.lines)]


def computed(paragraph):
    """Its text without blanks, where its first line begins from above, and its left end, middle or right end."""
    first = paragraph.marker or paragraph.lines[0]
    words = (paragraph.marker.text if paragraph.marker else "") + "".join(
        line.text for line in paragraph.lines
    )
    return "".join(words.split()), (paragraph.lines[0].y - paragraph.style.ascent) / 1000, first.x / 1000


def shown(text, paragraph):
    """The same of a text measured."""
    at = text["at"]
    x = {Align.LEFT: at["left"], Align.RIGHT: at["right"], Align.CENTRE: (at["left"] + at["right"]) / 2}
    return "".join(text["text"].split()), text["box"]["top"], x[paragraph.style.align]


def test_every_text_stands_where_computed(pages):
    for page, found in pages:
        expected = sorted(paragraphs(page), key=computed)
        texts = [text for text in found["texts"] if text["text"].strip()]
        texts.sort(key=lambda text: ("".join(text["text"].split()), text["box"]["top"], text["at"]["left"]))
        for paragraph, text in zip(expected, texts, strict=True):
            words, top, x = computed(paragraph)
            assert shown(text, paragraph) == (words, pytest.approx(top, abs=PLACE), pytest.approx(x, abs=0.2))


def test_no_line_of_text_is_broken_anew(pages):
    for _, found in pages:
        for text in found["texts"]:
            assert text["high"] < (text["lines"] + 0.5) * text["leading"], text["text"]


def test_no_text_leaves_its_cell(pages):
    for _, found in pages:
        for text in found["texts"]:
            assert inside(text["at"], text["within"]) or not text["text"].strip(), text
            assert not text["scrolls"], text["text"]
        assert not any(cell["scrolls"] for cell in found["cells"])


def test_nothing_leaves_its_page(pages):
    for _, found in pages:
        assert not found["scrolls"]
        parts = chain(*(found[kind] for kind in ("rows", "boxes", "cells", "inks", "symbols", "outlines")))
        assert all(inside(part, found) for part in parts)
        assert all(inside(text["at"], found) for text in found["texts"] if text["text"].strip())
        points = chain(*found["strokes"], found["tips"])
        assert all(inside({"left": x, "right": x, "top": y, "bottom": y}, found) for x, y in points)


def test_the_words_on_branches_are_off_symbols_and_lines(pages):
    for _, found in pages:
        for text in (text for text in found["texts"] if "branch" in text["kind"]):
            assert not any(overlap(text["at"], thick(stroke)) for stroke in found["strokes"]), text["text"]
            assert not any(covers(text["at"], outline) for outline in found["outlines"]), text["text"]


def thick(stroke):
    (x1, y1), (x2, y2) = stroke
    half = STROKE / 2
    return {
        "left": min(x1, x2) - half,
        "right": max(x1, x2) + half,
        "top": min(y1, y2) - half,
        "bottom": max(y1, y2) + half,
    }


def overlap(one, other):
    """Whether two boxes share more than their borders; the box of a text has air above and below its letters."""
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] + STROKE < other["bottom"]
        and other["top"] + STROKE < one["bottom"]
    )


def covers(box, outline):
    """Whether a box reaches into a symbol, of which a rhombus does not fill the corners of its box."""
    if outline["kind"] != "ketupat":
        return overlap(box, outline)
    reach = 0.0
    for low, high in (("left", "right"), ("top", "bottom")):
        middle, half = (outline[low] + outline[high]) / 2, (outline[high] - outline[low]) / 2
        reach += max(0.0, box[low] - middle, middle - box[high]) / half
    return reach < 1
