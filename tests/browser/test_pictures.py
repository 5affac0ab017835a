"""What sheets look like, against pictures that somebody has looked at; `--update-golden` takes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from images import DPI, differing, few_shades, picture, small_png
from sheets import DRAFT, INFORMATION, LETTERS

GOLDEN = Path(__file__).resolve().parent / "golden"
MOST_BYTES = 60_000
TOLERANCE = 50e-6
"""The share of pixels that may differ."""
PAGE = "(number) => { const { x, y, width, height } = document.querySelectorAll('.page')[number].getBoundingClientRect(); return [x + scrollX, y + scrollY, width, height]; }"


@pytest.fixture
def page_of_paper(show):
    """A page of a sheet as it lies on the screen."""

    def take(name, number):
        with show(name) as page:
            return picture(page.photograph(box=page.run(f"({PAGE})({number - 1})"), scale=DPI / 96))

    return take


@pytest.fixture
def same_picture(request):
    """Compare a picture with the golden one of this name."""

    def compare(name, taken):
        file, taken = GOLDEN / f"{name}.png", few_shades(taken)
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            if not file.is_file() or differing(picture(file.read_bytes()), taken) > TOLERANCE:
                file.write_bytes(small_png(taken))
            return
        assert file.is_file(), f"{file} is not there yet: write it with --update-golden, and look at it"
        assert differing(picture(file.read_bytes()), taken) <= TOLERANCE, (
            f"does not look like {file}; if that is right, use --update-golden"
        )

    return compare


def test_the_identity_block_of_a_draft_with_a_logo_looks_as_before(page_of_paper, same_picture):
    same_picture("identitas", page_of_paper(DRAFT, 1))


def test_a_page_with_decisions_and_off_page_connectors_looks_as_before(page_of_paper, same_picture):
    same_picture("alur", page_of_paper(INFORMATION, 2))


def test_the_cards_on_a_phone_look_as_before(show, same_picture):
    with show(LETTERS, width=390, height=844) as page:
        height = page.run("document.documentElement.scrollHeight")
        same_picture("ponsel", picture(page.photograph(box=(0, height - 1300, 390, 1300), scale=DPI / 96)))


@pytest.mark.parametrize("name", ["identitas", "alur", "ponsel"])
def test_golden_pictures_are_small(name):
    assert len((GOLDEN / f"{name}.png").read_bytes()) <= MOST_BYTES
