"""Sheets opened from disk: in silence, on their own, in any window."""

from __future__ import annotations

import pytest
from sheets import INFORMATION, subject

CARDS = """
Array.from(document.querySelectorAll(".steps > li"), (card) => {
  const { left, right, height } = card.getBoundingClientRect();
  return { left, right, height, words: card.innerText };
})
"""
HIDDEN = (
    """Array.from(document.querySelectorAll(".page")).every((page) => page.getClientRects().length === 0)"""
)
BEYOND = """
Array.from(document.querySelectorAll("body *"))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest(".heard"))
  .map((element) => element.outerHTML.slice(0, 120))
"""
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


def test_a_sheet_asks_for_nothing_and_complains_of_nothing(name, show):
    with show(name) as page:
        page.show_as("print")
        page.print()
        page.show_as("screen")
        page.resize(390, 844)
        asked = [url for url in page.requests if not url.startswith("data:")]
        assert asked == [page.run("location.href")]
        assert page.complaints == []


def test_on_a_phone_the_steps_are_cards_with_the_flow_in_words(name, show):
    with show(name, width=390, height=844) as page:
        assert page.run(HIDDEN)
        cards = page.run(CARDS)
        for card, row in zip(cards, subject(name).content.rows, strict=True):
            assert card["height"] > 0
            assert 0 <= card["left"] < card["right"] <= 390
            said = " ".join(card["words"].split())
            assert all(" ".join(part.split()) in said for part in (row.activity, row.performers, row.words))


@pytest.mark.parametrize("width", [320, 390, 899])
def test_no_narrow_window_scrolls_sideways(name, show, width):
    with show(name, width=width, height=844) as page:
        assert page.run(TOO_WIDE) <= 0
        assert page.run(BEYOND) == []


@pytest.mark.parametrize("width", [900, 1024, 1280, 1366])
def test_no_wide_window_scrolls_sideways_to_see_a_sheet(show, width):
    with show(INFORMATION, width=width, height=800) as page:
        assert page.run(TOO_WIDE) <= 0
        assert page.run(HIDDEN) is False
