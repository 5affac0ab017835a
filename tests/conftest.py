"""What every test may ask for: golden files, the command itself, and how Hypothesis searches.

Only what tests of more than one room need belongs here; what one room needs stands in its own conftest.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent

# What a terminal or a forge tells the command through the environment; the answer must not depend on where tests run.
_LEAKS = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LINES",
    "NO_COLOR",
    "PYTHONPATH",
    "TERM",
    "TERMINAL_WIDTH",
)

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path | str, str], None]:
    """Compare `text` with the golden file at `path`, byte for byte; a relative path starts beside the test's file.

    A file that is not there fails the test; `--update-golden` writes instead of comparing.
    """

    def compare(path: Path | str, text: str) -> None:
        __tracebackhide__ = True
        file = request.path.parent / path
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        if not file.is_file():
            pytest.fail(
                f"{file} is not there yet: read what the test got, then write it with --update-golden"
            )
        assert text == file.read_bytes().decode(), (
            f"differs from {file}; if that is right, use --update-golden"
        )

    return compare


@pytest.fixture
def sopkit(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in a process of its own: `sopkit("validate", file, cwd=..., env={...}, stdin="...")`.

    `cwd` is an empty folder unless given, `env` is added to an environment that says nothing about language and
    colour, `stdin` is empty unless given. Never raises for an exit status.
    """

    def run(
        *arguments: str | Path,
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
        stdin: str = "",
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sopkit", *map(str, arguments)],
            cwd=cwd or tmp_path,
            env=_clean_environment() | (env or {}),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def _clean_environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _LEAKS and not name.startswith("SOPKIT_")
    }
    # The package of this checkout, whatever folder the command runs in, and every warning an error here too.
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "error"}
