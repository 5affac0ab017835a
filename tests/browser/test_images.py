"""The comparison of pictures: it must overlook what two programs draw in different ways, and nothing else."""

from __future__ import annotations

import pytest
from images import differing, few_shades, picture, small_png
from PIL import Image, ImageChops, ImageDraw, ImageFilter

LEAST = 20e-6


@pytest.fixture
def drawing():
    """A page with boxes, lines as thin as those of a sheet, and a word."""
    image = Image.new("L", (900, 600), 255)
    draw = ImageDraw.Draw(image)
    for x in range(50, 850, 100):
        draw.rectangle((x, 100, x + 50, 130), outline=0)
        draw.line((x + 25, 130, x + 25, 300), fill=0)
        draw.text((x, 400), "Menerima", fill=0)
    return image


def changed(image, box):
    erased = image.copy()
    ImageDraw.Draw(erased).rectangle(box, fill=255)
    return erased


def test_a_picture_does_not_differ_from_itself(drawing):
    assert differing(drawing, drawing) == 0


def test_smoother_edges_are_overlooked(drawing):
    assert differing(drawing, drawing.filter(ImageFilter.GaussianBlur(0.5))) == 0


def test_a_shift_by_a_pixel_is_overlooked_and_one_by_three_is_not(drawing):
    assert differing(drawing, ImageChops.offset(drawing, 1, 1)) == 0
    assert differing(drawing, ImageChops.offset(drawing, 3, 3)) > LEAST


@pytest.mark.parametrize(
    "box", [(70, 200, 80, 230), (45, 95, 105, 105), (45, 395, 110, 415)], ids=["line", "side", "word"]
)
def test_what_is_missing_is_noticed_whichever_picture_lacks_it(drawing, box):
    less = changed(drawing, box)
    assert differing(drawing, less) > LEAST
    assert differing(less, drawing) > LEAST


def test_pages_of_other_sizes_differ_wholly(drawing):
    assert differing(drawing, drawing.crop((0, 0, 890, 600))) == 1


def test_the_few_shades_of_a_small_png_come_back_as_they_went(drawing):
    few = few_shades(drawing.filter(ImageFilter.GaussianBlur(1)))
    assert picture(small_png(few)).tobytes() == few.tobytes()
