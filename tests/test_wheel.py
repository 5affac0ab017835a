"""What a user gets from the package index: the wheel alone, in an environment and a folder far from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import sopkit

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and what it depends on. `folder` is a working directory beside it."""

    python: Path
    command: Path
    folder: Path

    def run(self, *arguments):
        """Run a program in the working directory, without what the environment of the tests says of Python."""
        return subprocess.run(
            arguments, cwd=self.folder, env=environment(), capture_output=True, encoding="utf-8", check=False
        )


def environment():
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SOPKIT_"))}


def succeed(*command):
    result = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    base = tmp_path_factory.mktemp("wheel")
    assert not base.is_relative_to(ROOT), "these tests say nothing from inside the repository"
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", base / "dist", ROOT)
    (wheel,) = (base / "dist").iterdir()
    succeed(sys.executable, "-m", "venv", base / "venv")
    python = base / "venv" / "bin" / "python"
    succeed(python, "-m", "pip", "install", "-qq", "--no-input", "-c", ROOT / "constraints.txt", wheel)
    folder = base / "kantor"
    folder.mkdir()
    return Installed(python, python.with_name("sopkit"), folder)


@pytest.fixture
def templates(installed):
    """The folder of templates inside the installed package."""
    where = installed.run(installed.python, "-c", "import sopkit; print(sopkit.__path__[0])").stdout.strip()
    folder = Path(where) / "templates"
    assert folder.is_relative_to(installed.python.parent.parent)
    return folder


@pytest.fixture
def sop(installed):
    """One of the real SOPs, copied next to nothing else of the repository."""
    original = min((ROOT / "sops").rglob("*.yaml"))
    return Path(shutil.copy(original, installed.folder / "surat.sop.yaml"))


def test_slow_the_installed_command_tells_its_version(installed):
    result = installed.run(installed.command, "--version")
    assert (result.returncode, result.stderr) == (0, "")
    assert sopkit.__version__ in result.stdout


def test_slow_the_wheel_holds_every_template(templates):
    def tree(folder):
        return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    assert tree(templates) == tree(ROOT / "templates")


def test_slow_a_sheet_is_rendered_far_from_the_repository(installed, sop):
    result = installed.run(installed.command, "render", sop, "--to", "html", "--out", "lembar")
    assert result.returncode == 0, result.stdout + result.stderr
    sheets = [file.read_text("utf-8") for file in (installed.folder / "lembar").rglob("*.html")]
    assert any("mutu baku" in sheet.lower() for sheet in sheets)


def test_slow_the_templates_come_from_the_wheel(installed, sop, templates):
    away = templates.rename(templates.with_name("templates-away"))
    try:
        result = installed.run(installed.command, "render", sop, "--to", "html", "--out", "tanpa-templat")
    finally:
        away.rename(templates)
    assert result.returncode != 0
    assert not list(installed.folder.glob("tanpa-templat/**/*.html"))
