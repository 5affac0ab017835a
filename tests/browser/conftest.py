"""A browser for all tests of this folder, and sheets opened in it.

Who has no browser skips these tests; where the environment variable CI is set they fail instead. What they share is found as
plain modules beside them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from devtools import Browser, chromium
from sheets import NAMES, SOPS, written

METRICS = {"Liberation Sans", "Arimo", "Arial", "Helvetica"}
"""Families with the widths that sheets are laid out for."""


def missing(what):
    """Skip the test, or fail it where all must be there."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed")


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    if program is None:
        missing("Chromium")
    running = Browser(program)
    try:
        _know_the_font(running)
        yield running
    finally:
        running.close()


def _know_the_font(running):
    with running.page() as page:
        page.open("data:text/html,<p style='font-family: \"Liberation Sans\", Arial, Helvetica'>Nomor")
        if not page.fonts("p") <= METRICS:
            missing("Liberation Sans or a font of the same widths")


@pytest.fixture(scope="session")
def pdftoppm():
    """The program that turns pages of PDF into pictures."""
    return shutil.which("pdftoppm") or missing("pdftoppm (poppler-utils)")


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where the files are that the browser opens."""
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="session")
def show(browser, folder):
    """The page of the browser with a sheet in it: `with show(name, width=...) as page`."""

    @contextmanager
    def opened(name, options=None, **window):
        file = folder / f"{name.replace('/', '-')}-{options.paper if options else 'default'}.html"
        if not file.exists():
            file.write_bytes(written(name, "html", options))
        with browser.page(**window) as page:
            page.open(file.as_uri())
            yield page

    return opened


@pytest.fixture(scope="session")
def index(folder):
    """The page that lists the sheets of the repository, written beside them as the command does it."""
    command = [
        sys.executable,
        "-m",
        "sopkit",
        "render",
        str(SOPS),
        "--to",
        "html",
        "--out",
        str(folder / "list"),
    ]
    source = str(SOPS.parent / "src")
    subprocess.run(
        command, env=os.environ | {"PYTHONPATH": source}, check=True, capture_output=True, timeout=120
    )
    return folder / "list" / "index.html"


@pytest.fixture(params=NAMES)
def name(request):
    """Each sheet in turn."""
    return request.param


@pytest.fixture(scope="session")
def measuring():
    """The script that measures the pages of a sheet."""
    return Path(__file__).with_name("measuring.js").read_text("utf-8")


@pytest.fixture(scope="session")
def measured(show, measuring):
    """The pages of a sheet as the browser lays them out for a medium, measured once for all tests."""
    found = {}

    def measure(name, media):
        if (name, media) not in found:
            with show(name) as page:
                page.show_as(media)
                found[name, media] = page.run(measuring)
        return found[name, media]

    return measure
