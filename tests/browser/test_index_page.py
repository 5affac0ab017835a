"""The page that lists all sheets, opened from disk: it sorts, filters and leads to the sheets."""

from __future__ import annotations

from urllib.parse import unquote, urlparse

import pytest
from sheets import SOPS

COLUMN = """(column) => Array.from(
  document.querySelectorAll("tbody tr"), (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim()
)"""
PRESS = "(column) => document.querySelectorAll('thead th')[column].querySelector('button').click()"
SORTED = "(column) => document.querySelectorAll('thead th')[column].getAttribute('aria-sort')"
SHOWN = """
Array.from(document.querySelectorAll("tbody tr"))
  .filter((row) => row.getClientRects().length > 0).map((row) => row.textContent.toLowerCase())
"""
CHOOSE = """
const agency = document.getElementById("agency");
agency.selectedIndex = 1;
agency.dispatchEvent(new Event("input", { bubbles: true }));
agency.value
"""
LINKS = "Array.from(document.querySelectorAll('tbody a'), (link) => link.href)"
TITLES = "Array.from(document.querySelectorAll('tbody th'), (cell) => cell.textContent.trim())"
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
NAME, NUMBER, EFFECTIVE, STEPS, TIME, FINDINGS, FILES = 0, 2, 3, 4, 5, 6, 7


@pytest.fixture
def page(browser, index):
    with browser.page(width=1400) as opened:
        opened.open(index.as_uri())
        yield opened


def column(page, number):
    return page.run(f"({COLUMN})({number})")


def press(page, number):
    page.run(f"({PRESS})({number})")
    return page.run(f"({SORTED})({number})")


def write(page, words):
    page.run("document.getElementById('words').focus()")
    page.call("Input.insertText", text=words)


def test_it_lists_every_sop_and_asks_for_nothing_else(page):
    assert len(page.run(SHOWN)) == len(list(SOPS.rglob("*.sop.yaml")))
    assert page.requests == [page.run("location.href")]
    assert page.complaints == []


@pytest.mark.parametrize("number", [STEPS, TIME, FINDINGS])
def test_a_press_on_a_heading_sorts_by_number_and_another_turns_it_round(page, number):
    def values():
        return [int(value) for value in column(page, number) if value]

    assert press(page, number) == "ascending"
    assert values() == sorted(values())
    assert len(set(values())) > 1
    assert press(page, number) == "descending"
    assert values() == sorted(values(), reverse=True)


def test_names_and_dates_are_sorted_in_their_order(page):
    press(page, NAME)
    names = [name.casefold() for name in column(page, NAME)]
    assert names == sorted(names)
    press(page, EFFECTIVE)
    days = [day for day in column(page, EFFECTIVE) if day]
    assert days == sorted(days)


def test_what_is_not_known_comes_last_both_ways(page):
    for _ in range(2):
        press(page, NUMBER)
        known = [value != "" for value in column(page, NUMBER)]
        assert known == sorted(known, reverse=True)
        assert not all(known)


def test_a_heading_that_sorts_nothing_is_no_button(page):
    assert page.run(f"document.querySelectorAll('thead th')[{FILES}].querySelector('button')") is None


def test_words_narrow_the_list_and_are_counted(page):
    everything = page.run(SHOWN)
    write(page, "KINERJA evaluasi")
    shown = page.run(SHOWN)
    assert shown == [text for text in everything if "kinerja" in text and "evaluasi" in text]
    assert 0 < len(shown) < len(everything)
    assert page.run("document.getElementById('count').textContent") == str(len(shown))


def test_an_agency_can_be_chosen(page):
    everything, chosen = page.run(SHOWN), page.run(CHOOSE)
    shown = page.run(SHOWN)
    assert shown == [text for text in everything if chosen.lower() in text]
    assert 0 < len(shown) < len(everything)


def test_the_list_can_be_kept_to_those_with_findings(page):
    page.run("document.getElementById('faulty').click()")
    assert page.run(SHOWN)
    assert not any("tidak ada" in text for text in page.run(SHOWN))


def test_a_list_without_a_match_says_so(page):
    write(page, "tidakadayangbegini")
    assert page.run(SHOWN) == []
    assert page.run("document.getElementById('empty').getClientRects().length") == 1


def test_every_link_leads_to_a_sheet_of_that_name(page, index):
    links, titles = page.run(LINKS), page.run(TITLES)
    assert len(links) >= len(titles)
    for link in links:
        assert index.parent.joinpath(unquote(urlparse(link).path)).is_file()
    page.open(links[0])
    assert page.run("document.title") == titles[0]


@pytest.mark.parametrize("width", [320, 390, 999, 1000, 1240, 1241, 1400])
def test_no_window_scrolls_sideways(page, width):
    page.resize(width, 800)
    assert page.run(TOO_WIDE) <= 0


def test_without_scripts_the_list_is_complete(browser, index):
    with browser.page() as page:
        page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.open(index.as_uri())
        assert len(page.run(SHOWN)) == len(list(SOPS.rglob("*.sop.yaml")))
        assert page.run("document.getElementById('filter').getClientRects().length") == 0
