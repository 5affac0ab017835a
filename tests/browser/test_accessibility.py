"""Pages examined by axe: nobody is shut out of a sheet or of the list of sheets."""

from __future__ import annotations

from importlib.resources import files

import pytest
from sheets import DRAFT, INFORMATION

GRAVE = {"serious", "critical"}
RULES = """
axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.map((rule) => ({
  id: rule.id, impact: rule.impact, help: rule.help, nodes: rule.nodes.slice(0, 3).map((node) => node.html),
})))
"""
WINDOWS = {"wide": {"width": 1400, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="session")
def axe():
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture
def examine(axe):
    """The grave violations found in a page."""

    def run(page):
        page.run(axe)
        return [found for found in page.run(RULES) if found["impact"] in GRAVE]

    return run


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", [INFORMATION, DRAFT])
def test_a_sheet_shuts_nobody_out(name, window, show, examine):
    with show(name, **WINDOWS[window]) as page:
        assert examine(page) == []


@pytest.mark.parametrize("window", WINDOWS)
def test_the_list_of_sheets_shuts_nobody_out(window, browser, index, examine):
    with browser.page(**WINDOWS[window]) as page:
        page.open(index.as_uri())
        assert examine(page) == []


def test_what_shuts_somebody_out_is_found(browser, examine):
    with browser.page() as page:
        page.open("data:text/html,<title>Uji</title><img src='data:,'><p style='color:%23bbb'>pucat")
        assert {"image-alt", "color-contrast", "html-has-lang"} <= {found["id"] for found in examine(page)}
